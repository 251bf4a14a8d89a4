/** Real inputs of every reader: what mutations start from. Made with the demo's authority, so they are new each time. */
import * as der from '../../src/demo/der.js'
import { makeAuthority, makeCertificate, makeCrl, makeOcspResponse, sctList } from '../../src/demo/index.js'
import { writeFrame } from '../../src/probes/http2/frames.js'
import { writeFields } from '../../src/probes/http2/hpack.js'
import { u8, u16, vector16, vector24 } from '../../src/probes/tls/bytes.js'
import {
  alert,
  certificateList,
  extension,
  type Identity,
  message,
  messages12,
  record,
  records13,
  retryRequest,
  serverHello,
  viewHello,
} from '../../test/helpers/fake-tls.js'

export const { root, intermediate, issue } = makeAuthority({ name: 'Fuzz' })
export const leaf = issue({
  names: ['a.example', '*.b.example'],
  ips: ['192.0.2.1', '2001:db8::1'],
  policies: ['2.23.140.1.2.1'],
  ocsp: ['http://ocsp.example/'],
  caIssuers: ['http://ca.example/i.der'],
  crl: ['http://crl.example/c.crl'],
  tlsFeature: [5],
})
const constrained = makeCertificate({
  subject: { cn: 'Constrained', o: 'Fuzz', c: 'CN' },
  ca: true,
  key: 'rsa-2048',
  pss: true,
  pathLength: 1,
  nameConstraints: { permitted: ['example', '192.0.2.0/24'], excluded: ['x.example'] },
})
export const scts = sctList([
  { logId: Buffer.alloc(32, 1), timestamp: new Date(0) },
  { logId: Buffer.alloc(32, 2), timestamp: new Date(1e12) },
])
export const identity: Identity = { certificates: [leaf.der, intermediate.der], key: leaf.key }
export const staple = makeOcspResponse({ certificate: leaf, now: new Date() })

export const certificates = [leaf, intermediate, root, constrained].map((one) => one.der)
export const pems = [leaf.pem + intermediate.pem, `x\n${root.pem}\n${leaf.keyPem}`].map((text) =>
  Buffer.from(text),
)
export const crls = [
  makeCrl({ issuer: intermediate, now: new Date(), revoked: [{ serial: leaf.serial, reason: 1 }] }),
]
export const pkcs7 = [
  der.sequence(
    der.oid('1.2.840.113549.1.7.2'),
    der.context(0, der.sequence(der.integer(1), der.set(), der.context(0, leaf.der, intermediate.der))),
  ),
]

