/** The chain a server should send, built from the given certificates and what they refer to. */
import type { ChainFact, TargetFacts } from '../facts/index.js'
import { type IssuerFetcher, openIssuerFetcher } from '../probes/index.js'
import {
  analyse,
  type ChainAnalysis,
  chainToServe,
  type NotServed,
  type ServeQuestion,
  whyNotServed,
} from '../trust/index.js'
import { type Certificate, isSelfSigned, type Violation } from '../x509/index.js'
import { askFor, completeChain } from './complete-chain.js'
import { leafFirst, readOrNull } from './order.js'

export interface ServeOptions extends ServeQuestion {
  /** The instant to judge for, in milliseconds since 1970. */
  now: number
  /** Base64 DER. */
  ca: readonly string[]
  /** Null: nothing is fetched. */
  fetch:
    | (Pick<FetchOptions, 'resolve' | 'proxy' | 'allowPrivate'> & {
        dns?: string | undefined
        signal: AbortSignal
      })
    | null
}
type FetchOptions = Parameters<typeof openIssuerFetcher>[0]

export type ChainStep =
  | { step: 'added'; subject: string; url: string }
  | { step: 'removed'; subject: string; why: 'root' | 'duplicate' | 'not-needed' | 'unreadable' }
  | { step: 'moved'; order: string[] }

export interface Served {
  /** Leaf first, no root. */
  certificates: Certificate[]
  steps: ChainStep[]
  /** Versions below the supported ones that this chain doesn't reach. */
  legacyLost: string[]
}

export type Unserved =
  | { reason: 'unreadable' }
  | { reason: 'self-signed'; subject: string }
  | { reason: 'unknown-root'; root: string }
  | { reason: 'missing-issuer'; of: string; issuer: string; tried: { url: string; failure: string }[] }
  | { reason: 'invalid'; violations: { subject: string; code: Violation['code'] }[] }
  | ({ reason: 'lost'; root: string } & Pick<NotServed, 'lost' | 'refused'>)

/** Fetches allowed for finding a cross-sign after the chain has reached an anchor. */
const MAX_WIDENINGS = 3

/** @param sent DER, from a file or as a server sent it */
export async function serveChain(sent: readonly Buffer[], options: ServeOptions): Promise<Served | Unserved> {
  const certificates = leafFirst(sent).map((der) => der.toString('base64'))
  const start: ChainFact = { certificates, hellos: [], primary: true, keyProof: 'unchecked' }
  const chain = options.fetch ? await looked(start, options, options.fetch) : start
  const analysis = analyse(chain, options)
  if (!analysis.leaf) return { reason: 'unreadable' }
  const served = chainToServe(analysis, options)
  if (!served) return unserved(chain, analysis, analysis.leaf, options)
  const { legacyLost } = served
  return { certificates: served.certificates, steps: stepsOf(sent, served.certificates, chain), legacyLost }
}

async function looked(
  start: ChainFact,
  options: ServeOptions,
  { dns, resolve, proxy, allowPrivate, signal }: NonNullable<ServeOptions['fetch']>,
): Promise<ChainFact> {
  const { fetch, close } = openIssuerFetcher({ dns, resolve, proxy, allowPrivate }, signal)
  try {
    const fixed = await completeChain(start, { now: options.now, ca: options.ca, fetch })
    return await widened(fixed, options, fetch)
  } finally {
    close()
  }
}

/** A chain that reaches an anchor may still lack the cross-sign that older phones need. */
async function widened(start: ChainFact, options: ServeOptions, fetch: IssuerFetcher): Promise<ChainFact> {
  let chain = start
  for (let step = 0; step < MAX_WIDENINGS; step++) {
    const analysis = analyse(chain, options)
    const served = analysis.leaf ? chainToServe(analysis, options) : null
    const enough = served !== null && served.legacyLost.length === 0
    const end = enough ? undefined : analysis.paths.map(lastOf).find((last) => isOpen(last, chain))
    if (!end) return chain
    chain = { ...chain, fetched: [...(chain.fetched ?? []), ...(await askFor(end, fetch))] }
  }
  return chain
}

const lastOf = ({ certificates }: { certificates: Certificate[] }) => certificates.at(-1)

const isOpen = (last: Certificate | undefined, chain: ChainFact): last is Certificate =>
  last !== undefined &&
  last.caIssuers.length > 0 &&
  !isSelfSigned(last) &&
  !chain.fetched?.some(({ of }) => of === last.sha256)

