/** What phone vendors and Chromium say about single reasons, or what was observed there: the same in every family. */
import { forBoth } from '../../engine/leaf-or-issuer.js'
import type { Citation } from '../../engine/rule.js'
import type { Runtime } from '../runtimes.js'
import type { CitesOf, Sources } from './cite.js'
import type { DemandedRule } from './clients.js'
import { follows, forEach, said, seen } from './quotations/index.js'

type ByRuntime<Id extends DemandedRule> = Partial<Record<Runtime, CitesOf<Id>>>

const ORACLE = seen('seen.chromium')
const USAGE = seen('seen.boringssl-usage')

/** The reasons shown in docs/oracle.md. */
const PATH_SEEN = {
  ...forEach(ORACLE, 'not-a-ca', 'path-length', 'no-key-cert-sign', 'intermediate-usage'),
  ...forEach(ORACLE, 'name-constraints', 'unknown-critical-extension', 'issuer-unknown-critical-extension'),
}

export const CLIENT_SOURCES: { [Id in DemandedRule]?: ByRuntime<Id> } = {
  'http/reachable': {
    ios: { 'http2-connection-field': seen('seen.apple-http2') },
    android: { 'status-line': seen('seen.okhttp-line'), 'http2-length': seen('seen.okhttp-length') },
    devtools: forEach(ORACLE, 'http2-unspoken', 'http2-malformed', 'http2-weak-suite'),
  },
  'tls/client-certificate': { devtools: forEach(ORACLE, 'demanded') },
  'tls/version': { ios: { 'too-old': said('apple.tls') } },
  'tls/ats-cipher': {
    ios: { 'no-ats-suite': said('apple.suites'), 'legacy-cbc-only': seen('seen.apple-suites') },
  },
  'certificate/hostname': {
    ios: {
      'common-name-only': said('apple.names'),
      ...forEach(seen('seen.apple-names'), 'wildcard-on-public-suffix', 'trailing-dot'),
    },
    android: { 'common-name-only': seen('seen.conscrypt-names') },
    devtools: forEach(ORACLE, 'common-name-only', 'wildcard-on-public-suffix'),
  },
  'certificate/self-signed': { devtools: forEach(ORACLE, 'self-signed') },
  'certificate/path': {
    ios: { 'intermediate-usage': seen('seen.apple-policy') },
    android: { 'intermediate-usage': seen('seen.conscrypt-trust') },
    devtools: PATH_SEEN,
  },
  'certificate/transparency': {
    ios: forEach(said('apple.transparency'), 'none', 'too-few'),
    android: forEach(follows('chrome.transparency'), 'none', 'too-few'),
    devtools: forEach(said('chrome.transparency'), 'none', 'too-few'),
  },
  'certificate/revocation': {
    android: forEach(seen('seen.conscrypt-trust'), 'revoked-staple', 'stale-staple'),
    devtools: { 'revoked-staple': ORACLE },
  },
  'certificate/key-strength': {
    ios: {
      ...forEach(said('apple.leaf-keys'), 'weak', 'too-weak'),
      // Apple's 2019 page mentions only issuers with RSA keys; the check covers every key in the path.
      ...forEach(seen('seen.apple-policy'), 'issuer-weak', 'issuer-too-weak'),
      ...forBoth(forEach(seen('seen.apple-keys'), 'curve', 'key-type')),
    },
    android: forBoth({
      'too-weak': seen('seen.conscrypt-strength'),
      ...forEach(seen('seen.conscrypt-trust'), 'curve', 'key-type'),
    }),
    devtools: forBoth({
      'too-weak': seen('seen.boringssl-paths'),
      ...forEach(ORACLE, 'curve', 'key-type'),
    }),
  },
  'certificate/signature-algorithm': {
    ios: {
      ...forBoth({ 'weak-hash': said('apple.hashes') }),
      sha224: said('apple.leaf-hash'),
      'issuer-sha224': seen('seen.apple-policy'),
    },
    android: forBoth({ 'weak-hash': seen('seen.conscrypt-strength') }),
    devtools: forBoth({ 'weak-hash': ORACLE, sha224: seen('seen.boringssl-paths') }),
  },
  'certificate/key-usage': {
    ios: forEach(USAGE, 'no-signature', 'no-signature-rsa', 'no-encipherment'),
    android: forEach(USAGE, 'no-signature', 'no-signature-rsa', 'no-encipherment'),
    devtools: forEach(ORACLE, 'no-signature', 'no-signature-rsa', 'no-encipherment'),
  },
  'certificate/extended-key-usage': {
    ios: forEach(said('apple.purpose'), 'wrong', 'any-only', 'server-gated', 'absent'),
    android: { wrong: seen('seen.conscrypt-trust') },
    devtools: forEach(ORACLE, 'wrong', 'server-gated'),
  },
  'certificate/lifetime': {
    ios: {
      'over-398': said('apple.398-days'),
      'over-825-ios': said('apple.825-days'),
      'mis-issued': said('forum.lifetime'),
    },
    android: {
      ...forEach(seen('seen.chromium-lifetime'), 'over-398', 'over-398-chromium'),
      'mis-issued': said('forum.lifetime'),
    },
    devtools: {
      ...forEach(seen('seen.chromium-lifetime'), 'over-398', 'over-398-chromium'),
      'mis-issued': said('forum.lifetime'),
    },
  },
}

/** For one rule on one runtime, by reason. */
export function clientCites(rule: DemandedRule, runtime: Runtime): { readonly [reason: string]: Citation } {
  const byRuntime: ByRuntime<DemandedRule> = CLIENT_SOURCES[rule] ?? {}
  return byRuntime[runtime] ?? {}
}

/** What network libraries were seen to do with an answer: the same in every family, whose own sentence is the closest there is. */
export const handedOn = (whole: Citation): Sources<'http/well-formed'> => ({
  whole,
  reasons: {
    ...forEach(ORACLE, 'conflict', 'proxy-authentication', 'undecodable'),
    ...forEach(seen('seen.okhttp'), 'ends-early', 'damaged'),
    'promised-content': seen('seen.okhttp-content'),
  },
})
