/** One trust computation per chain: all paths once, then every platform asks for its best one. */
import type { ChainFact } from '../facts/index.js'
import {
  type Anchor,
  type AnchorSource,
  buildPaths,
  type Certificate,
  certificateAnchor,
  checkPath,
  type Path,
  readCertificate,
  readSctList,
  type Sct,
  type Violation,
} from '../x509/index.js'
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

const memo = new WeakMap<ChainFact, Map<string, ChainAnalysis>>()

/** Memoised by the fact, the instant and the extra anchors. */
export function analyse(chain: ChainFact, context: AnalysisContext): ChainAnalysis {
  const known = memo.get(chain) ?? new Map<string, ChainAnalysis>()
  memo.set(chain, known)
  const key = `${context.now} ${context.ca.join(' ')}`
  const found = known.get(key) ?? compute(chain, context)
  known.set(key, found)
  return found
}

function compute(chain: ChainFact, context: AnalysisContext): ChainAnalysis {
  const sent = chain.certificates.map(read)
  const fetched = (chain.fetched ?? []).flatMap(({ certificates }) => (certificates ?? []).map(read))
  const leaf = sent[0] ?? null
  if (!leaf) return unreadable(sent, context.now)

  const extras = extraAnchors(context.ca)
  const sentIds = new Set(sent.flatMap((certificate) => certificate?.sha256 ?? []))
  const others = [...sent.slice(1), ...fetched].filter((certificate) => certificate !== null)
  const { paths, truncated } = buildPaths({ leaf, others, anchors: joined(extras) })
  const judged = paths.map((path): JudgedPath => {
    const extra = path.anchor !== null && extras.some(({ id }) => id === path.anchor?.id)
    return {
      ...path,
      violations: checkPath(path, { at: context.now }),
      fetched: path.certificates.some(({ sha256 }) => !sentIds.has(sha256)),
      record: path.anchor && !extra ? anchorStore().byId(path.anchor.id) : null,
      extra,
    }
  })
  const sentOnly = judged.filter((path) => !path.fetched)
  return {
    sent,
    leaf,
    paths: judged,
    truncated,
    at: context.now,
    earliestSct: earliestSct(leaf, chain),
    best: (store) => choose(judged, store),
    bestSent: (store) => choose(sentOnly, store),
  }
}

function read(base64: string): Certificate | null {
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

/** Would this platform find an issuer that we did not look for, or could not get an answer about? */
export function mayBeFetched(chain: ChainFact, store: Store, last: Certificate): boolean {
  if (!FETCHES[store] || last.caIssuers.length === 0) return false
  const asked = (chain.fetched ?? []).filter(({ of }) => of === last.sha256)
  return asked.length === 0 || asked.some(({ certificates, refused }) => !certificates && !refused)
}

/** The newest list decides; then an unblemished path, then one that was sent, then the short one. */
function choose(paths: readonly JudgedPath[], store: Store): JudgedPath {
  const ranked = paths.map((path) => ({ path, rank: rankOf(path, store) }))
  ranked.sort((a, b) => compareRanks(a.rank, b.rank))
  const first = ranked[0]
  if (!first) throw new Error('buildPaths answers at least the leaf alone')
  return first.path
}

function rankOf(path: JudgedPath, store: Store): number[] {
  const sentFirst = FETCHES[store] || path.anchor === null ? 0 : Number(path.fetched)
  const length = path.certificates.length
  return [
    sentFirst,
    standing(path, store),
    path.violations.length,
    Number(path.fetched),
    path.anchor ? length : -length,
  ]
}

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
