/** Rows about names, TLS and certificates, by what a family's pages say about them. */
import type { Citation } from '../../engine/rule.js'
import type { ClientRule, DemandedRule } from './clients.js'
import type { Rows } from './rows.js'

type RowsOfServers = Pick<Rows, DemandedRule | ClientRule>

/** What a family's pages say about certificates, which they leave to the system to check. */
export interface Certificates {
  /** Requests use TLS; it follows that something must answer. */
  https: Citation
  /** Whatever is wrong with a certificate: it is checked. */
  valid: Citation
  trusted: Citation
  name: Citation
  dates: { said: Citation; follows: Citation }
  chain: { said: Citation; follows: Citation }
  selfSigned: Citation
  ats: Citation
  tls: Citation
  distrusted: Citation
  strictness: Citation
  highest: Citation
}

/** The system checks against its own roots; the pages don't say which library requests go through. */
export const checkedBySystem = (its: Certificates): RowsOfServers => ({
  'dns/resolves': its.https,
  'dns/private-address': its.https,
  'dns/ipv6': its.highest,
  'dns/consistent': its.highest,
  'vantage/consistent': its.highest,
  'tls/reachable': its.https,
  'tls/refusal': its.https,
  'tls/client-certificate': its.https,
  'http/reachable': its.https,
  'tls/version': its.tls,
  'tls/legacy-android': { notDemanded: its.tls },
  'tls/obsolete-version': its.highest,
  'tls/ats-cipher': its.ats,
  'tls/client-handshake': { notKnown: 'clients', cite: its.strictness },
  'tls/hello-size': { notDemanded: its.strictness },
  'tls/server-name': its.strictness,
  'certificate/kind': its.valid,
  'certificate/validity': its.dates.said,
  'certificate/expires-soon': its.dates.follows,
  'certificate/hostname': its.name,
  'certificate/self-signed': { whole: its.trusted, reasons: {}, ios: { 'self-signed': its.selfSigned } },
  'certificate/chain-complete': its.chain.said,
  'certificate/chain-order': its.chain.follows,
  'certificate/chain-surplus': its.chain.follows,
  'certificate/key-match': its.valid,
  'certificate/trusted': its.trusted,
  'certificate/distrusted-ca': its.distrusted,
  'certificate/path': its.valid,
  'certificate/encoding': its.valid,
  'certificate/transparency': its.valid,
  'certificate/revocation': its.valid,
  'certificate/key-strength': its.highest,
  'certificate/signature-algorithm': its.highest,
  'certificate/key-usage': its.valid,
  'certificate/extended-key-usage': its.valid,
  'certificate/lifetime': its.valid,
})

/**
 * The pages say nothing about certificates: only what no client accepts is an error, and the roots and the library are unknown.
 */
export function nothingSaid(cite: Citation): RowsOfServers {
  const anywhere = { anywhere: cite }
  return {
    'dns/resolves': anywhere,
    'dns/private-address': anywhere,
    'dns/ipv6': cite,
    'dns/consistent': cite,
    'vantage/consistent': cite,
    'tls/reachable': anywhere,
    'tls/refusal': anywhere,
    'tls/client-certificate': anywhere,
    'http/reachable': anywhere,
    'tls/version': { notDemanded: cite },
    'tls/legacy-android': { notDemanded: cite },
    'tls/obsolete-version': anywhere,
    'tls/ats-cipher': { notDemanded: cite },
    'tls/client-handshake': { notKnown: 'clients', cite },
    'tls/hello-size': { notDemanded: cite },
    'tls/server-name': cite,
    'certificate/kind': anywhere,
    'certificate/validity': anywhere,
    'certificate/expires-soon': anywhere,
    'certificate/hostname': anywhere,
    'certificate/self-signed': anywhere,
    'certificate/chain-complete': anywhere,
    'certificate/chain-order': anywhere,
    'certificate/chain-surplus': anywhere,
    'certificate/key-match': anywhere,
    'certificate/trusted': { notKnown: 'roots', cite },
    'certificate/distrusted-ca': anywhere,
    'certificate/path': anywhere,
    'certificate/encoding': anywhere,
    'certificate/transparency': anywhere,
    'certificate/revocation': anywhere,
    'certificate/key-strength': anywhere,
    'certificate/signature-algorithm': anywhere,
    'certificate/key-usage': anywhere,
    'certificate/extended-key-usage': anywhere,
    'certificate/lifetime': anywhere,
  }
}
