/**
 * What must be there before a rule can say anything of its own. A rule names one of these lists; a finding named there
 * explains what the rule could not judge, and where `failures` says so also what failed.
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

/** A host that the platform takes: what is written beside one that it does not goes with it. */
export const A_HOST: readonly Presupposition[] = [
  causing('domain/ip-address'),
  causing('domain/localhost'),
  causing('domain/public-suffix'),
  causing('domain/forbidden-host'),
]

/** A name that can be asked for: what stands for none is not looked for. */
export const A_NAME: readonly Presupposition[] = [
  explaining('domain/ip-address'),
  explaining('domain/localhost'),
]

/** The name leads to an address. */
export const AN_ADDRESS: readonly Presupposition[] = [explaining('dns/resolves'), ...A_NAME]

/** It is one of the internet, and this machine sees the address that phones see. */
const A_WAY: readonly Presupposition[] = [
  // Whoever answers at an address that phones can't reach is not whom they ask.
  causing('dns/private-address', 'all'),
  explaining('dns/private-address', 'proxy-address'),
  ...AN_ADDRESS,
]

/** Somebody is there: what is refused because of its name isn't a fault of the address. */
export const A_LISTENER: readonly Presupposition[] = [REFUSED, ...A_WAY]

/** A hello could be sent. */
export const AN_OPEN_PORT: readonly Presupposition[] = [explaining('tls/reachable'), ...A_WAY]

/** Hellos are answered. */
export const A_TLS_ANSWER: readonly Presupposition[] = [REFUSED, UNREACHED, ...A_WAY]

/** A ServerHello of TLS 1.2 or later came: where none did, no phone's hello can draw one. */
export const A_SERVER_HELLO: readonly Presupposition[] = [...A_TLS_ANSWER, causing('tls/version')]

/** A certificate chain came. What is wrong with one isn't a fault of the connection. */
export const A_CHAIN: readonly Presupposition[] = A_SERVER_HELLO.map(({ failures, ...one }) =>
  failures && one.rule === 'dns/private-address' ? { ...one, failures } : one,
)

/** Who has no client certificate is let in. */
const UNASKED = causing('tls/client-certificate', 'demanded', 'said', 'perhaps')

/** A handshake was carried to its end, and HTTP came back over it. */
export const A_CONNECTION: readonly Presupposition[] = [...A_CHAIN, UNASKED, explaining('http/reachable')]

/** It is the certificate that was meant: what is wrong with one made for something else needs no fixing. */
export const THE_RIGHT_CERTIFICATE: readonly Presupposition[] = [...A_CHAIN, causing('certificate/kind')]
