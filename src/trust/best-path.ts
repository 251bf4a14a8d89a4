/** Which of a chain's paths a platform would choose. */
import type { ChainFact } from '../facts/index.js'
import { type Certificate, isSelfSigned } from '../x509/index.js'
import type { ChainAnalysis, JudgedPath } from './chain-analysis.js'
import { refusalOf } from './platform.js'
import type { Store } from './versions.js'

/** Does this platform's software ask for missing issuers at their AIA address? */
export const FETCHES: Record<Store, boolean> = { ios: true, android: false, chrome: true }

/** Neither iOS nor Chromium follows another scheme than http; there is nothing above a root to look for. */
const leadsOn = (certificate: Certificate): boolean =>
  certificate.caIssuers.some((url) => /^http:\/\//i.test(url)) && !isSelfSigned(certificate)

/** Would this platform find an issuer that we did not look for, or could not get an answer about? */
export function mayBeFetched(chain: ChainFact, store: Store, last: Certificate): boolean {
  if (!FETCHES[store] || !leadsOn(last)) return false
  const asked = (chain.fetched ?? []).filter(({ of }) => of === last.sha256)
  return asked.length === 0 || asked.some(({ certificates, refused }) => !certificates && !refused)
}

/** The newest list decides; then an unblemished path, then a strong one, one that was sent, the short one. */
export function choose(paths: readonly JudgedPath[], store: Store, analysis: ChainAnalysis): JudgedPath {
  const ranked = paths.map((path) => ({ path, rank: rankOf(path, store, analysis) }))
  ranked.sort((a, b) => compareRanks(a.rank, b.rank))
  const first = ranked[0]
  if (!first) throw new Error('buildPaths answers at least the leaf alone')
  return first.path
}

function rankOf(path: JudgedPath, store: Store, analysis: ChainAnalysis): number[] {
  const { anchor, certificates, violations } = path
  const fetched = Number(path.fetched)
  const { length } = certificates
  // Without an anchor the path that leads furthest tells most; what a platform doesn't fetch leads it nowhere.
  if (anchor === null) return [2, FETCHES[store] ? 0 : fetched, -length, violations.length, fetched]
  const faults = violations.length + Number(refusalOf(analysis, path, store) !== null)
  const refused = certificates.filter((certificate) => isRefused(certificate, store)).length
  const weak = certificates.filter((certificate) => !hasBits(certificate, LEAST_BITS)).length
  return [FETCHES[store] ? 0 : fetched, standing(path, store), faults, refused, weak, fetched, length]
}

const WEAK_HASHES = new Set(['md2', 'md5', 'sha1'])

/** Least bits of RSA and of EC keys: what iOS takes; what Android and Chromium still take. */
const LEAST_BITS = { rsa: 2048, ec: 256 }
const FLOOR_BITS = { rsa: 1024, ec: 160 }

const hasBits = ({ key }: Certificate, least: typeof LEAST_BITS): boolean =>
  key.type === 'ec' ? key.bits >= least.ec : key.type.startsWith('rsa') && key.bits >= least.rsa

/** Refused on this platform for its key or hash: another issue of the same authority is taken before it. */
const isRefused = (certificate: Certificate, store: Store): boolean =>
  WEAK_HASHES.has(certificate.signature.hash) ||
  !hasBits(certificate, store === 'ios' ? LEAST_BITS : FLOOR_BITS)

/** Is every certificate of the path signed and keyed as this platform wants it? */
export const isStrong = ({ certificates }: JudgedPath, store: Store): boolean =>
  !certificates.some((certificate) => isRefused(certificate, store))

/** 0: built into the newest known version; 1: into some version; 2: into another platform; 3: no anchor. */
function standing({ anchor, record, extra }: JudgedPath, store: Store): number {
  if (anchor === null) return 3
  if (extra || record === null) return 0
  if (store === 'chrome') return record.chrome ? 0 : 2
  const ranges = record[store]
  if (ranges.some(([, last]) => last === null)) return 0
  return ranges.length > 0 ? 1 : 2
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
