import type { Waiver } from '../config/types.js'
import type { Result } from '../types.js'

/** Until the end of its day in UTC. */
export const heldAt = ({ until }: Waiver, now: number) => now < Date.parse(`${until}T00:00:00Z`) + 86_400_000

/** What a waiver covers is not forgotten: it is reported as waived, with the reason somebody gave. */
export function waive(
  results: readonly Result[],
  host: string,
  waivers: readonly Waiver[],
  at: number,
): Result[] {
  const held = waivers.filter((waiver) => waiver.host.toLowerCase() === host && heldAt(waiver, at))
  return results.map((result) => {
    const waiver = held.find(({ rule }) => rule === result.rule)
    if (!waiver || (result.status !== 'fail' && result.status !== 'unknown')) return result
    const { reason, until } = waiver
    return { ...result, status: 'waived', evidence: { ...result.evidence, waiver: { reason, until } } }
  })
}
