/** What a report says about a target besides its results: addresses, certificate, chains, trust. */
import { createHash } from 'node:crypto'
import { type ChainFact, chainText, type EndpointFacts, type TargetFacts } from '../facts/index.js'
import { type AnalysisContext, analyse, type ChainAnalysis, trustSpans } from '../trust/index.js'
import type { ChainLink, Target } from '../types.js'
import type { Certificate } from '../x509/index.js'

type Summary = Pick<Target, 'durationMs' | 'addresses' | 'certificate' | 'chain' | 'chains' | 'trust'>

const DAY = 86_400_000
const STORES = ['ios', 'android', 'chrome'] as const

export function summaryOf(target: TargetFacts, context: AnalysisContext): Summary {
  // If a proxy resolved the name we don't know its address.
  const addresses = target.dns?.source === 'proxy' ? [] : addressesOf(target)
  const summary: Summary = {
    ...(target.durationMs !== undefined && { durationMs: target.durationMs }),
    ...(addresses.length > 0 && !target.certificateFile && { addresses }),
  }
  const shown = endsFirst(target, context)
  if (!shown) return summary
  const { chain, certificate, trust } = shown
  return {
    ...summary,
    chain,
    chains: distinctChains(target, context),
    ...(certificate && { certificate }),
    ...(trust && { trust }),
  }
}

/** Of the chains that current phones may get at any address, the one whose certificate ends first: reminders rest on it. */
function endsFirst({ endpoints }: TargetFacts, context: AnalysisContext): Told | undefined {
  const all = endpoints.flatMap(({ chains }) => chains)
  const usual = all.filter(isUsual)
  const each = (usual.length > 0 ? usual : all).map((chain) => told(analyse(chain, context)))
  return each.toSorted((one, other) => endOf(one) - endOf(other))[0]
}

/** What a general hello gets under TLS 1.2 may be the other one of an RSA and EC pair. */
const isUsual = ({ primary, hellos }: ChainFact): boolean =>
  primary || hellos.some((hello) => hello === 'tls1.3' || hello === 'tls1.2')

/** Nothing is known of one that can't be read, so it stands for a host only if there is no other. */
function endOf({ certificate }: Told): number {
  const end = Date.parse(certificate?.issuerEnds?.notAfter ?? certificate?.notAfter ?? '')
  return Number.isNaN(end) ? Number.MAX_VALUE : end
}

type Told = Required<Pick<Target, 'chain'>> & Pick<Target, 'certificate' | 'trust'>

/** Many servers send the same chain, which is analysed once. */
const known = new WeakMap<ChainAnalysis, Told>()

function told(analysis: ChainAnalysis): Told {
  const before = known.get(analysis)
  if (before) return before
  const { leaf, sent, at } = analysis
  const made: Told = leaf
    ? {
        chain: chainOf(analysis),
        certificate: certificateOf(leaf, at, analysis),
        trust: trustSpans(analysis),
      }
    : { chain: sent.map((one) => linkOf(one, true)) }
  known.set(analysis, made)
  return made
}

type Address = NonNullable<Target['addresses']>[number]
type State = Address['state']

/** Addresses that were probed, and those that weren't. */
function addressesOf({ dns, endpoints }: TargetFacts): Address[] {
  const asked = endpoints.map(({ address, family, ...endpoint }) => ({
    address,
    family,
    state: stateOf(endpoint),
  }))
  if (asked.length === 0 || !dns) return asked
  const known = new Set(asked.map(({ address }) => address))
  const left = (addresses: readonly string[], family: 4 | 6): Address[] =>
    addresses.flatMap((address) => (known.has(address) ? [] : [{ address, family, state: 'not-tried' }]))
  return [...asked, ...left(dns.a.addresses, 4), ...left(dns.aaaa.addresses, 6)]
}

function stateOf({ connect, handshakes }: Pick<EndpointFacts, 'connect' | 'handshakes'>): State {
  if (connect.kind === 'refused') return 'refused'
  if (connect.kind === 'no-answer') return /^(?:local|proxy):/.test(connect.cause) ? 'not-tried' : 'silent'
  return Object.values(handshakes).some(({ kind }) => kind !== 'no-answer') ? 'answered' : 'silent'
}

function certificateOf(
  leaf: Certificate,
  now: number,
  analysis: ChainAnalysis,
): NonNullable<Target['certificate']> {
  const first = firstToEnd(leaf, analysis)
  return {
    subject: leaf.subject.text,
    issuer: leaf.issuer.text,
    names: [...(leaf.subjectAltName?.dns ?? []), ...(leaf.subjectAltName?.ip ?? [])],
    notBefore: iso(leaf.notBefore),
    notAfter: iso(leaf.notAfter),
    sha256: leaf.sha256,
    daysLeft: Math.floor((leaf.notAfter - now) / DAY),
    keySha256: createHash('sha256').update(leaf.spki, 'hex').digest('hex'),
    ...(first && {
      issuerEnds: {
        subject: first.subject.text,
        notBefore: iso(first.notBefore),
        notAfter: iso(first.notAfter),
        daysLeft: Math.floor((first.notAfter - now) / DAY),
      },
    }),
  }
}

/** Of the paths that any platform takes. */
function firstToEnd(leaf: Certificate, analysis: ChainAnalysis): Certificate | undefined {
  return STORES.flatMap((store) => analysis.best(store).certificates)
    .filter(({ notAfter }) => notAfter < leaf.notAfter)
    .sort((a, b) => a.notAfter - b.notAfter)[0]
}

const iso = (ms: number) => (Number.isFinite(ms) ? new Date(ms).toISOString() : '')

/** Exactly as sent, then what was added to fix it. */
function chainOf(analysis: ChainAnalysis): ChainLink[] {
  const sent = analysis.sent.map((certificate) => linkOf(certificate, true))
  const added = new Map(
    STORES.flatMap((store) => analysis.best(store).certificates)
      .filter((one) => !analysis.sent.some((certificate) => certificate?.sha256 === one.sha256))
      .map((one) => [one.sha256, linkOf(one, false)]),
  )
  return [...sent, ...added.values()]
}

function linkOf(certificate: Certificate | null, sent: boolean): ChainLink {
  if (!certificate) return { subject: '', issuer: '', sha256: '', sent }
  const { subject, issuer, sha256 } = certificate
  return { subject: subject.text, issuer: issuer.text, sha256, sent }
}

function chainGroups({ endpoints }: TargetFacts) {
  const groups = new Map<string, { chain: ChainFact; addresses: Set<string>; clients: Set<string> }>()
  for (const { address, chains } of endpoints) {
    for (const chain of chains) {
      const key = chainText(chain.certificates)
      const group = groups.get(key) ?? { chain, addresses: new Set(), clients: new Set() }
      groups.set(key, group)
      group.addresses.add(address)
      for (const client of clientsOf(chain)) group.clients.add(client)
    }
  }
  return [...groups.values()]
}

const clientsOf = ({ hellos, clients = [], byRequest }: ChainFact): string[] => [
  ...hellos,
  ...clients,
  ...(byRequest ? ['HTTP'] : []),
]

function distinctChains(target: TargetFacts, context: AnalysisContext) {
  return chainGroups(target).map(({ chain, addresses, clients }) => {
    const { chain: links, certificate } = told(analyse(chain, context))
    return {
      addresses: [...addresses],
      clients: [...clients],
      chain: links,
      ...(certificate && { certificate }),
    }
  })
}
