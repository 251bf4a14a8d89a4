import type { Waiver } from '../config/types.js'
import type { Result } from '../types.js'

/** Until the end of that day in UTC. */
export const heldAt = ({ until }: Waiver, now: number) => now < Date.parse(`${until}T00:00:00Z`) + 86_400_000

/** A waived finding isn't dropped: it is reported as waived, with the reason given. */
export function waive(
  results: readonly Result[],
  host: string,
  waivers: readonly Waiver[],
  at: number,
): Result[] {
  const held = heldOf(waivers, at)
  return results.map((result) => {
    const waiver = held.get(`${result.rule} ${host}`)
    if (!waiver || (result.status !== 'fail' && result.status !== 'unknown')) return result
    const { reason, until } = waiver
    return { ...result, status: 'waived', evidence: { ...result.evidence, waiver: { reason, until } } }
  })
}

type Held = ReadonlyMap<string, Waiver>
const known = new WeakMap<readonly Waiver[], { at: number; held: Held }>()

/** The first valid one, by `rule host`: every result of a run looks it up, and a config may have thousands. */
function heldOf(waivers: readonly Waiver[], at: number): Held {
  const found = known.get(waivers)
  if (found?.at === at) return found.held
  const inForce = waivers.filter((waiver) => heldAt(waiver, at)).reverse()
  const held = new Map(inForce.map((waiver) => [`${waiver.rule} ${waiver.host.toLowerCase()}`, waiver]))
  known.set(waivers, { at, held })
  return held
}
