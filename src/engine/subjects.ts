/** Turns a target's facts into the cases that rules judge, or into the reason why there is nothing to judge. */
import {
  type ChainFact,
  chainText,
  type EndpointFacts,
  type EntryFact,
  type Handshake,
  httpEnding,
  type KeyExchangeFact,
  keyExchangesOf,
  type NoAnswer,
  type Refusal,
  type TargetFacts,
  TLS_VERSIONS,
  type TlsVersion,
} from '../facts/index.js'
import type { Level } from '../types.js'
import type { AuditSubject, Evidence, ProjectSubject, Subject, Subjects } from './rule.js'

/** Which address, which hellos: what a finding applies to if not to the whole target. */
export interface Scope {
  addresses?: string[]
  hellos?: string[]
  /** Findings here are capped at this level. */
  cap?: Level
}

export type Case =
  /** `absent`: why the missing facts could not be observed. */
  | { kind: 'facts'; facts: Partial<Subjects[Subject]>; scope: Scope; absent?: Evidence }
  | { kind: 'unknown'; evidence: Evidence; scope: Scope }
  /** A fault that rules of another subject report. */
  | { kind: 'nothing'; scope?: Scope }

/** The subjects of a target; others come from the config or from a mini program's source. */
export type TargetSubject = Exclude<Subject, 'entry' | 'list' | AuditSubject | ProjectSubject>

const HELLO_OF_VERSION = {
  SSLv3: 'ssl3',
  TLSv1: 'tls1.0',
  'TLSv1.1': 'tls1.1',
  'TLSv1.2': 'tls1.2',
  'TLSv1.3': 'tls1.3',
} as const

/** @param listed every entry of the config, for rules that compare a target with the lists */
export function casesOf(subject: TargetSubject, target: TargetFacts, listed?: readonly EntryFact[]): Case[] {
  if (subject === 'target') return [targetCase(target)]
  const unresolved = withoutAddress(target)
  if (unresolved) return [unresolved]
  if (subject === 'http') return [httpCase(target, listed)]
  if (subject === 'endpoint') return target.endpoints.map((endpoint) => endpointCase(endpoint, target))
  return chainCases(target)
}

function targetCase(target: TargetFacts): Case {
  const { dns, endpoints, http } = target
  const unresolved = withoutAddress(target)
  if (unresolved?.kind === 'unknown') {
    return { kind: 'facts', facts: dns ? { dns } : {}, scope: {}, absent: unresolved.evidence }
  }
  return { kind: 'facts', facts: { ...(dns && { dns }), endpoints, http: http ?? null }, scope: {} }
}

/**
 * No address: a negative DNS answer leaves nothing to judge (dns/resolves reports it); no answer leaves everything
 * unknown.
 */
function withoutAddress(target: TargetFacts): Case | null {
  if (target.endpoints.length > 0) return null
  const { dns } = target
  if (!dns) return { kind: 'unknown', evidence: { phase: 'dns', cause: 'not-asked' }, scope: {} }
  // RFC 8020: NXDOMAIN holds for every record type.
  if (dns.a.kind === 'nxdomain') return { kind: 'nothing' }
  const silent = [dns.a, dns.aaaa].find(({ kind }) => kind === 'timeout' || kind === 'failed')
  const untried = dns.a.addresses.length + dns.aaaa.addresses.length > 0 || dns.a.kind === 'not-asked'
  if (!silent && untried) {
    return { kind: 'unknown', evidence: { phase: 'connect', cause: 'not-tried' }, scope: {} }
  }
  if (!silent) return { kind: 'nothing' }
  return { kind: 'unknown', evidence: { phase: 'dns', cause: silent.code ?? silent.kind }, scope: {} }
}

const answers = (endpoint: EndpointFacts): boolean => endpoint.connect.kind === 'accepted'

/** An IPv6 address that is unreachable from here while another one works is a warning at most (dns/ipv6). */
function scopeOf(endpoint: EndpointFacts, target: TargetFacts): Scope {
  const scope: Scope = target.endpoints.length > 1 ? { addresses: [endpoint.address] } : {}
  const spare = endpoint.family === 6 && !answers(endpoint) && target.endpoints.some(answers)
  return spare ? { ...scope, cap: 'warning' } : scope
}

function notObserved(answer: NoAnswer, endpoint: EndpointFacts, target: TargetFacts): Case {
  const { phase, cause } = answer
  return {
    kind: 'unknown',
    evidence: { phase, cause, address: endpoint.address },
    scope: scopeOf(endpoint, target),
  }
}

function endpointCase(endpoint: EndpointFacts, target: TargetFacts): Case {
  const { connect, handshakes } = endpoint
  if (connect.kind === 'no-answer') return notObserved(connect, endpoint, target)
  if (connect.kind === 'refused' || speaksNoTls(endpoint))
    return { kind: 'nothing', scope: scopeOf(endpoint, target) }
  const facts: Partial<Subjects['endpoint']> = { endpoint, handshakes }
  const versions = versionsOf(endpoint)
  if (versions) facts.tlsVersions = versions
  if (endpoint.clients) facts.clients = endpoint.clients
  if (endpoint.nameless) facts.nameless = endpoint.nameless
  return { kind: 'facts', facts, scope: scopeOf(endpoint, target) }
}

