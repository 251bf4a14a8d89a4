/** What WeChat requires under each rule, and the sentence behind it. */

import { handedOn } from '../demands/client-sources.js'
import * as level from '../demands/levels.js'
import { follows, forEach, said } from '../demands/quotations/index.js'
import type { Rows } from '../demands/rows.js'
import { SECRET_STAYS } from './secret.js'

const LISTED = follows('wechat.only-listed')
const FILING = follows('wechat.filing')
const VALID = follows('wechat.valid')
const HTTPS = follows('wechat.https')
const HIGHEST = follows('wechat.highest')
/** wx.createTCPSocket: 连接限制. Whether 1024 is one of 1024 以下 is left open. */
const TCP_CLOSED = [
  ...[
    [1, 1023],
    [8000, 8100],
  ],
  ...[1099, 1433, 1521, 1719, 1720, 1723, 2049, 2375, 3128, 3306, 3389, 3659, 4045, 5060].map((one) => [one]),
  ...[5061, 5432, 5984, 6000, 6379, 6566, 7001, 7002, 8443, 8888, 9200, 9300].map((one) => [one]),
  ...[10_051, 10_080, 11_211, 27_017, 27_018, 27_019].map((one) => [one]),
]

const TRUSTED = said('wechat.trusted')

export const rows: Rows = {
  'audit/complete': { level: level.COMPLETE, sources: LISTED },
  'audit/unused': { level: level.UNUSED_PART, sources: LISTED },

  'domain/scheme': {
    level: 'error',
    sources: {
      whole: said('wechat.schemes'),
      reasons: forEach(said('wechat.schemes'), 'missing', 'insecure', 'other-api', 'unsupported'),
    },
  },
  'domain/ip-address': {
    level: 'error',
    sources: {
      whole: said('wechat.no-address'),
      // Calls may go to the local network; the list accepts no address at all.
      reasons: { address: said('wechat.lan-address'), 'lan-address': said('wechat.no-address') },
    },
  },
  'domain/localhost': {
    level: 'error',
    sources: {
      whole: said('wechat.no-address'),
      reasons: {
        localhost: said('wechat.no-address'),
        // A name that can't exist can't be filed.
        ...forEach(FILING, 'single-label', 'special-use'),
      },
    },
  },
  'domain/forbidden-host': {
    level: 'error',
    sources: { whole: said('wechat.forbidden-host'), reasons: { forbidden: said('wechat.forbidden-host') } },
  },
  'domain/port': {
    level: level.PORT,
    sources: {
      whole: said('wechat.port'),
      reasons: {
        'https-port': said('wechat.port'),
        'default-port': said('wechat.default-port'),
        'wss-port': said('wechat.wss-port'),
        forbidden: said('wechat.no-port'),
      },
    },
    parameters: { ports: 'allow' },
  },
  'domain/syntax': {
    level: level.SYNTAX,
    sources: {
      whole: said('wechat.characters'),
      reasons: forEach(said('wechat.characters'), 'malformed', 'several'),
    },
  },
  'domain/limit': {
    level: 'error',
    sources: {
      whole: said('wechat.limit'),
      reasons: { 'api-limit': said('wechat.limit'), 'app-limit': follows('wechat.limit') },
    },
    parameters: { per: 'api' },
  },
  'domain/duplicate': { level: 'warning', sources: follows('wechat.limit') },
  'domain/subdomain': { level: 'info', sources: said('wechat.parent'), parameters: { match: 'host' } },
  'domain/public-suffix': { level: level.SUFFIX, sources: { whole: FILING, reasons: { suffix: FILING } } },
  'domain/icp-tld': { level: 'warning', sources: FILING },
  'domain/icp-filing': {
    level: level.FILING,
    sources: { whole: said('wechat.filing'), reasons: forEach(FILING, ...level.WRONG_NUMBERS) },
  },

  'dns/resolves': follows('wechat.only-listed'),
  'dns/private-address': follows('wechat.lan-address'),
  'tls/reachable': { whole: HTTPS, reasons: { 'not-tls': said('wechat.https') } },
  'tls/client-certificate': HTTPS,
  'http/reachable': follows('wechat.any-status'),
  'tls/refusal': HTTPS,
  'tls/version': said('wechat.tls'),
  'tls/legacy-android': said('wechat.old-android'),
  'tls/obsolete-version': HIGHEST,
  'tls/ats-cipher': said('wechat.ats'),
  'certificate/kind': { whole: TRUSTED, reasons: { sm2: follows('wechat.trusted') } },
  'certificate/validity': {
    whole: said('wechat.dates'),
    reasons: forEach(follows('wechat.dates'), 'issuer-expired', 'issuer-not-yet-valid'),
  },
  'certificate/expires-soon': follows('wechat.dates'),
  'certificate/hostname': said('wechat.name'),
  'certificate/self-signed': {
    whole: TRUSTED,
    reasons: {},
    ios: { 'self-signed': said('wechat.self-signed') },
  },
  'certificate/chain-complete': said('wechat.chain'),
  'certificate/chain-order': follows('wechat.chain'),
  'certificate/chain-surplus': follows('wechat.chain'),
  'certificate/key-match': follows('wechat.checked'),
  'certificate/trusted': TRUSTED,
  'certificate/distrusted-ca': said('wechat.distrusted'),
  'certificate/path': VALID,
  'certificate/encoding': VALID,
  'certificate/transparency': VALID,
  'certificate/revocation': VALID,
  'certificate/key-strength': HIGHEST,
  'certificate/signature-algorithm': HIGHEST,
  'certificate/key-usage': VALID,
  'certificate/extended-key-usage': VALID,
  'certificate/lifetime': VALID,
  'tls/client-handshake': follows('wechat.strictness'),
  'tls/hello-size': follows('wechat.strictness'),
  'tls/server-name': follows('wechat.name'),
  'dns/ipv6': HIGHEST,
  'dns/consistent': HIGHEST,
  'vantage/consistent': HIGHEST,

  'http/redirect': {
    level: level.REDIRECT,
    sources: { whole: said('wechat.redirect'), reasons: { insecure: HTTPS } },
    parameters: { family: 'wechat', match: 'origin' },
  },
  'http/charset': {
    level: 'info',
    sources: {
      whole: said('wechat.charset'),
      reasons: { 'byte-order-marks': said('wechat.byte-order-mark') },
    },
  },
  'http/response-time': { level: 'warning', sources: said('wechat.timeout') },
  'http/status': { level: level.ANY_STATUS, sources: said('wechat.any-status'), parameters: { lowest: 500 } },
  'http/turned-away': {
    level: level.TURNED_AWAY,
    sources: {
      whole: follows('wechat.any-status'),
      reasons: { unfiled: said('wechat.filing'), 'hot-link': said('wechat.referer-form') },
    },
  },
  'http/json': { level: 'info', sources: said('wechat.json'), parameters: { family: 'wechat' } },
  'http/well-formed': {
    level: level.wellFormed('error'),
    sources: handedOn(follows('wechat.any-status')),
  },
  'http/websocket': { level: level.WEBSOCKET, sources: follows('wechat.schemes') },

  'project/coverage': { level: 'error', sources: LISTED },
  'project/unlisted-domain': {
    level: level.ALL_LISTED,
    sources: {
      whole: said('wechat.only-listed'),
      reasons: { 'letter-case': LISTED, malformed: LISTED, 'no-origin': LISTED },
    },
    parameters: { match: 'origin', hosts: ['api.weixin.qq.com'] },
  },
  'project/socket-address': {
    level: level.SOCKET,
    sources: {
      whole: said('wechat.tcp'),
      reasons: {
        'unlisted-udp': said('wechat.udp'),
        'udp-address': said('wechat.udp'),
        lan: said('wechat.lan-calls'),
        own: said('wechat.lan-calls'),
        'closed-port': said('wechat.tcp-ports'),
      },
    },
    parameters: { lists: ['udp', 'tcp'], closed: TCP_CLOSED },
  },
  'project/insecure-scheme': {
    level: { insecure: 'error', lan: 'info' },
    sources: { whole: said('wechat.https'), reasons: { lan: said('wechat.lan-calls') } },
  },
  'project/ip-address': {
    level: { address: 'error', localhost: 'error', lan: 'info' },
    sources: { whole: said('wechat.no-address'), reasons: { lan: said('wechat.lan-calls') } },
  },
  'project/forbidden-host': { level: 'error', sources: said('wechat.forbidden-host') },
  'project/app-secret': { level: level.SECRET, sources: SECRET_STAYS },
  'project/url-length': { level: 'warning', sources: said('wechat.url-length'), parameters: { bytes: 1024 } },
  'project/method-case': {
    level: level.METHOD,
    sources: said('wechat.methods'),
    parameters: { methods: ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT'] },
  },
  'project/deprecated-api': { notDemanded: said('wechat.methods') },
  'project/referer-header': { level: 'warning', sources: said('wechat.referer') },
  'project/network-timeout': {
    level: { 'too-long': 'warning', 'too-short': 'warning' },
    sources: { whole: said('wechat.timeout'), reasons: { 'too-short': said('wechat.short-timeout') } },
    parameters: { least: 1000, most: 60_000 },
  },
  'project/call-option': {
    level: {
      ...level.NO_OPTION,
      'timeout-too-long': 'warning',
      'timeout-too-short': 'warning',
      'close-reason': 'warning',
    },
    sources: {
      whole: said('wechat.timeout'),
      reasons: {
        'timeout-too-short': follows('wechat.short-timeout'),
        'close-reason': said('wechat.close-reason'),
      },
    },
  },
  'project/url-encoding': { level: 'warning', sources: said('wechat.url-encoding') },
  'project/several-sockets': { level: 'info', sources: said('wechat.one-socket') },
  'project/url-check': { level: 'warning', sources: said('wechat.check-on') },
  'project/page-resource': { level: 'info', sources: said('wechat.media') },
  'project/unaccounted-host': { level: level.UNACCOUNTED, sources: LISTED },
  'project/silent-client': { level: level.SILENT, sources: LISTED },
  'project/vendored-library': { level: level.LIBRARY, sources: LISTED },
  'project/unused-domain': { level: level.UNUSED, sources: LISTED, parameters: { match: 'origin' } },
  'project/scan-setting': { level: level.STEERING, sources: LISTED },
  'project/seen-host': { level: level.SEEN, sources: LISTED },
}
