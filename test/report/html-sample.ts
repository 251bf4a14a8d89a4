/** A report as teams get it: three platforms, real roots, faults of every kind, in both languages. */
import type {
  ChainLink,
  Language,
  PlatformId,
  Report,
  Result,
  Target,
  TrustList,
  TrustSpan,
} from '../../src/types.js'
import { passed, report, result, target } from './sample.js'

export const PLATFORMS: PlatformId[] = [
  'wechat-ios',
  'wechat-android',
  'wechat-devtools',
  'alipay-ios',
  'alipay-android',
]
const ANDROID: PlatformId[] = ['wechat-android', 'alipay-android']
const NO_ANDROID: PlatformId[] = ['wechat-ios', 'wechat-devtools', 'alipay-ios']

const NETWORK = {
  title: '微信官方文档 · 网络 / 使用说明',
  url: 'https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html',
}
const LE = "O=Let's Encrypt,C=US"
const ISRG = 'CN=ISRG Root X1,O=Internet Security Research Group,C=US'
const sha = (seed: string) => Buffer.from(seed.padEnd(32, '.')).toString('hex').slice(0, 64)
const at = (day: string) => `${day}T00:00:00.000Z`

export function link(subject: string, issuer: string, sent = true): ChainLink {
  return { subject, issuer, sha256: sha(subject), sent }
}

const builtIn = (root: string, ios: string, android: string): Record<TrustList, TrustSpan> => {
  const listed = { since: null, until: null, root }
  return {
    ios: { ...listed, since: ios },
    android: { ...listed, since: android },
    ...{ chrome: listed, mozilla: listed, windows: listed },
  }
}

const everywhere = (verdict: 'pass' | 'warn' | 'fail' | 'unknown') =>
  Object.fromEntries(PLATFORMS.map((id) => [id, verdict]))

function certificate(name: string, issuer: string, from: string, to: string, daysLeft: number) {
  return {
    subject: `CN=${name}`,
    issuer,
    names: [name, `*.${name}`],
    notBefore: at(from),
    notAfter: at(to),
    sha256: sha(`CN=${name}`),
    daysLeft,
  }
}

const entry = (text: string, line: number) => ({
  ...{ family: 'wechat' as const, api: 'request' as const, text },
  ...{ file: 'hefa.config.json', line, column: 9 },
})