function unserved(
  chain: ChainFact,
  analysis: ChainAnalysis,
  leaf: Certificate,
  question: ServeQuestion,
): Unserved {
  const { path, lost, refused } = whyNotServed(analysis, question)
  if (path) return { reason: 'lost', root: path.anchor?.name ?? '', lost, refused }
  const best = analysis.best('android')
  if (best.anchor) {
    const violations = best.violations.map(({ code, index }) => ({
      subject: subjectOf(best.certificates[index] ?? leaf),
      code,
    }))
    return { reason: 'invalid', violations }
  }
  const last = best.certificates.at(-1) ?? leaf
  if (isSelfSigned(leaf)) return { reason: 'self-signed', subject: subjectOf(leaf) }
  if (isSelfSigned(last)) return { reason: 'unknown-root', root: subjectOf(last) }
  const tried = (chain.fetched ?? []).filter(({ of }) => of === last.sha256)
  return {
    reason: 'missing-issuer',
    of: subjectOf(last),
    issuer: last.issuer.commonName ?? last.issuer.text,
    tried: tried.map(({ url, failure = '' }) => ({ url, failure })),
  }
}

/** What happened to each given certificate, and where the new ones come from. */
function stepsOf(sent: readonly Buffer[], served: readonly Certificate[], chain: ChainFact): ChainStep[] {
  const before = sent.map(readOrNull)
  const had = new Set(before.map((one) => one?.sha256))
  const kept = served.filter(({ sha256 }) => had.has(sha256))
  const places = kept.map(({ sha256 }) => before.findIndex((one) => one?.sha256 === sha256))
  const moved = places.some((place, index) => index > 0 && place < (places[index - 1] ?? 0))
  return [
    ...served.filter(({ sha256 }) => !had.has(sha256)).map((one) => added(one, chain)),
    ...before.flatMap((one, index) => removed(one, before.slice(0, index), served)),
    ...(moved ? [{ step: 'moved' as const, order: served.map(subjectOf) }] : []),
  ]
}

function added(certificate: Certificate, { fetched = [] }: ChainFact): ChainStep {
  const base64 = certificate.der.toString('base64')
  const url = fetched.find(({ certificates }) => certificates?.includes(base64))?.url ?? ''
  return { step: 'added', subject: subjectOf(certificate), url }
}

function removed(
  one: Certificate | null,
  before: readonly (Certificate | null)[],
  served: readonly Certificate[],
): ChainStep[] {
  if (one === null) return [{ step: 'removed', subject: '', why: 'unreadable' }]
  const again = before.some((other) => other?.sha256 === one.sha256)
  if (served.some(({ sha256 }) => sha256 === one.sha256) && !again) return []
  const isItsRoot = isSelfSigned(one) && served.at(-1)?.issuer.canonical === one.subject.canonical
  const why = again ? 'duplicate' : isItsRoot ? 'root' : 'not-needed'
  return [{ step: 'removed', subject: subjectOf(one), why }]
}

const subjectOf = ({ subject }: Certificate): string => subject.commonName ?? subject.text

/** What a server sends to current phones, and how many other chains it has. */
export function chainSentBy({ endpoints }: TargetFacts): { chain: ChainFact; others: number } | null {
  const all = endpoints.flatMap(({ chains }) => chains)
  const chain = all.find(({ primary }) => primary) ?? all[0]
  if (!chain) return null
  const others = new Set(all.map(({ certificates }) => certificates.join(' '))).size - 1
  return { chain, others }
}

/** Why there was no answer; null if there was one of any kind. */
export function silenceOf({ dns, endpoints }: TargetFacts): string | null {
  const unsure = [dns?.a, dns?.aaaa].find((one) => one?.kind === 'timeout' || one?.kind === 'failed')
  if (endpoints.length === 0) return unsure ? `DNS ${unsure.code ?? unsure.kind}` : null
  const causes = endpoints.map(({ connect, handshakes }) => {
    const all = [connect, ...Object.values(handshakes)]
    const silent = all.find((answer) => answer.kind === 'no-answer')
    const told = Object.values(handshakes).some((answer) => answer.kind === 'refused')
    return connect.kind === 'refused' || told ? null : (silent?.cause ?? null)
  })
  return causes.some((cause) => cause === null) ? null : (causes[0] ?? null)
}
