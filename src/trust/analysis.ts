/** One trust computation per chain: all paths are built once, then every platform chooses its best one. */
import { type ChainFact, digestOf, type Recent, recent } from '../facts/index.js'
import { buildPaths, type Certificate, checkPath, type Path, rememberedCertificate } from '../x509/index.js'
import { choose } from './best-path.js'
import type { ChainAnalysis, JudgedPath } from './chain-analysis.js'
import { earliestSct, extraAnchors, joined } from './chain-content.js'
import { anchorStore } from './store.js'
import type { Store } from './versions.js'

export interface AnalysisContext {
  now: number
  /** Base64 DER of --ca anchors. */
  ca: readonly string[]
}

/** What is the same at every instant, and the results for single ones. */
interface Remembered {
  ca: readonly string[]
  built: Built
  /** By instant. */
  analyses: Recent<ChainAnalysis>
}

/** A run uses the instant of probing and that of judging; a long run probes at any number of them. */
const INSTANTS = 4

const memo = new WeakMap<ChainFact, Remembered[]>()

/** Chains that several servers may send; hostile ones have a hundred paths each. */
const MOST = 32
const sentAlike = new WeakMap<object, Recent<Remembered[]>>()

/** What is remembered about chains is valid for the roots they were checked against. */
function remembered(chain: ChainFact): Remembered[] {
  const { byId } = anchorStore()
  const known = sentAlike.get(byId) ?? recent<Remembered[]>(MOST)
  sentAlike.set(byId, known)
  return known.of(contentOf(chain), () => [])
}

/** What an analysis depends on. */
const contentOf = ({ certificates, fetched, sctList }: ChainFact): string =>
  digestOf([certificates, fetched, sctList])

/** Memoised by what was sent, the extra anchors and the instant; paths are built once for all instants. */
export function analyse(chain: ChainFact, { now, ca }: AnalysisContext): ChainAnalysis {
  const known = memo.get(chain) ?? remembered(chain)
  memo.set(chain, known)
  let own = known.find((one) => sameList(one.ca, ca))
  if (!own) {
    own = { ca, built: build(chain, ca), analyses: recent(INSTANTS) }
    known.push(own)
  }
  const { built } = own
  return own.analyses.of(String(now), () => judgedAt(built, { now, ca }))
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
  const sent = chain.certificates.map(rememberedCertificate)
  const fetched = (chain.fetched ?? []).flatMap(({ certificates }) =>
    (certificates ?? []).map(rememberedCertificate),
  )
  const leaf = sent[0] ?? null
  if (!leaf) return { sent, leaf, fromSent: [], added: [], truncated: false, earliestSct: null }

  const anchors = joined(extraAnchors(ca))
  const present = (certificates: readonly (Certificate | null)[]) =>
    certificates.filter((certificate) => certificate !== null)
  const own = present(sent.slice(1))
  const fromSent = buildPaths({ leaf, others: own, anchors })
  const fixed =
    fetched.length > 0 ? buildPaths({ leaf, others: [...own, ...present(fetched)], anchors }) : null
  const known = new Set([leaf, ...own].map(({ sha256 }) => sha256))
  const added = fixed?.paths.filter(({ certificates }) =>
    certificates.some(({ sha256 }) => !known.has(sha256)),
  )
  return {
    sent,
    leaf,
    fromSent: fromSent.paths,
    added: added ?? [],
    truncated: fromSent.truncated || (fixed?.truncated ?? false),
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

/**
 * Is what was sent less than what we could judge: a certificate that our reader can't make out, or more than the
 * bounds on work allow? Then the absence of a path proves nothing.
 */
export const isPartlyJudged = ({ sent, truncated }: ChainAnalysis): boolean =>
  truncated || sent.includes(null)
