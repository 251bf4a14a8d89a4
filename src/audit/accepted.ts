/**
 * Findings that can't be determined in files listed in the config's `scan.accept` are reported as waived, with the
 * reason given there.
 */
import { endOfDay, matcher, type ScanSettings } from '../config/index.js'
import type { SteeringFact } from '../facts/index.js'
import type { Result } from '../types.js'

type Accept = ScanSettings['accept'][number]

export interface Accepted {
  results: Result[]
  /** How many findings each of them covers. */
  steering: SteeringFact[]
}

/** @param base prefix of the scanned folder's files, if their paths are relative to another folder */
export function acceptUnknown(
  results: readonly Result[],
  accepts: readonly Accept[],
  { at, base }: { at: number; base: string },
): Accepted {
  const held = accepts
    .filter(({ until }) => at < (endOfDay(until) ?? 0))
    .map((one): Held => ({ one, test: matcher(one.file), used: 0 }))
  const judged = results.map((result) => waivedBy(held, result, base))
  const steering = held.map(
    ({ one, used }): SteeringFact => ({
      ...{ key: 'accept', name: one.file, value: one.reason, used, place: one.place },
    }),
  )
  return { results: judged, steering }
}

interface Held {
  one: Accept
  test: (file: string) => boolean
  used: number
}

function waivedBy(held: readonly Held[], result: Result, base: string): Result {
  const file = result.entry?.file
  if (result.status !== 'unknown' || file === undefined) return result
  const own = file.startsWith(base) ? file.slice(base.length) : file
  const accept = held.find(({ test }) => test(own) || test(file))
  if (!accept) return result
  accept.used++
  const { reason, until } = accept.one
  return { ...result, status: 'waived', evidence: { ...result.evidence, waiver: { reason, until } } }
}
