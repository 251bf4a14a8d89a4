/** Targets as probes report them, and each platform's results. */
import { CLAUSES, RULES } from '../../rules/index.js'
import { CLIENTS } from '../../src/clients/index.js'
import { type Judgment, judgeTarget, type Rule, type RuleOverride } from '../../src/engine/index.js'
import {
  type Answer,
  type ChainFact,
  type ClientFact,
  type DnsAnswer,
  type DnsFact,
  type EndpointFacts,
  type Handshake,
  HELLO_IDS,
  type HelloId,
  type HttpFact,
  type NoAnswer,
  type Refusal,
  type ServerFlight,
  type TargetFacts,
  type TlsVersion,
} from '../../src/facts/index.js'
import { platformData } from '../../src/platforms/index.js'
import { PLATFORM_IDS, type PlatformId } from '../../src/types.js'
import { type Asked, base64, context, HOST } from './chains.js'

export const VERSION_OF: Record<HelloId, TlsVersion> = {
  ssl3: 'SSLv3',
  'tls1.0': 'TLSv1',
  'tls1.1': 'TLSv1.1',
  'tls1.2': 'TLSv1.2',
  'tls1.3': 'TLSv1.3',
  'tls1.2-ats': 'TLSv1.2',
  'tls1.2-ats-legacy': 'TLSv1.2',
  'tls1.2-rsa': 'TLSv1.2',
  'tls1.2-ecdsa': 'TLSv1.2',
  'tls1.3-rsa': 'TLSv1.3',
  'tls1.3-ecdsa': 'TLSv1.3',
}

export const accepted = (version: TlsVersion, more: Partial<ServerFlight> = {}): Handshake => ({
  kind: 'accepted',
  version,
  cipher: version === 'TLSv1.3' ? 0x1301 : 0xc02f,
  ...more,
})
export const refused: Refusal = { kind: 'refused', by: 'alert', alert: 70 }
export const notTls: Refusal = { kind: 'refused', by: 'not-tls', got: 'HTTP' }
export const silent: NoAnswer = { kind: 'no-answer', phase: 'hello', cause: 'timeout' }
export const reset: NoAnswer = { kind: 'no-answer', phase: 'hello', cause: 'ECONNRESET' }
export const connected: Answer<object> = { kind: 'accepted' }
export const unconnected: NoAnswer = { kind: 'no-answer', phase: 'connect', cause: 'timeout' }
export const closedPort: Refusal = { kind: 'refused', by: 'connection' }

/** Every hello drew the same. */
export const everyHello = (answer: Handshake): Partial<Record<HelloId, Handshake>> =>
  Object.fromEntries(HELLO_IDS.map((id) => [id, answer]))

/** What a modern server does: TLS 1.2 and 1.3, nothing older. */
export function modern(chain?: ChainFact): Partial<Record<HelloId, Handshake>> {
  const certificates = chain ? { certificates: chain.certificates } : {}
  return Object.fromEntries(
    HELLO_IDS.map((id) => {
      const version = VERSION_OF[id]
      const old = version !== 'TLSv1.2' && version !== 'TLSv1.3'
      return [id, old || id === 'tls1.2-ats-legacy' ? refused : accepted(version, certificates)]
    }),
  )
}

/** What every simulated phone gets from a server that does everything right. */
const EVERY_CLIENT = CLIENTS.map(
  ({ id }): ClientFact => ({
    client: id,
    basis: 'predicted',
    prediction: { kind: 'accepted', version: 'TLSv1.2', cipher: 0xc02f, from: 'tls1.2' },
  }),
)

/** A modern server, unless its handshakes are given: then nothing is known of simulated phones. */
export function endpoint(address: string, more: Partial<EndpointFacts> = {}): EndpointFacts {
  const handshakes = modern(more.chains?.[0])
  const rest = more.handshakes ? {} : { clients: EVERY_CLIENT, nameless: handshakes['tls1.3'] ?? silent }
  return {
    address,
    family: address.includes(':') ? 6 : 4,
    given: false,
    connect: connected,
    handshakes,
    chains: [],
    connections: 11,
    ...rest,
    ...more,
  }
}

export const dnsAnswer = (kind: DnsAnswer['kind'], ...addresses: string[]): DnsAnswer => ({
  kind,
  addresses,
  ...(kind === 'failed' ? { code: 'ESERVFAIL' } : {}),
})

export function dnsFact(a: DnsAnswer, aaaa: DnsAnswer = dnsAnswer('no-data')): DnsFact {
  return { source: 'resolver', resolver: '192.0.2.53', a, aaaa, cname: [] }
}

/** One request was answered, and nothing is wrong with the answer. */
export const ANSWERED: HttpFact = {
  timeoutMs: 8000,
  connection: { kind: 'accepted', address: '93.184.216.34', version: 'TLSv1.3' },
  paths: [
    {
      path: '/',
      configured: false,
      exchanges: [
        {
          url: `https://${HOST}/`,
          answer: {
            kind: 'answered',
            status: 200,
            firstByteMs: 20,
            body: { bytes: 2, boms: 0, utf8: 'valid' },
          },
        },
      ],
    },
  ],
  upgrades: [],
}

/** DNS answers with the endpoints' own addresses unless `dns` says otherwise. */
export function target(endpoints: EndpointFacts[], more: Partial<TargetFacts> = {}): TargetFacts {
  const of = (family: 4 | 6) => endpoints.filter((one) => one.family === family).map(({ address }) => address)
  const answer = (addresses: string[]) =>
    dnsAnswer(addresses.length > 0 ? 'answered' : 'no-data', ...addresses)
  return {
    host: HOST,
    port: 443,
    scheme: 'https',
    entries: [{ family: 'wechat', api: 'request', text: `https://${HOST}` }],
    dns: dnsFact(answer(of(4)), answer(of(6))),
    endpoints,
    http: ANSWERED,
    ...more,
  }
}

export interface Setting extends Omit<Asked, 'store' | 'parameters'> {
  rules?: readonly Rule[]
  platforms?: readonly PlatformId[]
  overrides?: Record<string, RuleOverride>
}

/** Those of which roots and clients are known. */
export const DESCRIBED = PLATFORM_IDS.filter((id) => platformData(id).stacks.length > 0)

/** By the real rules and clauses. */
export function judgments(facts: TargetFacts, setting: Setting = {}): Judgment[] {
  const { rules = RULES, platforms = DESCRIBED, overrides = {}, ca = [], ...rest } = setting
  return judgeTarget(facts, context({ ...rest, ca: ca.map(base64) }), {
    rules,
    clauses: CLAUSES,
    overrides,
    platforms,
  })
}

/** One platform's results for one rule: `pass error`, `fail error missing`, ... */
export function column(all: readonly Judgment[], rule: string, platform: PlatformId): string[] {
  return all
    .filter((one) => one.rule === rule && one.platforms.includes(platform))
    .map(({ status, level, reason }) => [status, level, reason].filter(Boolean).join(' '))
}
