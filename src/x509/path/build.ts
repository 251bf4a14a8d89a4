/** All paths from a leaf to trust anchors (RFC 4158), within bounds on work. */
import { putTo } from '../../grouping.js'
import { anchorFor, isAnchor } from '../anchors.js'
import { isSelfSigned } from '../signature.js'
import type { Anchor, AnchorSource, Certificate, Path, PathEnd, PathLimits, Paths } from '../types.js'
import { type Budget, type Issuers, issuersOf, poolOf } from './issuers.js'

const LIMITS: PathLimits = { depth: 12, paths: 128, signatures: 400 }
const MAX_STEPS = 20_000

type Graph = Map<Certificate, Issuers>

/**
 * Every path that `others` (what was sent or fetched, in any order) and `anchors` allow: names chained and
 * signatures verified, nothing else judged. A self-signed certificate with an anchor's name and key ends
 * there and is not part of the path, unless it is the leaf. If no anchor is reached at all, the longest paths are returned with
 * `anchor: null`; there is always at least the leaf alone.
 */
export function buildPaths(input: {
  leaf: Certificate
  others: readonly Certificate[]
  anchors: AnchorSource
  limits?: Partial<PathLimits>
}): Paths {
  const { leaf, others, anchors } = input
  const limits = { ...LIMITS, ...input.limits }
  const budget: Budget = {
    signatures: limits.signatures,
    paths: limits.paths,
    steps: MAX_STEPS,
    spent: false,
  }
  const own = anchorFor(leaf, anchors)
  if (own) return { leaf, paths: [{ certificates: [leaf], anchor: own }], truncated: false }

  const graph = explore(leaf, others, anchors, budget)
  const useful = leadingToAnchors(graph)
  const search: Search = { graph, useful, depth: limits.depth, budget, paths: [] }
  if (useful.has(leaf)) walk(search, [leaf])
  if (search.paths.length === 0) {
    budget.paths = Math.max(1, limits.paths)
    budget.steps = MAX_STEPS
    walk({ ...search, useful: null }, [leaf])
  }
  return { leaf, paths: search.paths, truncated: budget.spent }
}

/** Each certificate's issuers, every signature checked once however many paths run over it. */
function explore(
  leaf: Certificate,
  others: readonly Certificate[],
  anchors: AnchorSource,
  budget: Budget,
): Graph {
  const pool = poolOf(others, anchors)
  const graph: Graph = new Map()
  const queue = [leaf]
  for (const certificate of queue) {
    if (graph.has(certificate)) continue
    const issuers = issuersOf(certificate, pool, budget)
    graph.set(certificate, issuers)
    queue.push(...issuers.certificates.filter((issuer) => !graph.has(issuer)))
  }
  return graph
}

/** Walks the graph backwards: otherwise a forest of dead ends would use up the bounds. */
function leadingToAnchors(graph: Graph): Set<Certificate> {
  const children = new Map<Certificate, Certificate[]>()
  const queue: Certificate[] = []
  for (const [child, { anchors, certificates }] of graph) {
    if (anchors.length > 0) queue.push(child)
    for (const issuer of certificates) {
      putTo(children, issuer, child)
    }
  }
  const useful = new Set<Certificate>()
  for (const certificate of queue) {
    if (useful.has(certificate)) continue
    useful.add(certificate)
    queue.push(...(children.get(certificate) ?? []))
  }
  return useful
}

interface Search {
  graph: Graph
  /** Certificates to go through; null: all, and dead ends are paths too. */
  useful: Set<Certificate> | null
  depth: number
  budget: Budget
  paths: Path[]
}

function walk(search: Search, path: Certificate[]): void {
  const { graph, useful, depth, budget } = search
  const last = path[path.length - 1] as Certificate
  const issuers = graph.get(last) ?? { anchors: [], certificates: [], named: false }
  if (budget.steps-- <= 0 || budget.paths <= 0) {
    budget.spent = true
    return
  }
  const anchors = issuers.anchors.filter((anchor) => !path.some((passed) => isAnchor(passed, anchor)))
  for (const anchor of anchors) emit(search, path, anchor)
  const isNew = (issuer: Certificate) => !path.some((passed) => sameEntity(passed, issuer))
  const next = issuers.certificates.filter((issuer) => (useful?.has(issuer) ?? true) && isNew(issuer))
  const tooDeep = next.length > 0 && path.length >= depth
  if (tooDeep) budget.spent = true
  else for (const issuer of next) walk(search, [...path, issuer])
  if (useful === null && anchors.length === 0 && (next.length === 0 || tooDeep))
    emit(search, path, null, tooDeep ? 'depth' : endOf(last, issuers))
}

/** RFC 4158 section 2.4.2: a name and key that occur twice are a loop. */
const sameEntity = (a: Certificate, b: Certificate): boolean =>
  a.subject.canonical === b.subject.canonical && a.spki === b.spki

function endOf(last: Certificate, issuers: Issuers): PathEnd {
  if (isSelfSigned(last)) return 'self-signed'
  if (issuers.certificates.length + issuers.anchors.length > 0) return 'loop'
  return issuers.named ? 'signature' : 'no-issuer'
}

function emit(search: Search, certificates: Certificate[], anchor: Anchor | null, end?: PathEnd): void {
  if (search.budget.paths-- <= 0) {
    search.budget.spent = true
    return
  }
  search.paths.push({ certificates, anchor, ...(end && { end }) })
}
