import type { tls as english } from '../en/tls.js'
import { fewOf } from '../few.js'
import { cipherName } from '../names.js'

const few = fewOf('、', (n) => ` 等（另有 ${n} 个）`)

const VERSION_FIX = [
  '启用 TLS 1.2 和 1.3。',
  '  nginx：ssl_protocols TLSv1.2 TLSv1.3;',
  '  腾讯云 CLB、阿里云 SLB/ALB：在 HTTPS 监听中选择“TLS 1.2 及以上”的安全策略。',
].join('\n')

const CIPHER_FIX = [
  '启用 ECDHE + AES-GCM 加密套件（以及 TLS 1.3）。',
  '  nginx：ssl_ciphers ECDHE+AESGCM:ECDHE+CHACHA20:ECDHE+AES;',
  '  腾讯云 CLB、阿里云 SLB/ALB：选择支持前向保密的 TLS 安全策略。',
].join('\n')

const dead = (list: { address: string; how: string }[]) =>
  few(list.map(({ address, how }) => `${address}（${how}）`))

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
  other: {
    why: '所需参数服务器都支持，但握手消息中的其他内容被拒绝',
    fix: '请更新服务器、负载均衡及其前面防火墙的 TLS 实现：它们必须忽略 ClientHello 中不认识的内容，并接受超过一个 TCP 分段的 ClientHello。',
  },
} as const

const GOT: Record<string, string> = {
  'other-version': '应答了它们不接受的版本',
  reset: '重置了连接',
  closed: '关闭了连接',
  'not-tls': '应答的不是 TLS',
  malformed: '应答的 TLS 格式有误',
  'server-hello': '应答了它们不接受的参数',
}

const otherService = (got: string): string =>
  got === 'malformed' ? '损坏的 TLS' : /^[A-Z][\w/]+$/.test(got) ? ` ${got}` : '其他协议'

const gotBy = ({ by, alert }: { by: string; alert: number | null }) =>
  alert === null ? (GOT[by] ?? by) : `以告警 ${alert} 拒绝`

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

const byProxy = (cause: string) => cause.startsWith('proxy:')

