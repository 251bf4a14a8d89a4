/** One trust computation per chain: all paths once, then every platform asks for its best one. */
import type { ChainFact } from '../facts/index.js'
import {
  type Anchor,
  type AnchorSource,
  buildPaths,
  type Certificate,
  certificateAnchor,
  checkPath,
  isSelfSigned,
  type Path,
  readCertificate,
  readSctList,
  type Sct,
  type Violation,
} from '../x509/index.js'
import { refusalOf } from './platform.js'
import { type AnchorRecord, anchorStore } from './store.js'
import type { Store } from './versions.js'

export interface JudgedPath extends Path {
  violations: Violation[]
  /** Needs a certificate that the server did not send. */
  fetched: boolean
  /** Null without an anchor and for a --ca anchor, which counts as built in everywhere. */
  record: AnchorRecord | null
  /** Ends in a --ca anchor. */
  extra: boolean
}

export interface ChainAnalysis {
  /** As sent; null where our reader can't make a certificate out. */
  sent: (Certificate | null)[]
  leaf: Certificate | null
  paths: JudgedPath[]
  /** The bounds on work were hit. */
  truncated: boolean
  /** The instant judged for. */
  at: number
  /** The oldest SCT, embedded or sent along in the handshake; null without any. */
  earliestSct: number | null
  /** The path a platform would settle on; without any anchor the one that leads furthest. */
  best(store: Store): JudgedPath
  /** The same among paths of sent certificates alone. */
  bestSent(store: Store): JudgedPath
}

export interface AnalysisContext {
  now: number
  /** Base64 DER of --ca anchors. */
  ca: readonly string[]
}

/** What holds at every instant, and what was made of it for single ones. */
interface Remembered {
  ca: readonly string[]
  built: Built
  analyses: Map<number, ChainAnalysis>
}

const memo = new WeakMap<ChainFact, Remembered[]>()

/** Memoised by the fact, the extra anchors and the instant; paths are built once for all instants. */
export function analyse(chain: ChainFact, { now, ca }: AnalysisContext): ChainAnalysis {
  const known = memo.get(chain) ?? []
  memo.set(chain, known)
  let own = known.find((one) => sameList(one.ca, ca))
  if (!own) {
    own = { ca, built: build(chain, ca), analyses: new Map() }
    known.push(own)
  }
  const found = own.analyses.get(now) ?? judgedAt(own.built, { now, ca })
  own.analyses.set(now, found)
  return found
}

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((one, index) => one === b[index]))

interface Built {
  sent: (Certificate | null)[]
  leaf: Certificate | null
  fromSent: Path[]
  /** Those that need a fetched certificate. */
  added: Path[]
  truncated: boolean
  earliestSct: number | null
}

function build(chain: ChainFact, ca: readonly string[]): Built {
  const sent = chain.certificates.map(read)
  const fetched = (chain.fetched ?? []).flatMap(({ certificates }) => (certificates ?? []).map(read))
  const leaf = sent[0] ?? null
  if (!leaf) return { sent, leaf, fromSent: [], added: [], truncated: false, earliestSct: null }

  const anchors = joined(extraAnchors(ca))
  const present = (certificates: readonly (Certificate | null)[]) =>
    certificates.filter((certificate) => certificate !== null)
  const own = present(sent.slice(1))
  const fromSent = buildPaths({ leaf, others: own, anchors })
  const mended =
    fetched.length > 0 ? buildPaths({ leaf, others: [...own, ...present(fetched)], anchors }) : null
  const known = new Set([leaf, ...own].map(({ sha256 }) => sha256))
  const added = mended?.paths.filter(({ certificates }) =>
    certificates.some(({ sha256 }) => !known.has(sha256)),
  )
  return {
    sent,
    leaf,
    fromSent: fromSent.paths,
    added: added ?? [],
    truncated: fromSent.truncated || (mended?.truncated ?? false),
    earliestSct: earliestSct(leaf, chain),
  }
}

