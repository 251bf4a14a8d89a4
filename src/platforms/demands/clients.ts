/** What systems and their clients require of DNS, TLS and certificates: levels and numbers by runtime. Data only. */
import type { LevelsOf, RuleId } from '../../../rules/ids.js'
import { forBoth } from '../../engine/leaf-or-issuer.js'
import type { Parameters } from '../../engine/rule.js'
import type { Level } from '../../types.js'
import { PLACES } from './levels.js'

/** Systems whose roots and clients are known. */
type Known = 'ios' | 'android' | 'devtools'

/** A runtime that is not listed does not require the rule. */
export interface RuntimeDemand<Id extends RuleId = RuleId> {
  rule: Id
  ios?: LevelsOf<Id>
  android?: LevelsOf<Id>
  devtools?: LevelsOf<Id>
  parameters?: Partial<Record<Known, Parameters>>
}

const everywhere = <Id extends RuleId>(rule: Id, level: LevelsOf<Id>): RuntimeDemand<Id> => ({
  rule,
  ios: level,
  android: level,
  devtools: level,
})

/** The runtime's root list and habits decide which path is the best one. */
const STORES: Record<Known, Parameters> = {
  ios: { store: 'ios' },
  android: { store: 'android' },
  devtools: { store: 'chrome' },
}

const onChain = <Id extends RuleId>(
  rule: Id,
  levels: Omit<RuntimeDemand<Id>, 'rule' | 'parameters'>,
): RuntimeDemand<Id> => ({
  rule,
  ...levels,
  parameters: STORES,
})

const onEveryChain = <Id extends RuleId>(rule: Id, level: LevelsOf<Id>): RuntimeDemand<Id> => ({
  ...everywhere(rule, level),
  parameters: STORES,
})

const all = <R extends string>(level: Level, ...reasons: R[]) =>
  Object.fromEntries(reasons.map((reason) => [reason, level])) as Record<R, Level>

const REACHABLE = {
  ...all('error', 'refused', 'cut', 'not-http', 'path-ended', 'path-silent', 'no-answer'),
  'http2-only': 'warning',
  'broken-body': 'error',
  'short-body': 'error',
  'other-address': 'error',
  'other-status': 'warning',
  'other-silent': 'warning',
} as const

const IN_HTTP2 = {
  ...all('error', 'http2-unspoken', 'http2-malformed', 'http2-refused', 'http2-unanswered'),
  'http2-other-status': 'warning',
} as const
/** What Chromium and OkHttp were seen to accept. */
const IGNORED = { 'http2-connection-field': 'not-demanded', 'http2-irregular': 'not-demanded' } as const

const LIFETIME = { 'over-398': 'error', 'mis-issued': 'warning' } as const

const TRUSTED: LevelsOf<'certificate/trusted'> = {
  ...all('error', 'unknown-root', 'not-built-in'),
  'legacy-lost': 'warning',
  'could-be-fetched': 'error',
}

const PATH_FAULTS = {
  ...all('error', 'not-a-ca', 'path-length', 'no-key-cert-sign'),
  ...forBoth(
    all(
      'error',
      'name-constraints',
      'policy',
      'unknown-critical-extension',
      'algorithm-mismatch',
      'bad-version',
      'malformed',
      'bad-signature',
      'unsupported-key',
    ),
  ),
}

const REVOCATION = {
  // Requested with --revocation: silence is not reported as good news.
  ...forBoth({ revoked: 'error', 'no-answer': 'error' }),
  'revoked-staple': 'error',
  'stale-staple': 'not-demanded',
  'no-staple': 'warning',
  'bad-staple': 'warning',
} as const

/** Below 2048 bits this is advice; below 1024 (RSA) and 160 (EC) clients refuse. */
const KEYS = forBoth({
  weak: 'warning',
  'too-weak': 'error',
  curve: 'error',
  'key-type': 'error',
  'unknown-key': 'error',
})
const CURVES = ['P-256', 'P-384', 'P-521']