/** `en` and `zh` tell the same facts. */
export function teamReport(language: Language = 'en'): Report {
  const say = (english: string, chinese: string) => (language === 'zh' ? chinese : english)
  const platforms = PLATFORMS

  const missing = (host: string): Result[] => {
    const both = {
      rule: 'certificate/chain-complete',
      message: say(
        `The intermediate certificate "R11", which issued "${host}", is missing: the server sends its own certificate only.`,
        `缺少签发“${host}”的中间证书“R11”：服务器只发送了自己的证书。`,
      ),
      fix: say(
        'Serve the full chain: append the certificate "R11" to the server\'s own.\n  nginx: ssl_certificate must name fullchain.pem, not cert.pem\nThen reload the server and check again.',
        '发送完整的证书链：把证书“R11”接在服务器证书后面。\n  nginx：ssl_certificate 应指向 fullchain.pem，而不是 cert.pem\n然后重新加载服务器，再检查一次。',
      ),
      reference: { ...NETWORK, quote: '证书的信任链必需完整（需要服务器配置）' },
      evidence: {
        certificate: { subject: host, sha256: sha(`CN=${host}`) },
        missing: 'R11',
        sent: 1,
        caIssuers: ['http://r11.i.lencr.org/'],
        found: { subject: 'R11', sha256: sha(`CN=R11,${LE}`) },
      },
    }
    return [
      result({ ...both, reason: 'missing', platforms: ANDROID }),
      result({ ...both, reason: 'fetchable', level: 'warning', platforms: NO_ANDROID }),
    ]
  }

  const incomplete = (host: string, line: number, part: Partial<Target> = {}): Target =>
    target({
      host,
      entries: [entry(`https://${host}`, line)],
      verdicts: { ...everywhere('warn'), 'wechat-android': 'fail', 'alipay-android': 'fail' },
      addresses: [
        { address: '203.0.113.20', family: 4, state: 'answered' },
        { address: '2001:db8::20', family: 6, state: 'silent' },
      ],
      certificate: certificate(host, `CN=R11,${LE}`, '2026-10-12', '2027-01-10', 50),
      chain: [link(`CN=${host}`, `CN=R11,${LE}`), link(`CN=R11,${LE}`, ISRG, false)],
      trust: builtIn('ISRG Root X1', '10', '7.1'),
      results: [
        ...missing(host),
        ...passed('tls/version', 'certificate/validity', 'certificate/hostname').map((one) => ({
          ...one,
          platforms,
        })),
      ],
      ...part,
    })

  const pay = target({
    host: 'pay.example.com',
    entries: [entry('https://pay.example.com', 6)],
    verdicts: everywhere('fail'),
    certificate: certificate(
      'pay.example.com',
      'CN=GeoTrust TLS RSA CA G1,O=DigiCert Inc,C=US',
      '2026-08-20',
      '2026-12-02',
      11,
    ),
    chain: [
      link('CN=pay.example.com', 'CN=GeoTrust TLS RSA CA G1,O=DigiCert Inc,C=US'),
      link('CN=GeoTrust TLS RSA CA G1,O=DigiCert Inc,C=US', 'CN=DigiCert Global Root G2,O=DigiCert Inc,C=US'),
    ],
    trust: builtIn('DigiCert Global Root G2', '7', '4.4'),
    results: [
      result({
        rule: 'certificate/validity',
        reason: 'expired',
        platforms,
        message: say(
          'The intermediate certificate "GeoTrust TLS RSA CA G1" expired on 2026-11-02T12:00:00Z.',
          '中间证书“GeoTrust TLS RSA CA G1”已于 2026-11-02T12:00:00Z 过期。',
        ),
        fix: say(
          'Replace the expired intermediate by the current one of your CA.',
          '换成 CA 当前的中间证书。',
        ),
        reference: { ...NETWORK, quote: '证书必须在有效期内' },
        evidence: {
          certificate: {
            subject: 'GeoTrust TLS RSA CA G1',
            sha256: sha('CN=GeoTrust TLS RSA CA G1,O=DigiCert Inc,C=US'),
          },
          leaf: false,
          notAfter: '2026-11-02T12:00:00Z',
        },
      }),
      result({
        rule: 'certificate/expires-soon',
        reason: 'soon',
        level: 'warning',
        platforms,
        message: say('"pay.example.com" expires in 11 days.', '“pay.example.com”将在 11 天后过期。'),
        fix: say('Renew it now.', '请立即续期。'),
        reference: { ...NETWORK, quote: '证书必须在有效期内' },
        evidence: {
          certificate: { subject: 'pay.example.com', sha256: sha('CN=pay.example.com') },
          daysLeft: 11,
          notAfter: '2026-12-02T00:00:00Z',
          threshold: 30,
        },
      }),
    ],
  })

  const ws = target({
    host: 'ws.example.com',
    scheme: 'wss',
    verdicts: everywhere('unknown'),
    addresses: [{ address: '203.0.113.9', family: 4, state: 'silent' }],
    results: ['tls/reachable', 'tls/version', 'tls/ats-cipher', 'certificate/validity'].map((rule) =>
      result({
        rule,
        status: 'unknown',
        platforms,
        reason: rule === 'tls/reachable' ? 'silent' : 'not-observed',
        ...(rule === 'tls/reachable'
          ? {
              message: say(
                'ws.example.com did not answer (203.0.113.9; connect: timeout).',
                'ws.example.com 没有应答（203.0.113.9；connect：timeout）。',
              ),
              fix: say(
                'Run again from a network that reaches the server.',
                '请换一个能连到服务器的网络重试。',
              ),
            }
          : {}),
        evidence: { phase: 'connect', cause: 'timeout', address: '203.0.113.9' },
      }),
    ),
  })

  const img = target({
    host: 'img.example.com',
    port: 8443,
    verdicts: { ...everywhere('warn'), 'wechat-ios': 'fail', 'alipay-ios': 'fail' },
    certificate: certificate(
      'img.example.com',
      'CN=TrustAsia TLS RSA CA 2025,O=TrustAsia,C=CN',
      '2026-05-05',
      '2027-05-04',
      164,
    ),
    chain: [
      link('CN=img.example.com', 'CN=TrustAsia TLS RSA CA 2025,O=TrustAsia,C=CN'),
      link('CN=TrustAsia Global Root CA G4,O=TrustAsia,C=CN', 'CN=Certum Trusted Network CA 2,C=PL'),
      link(
        'CN=TrustAsia TLS RSA CA 2025,O=TrustAsia,C=CN',
        'CN=TrustAsia Global Root CA G4,O=TrustAsia,C=CN',
      ),
    ],
    trust: builtIn('Certum Trusted Network CA 2', '12', '6.0'),
    results: [
      result({
        rule: 'certificate/chain-order',
        reason: 'disorder',
        level: 'warning',
        platforms,
        message: say('The certificates are sent out of order.', '证书发送顺序错误。'),
        fix: say('Put them into this order in the certificate file.', '请按此顺序排列证书文件。'),
        evidence: { sent: ['img.example.com', 'TrustAsia Global Root CA G4', 'TrustAsia TLS RSA CA 2025'] },
      }),
      result({
        rule: 'tls/ats-cipher',
        reason: 'no-ats-suite',
        platforms: ['wechat-ios', 'alipay-ios'],
        message: say(
          'img.example.com:8443 accepts no suite that iOS offers under ATS; it chose TLS_RSA_WITH_AES_128_GCM_SHA256.',
          'img.example.com:8443 不接受 iOS 在 ATS 下提供的任何套件；它选择了 TLS_RSA_WITH_AES_128_GCM_SHA256。',
        ),
        fix: say('Allow ECDHE suites with AES-GCM.', '请允许带 AES-GCM 的 ECDHE 套件。'),
        evidence: { cipher: 156, dhBits: null },
      }),
      result({
        rule: 'tls/obsolete-version',
        reason: 'deprecated',
        level: 'info',
        platforms,
        message: say('img.example.com:8443 still speaks TLSv1.', 'img.example.com:8443 仍支持 TLSv1。'),
        fix: say('Allow TLS 1.2 and 1.3.', '只允许 TLS 1.2 和 1.3。'),
      }),
    ],
  })

  const cdn = target({
    host: 'cdn.example.com',
    verdicts: { 'wechat-ios': 'pass', 'wechat-android': 'pass', 'wechat-devtools': 'pass' },
    certificate: certificate('cdn.example.com', `CN=R10,${LE}`, '2026-10-30', '2027-01-28', 68),
    chain: [link('CN=cdn.example.com', `CN=R10,${LE}`), link(`CN=R10,${LE}`, ISRG)],
    chains: [
      {
        addresses: ['203.0.113.30'],
        clients: ['tls1.3'],
        chain: [link('CN=cdn.example.com', `CN=R10,${LE}`), link(`CN=R10,${LE}`, ISRG)],
      },
      {
        addresses: ['203.0.113.31'],
        clients: ['tls1.2'],
        chain: [link('CN=cdn.example.com', `CN=R10,${LE}`)],
      },
    ],
    trust: builtIn('ISRG Root X1', '10', '7.1'),
    results: [
      ...passed('tls/version', 'certificate/validity', 'certificate/hostname', 'certificate/trusted'),
      result({
        rule: 'certificate/chain-surplus',
        status: 'waived',
        level: 'info',
        reason: 'surplus',
        message: say('The root is sent along.', '多发送了根证书。'),
        evidence: { waiver: { until: '2026-12-31', reason: 'moves to the new gateway' } },
      }),
    ],
  })

  return report({
    platforms,
    verdict: 'fail',
    exitCode: 1,
    verdicts: everywhere('fail'),
    config: [
      result({
        rule: 'domain/scheme',
        reason: 'wrong-scheme',
        platforms: ['wechat-ios', 'wechat-android', 'wechat-devtools'],
        message: say('http://old.example.com is not https.', 'http://old.example.com 不是 https。'),
        fix: say('Write https://old.example.com and serve it over TLS.', '改成 https://old.example.com。'),
        reference: { ...NETWORK, quote: '域名只支持 https 和 wss 协议' },
        evidence: { scheme: 'http' },
        entry: entry('http://old.example.com', 5),
      }),
    ],
    targets: [incomplete('api.example.com', 3), incomplete('upload.example.com', 4), pay, img, ws, cdn],
  })
}

