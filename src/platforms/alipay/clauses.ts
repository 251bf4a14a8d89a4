/**
 * What Alipay requires under each rule, and the sentence behind it. Its pages require a complete chain and valid dates, and no
 * other single property of a certificate.
 */
import { follows, forEach, said } from '../demands/quotations/index.js'
import type { Rows } from '../demands/rows.js'
import { alipayRows } from './rows.js'

/** Whatever is wrong with a certificate: it is checked, and the request fails. */
const CHECKED = follows('alipay.checked')
const HIGHEST = follows('alipay.highest')
const OUTSIDE = follows('alipay.outside')
const LISTED = follows('alipay.only-listed')

export const rows: Rows = {
  'dns/resolves': OUTSIDE,
  'dns/private-address': said('alipay.outside'),
  'tls/reachable': OUTSIDE,
  'tls/client-certificate': OUTSIDE,
  'http/reachable': OUTSIDE,
  'tls/refusal': OUTSIDE,
  'tls/version': HIGHEST,
  'tls/legacy-android': follows('alipay.strictness'),
  'tls/obsolete-version': HIGHEST,
  'tls/ats-cipher': HIGHEST,
  'certificate/kind': CHECKED,
  'certificate/validity': said('alipay.chain'),
  'certificate/expires-soon': follows('alipay.chain'),
  'certificate/hostname': CHECKED,
  'certificate/self-signed': CHECKED,
  'certificate/chain-complete': said('alipay.chain'),
  'certificate/chain-order': HIGHEST,
  'certificate/chain-surplus': HIGHEST,
  'certificate/key-match': CHECKED,
  'certificate/trusted': CHECKED,
  'certificate/distrusted-ca': CHECKED,
  'certificate/path': CHECKED,
  'certificate/encoding': HIGHEST,
  'certificate/transparency': HIGHEST,
  'certificate/revocation': CHECKED,
  'certificate/key-strength': HIGHEST,
  'certificate/signature-algorithm': CHECKED,
  'certificate/key-usage': CHECKED,
  'certificate/extended-key-usage': HIGHEST,
  'certificate/lifetime': HIGHEST,
  'tls/client-handshake': follows('alipay.strictness'),
  'tls/hello-size': follows('alipay.strictness'),
  'tls/server-name': HIGHEST,
  'dns/ipv6': follows('alipay.https'),
  'dns/consistent': follows('alipay.https'),
  'vantage/consistent': follows('alipay.https'),
  ...alipayRows('alipay', {
    listed: LISTED,
    scheme: {
      whole: said('alipay.https-domains'),
      reasons: {
        ...forEach(said('alipay.https-domains'), 'missing', 'insecure', 'unsupported'),
        'other-api': said('alipay.wss'),
      },
    },
    ip: {
      whole: said('alipay.no-address'),
      reasons: forEach(said('alipay.no-address'), 'address', 'lan-address'),
    },
    localhost: {
      whole: said('alipay.no-localhost'),
      reasons: { localhost: said('alipay.no-localhost'), ...forEach(OUTSIDE, 'single-label', 'special-use') },
    },
    port: follows('alipay.match'),
    syntax: LISTED,
    limit: { said: said('alipay.limit'), follows: follows('alipay.limit') },
    match: said('alipay.match'),
    suffix: follows('alipay.match'),
    filing: { whole: said('alipay.filing'), follows: follows('alipay.filing') },
    redirect: { whole: follows('alipay.match'), reasons: { insecure: follows('alipay.https') } },
    charset: {
      whole: follows('alipay.formats'),
      reasons: { 'byte-order-marks': said('alipay.byte-order-mark') },
    },
    time: said('alipay.timeout'),
    status: said('alipay.status'),
    turnedAway: { whole: OUTSIDE, reasons: { unfiled: said('alipay.filing') } },
    json: said('alipay.json'),
    socket: follows('mpaas.socket-answer'),
    unlisted: {
      whole: said('alipay.only-listed'),
      reasons: {
        'unlisted-download': LISTED,
        'letter-case': said('alipay.misspelt'),
        malformed: said('alipay.misspelt'),
      },
    },
    https: said('alipay.https'),
    address: {
      whole: said('alipay.no-address'),
      reasons: { localhost: said('alipay.no-localhost'), lan: said('alipay.outside') },
    },
    methods: said('alipay.methods'),
    oldRequest: said('alipay.old-request'),
    option: { whole: said('alipay.headers'), reasons: { 'file-type': said('alipay.file-type') } },
    urlLength: said('alipay.url-length'),
    sockets: follows('alipay.several-sockets'),
    referer: said('alipay.referer'),
    checkOn: said('alipay.check-on'),
    media: follows('mpaas.network'),
  }),
}