export const DEMANDS = [
  everywhere('dns/resolves', {
    nxdomain: 'error',
    'no-address': 'error',
    'no-answer': 'error',
    'aaaa-no-answer': 'warning',
  }),
  everywhere('dns/private-address', {
    'proxy-address': 'error',
    all: 'error',
    some: 'warning',
    'no-answer': 'error',
    'rest-unanswered': 'warning',
  }),
  everywhere('tls/reachable', {
    ...all('error', 'refused', 'reset', 'not-tls', 'silent', 'some-broken', 'some-silent', 'cut-at-times'),
    'some-refused': 'warning',
    'spare-silent': 'warning',
  }),
  everywhere('tls/refusal', 'error'),
  everywhere('tls/version', 'error'),
  everywhere('tls/client-certificate', {
    demanded: 'error',
    said: 'error',
    perhaps: 'warning',
    'other-address': 'warning',
  }),
  {
    rule: 'http/reachable',
    // What was reported of iPhones is an error; what only RFC 9113 says, a warning.
    ios: {
      ...REACHABLE,
      ...IN_HTTP2,
      'status-line': 'warning',
      'http2-length': 'warning',
      'http2-weak-suite': 'warning',
      'http2-connection-field': 'error',
      'http2-irregular': 'warning',
      'http2-sent-back': 'warning',
    },
    // HttpURLConnection offers HTTP/1.1 alone; cronet, beside it in some apps, may offer both.
    android: {
      ...REACHABLE,
      'status-line': 'error',
      'http2-only': 'error',
      // No app is known to send its requests through an OkHttp of its own, which offers HTTP/2.
      'http2-length': 'warning',
      ...all('warning', 'http2-unspoken', 'http2-malformed', 'http2-refused', 'http2-unanswered'),
      ...all('warning', 'http2-sent-back', 'http2-other-status', 'http2-weak-suite'),
      ...IGNORED,
    },
    devtools: {
      ...REACHABLE,
      ...IN_HTTP2,
      ...IGNORED,
      'status-line': 'not-demanded',
      'http2-length': 'not-demanded',
      'http2-weak-suite': 'error',
      'http2-sent-back': 'not-demanded',
    },
  },
  { rule: 'tls/legacy-android', android: 'info' },
  everywhere('tls/obsolete-version', { ssl3: 'warning', deprecated: 'info', 'no-answer': 'warning' }),
  { rule: 'tls/ats-cipher', ios: 'error' },
  onEveryChain('certificate/kind', 'error'),
  onEveryChain('certificate/validity', 'error'),
  onEveryChain('certificate/expires-soon', 'warning'),
  {
    ...everywhere('certificate/hostname', 'error'),
    // A dot at the end of a name: Chromium 150 was seen to accept it; conscrypt's OkHostnameVerifier adds one to both
    // names; Apple's SecDNSMatch counts labels.
    parameters: {
      ...STORES,
      android: { store: 'android', wildcardOnPublicSuffix: true, trailingDot: true },
      devtools: { store: 'chrome', trailingDot: true },
    },
  },
  onEveryChain('certificate/self-signed', 'error'),
  onChain('certificate/chain-complete', {
    ios: { missing: 'error', fetchable: 'warning' },
    android: 'error',
    devtools: { missing: 'error', fetchable: 'warning' },
  }),
  onEveryChain('certificate/chain-order', { disorder: 'warning', 'leaf-not-first': 'error' }),
  onEveryChain('certificate/chain-surplus', 'info'),
  onEveryChain('certificate/key-match', 'error'),
  onEveryChain('certificate/trusted', TRUSTED),
  onEveryChain('certificate/distrusted-ca', 'error'),
  onChain('certificate/path', {
    ios: 'error',
    android: { ...PATH_FAULTS, 'intermediate-usage': 'warning' },
    devtools: 'error',
  }),
  {
    ...onChain('certificate/transparency', { ios: 'error', android: 'info', devtools: 'error' }),
    parameters: { ...STORES, devtools: { store: 'chrome', issuedFrom: '2018-05-01' } },
  },
  onChain('certificate/revocation', {
    ios: REVOCATION,
    // Apps don't ask; but conscrypt passes a staple it receives to OpenJDK's checker, without soft failure.
    android: {
      ...REVOCATION,
      ...forBoth({ revoked: 'warning', 'no-answer': 'warning' }),
      'stale-staple': 'warning',
    },
    devtools: REVOCATION,
  }),
  onChain('certificate/encoding', {
    ios: 'warning',
    android: forBoth({ unreadable: 'error', strict: 'warning', faulty: 'warning' }),
    devtools: forBoth({ unreadable: 'error', strict: 'error', faulty: 'warning' }),
  }),
  {
    ...onChain('certificate/key-strength', {
      ios: 'error',
      android: KEYS,
      devtools: KEYS,
    }),
    parameters: {
      // Apple's SecECKey supports these; a key it can't read counts as weak.
      ios: { store: 'ios', curves: ['P-192', 'P-224', ...CURVES] },
      // conscrypt rejects what BoringSSL can't read as an "unknown key class".
      android: { store: 'android', curves: ['P-224', ...CURVES], types: ['rsa', 'ec'] },
      devtools: { store: 'chrome', curves: CURVES, types: ['rsa', 'ec'] },
    },
  },
  onChain('certificate/key-usage', {
    // The check is in BoringSSL, which Apple's TLS is built on; it was not observed on a phone.
    ios: 'warning',
    // BoringSSL has checked it for RSA in TLS 1.2 only since about 2024.
    android: { 'no-signature': 'error', 'no-signature-rsa': 'warning', 'no-encipherment': 'warning' },
    devtools: 'error',
  }),
  onChain('certificate/signature-algorithm', {
    ios: 'error',
    android: forBoth({ 'weak-hash': 'error', sha224: 'not-demanded', 'unknown-algorithm': 'error' }),
    devtools: 'error',
  }),
  onChain('certificate/extended-key-usage', {
    ios: 'error',
    android: {
      wrong: 'error',
      'any-only': 'not-demanded',
      'server-gated': 'not-demanded',
      absent: 'not-demanded',
    },
    devtools: {
      wrong: 'error',
      'any-only': 'not-demanded',
      'server-gated': 'error',
      absent: 'not-demanded',
    },
  }),
  onChain('certificate/lifetime', {
    ios: { ...LIFETIME, 'over-825-ios': 'error', 'over-398-chromium': 'not-demanded' },
    android: {
      'over-398': 'warning',
      'over-825-ios': 'not-demanded',
      'over-398-chromium': 'warning',
      'mis-issued': 'warning',
    },
    devtools: { ...LIFETIME, 'over-825-ios': 'not-demanded', 'over-398-chromium': 'error' },
  }),
] as const satisfies readonly AnyDemand[]

type AnyDemand = { [Id in RuleId]: RuntimeDemand<Id> }[RuleId]
/** Rules for which every family has its own sentence. */
export type DemandedRule = (typeof DEMANDS)[number]['rule']

const CANNOT: LevelsOf<'tls/client-handshake'> = {
  'cannot-connect': 'error',
  unconfirmed: 'error',
  'no-answer': 'error',
  'legacy-cannot-connect': 'warning',
  'legacy-unconfirmed': 'warning',
  'legacy-no-answer': 'warning',
}

/** Requirements about simulated phones and about the addresses of a name; those about phones depend on their platform. */
export const HANDSHAKE = {
  'tls/client-handshake': { level: CANNOT, asks: 'platform' },
  'tls/hello-size': { level: 'error', asks: 'platform' },
  'tls/server-name': { level: 'info', asks: 'nobody' },
  'dns/ipv6': { level: 'warning', asks: 'nobody' },
  'dns/consistent': { level: 'warning', asks: 'nobody' },
  'vantage/consistent': { level: PLACES, asks: 'nobody' },
} as const satisfies { [Id in RuleId]?: { level: LevelsOf<Id>; asks: 'platform' | 'nobody' } }
export type ClientRule = keyof typeof HANDSHAKE
