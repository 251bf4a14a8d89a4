import type { RuleText } from '../../../src/i18n/types.js'
import { CIPHER_FIX, gotBy, VERSION_FIX } from '../words/zh.js'
import type rule from './rule.js'

const CURVE_FIX = [
  '启用 X25519、P-256、P-384，并使用 RSA 或 P-256 证书。',
  '  nginx：ssl_ecdh_curve X25519:prime256v1:secp384r1;',
].join('\n')

const LACKING = {
  version: { why: '没有共同的协议版本', fix: VERSION_FIX },
  suite: { why: '没有共同的加密套件', fix: CIPHER_FIX },
  group: { why: '没有共同的密钥交换曲线', fix: CURVE_FIX },
  'certificate-curve': { why: '它们不认识证书密钥所用的曲线', fix: CURVE_FIX },
  'certificate-key': { why: '它们无法验证该类证书密钥的签名', fix: '请使用 RSA 或 P-256 证书。' },
  'certificate-size': {
    why: '发送的证书超过了 TLS 库所接受的 100 kB',
    fix: '只发送服务器自己的证书和中间证书。\n  hefa chain fullchain.pem --output shorter.pem',
  },
  protocol: {
    why: '没有共同的应用层协议（ALPN）',
    fix: '请让服务器在 HTTP/2 之外也支持 HTTP/1.1。',
  },
  downgrade: {
    why: '连接被降级：选择了 TLS 1.2，却声明服务器支持 1.3，支持 1.3 的客户端会视为攻击（RFC 8446 第 4.1.3 节）',
    fix: '请更新服务器前面检查 TLS 的网关或防火墙：它在 TLS 1.2 的握手中转发了 TLS 1.3 服务器的随机数。也可以在该设备上启用 TLS 1.3，或在其后端关闭 TLS 1.3。',
  },
  other: {
    why: '所需参数服务器都支持，但握手消息中的其他内容被拒绝',
    fix: '请更新服务器、负载均衡及其前面防火墙的 TLS 实现：它们必须忽略 ClientHello 中不认识的内容，并接受超过一个 TCP 分段的 ClientHello。',
  },
} as const

interface Failure {
  lacking: keyof typeof LACKING
  failed: { name: string; hello: string; got: { by: string; alert: number | null } }[]
  undetermined: string[]
}

const cannotConnect = (subject: string, { lacking, failed, undetermined }: Failure) => {
  const names = failed.map(({ name }) => name).join('、')
  const got = failed[0] ? gotBy(failed[0].got) : ''
  const likely = undetermined.length > 0 ? `${undetermined.join('、')} 很可能也无法连接。` : ''
  const derived = failed.filter(({ hello }) => hello === 'derived').map(({ name }) => name)
  const sure = derived.length > 0 ? `${derived.join('、')} 的握手消息由源码推得，不是实录。` : ''
  return `${names} 无法连接 ${subject}：${LACKING[lacking].why}；服务器${got}。${likely}${sure}`
}

const notSent = (subject: string, { undetermined, doomed }: { undetermined: string[]; doomed: string[] }) => {
  const open = undetermined.filter((name) => !doomed.includes(name))
  const expected =
    doomed.length > 0
      ? [`${doomed.join('、')} 很可能无法连接 ${subject}，但没有发送它们自己的握手消息来确认。`]
      : []
  const unseen =
    open.length > 0
      ? [`无法判断 ${open.join('、')} 连接 ${subject} 的结果：没有发送它们自己的握手消息。`]
      : []
  return [...expected, ...unseen].join('')
}

export default {
  title: '每一代手机都能建立连接',
  why: '不同手机提供的协议版本、加密套件和曲线不同。服务器一个都不接受时，只有这些手机上的请求会全部失败，而你自己的手机一切正常。',
  howToFix:
    '对照报告中那种手机支持的内容和服务器坚持的内容：多半是套件或曲线列得太少。采用 Mozilla 的 intermediate 配置，这里列出的手机都能连上。',
  pass: ({ clients }) => `${clients.filter(({ verdict }) => verdict === 'connects').length} 类客户端可以连接`,
  unknown: {
    unconfirmed: '所支持的某个客户端的结果只能由其他 ClientHello 推测',
    'legacy-unconfirmed': '同上，针对较旧的客户端',
    'no-answer': '所支持的某个客户端的 ClientHello 没有应答',
    'legacy-no-answer': '同上，针对较旧的客户端',
  },
  reasons: {
    'cannot-connect': {
      message: (found, { subject }) => cannotConnect(subject, found),
      fix: ({ lacking }) => LACKING[lacking].fix,
    },
    'legacy-cannot-connect': {
      message: (found, { subject }) => cannotConnect(subject, found),
      fix: ({ lacking }) => `如果需要支持这些旧手机：${LACKING[lacking].fix}\n否则请在配置中调高 legacyOs。`,
    },
    unconfirmed: {
      message: (found, { subject }) => notSent(subject, found),
      fix: () => '请加上 --clients 重试，它会发送每一种握手消息。',
    },
    'legacy-unconfirmed': {
      message: (found, { subject }) => notSent(subject, found),
      fix: () => '请加上 --clients 重试，它会发送每一种握手消息。',
    },
    'no-answer': {
      message: ({ undetermined }, { subject }) =>
        `${subject} 没有应答 ${undetermined.join('、')} 的握手消息。`,
      fix: () => '请重试；服务器较慢时请加大 --timeout。若仍无应答，请检查防火墙是否丢弃较大的 ClientHello。',
    },
    'legacy-no-answer': {
      message: ({ undetermined }, { subject }) =>
        `${subject} 没有应答 ${undetermined.join('、')} 的握手消息。`,
      fix: () => '请重试；服务器较慢时请加大 --timeout。',
    },
  },
} satisfies RuleText<typeof rule>