export const tls: typeof english = {
  'tls/reachable': {
    title: '有 TLS 服务应答',
    why: '端口上没有 TLS 服务时，小程序的每个请求都会失败。',
    pass: ({ addresses }) => `${few(addresses)} 有应答`,
    reasons: {
      refused: {
        message: ({ addresses }, { subject }) => `${subject} 拒绝连接（${few(addresses)}）。`,
        fix: () => '请启动服务、在安全组中放行端口，或更正域名列表里的端口。',
      },
      reset: {
        message: ({ addresses }, { subject }) =>
          `${subject} 接受连接后未作 TLS 应答就断开（${few(addresses)}）。`,
        fix: () =>
          '请检查负载均衡上该域名是否绑定了证书，以及是否被防火墙阻断（未备案的域名在中国内地会被阻断）。',
      },
      'not-tls': {
        message: ({ got }, { subject }) => `${subject} 没有使用 TLS，应答的是${otherService(got)}。`,
        fix: () => '请在该端口启用 TLS。\n  nginx：listen 443 ssl;',
      },
      silent: {
        message: ({ addresses, phase, cause }, { subject }) =>
          byProxy(cause)
            ? `代理没有连通 ${subject}（${few(addresses)}）：${cause.slice(6)}。`
            : `${subject} 没有应答（${few(addresses)}；${phase}：${cause}）。`,
        fix: ({ cause }) =>
          byProxy(cause)
            ? '请检查 --proxy 或 HTTPS_PROXY：代理的地址、用户名和密码，以及它放行哪些主机。NO_PROXY 中的主机会直接访问。'
            : '请在能访问该服务器的网络中重试，或加大 --timeout。',
      },
      'some-refused': {
        message: ({ dead: list, living }, { subject }) =>
          `${subject}：${dead(list)} 拒绝连接，而 ${few(living)} 有应答；先连到前者的手机需要等待。`,
        fix: () => '请启动该处的服务，或从 DNS 中删除该地址。',
      },
      'some-broken': {
        message: ({ dead: list, living }, { subject }) =>
          `${subject}：${dead(list)} 没有 TLS 应答，而 ${few(living)} 有；被分配到前者的手机会失败。`,
        fix: () => '请修复该处的服务，或从 DNS 中删除该地址。',
      },
      'some-silent': {
        message: ({ dead: list, living }, { subject }) =>
          `${subject}：${dead(list)} 没有应答，而 ${few(living)} 有。`,
        fix: () => '请重试；若仍无应答，请修复该处的服务或从 DNS 中删除该地址。',
      },
      'spare-silent': {
        message: ({ dead: list }, { subject }) => `${subject}：从本机无法访问其 IPv6 地址：${dead(list)}。`,
        fix: () => '请在支持 IPv6 的网络中重试，或删除 AAAA 记录。',
      },
    },
  },
  'tls/version': {
    title: '支持 TLS 1.2 或 1.3',
    why: 'iOS 和新版 Android 拒绝更旧的版本，用户看到的是带 SSL 错误的请求失败。',
    pass: ({ accepted }) => accepted.join('、'),
    reasons: {
      'too-old': {
        message: ({ minimum, accepted }, { subject }) =>
          accepted.length > 0
            ? `${subject} 只支持 ${accepted.join('、')}；要求 ${minimum} 及以上。`
            : `${subject} 拒绝 ${minimum} 及以上的所有版本。`,
        fix: () => VERSION_FIX,
      },
      'no-answer': {
        message: ({ silent }, { subject }) => `以 ${silent.join('、')} 询问 ${subject} 时没有应答。`,
        fix: () => '请重试；服务器较慢时请加大 --timeout。',
      },
    },
  },
  'tls/legacy-android': {
    title: 'Android 4.4 及更旧的系统可以连接',
    why: '它们最高只支持 TLS 1.0。平台的说法有歧义，且 TLS 1.0、1.1 已被弃用，所以这里只作提示，并且只在 `legacyOs` 覆盖到这些系统时才提示。',
    pass: ({ accepted }) => accepted.join('、'),
    reasons: {
      'modern-only': {
        message: (_, { subject }) =>
          `${subject} 不支持 TLS 1.0 和 1.1：Android 4.4 及更旧的系统无法连接。如今这很常见。`,
      },
      'no-answer': {
        message: ({ silent }, { subject }) => `以 ${silent.join('、')} 询问 ${subject} 时没有应答。`,
      },
    },
  },
  'tls/obsolete-version': {
    title: '已关闭过时的协议版本',
    why: 'SSL 3.0 已被攻破（RFC 7568），TLS 1.0、1.1 已被弃用（RFC 8996）。',
    pass: ({ refused }) => `已拒绝 ${refused.join('、')}`,
    reasons: {
      ssl3: { message: (_, { subject }) => `${subject} 仍支持 SSL 3.0。`, fix: () => VERSION_FIX },
      deprecated: {
        message: ({ accepted }, { subject }) => `${subject} 仍支持 ${accepted.join('、')}。`,
        fix: () => VERSION_FIX,
      },
      'no-answer': {
        message: ({ silent }, { subject }) => `以 ${silent.join('、')} 询问 ${subject} 时没有应答。`,
      },
    },
  },
  'tls/ats-cipher': {
    title: '有 iOS（ATS）所提供的前向保密加密套件',
    why: '在 App Transport Security 下 iPhone 只提供 ECDHE 套件；没有这类套件的服务器在所有 iPhone 上失败，在其他设备上却正常。',
    pass: ({ cipher }) => cipherName(cipher),
    reasons: {
      'legacy-cbc-only': {
        message: ({ cipher }, { subject }) =>
          `${subject} 只接受 ECDHE + CBC + SHA-256/384（${cipherName(cipher)}）：它在苹果公布的列表中，但 iOS 15.4 起已不再提供。`,
        fix: () => CIPHER_FIX,
      },
      'no-ats-suite': {
        message: ({ cipher, dhBits }, { subject }) =>
          `${subject} 不接受 iOS 在 ATS 下提供的任何套件；提供全部套件时它选择了 ${cipherName(cipher)}${dhBits ? `（DHE，${dhBits} 位）` : ''}。`,
        fix: () => CIPHER_FIX,
      },
      'no-answer': {
        message: ({ silent }, { subject }) => `${subject} 没有应答以下握手：${silent.join('、')}。`,
        fix: () => '请重试；服务器较慢时请加大 --timeout。',
      },
    },
  },
  'tls/client-handshake': {
    title: '每一代手机都能建立连接',
    why: '不同手机提供的协议版本、加密套件和曲线不同。服务器一个都不接受时，只有这些手机上的请求会全部失败，而你自己的手机一切正常。',
    pass: ({ clients }) =>
      `${clients.filter(({ verdict }) => verdict === 'connects').length} 类客户端可以连接`,
    reasons: {
      'cannot-connect': {
        message: (found, { subject }) => cannotConnect(subject, found),
        fix: ({ lacking }) => LACKING[lacking].fix,
      },
      'legacy-cannot-connect': {
        message: (found, { subject }) => cannotConnect(subject, found),
        fix: ({ lacking }) =>
          `如果需要支持这些旧手机：${LACKING[lacking].fix}\n否则请在配置中调高 legacyOs。`,
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
        fix: () =>
          '请重试；服务器较慢时请加大 --timeout。若仍无应答，请检查防火墙是否丢弃较大的 ClientHello。',
      },
      'legacy-no-answer': {
        message: ({ undetermined }, { subject }) =>
          `${subject} 没有应答 ${undetermined.join('、')} 的握手消息。`,
        fix: () => '请重试；服务器较慢时请加大 --timeout。',
      },
    },
  },
  'tls/server-name': {
    title: '不带服务器名称时也有应答',
    why: '手机总会发送服务器名称（SNI）。网关、健康检查和旧的库可能不发送，它们会得到默认证书。这里只作提示。',
    pass: () => '不带名称时证书相同',
    reasons: {
      'other-certificate': {
        message: ({ names }, { subject }) =>
          `${subject}：不带服务器名称时发送的是另一张证书${names.length > 0 ? `（${names.join('、')}）` : ''}。`,
      },
      refused: {
        message: (got, { subject }) => `${subject}：不带服务器名称时，服务器${gotBy(got)}。`,
      },
      'warning-alert': {
        message: ({ alert }, { subject }) =>
          `${subject} 警告不认识该名称（告警 ${alert}）后继续握手；有些客户端会就此放弃。`,
        fix: () => '请在服务器配置中写明该域名（nginx：server_name，Tomcat：同名的 Host）。',
      },
      'no-answer': {
        message: ({ phase, cause }, { subject }) =>
          `${subject} 没有应答不带服务器名称的握手消息（${phase}：${cause}）。`,
      },
    },
  },
}