/** What an enemy would put into a certificate: markup, script, turned writing direction, hidden and endless text. */
export const HOSTILE = [
  '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>',
  '"></code></pre></div><svg onload=window.pwned=1>',
  '\u202egpj.exe\u2066\u200b\u0000\u001b[31m',
  "' onmouseover='window.pwned=1",
  '</style></title><base href="https://evil.example/">',
].join(' ')

export function hostileReport(): Report {
  const name = `CN=${HOSTILE}`
  const evil = target({
    host: HOSTILE,
    entries: [{ family: 'wechat', api: 'request', text: HOSTILE, file: HOSTILE, line: 1, column: 1 }],
    verdicts: { 'wechat-ios': 'fail', 'wechat-android': 'fail' },
    certificate: {
      ...{ subject: name, issuer: name, names: Array.from({ length: 5000 }, () => HOSTILE) },
      ...{ notBefore: HOSTILE, notAfter: HOSTILE, sha256: '', daysLeft: 1 },
    },
    addresses: [{ address: HOSTILE, family: 4, state: 'answered' }],
    chain: Array.from({ length: 200 }, () => ({ subject: name, issuer: name, sha256: '', sent: true })),
    trust: builtIn(HOSTILE, HOSTILE, HOSTILE),
    results: [
      result({
        rule: 'certificate/chain-complete',
        reason: HOSTILE,
        message: HOSTILE.repeat(200),
        fix: `${HOSTILE}\n  ${HOSTILE}`,
        reference: { title: HOSTILE, url: 'javascript:window.pwned=1', quote: HOSTILE },
        evidence: { missing: HOSTILE, waiver: { reason: HOSTILE, until: HOSTILE }, list: [HOSTILE] },
      }),
      result({
        rule: 'certificate/validity',
        reference: { title: 'x', url: `https://example.com/"${HOSTILE}`, quote: '' },
        evidence: { certificate: { subject: HOSTILE, sha256: '' }, notAfter: HOSTILE },
      }),
    ],
  })
  return report({
    tool: { name: 'hefa', version: HOSTILE },
    verdict: 'fail',
    exitCode: 1,
    verdicts: { 'wechat-ios': 'fail', 'wechat-android': 'fail' },
    targets: [evil],
  })
}
