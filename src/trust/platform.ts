/** How a platform evaluates the paths of one chain: which versions have the root, and what counts against it. */
import type { TrustList, TrustSpan } from '../types.js'
import type { ChainAnalysis, JudgedPath } from './chain-analysis.js'
import { type Distrust, distrustOf } from './distrust.js'
import { isTrusted, spanOfAny } from './store.js'
import { listsOf, type Os, type Store, versionsBetween } from './versions.js'

/** A --ca anchor counts as built in everywhere. */
export function trustedIn({ anchor, record, extra }: JudgedPath, list: TrustList, version?: string): boolean {
  if (anchor === null) return false
  return extra || (record !== null && isTrusted(record, list, version))
}

export interface VersionPlan {
  /** Every version at which the list changes, oldest known first. */
  all: string[]
  /** From `supportedOs` on. */
  supported: string[]
  /** From `legacyOs` up to `supportedOs`. */
  legacy: string[]
}

export function versionsFrom(os: Os, supportedOs: string, legacyOs: string): VersionPlan {
  return {
    all: listsOf(os).map(({ version }) => version),
    supported: versionsBetween(os, supportedOs),
    legacy: versionsBetween(os, legacyOs, supportedOs),
  }
}

/** The confirmed distrust of a path's CA on this platform; null if there is none. */
export function refusalOf(analysis: ChainAnalysis, path: JudgedPath, store: Store): Distrust | null {
  if (path.extra) return null
  const [leaf, ...authorities] = path.certificates
  if (!leaf) return null
  const found = distrustOf({
    record: path.record,
    issuers: [leaf.issuer, ...authorities.map(({ issuer }) => issuer)],
    notBefore: leaf.notBefore,
    earliestSct: analysis.earliestSct,
    store,
    at: analysis.at,
  })
  return found?.certainty === 'confirmed' ? found : null
}

const LISTS: readonly TrustList[] = ['ios', 'android', 'chrome', 'mozilla', 'windows']

/** For the report: since and until which version each list has a root that this chain reaches. */
export function trustSpans(analysis: ChainAnalysis): Record<TrustList, TrustSpan> {
  const extra = analysis.paths.find((path) => path.extra)?.anchor
  const anchored = analysis.paths.filter(({ anchor }) => anchor !== null)
  const clean = anchored.filter(({ violations }) => violations.length === 0)
  const records = (clean.length > 0 ? clean : anchored).flatMap(({ record }) => record ?? [])
  const spanIn = (list: TrustList): TrustSpan =>
    extra ? { since: null, until: null, root: extra.name } : spanOfAny(records, list)
  return Object.fromEntries(LISTS.map((list) => [list, spanIn(list)])) as Record<TrustList, TrustSpan>
}
