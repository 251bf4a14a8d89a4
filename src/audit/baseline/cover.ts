/** Which findings are in the baseline, and which of those no longer occur. */
import type { Json, Level, PlatformId, Result } from '../../types.js'
import type { Baseline, KnownFinding } from './types.js'

/** `all`: every finding that a baseline can contain, for writing one. */
export type BaselineSetting = Baseline | 'all'

export interface About {
  /** `https://host:port`; null for lists and source. */
  target: string | null
  /**
   * An unknown result about the source stays the same in every run; about a server it depends on the moment, so it is
   * never in a baseline.
   */
  source: boolean
  /** Several places may report the same known finding, each once. */
  vantage?: string | undefined
}

export interface Cover {
  /** Known findings are reported as waived, on those platforms on which they are known. */
  excuse(results: readonly Result[], about: About): Result[]
  /** Known findings that were checked again and no longer occur, each once. */
  gone(isJudged: (one: KnownFinding, platform: PlatformId) => boolean): KnownFinding[]
}

interface Slot {
  finding: KnownFinding
  platform: PlatformId
  /** The places it was found from; `null`: a run without named places. */
  used: Set<string | null>
}

/** The result on platforms where it is known, and on those where it is new. */
function apart(result: Result, known: PlatformId[], asKnown: (result: Result) => Result): Result[] {
  const fresh = result.platforms.filter((platform) => !known.includes(platform))
  return [
    ...(known.length > 0 ? [asKnown({ ...result, platforms: known })] : []),
    ...(fresh.length > 0 ? [{ ...result, platforms: fresh }] : []),
  ]
}

/** @param reason what the report says of a known finding */
export function openCover(setting: BaselineSetting | undefined, reason: string): Cover {
  if (setting === undefined) return { excuse: (results) => [...results], gone: () => [] }
  const slots = setting === 'all' ? null : slotsOf(setting)
  const isKnown = (result: Result, platform: PlatformId, about: About): boolean =>
    slots === null ||
    use(slots.get(keyOf(identityOf(result, about), platform)) ?? [], result, about.vantage ?? null)
  return {
    excuse: (results, about) =>
      results.flatMap((result) => {
        const { status } = result
        if (status !== 'fail' && !(status === 'unknown' && about.source)) return [result]
        const known = result.platforms.filter((platform) => isKnown(result, platform, about))
        return apart(result, known, (one) => asKnown(one, status, reason))
      }),
    gone(isJudged) {
      const open = [...(slots?.values() ?? [])].flat().filter(({ used }) => used.size === 0)
      const judged = open.filter(({ finding, platform }) => isJudged(finding, platform))
      return [...new Set(judged.map(({ finding }) => finding))]
    },
  }
}

function asKnown(result: Result, was: KnownFinding['status'], reason: string): Result {
  return { ...result, status: 'waived', evidence: { ...result.evidence, waiver: { reason, was } } }
}

/** The status before the baseline covered the result; null if it isn't covered. */
export function statusBefore({ evidence }: Result): KnownFinding['status'] | null {
  const waiver: Json | undefined = evidence?.waiver
  if (waiver === null || typeof waiver !== 'object' || Array.isArray(waiver)) return null
  return waiver.was === 'fail' || waiver.was === 'unknown' ? waiver.was : null
}

type Identity = Pick<KnownFinding, 'rule' | 'reason' | 'target' | 'file' | 'text'>

/** Sentences, numbers and lines change from run to run, so they don't identify a finding. */
export function identityOf({ rule, evidence, entry }: Result, { target }: Pick<About, 'target'>): Identity {
  const reason = typeof evidence?.reason === 'string' ? evidence.reason : ''
  if (target !== null) return { rule, reason, target }
  const { file, text } = entry ?? {}
  return { rule, reason, ...(file !== undefined && { file }), ...(text !== undefined && { text }) }
}

const keyOf = ({ rule, reason, target, file, text }: Identity, platform: PlatformId): string =>
  JSON.stringify([rule, reason, target ?? null, file ?? null, text ?? null, platform])

function slotsOf({ findings }: Baseline): Map<string, Slot[]> {
  const slots = new Map<string, Slot[]>()
  for (const finding of findings) {
    for (const platform of finding.platforms) {
      const key = keyOf(finding, platform)
      const own = slots.get(key) ?? []
      slots.set(key, own)
      for (let nth = 0; nth < finding.count; nth++) own.push({ finding, platform, used: new Set() })
    }
  }
  return slots
}

const HARDNESS: Record<Level, number> = { error: 2, warning: 1, info: 0 }

/**
 * A finding that weighs more than before, or fails where it was unknown, is new. Of those that cover it the lightest is
 * used.
 */
function use(slots: readonly Slot[], { status, level }: Result, vantage: string | null): boolean {
  const fitting = slots.filter(
    ({ used, finding }) =>
      !used.has(vantage) &&
      HARDNESS[finding.level] >= HARDNESS[level] &&
      (finding.status === 'fail' || status === 'unknown'),
  )
  const [slot] = fitting.sort((one, other) => HARDNESS[one.finding.level] - HARDNESS[other.finding.level])
  slot?.used.add(vantage)
  return slot !== undefined
}
