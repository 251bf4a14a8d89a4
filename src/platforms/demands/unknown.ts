/**
 * What is required where neither the roots of a system nor its clients are known: what no client accepts, and what the families'
 * pages say about all systems. Everything else is reported as not known. Data only.
 */
import type { LevelsOf } from '../../../rules/ids.js'
import type { Parameters, Unpublished } from '../../engine/rule.js'
import type { ClientRule, DemandedRule } from './clients.js'
import { PLACES } from './levels.js'

type Anywhere<Id extends DemandedRule | ClientRule> =
  | { level: LevelsOf<Id>; parameters?: Parameters }
  | { notKnown: Unpublished }
  /** It depends on the client alone: `tls/client-handshake` and `certificate/trusted` report it as not known. */
  | 'of-clients'

/** The path to any root that is in some list; nothing is fetched on the way. */
const ANY_PATH: Parameters = { store: 'android' }

export const ANYWHERE: { readonly [Id in DemandedRule | ClientRule]: Anywhere<Id> } = {
  'dns/resolves': {
    level: { nxdomain: 'error', 'no-address': 'error', 'no-answer': 'error', 'aaaa-no-answer': 'warning' },
  },
  'dns/private-address': {
    level: {
      'proxy-address': 'error',
      all: 'error',
      some: 'warning',
      'no-answer': 'error',
      'rest-unanswered': 'warning',
    },
  },
  'dns/ipv6': { level: 'warning' },
  'dns/consistent': { level: 'warning' },
  'vantage/consistent': { level: PLACES },
  'tls/reachable': {
    level: {
      refused: 'error',
      reset: 'error',
      'not-tls': 'error',
      silent: 'error',
      'some-broken': 'error',
      'some-silent': 'error',
      'cut-at-times': 'error',
      'some-refused': 'warning',
      'spare-silent': 'warning',
    },
  },
  'tls/refusal': { level: 'error' },
  'tls/version': { level: 'error' },
  'tls/client-certificate': {
    level: { demanded: 'error', said: 'error', perhaps: 'warning', 'other-address': 'warning' },
  },
  'tls/legacy-android': 'of-clients',
  'tls/obsolete-version': { level: { ssl3: 'warning', deprecated: 'info', 'no-answer': 'warning' } },
  'tls/ats-cipher': 'of-clients',
  'tls/client-handshake': { notKnown: 'clients' },
  'tls/hello-size': 'of-clients',
  'tls/server-name': { level: 'info' },
  'http/reachable': {
    level: {
      refused: 'error',
      cut: 'error',
      'not-http': 'error',
      'path-ended': 'error',
      'path-silent': 'error',
      'no-answer': 'error',
      'status-line': 'warning',
      'http2-only': 'warning',
      'broken-body': 'error',
      'short-body': 'error',
      'other-address': 'error',
      'other-status': 'warning',
      'other-silent': 'warning',
      'http2-unspoken': 'warning',
      'http2-connection-field': 'warning',
      'http2-malformed': 'warning',
      'http2-irregular': 'info',
      'http2-length': 'warning',
      'http2-weak-suite': 'warning',
      'http2-refused': 'warning',
      'http2-sent-back': 'warning',
      'http2-other-status': 'warning',
      'http2-unanswered': 'warning',
    },
  },
  'certificate/kind': {
    level: { default: 'error', 'origin-ca': 'error', staging: 'error', development: 'error', sm2: 'warning' },
    parameters: ANY_PATH,
  },
  'certificate/validity': { level: 'error', parameters: ANY_PATH },
  'certificate/expires-soon': { level: 'warning', parameters: ANY_PATH },
  'certificate/hostname': {
    level: {
      mismatch: 'error',
      'common-name-only': 'warning',
      'wildcard-on-public-suffix': 'warning',
      'trailing-dot': 'warning',
    },
    parameters: ANY_PATH,
  },
  'certificate/self-signed': { level: 'error', parameters: ANY_PATH },
  'certificate/chain-complete': { level: 'error', parameters: ANY_PATH },
  'certificate/chain-order': { level: 'warning', parameters: ANY_PATH },
  'certificate/chain-surplus': { level: 'info', parameters: ANY_PATH },
  'certificate/key-match': { level: 'error', parameters: ANY_PATH },
  'certificate/encoding': { level: 'warning', parameters: ANY_PATH },
  'certificate/trusted': { notKnown: 'roots' },
  'certificate/distrusted-ca': 'of-clients',
  'certificate/path': 'of-clients',
  'certificate/transparency': 'of-clients',
  'certificate/revocation': 'of-clients',
  'certificate/key-strength': 'of-clients',
  'certificate/key-usage': 'of-clients',
  'certificate/signature-algorithm': 'of-clients',
  'certificate/extended-key-usage': 'of-clients',
  'certificate/lifetime': 'of-clients',
}
