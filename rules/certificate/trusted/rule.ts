import { evidence, type Finding, fail, pass, unknown, unlessTold } from '../../../src/engine/rule.js'
import {
  type ChainAnalysis,
  FETCHES,
  isStrong,
  type JudgedPath,
  mayBeFetched,
  newestKnown,
  refusalOf,
  type Store,
  trustedIn,
  versionsFrom,
} from '../../../src/trust/index.js'
import { type Certificate, isSelfSigned } from '../../../src/x509/index.js'
import { defineChainRule, isAuthority, type Named, named, partlyJudged, subjectName } from '../chain-rule.js'

type Versions = { root: string; os: Store; since: string | null; newestKnown: string | null }

type Evidence = {
  pass: Versions & { extra: boolean }
  'unknown-root': { last: Named; root: string; rootSent: boolean }
  'not-built-in': Versions & { lost: string[]; supported: string }
  'legacy-lost': Versions & { lost: string[]; legacy: string }
  'could-be-fetched': { certificate: Named; missing: string; caIssuers: string[] }
}

/**
 * The best path ends in a root that the platform has built in: every version from `supportedOs` on, the older ones
 * down to `legacyOs` as a warning. A root counts by name and key. Versions newer than the newest known list are
 * judged by that list.
 */
export default defineChainRule({
  id: 'certificate/trusted',
  evidence: evidence<Evidence>(),
  reasons: {
    'unknown-root': 'fail',
    'not-built-in': 'fail',
    'legacy-lost': 'fail',
    'could-be-fetched': 'unknown',
  },
  judge({ chain, analysis, leaf }, { store }, context) {
    const best = analysis.best(store)
    if (best.anchor) return judgeAnchored(analysis, best, store, context)
    if (isSelfSigned(leaf)) return [unlessTold(unknownRoot(leaf), 'certificate/self-signed')]
    const partly = partlyJudged(analysis)
    if (partly) return [partly]
    const last = best.certificates.at(-1) ?? leaf
    if (mayBeFetched(chain, store, last)) {
      const missing = last.issuer.commonName ?? last.issuer.text
      return [unknown('could-be-fetched', { certificate: named(last), missing, caIssuers: last.caIssuers })]
    }
    return [withoutAnchor(last, leaf)]
  },
})

/** A lone leaf is reported by certificate/chain-complete; an unknown CA is an unknown root. */
function withoutAnchor(last: Certificate, leaf: Certificate): Finding<Evidence> {
  const found = unknownRoot(last)
  return isAuthority(last, leaf) ? found : unlessTold(found, 'certificate/chain-complete')
}

function unknownRoot(last: Certificate) {
  const rootSent = isSelfSigned(last)
  const root = rootSent ? subjectName(last) : (last.issuer.commonName ?? last.issuer.text)
  return fail('unknown-root', { last: named(last), root, rootSent })
}

function judgeAnchored(
  analysis: ChainAnalysis,
  best: JudgedPath,
  store: Store,
  os: { supportedOs: OsVersions; legacyOs: OsVersions },
): Finding<Evidence>[] {
  const usable = candidates(analysis, store)
  const first = usable.includes(best) ? best : usable[0]
  if (store === 'chrome') return [judgeChrome(usable, first?.anchor?.name ?? '')]

  const { all, supported, legacy } = versionsFrom(store, os.supportedOs[store], os.legacyOs[store])
  const trusted = (version: string) => usable.some((path) => trustedIn(path, store, version))
  // A sentence names a single root and its versions: the one that reaches back the furthest.
  const reach = (path: JudgedPath) => all.filter((version) => trustedIn(path, store, version)).length
  const widest = usable.toSorted((a, b) => reach(b) - reach(a))[0]
  const path = widest && first && reach(widest) > reach(first) ? widest : first
  const since = path ? sinceOf(all, (version) => trustedIn(path, store, version)) : null
  const facts: Versions = {
    root: path?.anchor?.name ?? '',
    os: store,
    since,
    newestKnown: newestKnown(store).version,
  }
  const lost = supported.filter((version) => !trusted(version))
  if (lost.length > 0) return [fail('not-built-in', { ...facts, lost, supported: os.supportedOs[store] })]
  const legacyLost = legacy.filter((version) => !trusted(version))
  if (legacyLost.length > 0) {
    return [fail('legacy-lost', { ...facts, lost: legacyLost, legacy: os.legacyOs[store] })]
  }
  return [pass({ ...facts, extra: usable.some(({ extra }) => extra) })]
}

type OsVersions = { ios: string; android: string }

/**
 * Paths a phone may choose: those without a fault if there are any, since faults of the best path are reported by
 * certificate/distrusted-ca, path, validity, key-strength and signature-algorithm. A version that is reached by faulty
 * paths only is not served.
 */
function candidates(analysis: ChainAnalysis, store: Store): JudgedPath[] {
  const reachable = analysis.paths.filter(({ anchor }) => anchor !== null)
  const own = preferred(reachable, ({ fetched }) => FETCHES[store] || !fetched)
  const welcome = preferred(own, (path) => refusalOf(analysis, path, store) === null)
  const clean = preferred(welcome, ({ violations }) => violations.length === 0)
  return preferred(clean, (path) => isStrong(path, store))
}

function preferred(paths: JudgedPath[], wanted: (path: JudgedPath) => boolean): JudgedPath[] {
  const found = paths.filter(wanted)
  return found.length > 0 ? found : paths
}

function judgeChrome(usable: readonly JudgedPath[], root: string): Finding<Evidence> {
  const facts: Versions = { root, os: 'chrome', since: null, newestKnown: null }
  const trusted = usable.find((path) => trustedIn(path, 'chrome'))
  if (trusted) return pass({ ...facts, root: trusted.anchor?.name ?? root, extra: trusted.extra })
  return fail('not-built-in', { ...facts, lost: [], supported: '' })
}

/** The first version after which no version is missing; null when every known version has it. */
function sinceOf(versions: readonly string[], trusted: (version: string) => boolean): string | null {
  const lastLost = versions.findLastIndex((version) => !trusted(version))
  return versions[lastLost + 1] ?? null
}