/** Written by OpenSSL 3 around one certificate without a key: sealed with an empty password, and in the clear. */
export const pkcs12 = [
  [
    'MIICogIBAzCCAlwGCSqGSIb3DQEHAaCCAk0EggJJMIICRTCCAkEGCSqGSIb3DQEHBqCCAjIwggIuAgEAMIICJwYJKoZIhvcN',
    'AQcBMFYGCSqGSIb3DQEFDTBJMCgGCSqGSIb3DQEFDDAbBAge4GqAXawcegIBATAMBggqhkiG9w0CCQUAMB0GCWCGSAFlAwQB',
    'KgQQfDB61fHNM4Cuvf2auI2ml4CCAcDl+24RVs0sHPgJQ1KlPKOQS4fB9rvPO0P80q79RC6HKaLIeSIczYD3pnz6rKcWbb2P',
    'Xe/KIXoHuSYzMyR78iQhU8WhlWxWWZ8TmAqJHLHGSk7zD/NYoxTC9MMiy3HAt1DLJt2/5YtnBEkuaCGYWz4CkvNa67MNHz3i',
    'bRBdgJzM5Ixz0YPKa3JGmssu1kBmXsSF/3EpmYipll0eRnxg7vzFRVebNsgnQnWiQyAYg+Ldazo2h65GfCNfrEYW2oeLlBOR',
    '+up2PgVxTeXZCKHtHU8bsX+qZVcF0aPY5jUarVN+DX0F08XtgUBhEaxLL+/+RzHY3oDX7IfcfGQF0W5tUuQjkP//yGxFNcDH',
    'Y/6NYMxJe9ixOtusvtYB4sqslDYzHojdVBs6CkYrDAY2rVDF0TD/0JjOZGM58249UChAvowkpveQTMu933TnBjlXO17ubPmw',
    'tN0dAQ7eSgdGhmCUAMOQrCbEH4hNUPgmXcAPNxoZgolACZEn+oH6cDa4jzK6smOPD8al0yLY5bSFV73UhDP0sbYVVwMP7l9k',
    'JpzIhTBcWBLadT5VwHUFxTddKw7EnoJ3I5pXirLTrO0XjkBXR1/HMD0wMTANBglghkgBZQMEAgEFAAQgTyEWbqCeQYlbKgW5',
    '7I1rVz3i4Xfg17SL2gz/HkFwMoYECL6esJYvjYif',
  ].join(''),
  [
    'MIIB6AIBAzCCAeEGCSqGSIb3DQEHAaCCAdIEggHOMIIByjCCAcYGCSqGSIb3DQEHAaCCAbcEggGzMIIBrzCCAasGCyqGSIb3',
    'DQEMCgEDoIIBmjCCAZYGCiqGSIb3DQEJFgGgggGGBIIBgjCCAX4wggEjoAMCAQICFGO6zFN5SwMbVyYPL+3wR+jVIIJnMAoG',
    'CCqGSM49BAMCMBQxEjAQBgNVBAMMCWEuZXhhbXBsZTAeFw0yNjExMjEwMzExNTFaFw0zNjExMTgwMzExNTFaMBQxEjAQBgNV',
    'BAMMCWEuZXhhbXBsZTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABC0BVdga4Jw/qLvDz1oNpizz0ojBudNetqs0cojHBEmu',
    '1jPBkk447qUfoWO09ecltTk6DzNZSL7DlJJI26zcMkKjUzBRMB0GA1UdDgQWBBQb39HRwWHbpkzqyUhF+X2MnmTR6zAfBgNV',
    'HSMEGDAWgBQb39HRwWHbpkzqyUhF+X2MnmTR6zAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0kAMEYCIQCd1Usy92HG',
    '0W3C0S8HUPIj6bHxXKCNtaDQwefmgqggJwIhAPBft/paxZ1l22HVtZ0Vrm3warBHTMPsmQ+Zlx+4HB3n',
  ].join(''),
].map((text) => Buffer.from(text, 'base64'))

export const serverHellos = [
  serverHello({ suite: 0xc02b, extensions: [extension(16, vector16(Buffer.from('\x02h2')))] }),
  serverHello({ suite: 0x1301, extensions: [extension(43, u16(0x0304))] }),
].map((whole) => whole.subarray(4))
export const firstRecords = serverHellos.map((hello) => record(22, message(2, hello)))
export const certificates12 = [certificateList(identity.certificates)]
export const certificates13 = [
  Buffer.concat([
    u8(0),
    vector24(vector24(leaf.der), vector16(extension(18, scts)), vector24(root.der), u16(0)),
  ]),
]
export const statuses = [Buffer.concat([u8(1), vector24(staple)])]
export const parameters = ['03001d0204050403000101', '00010700010200010504030001aa'].map((hex) =>
  Buffer.from(hex, 'hex'),
)

/** The fake server agrees on NIST curves only. */
const knowsOurCurves = ({ extensions }: ReturnType<typeof viewHello>): boolean =>
  [23, 24, 25].some((group) => extensions.get(51)?.includes(Buffer.concat([u16(group), u8(0)])) === true)

/** Whole first flights in answer to a hello; the kind is picked by the number. */
export function flightFor(hello: Buffer, pick: number): Buffer {
  const view = viewHello(hello)
  const whole12 = () => messages12(view, { ...identity, staple, sctList: scts }).map((one) => record(22, one))
  const made = [
    () => Buffer.concat(whole12()),
    () =>
      Buffer.concat(
        knowsOurCurves(view) ? records13(view, { ...identity, staple, sctList: scts }) : whole12(),
      ),
    () => record(22, retryRequest(view, { group: 24, cookie: Buffer.from('cookie') }).message),
    () => Buffer.concat([alert(1, 112), ...whole12()]),
    () => record(22, message(2, serverHellos[pick % 2] ?? Buffer.alloc(0))),
  ]
  return (made[pick % made.length] ?? made[0])?.() ?? Buffer.alloc(0)
}

