/**
 * What must hold before a rule can judge anything itself. A rule refers to one of these lists; a finding listed there
 * explains why the rule could not judge, and with `failures` also why it failed.
 */
import type { Presupposition } from '../src/engine/rule.js'

const explaining = (rule: string, ...reasons: string[]): Presupposition =>
  reasons.length > 0 ? { rule, reasons } : { rule }
const causing = (rule: string, ...reasons: string[]): Presupposition => ({
  ...explaining(rule, ...reasons),
  failures: true,
})

const REFUSED = causing(
  'tls/refusal',
  'not-bound',
  'cut-by-name',
  'silent-by-name',
  'nothing-for-name',
  'nothing-in-common',
  'client-certificate',
  'protocol',
  'refused',
)
const UNREACHED = causing(
  'tls/reachable',
  'refused',
  'reset',
  'not-tls',
  'silent',
  'some-broken',
  'some-silent',
  'spare-silent',
)

/** The platform accepts the host: other faults of a rejected entry are reported under that. */
export const A_HOST: readonly Presupposition[] = [
  causing('domain/ip-address'),
  causing('domain/localhost'),
  causing('domain/public-suffix'),
  causing('domain/forbidden-host'),
]

/** The name can be looked up. */
export const A_NAME: readonly Presupposition[] = [
  explaining('domain/ip-address'),
  explaining('domain/localhost'),
]

/** The name has an address. */
export const AN_ADDRESS: readonly Presupposition[] = [explaining('dns/resolves'), ...A_NAME]

/** The address is public, and the one that phones get. */
const A_WAY: readonly Presupposition[] = [
  // A server at an address that phones can't reach is not the one they connect to.
  causing('dns/private-address', 'all'),
  explaining('dns/private-address', 'proxy-address'),
  ...AN_ADDRESS,
]

/** A server is listening: a refusal because of the name isn't a fault of the address. */
export const A_LISTENER: readonly Presupposition[] = [REFUSED, ...A_WAY]

/** A hello could be sent. */
export const AN_OPEN_PORT: readonly Presupposition[] = [explaining('tls/reachable'), ...A_WAY]

/** Hellos are answered, each time. */
export const A_TLS_ANSWER: readonly Presupposition[] = [
  REFUSED,
  UNREACHED,
  explaining('tls/reachable', 'cut-at-times'),
  ...A_WAY,
]

/** A ServerHello for TLS 1.2 or later arrived: without one, no phone's hello can get one. */
export const A_SERVER_HELLO: readonly Presupposition[] = [...A_TLS_ANSWER, causing('tls/version')]

/** A certificate chain arrived. Its faults aren't faults of the connection. */
export const A_CHAIN: readonly Presupposition[] = A_SERVER_HELLO.map(({ failures, ...one }) =>
  failures && one.rule === 'dns/private-address' ? { ...one, failures } : one,
)

/** Clients without a certificate are accepted. */
const UNASKED = causing('tls/client-certificate', 'demanded', 'said', 'perhaps')

/** A handshake completed, and an HTTP answer arrived over it. */
export const A_CONNECTION: readonly Presupposition[] = [...A_CHAIN, UNASKED, explaining('http/reachable')]

/** It is the intended certificate: faults of one made for another purpose need no fixing. */
export const THE_RIGHT_CERTIFICATE: readonly Presupposition[] = [...A_CHAIN, causing('certificate/kind')]