function judgedAt(built: Built, context: AnalysisContext): ChainAnalysis {
  const { sent, leaf, truncated, earliestSct } = built
  if (!leaf) return unreadable(sent, context.now)
  const sentOnly = judgedPaths(built.fromSent, false, context)
  const paths = [...sentOnly, ...judgedPaths(built.added, true, context)]
  const analysis: ChainAnalysis = {
    sent,
    leaf,
    paths,
    truncated,
    at: context.now,
    earliestSct,
    best: once((store) => choose(paths, store, analysis)),
    bestSent: once((store) => choose(sentOnly, store, analysis)),
  }
  return analysis
}

/** Every rule asks again, and ranking a hostile server's hundred paths costs. */
function once(choice: (store: Store) => JudgedPath): (store: Store) => JudgedPath {
  const made = new Map<Store, JudgedPath>()
  return (store) => {
    const path = made.get(store) ?? choice(store)
    made.set(store, path)
    return path
  }
}

function judgedPaths(paths: readonly Path[], fetched: boolean, context: AnalysisContext): JudgedPath[] {
  const extras = extraAnchors(context.ca)
  return paths.map((path): JudgedPath => {
    const extra = path.anchor !== null && extras.some(({ id }) => id === path.anchor?.id)
    return {
      ...path,
      violations: checkPath(path, { at: context.now }),
      fetched,
      record: path.anchor && !extra ? anchorStore().byId(path.anchor.id) : null,
      extra,
    }
  })
}

/** Issuers come again with every host; a certificate that was read does not change. */
const READ_BEFORE = 512
const readBefore = new Map<string, Certificate | null>()

function read(base64: string): Certificate | null {
  const known = readBefore.get(base64)
  if (known !== undefined) return known
  const certificate = readAnew(base64)
  if (readBefore.size >= READ_BEFORE) readBefore.clear()
  readBefore.set(base64, certificate)
  return certificate
}

function readAnew(base64: string): Certificate | null {
  try {
    return readCertificate(Buffer.from(base64, 'base64'))
  } catch {
    return null
  }
}

function unreadable(sent: (Certificate | null)[], at: number): ChainAnalysis {
  const nothing = () => {
    throw new Error('no leaf, no path')
  }
  return {
    sent,
    leaf: null,
    paths: [],
    truncated: false,
    at,
    earliestSct: null,
    best: nothing,
    bestSent: nothing,
  }
}

function earliestSct(leaf: Certificate, { sctList }: ChainFact): number | null {
  const sent = sctList === undefined ? [] : readScts(sctList)
  const times = [...leaf.scts, ...sent].map(({ timestamp }) => timestamp)
  return times.length > 0 ? Math.min(...times) : null
}

function readScts(base64: string): Sct[] {
  try {
    return readSctList(Buffer.from(base64, 'base64'))
  } catch {
    return []
  }
}

const extraMemo = new Map<string, Anchor[]>()

function extraAnchors(ca: readonly string[]): Anchor[] {
  const key = ca.join(' ')
  const known = extraMemo.get(key)
  if (known) return known
  const anchors = ca.flatMap((base64) => {
    const certificate = read(base64)
    return certificate ? [certificateAnchor(certificate)] : []
  })
  extraMemo.clear()
  extraMemo.set(key, anchors)
  return anchors
}

/** A --ca anchor comes before a built-in one of the same name. */
function joined(extras: readonly Anchor[]): AnchorSource {
  const store = anchorStore()
  if (extras.length === 0) return store
  return {
    bySubject: (canonical) => [
      ...extras.filter(({ subjectCanonical }) => subjectCanonical === canonical),
      ...store.bySubject(canonical),
    ],
  }
}

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

/**
 * Is what was sent less than what we could judge: a certificate that our reader can't make out, or more than the
 * bounds on work allow? Then the absence of a path proves nothing.
 */
export const isPartlyJudged = ({ sent, truncated }: ChainAnalysis): boolean =>
  truncated || sent.includes(null)

/** The newest list decides; then an unblemished path, then a strong one, one that was sent, the short one. */
function choose(paths: readonly JudgedPath[], store: Store, analysis: ChainAnalysis): JudgedPath {
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