/** Something other than TLS answered every hello: tls/reachable reports that, nothing else can be judged. */
export function speaksNoTls({ handshakes }: EndpointFacts): boolean {
  const all = Object.values(handshakes)
  const drew = (...ways: Refusal['by'][]) =>
    all.some((answer) => answer.kind === 'refused' && ways.includes(answer.by))
  const spoke = drew('alert', 'other-version', 'downgrade') || all.some(({ kind }) => kind === 'accepted')
  return drew('not-tls', 'malformed') && !spoke
}

function versionsOf({ handshakes }: EndpointFacts): Record<TlsVersion, Handshake> | null {
  const pairs = TLS_VERSIONS.map((version) => [version, handshakes[HELLO_OF_VERSION[version]]] as const)
  if (pairs.some(([, answer]) => answer === undefined)) return null
  return Object.fromEntries(pairs) as Record<TlsVersion, Handshake>
}

/** Without any answer there is no HTTP to judge: http/reachable and the TLS rules report why. */
function httpCase({ http, endpoints, entries }: TargetFacts, listed: readonly EntryFact[] | undefined): Case {
  const nothing: Case = { kind: 'nothing' }
  const ending = http && httpEnding(http)
  if (ending?.kind === 'ended' || ending?.kind === 'not-http') return nothing
  // A connection without a request tells nothing.
  if (http?.connection.kind === 'accepted' && http.paths.length + http.upgrades.length === 0)
    return { kind: 'unknown', evidence: { phase: 'http', cause: 'not-asked' }, scope: {} }
  if (http?.connection.kind === 'accepted')
    return { kind: 'facts', facts: { http, entries, ...(listed && { listed }) }, scope: {} }
  if (endpoints.every(refusesTls)) return nothing
  return http ? nothing : { kind: 'unknown', evidence: { phase: 'http', cause: 'not-asked' }, scope: {} }
}

/** Every hello of TLS 1.2 or later was refused, or the address accepts no connection. */
function refusesTls({ connect, handshakes }: EndpointFacts): boolean {
  const modern = Object.entries(handshakes).filter(([id]) => /^tls1\.[23]/.test(id))
  if (modern.length === 0) return connect.kind === 'refused'
  return modern.every(([, answer]) => answer.kind === 'refused')
}

/** Each distinct chain once, with every address that sent it; and the chains that could not be read. */
function chainCases(target: TargetFacts): Case[] {
  const seen = new Map<string, { chain: ChainFact; exchanges: KeyExchangeFact[]; scope: Scope }>()
  const cases: Case[] = []
  for (const endpoint of target.endpoints) {
    const gap = unreadChain(endpoint, target)
    if (gap) cases.push(gap)
    for (const chain of endpoint.chains) {
      const { hellos: _hellos, clients: _clients, certificates, ...rest } = chain
      const key = `${JSON.stringify(rest)} ${chainText(certificates)}`
      const known = seen.get(key)
      const exchanges = keyExchangesOf(chain, endpoint)
      if (known) {
        join(known.scope, endpoint.address, chain)
        known.exchanges.push(...exchanges)
      } else seen.set(key, { chain, exchanges, scope: chainScope(chain, endpoint, target) })
    }
  }
  const found = [...seen.values()].map(({ scope, ...facts }): Case => ({ kind: 'facts', facts, scope }))
  return found.length + cases.length > 0 ? [...found, ...cases] : [{ kind: 'nothing' }]
}

function join(scope: Scope, address: string, { hellos }: ChainFact): void {
  scope.addresses?.push(address)
  if (scope.hellos) scope.hellos = [...new Set([...scope.hellos, ...hellos])]
}

/** A chain that only unusual clients get is a warning at most, with those clients named. */
function chainScope(chain: ChainFact, endpoint: EndpointFacts, target: TargetFacts): Scope {
  const scope = scopeOf(endpoint, target)
  return chain.primary
    ? scope
    : { ...scope, hellos: [...chain.hellos, ...(chain.clients ?? [])], cap: 'warning' }
}

/** A chain that was sent and isn't among those to be judged was not read; one of them is that of current phones. */
function isRead(certificates: readonly string[] | undefined, { chains }: EndpointFacts): boolean {
  const sent = certificates ? chainText(certificates) : ''
  const found = chains.some((chain) => chainText(chain.certificates) === sent)
  return sent !== '' && found && chains.some(({ primary }) => primary)
}

/** The chain of current phones, if it was announced (a ServerHello) or may exist (silence) but was not read. */
function unreadChain(endpoint: EndpointFacts, target: TargetFacts): Case | null {
  if (endpoint.connect.kind === 'no-answer') return notObserved(endpoint.connect, endpoint, target)
  if (endpoint.connect.kind === 'refused' || speaksNoTls(endpoint)) return null
  for (const hello of ['tls1.3', 'tls1.2'] as const) {
    const answer = endpoint.handshakes[hello]
    if (answer?.kind === 'refused') continue
    if (!answer) {
      // Chains without a handshake come from files.
      if (endpoint.chains.some(({ primary }) => primary)) continue
      return notObserved({ kind: 'no-answer', phase: 'hello', cause: 'not-tried' }, endpoint, target)
    }
    if (answer.kind === 'no-answer') return notObserved(answer, endpoint, target)
    if (isRead(answer.certificates, endpoint)) return null
    const cause = answer.incomplete?.kind === 'no-answer' ? answer.incomplete.cause : 'incomplete'
    return notObserved({ kind: 'no-answer', phase: 'handshake', cause }, endpoint, target)
  }
  return null
}
