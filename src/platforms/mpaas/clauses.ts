/**
 * What mPaaS requires under each rule, and the sentence behind it. Its page lists causes, not single properties of a certificate.
 */
import { alipayRows } from '../alipay/rows.js'
import { follows, forEach, said } from '../demands/quotations/index.js'
import type { Rows } from '../demands/rows.js'

/** Whatever is wrong with a certificate: it is checked, and the request fails. */
const CHECKED = follows('mpaas.checked')
const HIGHEST = follows('mpaas.highest')
const OUTSIDE = follows('mpaas.outside')
const LISTED = follows('mpaas.only-listed')
const LAN = said('mpaas.outside')

export const rows: Rows = {
  'dns/resolves': OUTSIDE,
  'dns/private-address': said('mpaas.outside'),
  'tls/reachable': OUTSIDE,
  'tls/client-certificate': OUTSIDE,
  'http/reachable': OUTSIDE,
  'tls/refusal': OUTSIDE,
  'tls/version': HIGHEST,
  'tls/legacy-android': follows('mpaas.strictness'),
  'tls/obsolete-version': HIGHEST,
  'tls/ats-cipher': HIGHEST,
  'certificate/kind': CHECKED,
  'certificate/validity': CHECKED,
  'certificate/expires-soon': CHECKED,
  'certificate/hostname': CHECKED,
  'certificate/self-signed': CHECKED,
  'certificate/chain-complete': CHECKED,
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
  'tls/client-handshake': follows('mpaas.strictness'),
  'tls/hello-size': follows('mpaas.strictness'),
  'tls/server-name': HIGHEST,
  'dns/ipv6': OUTSIDE,
  'dns/consistent': OUTSIDE,
  'vantage/consistent': OUTSIDE,
  ...alipayRows('mpaas', {
    listed: LISTED,
    scheme: {
      whole: said('mpaas.https-domains'),
      reasons: {
        ...forEach(said('mpaas.https-domains'), 'missing', 'insecure', 'unsupported'),
        'other-api': said('mpaas.wss'),
      },
    },
    ip: { whole: LISTED, reasons: { address: LISTED, 'lan-address': LAN } },
    localhost: {
      whole: LAN,
      reasons: { localhost: LAN, ...forEach(OUTSIDE, 'single-label', 'special-use') },
    },
    port: LISTED,
    syntax: LISTED,
    limit: { said: said('mpaas.limit'), follows: follows('mpaas.limit') },
    match: follows('alipay.match'),
    suffix: LISTED,
    filing: { whole: follows('alipay.filing'), follows: follows('alipay.filing') },
    redirect: { whole: LISTED, reasons: { insecure: follows('mpaas.https') } },
    charset: follows('mpaas.formats'),
    time: said('mpaas.timeout'),
    status: said('mpaas.status'),
    turnedAway: OUTSIDE,
    json: said('mpaas.json'),
    socket: { whole: said('mpaas.socket-answer'), reasons: { 'not-upgraded': follows('mpaas.protocol') } },
    unlisted: { whole: said('mpaas.only-listed'), reasons: { 'unlisted-download': LISTED } },
    https: said('mpaas.https'),
    address: { whole: LISTED, reasons: { lan: LAN } },
    methods: said('mpaas.methods'),
    oldRequest: said('mpaas.old-request'),
    option: { whole: said('mpaas.headers'), reasons: { 'file-type': said('mpaas.file-type') } },
    urlLength: said('mpaas.url-length'),
    sockets: said('mpaas.one-socket'),
    referer: said('mpaas.referer'),
    checkOn: said('mpaas.check-on'),
    media: follows('mpaas.network'),
  }),
}
