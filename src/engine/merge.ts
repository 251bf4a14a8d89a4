/** Equal results of several platforms become one; each platform keeps its source. */
import type { Json, PlatformId } from '../types.js'
import type { Cited, Judgment } from './judgment.js'

/** Same finding, same level: one result with several platforms. */
export function mergeColumns(judgments: readonly Judgment[]): Judgment[] {
  const merged = new Map<string, Judgment>()
  for (const one of judgments) {
    const key = keyOf(one)
    const known = merged.get(key)
    if (!known) {
      merged.set(key, { ...one, platforms: [...one.platforms] })
      continue
    }
    const added = one.platforms.filter((platform) => !known.platforms.includes(platform))
    if (isFinding(one)) known.cites = joinCites(known, one, added)
    known.platforms.push(...added)
    if (one.left) known.left = [...(known.left ?? []), ...one.left]
    if (one.lowered) known.lowered = [...(known.lowered ?? []), ...one.lowered]
  }
  return [...merged.values()]
}

const isFinding = ({ status }: Judgment): boolean => status === 'fail' || status === 'unknown'

function keyOf({ status, level, reason, entry, toldBy = [], evidence }: Judgment): string {
  const shared = status === 'pass' || (status === 'not-applicable' && reason === undefined)
  const detail = shared && !entry ? '' : JSON.stringify([shared ? null : (evidence as Json), entry ?? null])
  return `${status} ${level} ${reason ?? ''} ${toldBy} ${detail}`
}

function joinCites(known: Judgment, { cite }: Judgment, added: PlatformId[]): Cited[] {
  const cites = known.cites ?? [{ cite: known.cite, platforms: [...known.platforms] }]
  if (added.length === 0) return cites
  if (!cites.some((one) => one.cite === cite)) return [...cites, { cite, platforms: added }]
  return cites.map((one) => (one.cite === cite ? { ...one, platforms: [...one.platforms, ...added] } : one))
}