const frame = (type: number, flags: number, stream: number, payload: Buffer): Buffer =>
  writeFrame({ type, flags, stream, payload })
const http2Head = writeFields([
  [':status', '200'],
  ['content-length', '2'],
])
export const http2Answers: readonly Buffer[] = [
  Buffer.concat([
    frame(4, 0, 0, Buffer.alloc(0)),
    frame(1, 4, 1, http2Head),
    frame(0, 1, 1, Buffer.from('ok')),
  ]),
  Buffer.concat([
    frame(1, 0, 1, http2Head.subarray(0, 9)),
    frame(9, 4, 1, http2Head.subarray(9)),
    frame(0, 9, 1, Buffer.from('\x01ok\0')),
    frame(7, 0, 0, Buffer.alloc(8)),
  ]),
  // RFC 7541 appendix C.6.1: Huffman’s code and the dynamic table.
  frame(
    1,
    5,
    1,
    Buffer.from('488264025885aec3771a4b6196d07abe941054d444a8200595040b8166e082a62d1bff', 'hex'),
  ),
]

export const responses = [
  'HTTP/1.1 200 OK\r\nContent-Type: application/json; charset="utf-8"\r\nContent-Length: 2\r\n\r\n{}',
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4;a=b\r\nabcd\r\n0\r\nX: y\r\n\r\n',
  'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 302 Found\r\nLocation: //b.example/ a\r\nX: folded\r\n more\r\n\r\n',
  'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: x\r\n\r\n',
  'HTTP/1.0 200 Connection established\n\nrest',
].map((text) => Buffer.from(text))

const config = {
  platforms: ['wechat', 'alipay'],
  domains: { request: ['https://api.example.com:8443'], connectSocket: ['wss://ws.example.com'] },
  wechat: { domains: { request: [] } },
  limits: { domainsPerApi: 20 },
  supportedOs: { ios: '15', android: '10' },
  paths: { 'api.example.com': ['/health'] },
  icp: { 'example.com': '京ICP备2024000001号-1' },
  rules: { 'certificate/expires-soon': ['warning', { days: 30 }], 'http/charset': 'off' },
  waivers: [{ rule: 'tls/version', host: 'old.example.com', until: '2099-12-31', reason: 'x' }],
}
const yaml = `# comment
platforms: [wechat, "alipay"]
domains: &all
  request:
    - https://api.example.com
    - !!str wss://x
wechat: { domains: *all }
text: |
  several
  lines
`
export const configs = [
  JSON.stringify(config, null, 2),
  `// comment\n{ "domains": { "request": ["https://a.example",], }, /* x */ }`,
  '{"requestdomain":["https://a.example"],"wsrequestdomain":["wss://a.example"],"errcode":0}',
  yaml,
].map((text) => Buffer.from(text))

export const entries = [
  'https://api.example.com:8443/a?b#c',
  'wss://ｗｓ.例子.中国.',
  'http://0x7f.1:80',
  'https://user@[2001:db8::1]:443',
  '*.example.com',
].map((text) => Buffer.from(text))

export const texts = ['a\x1b[31m ::error::x ##[y] \u202e合法域名 “R11”', 'x\u0301\u0302\u0303 =cmd() |@'].map(
  (text) => Buffer.from(text),
)

/** A path, then patterns. */
export const ignores = [
  'pages/a/b.gen.js\n*.gen.*\n!/pages/**/b.gen.js\n# no\n\\#yes\n',
  'src/x y\nsrc/x\\ \n**/x[!a-z]y/\n/src/**\na**b/?\n[[:alpha:]-]]\\\n',
  'node_modules\nnode_modules/\n!node_modules/\nd/**/e\n',
].map((text) => Buffer.from(text))
