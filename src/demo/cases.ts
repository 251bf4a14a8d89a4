/** The demo's servers: what each one gets wrong, in words and in options. */
import { type CertificateInput, type Issued, makeAuthority, makeCertificate } from './authority.js'

export type Serving =
  | { kind: 'tls'; leaf: Issued; others: readonly Issued[]; only?: 'TLSv1.1' | 'TLSv1.2'; ciphers?: string }
  | { kind: 'plain-http' | 'closed' | 'silent' }

export interface DemoCase {
  id: string
  host: string
  scheme: 'https' | 'wss'
  title: Record<'en' | 'zh', string>
  /** What an audit is expected to find. */
  shows: Record<'en' | 'zh', string>
  serving: Serving
}

export const DEMO_DOMAIN = 'shop.example'
const DAY = 86_400_000
/** Old protocols and small keys need OpenSSL's security level turned down. */
const ANYTHING = 'DEFAULT@SECLEVEL=0'
/** RSA key transport: whoever gets the key later reads everything recorded before. */
const STATIC_RSA = 'AES128-GCM-SHA256:AES256-GCM-SHA384:AES128-SHA:AES256-SHA'

export interface DemoWorld {
  /** The demo's own root: give it as --ca. */
  root: Issued
  cases: DemoCase[]
}

/** `now` is the instant the certificates' dates are set around. */
export function demoCases(now: Date): DemoWorld {
  const { root, intermediate, issue } = makeAuthority({ name: 'Hefa Demo', now })
  const at = (days: number) => new Date(now.getTime() + days * DAY)
  const served = (
    label: string,
    input: CertificateInput = {},
    others: readonly Issued[] = [intermediate],
  ) => ({
    kind: 'tls' as const,
    leaf: issue({ names: [`${label}.${DEMO_DOMAIN}`], ...input }),
    others,
  })
  const policy = makeCertificate({
    subject: { cn: 'Hefa Demo Policy CA', o: 'Hefa Demo' },
    ca: true,
    issuer: root,
    now,
  })
  const issuing = makeCertificate({
    subject: { cn: 'Hefa Demo TLS CA 2', o: 'Hefa Demo' },
    ca: true,
    issuer: policy,
    now,
  })
  const own = (label: string, issuer?: Issued): Issued =>
    makeCertificate({ names: [`${label}.${DEMO_DOMAIN}`], now, ...(issuer ? { issuer } : {}) })
  const office = makeAuthority({ name: 'Office', now })

  const servings: Record<CaseId, Serving> = {
    api: served('api'),
    ws: served('ws'),
    'no-intermediate': served('no-intermediate', {}, []),
    expired: served('expired', { notBefore: at(-120), notAfter: at(-30) }),
    'expires-soon': served('expires-soon', { notBefore: at(-83), notAfter: at(6) }),
    'wrong-name': served('wrong-name', { names: [`www.${DEMO_DOMAIN}`] }),
    'self-signed': { kind: 'tls', leaf: own('self-signed'), others: [] },
    'office-ca': { kind: 'tls', leaf: own('office-ca', office.intermediate), others: [office.intermediate] },
    'wrong-order': { kind: 'tls', leaf: own('wrong-order', issuing), others: [policy, issuing] },
    'root-sent': served('root-sent', {}, [intermediate, root]),
    'tls11-only': { ...served('tls11-only'), only: 'TLSv1.1', ciphers: ANYTHING },
    'no-forward-secrecy': {
      ...served('no-forward-secrecy', { key: 'rsa-2048' }),
      only: 'TLSv1.2',
      ciphers: STATIC_RSA,
    },
    'weak-key': { ...served('weak-key', { key: 'rsa-1024' }), ciphers: ANYTHING },
    sha1: { ...served('sha1', { hash: 'sha1' }), ciphers: ANYTHING },
    'plain-http': { kind: 'plain-http' },
    refused: { kind: 'closed' },
    silent: { kind: 'silent' },
  }
  const cases = CASES.map(
    ([id, en, zh, showsEn, showsZh]): DemoCase => ({
      id,
      host: `${id}.${DEMO_DOMAIN}`,
      scheme: id === 'ws' ? 'wss' : 'https',
      title: { en, zh },
      shows: { en: showsEn, zh: showsZh },
      serving: servings[id],
    }),
  )
  return { root, cases }
}

const CASES = [
  ['api', 'A good server', '一切正常的服务器', 'Everything passes', '全部通过'],
  ['ws', 'A good WebSocket server', '一切正常的 WebSocket 服务器', 'Everything passes', '全部通过'],
  [
    'no-intermediate',
    'The intermediate certificate is missing',
    '缺少中间证书',
    'Works in desktop browsers, fails on Android',
    '桌面浏览器正常，Android 失败',
  ],
  ['expired', 'The certificate has expired', '证书已过期', 'Fails everywhere', '所有平台失败'],
  ['expires-soon', 'The certificate expires within a week', '证书一周内到期', 'A warning', '警告'],
  ['wrong-name', 'The certificate is for another name', '证书域名不匹配', 'Fails everywhere', '所有平台失败'],
  ['self-signed', 'A self-signed certificate', '自签名证书', 'Fails everywhere', '所有平台失败'],
  [
    'office-ca',
    'A private authority that no phone knows',
    '手机不认识的私有 CA',
    'Fails everywhere',
    '所有平台失败',
  ],
  [
    'wrong-order',
    'The chain is in the wrong order',
    '证书链顺序错误',
    'Old clients stumble over it',
    '旧客户端会出错',
  ],
  ['root-sent', 'The root is sent along', '多发送了根证书', 'A note: wasted bytes', '提示：浪费流量'],
  ['tls11-only', 'TLS 1.1 and nothing newer', '只支持 TLS 1.1', 'Fails everywhere', '所有平台失败'],
  [
    'no-forward-secrecy',
    'Cipher suites without forward secrecy',
    '加密套件不支持前向保密',
    'Fails on iOS (App Transport Security)',
    'iOS 失败（ATS）',
  ],
  ['weak-key', 'An RSA key of 1024 bits', '1024 位 RSA 密钥', 'Fails on iOS', 'iOS 失败'],
  ['sha1', 'A SHA-1 signature', 'SHA-1 签名', 'Fails everywhere', '所有平台失败'],
  [
    'plain-http',
    'Plain HTTP where TLS should be',
    'HTTPS 端口上是明文 HTTP',
    'Fails everywhere',
    '所有平台失败',
  ],
  ['refused', 'Nobody listens on the port', '端口无服务', 'Fails everywhere', '所有平台失败'],
  [
    'silent',
    'A host that accepts and never answers',
    '接受连接但不响应',
    'Unknown: silence proves nothing',
    '未知：没有响应不能证明什么',
  ],
] as const satisfies (readonly [id: string, en: string, zh: string, showsEn: string, showsZh: string])[]

type CaseId = (typeof CASES)[number][0]
