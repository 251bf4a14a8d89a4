import type { dns as english } from '../en/dns.js'
import { fewOf } from '../few.js'

const few = fewOf('、', (n) => ` 等（另有 ${n} 个）`)

const HOW: Record<string, string> = {
  connection: '拒绝连接',
  reset: '重置连接',
  closed: '关闭连接',
  'not-tls': '没有使用 TLS',
  malformed: '应答的 TLS 格式有误',
}

const sides = (groups: { addresses: string[] }[], of: (at: number) => string) =>
  groups.map(({ addresses }, at) => `${few(addresses)}：${of(at)}`).join('；')

export const dns: typeof english = {
  'dns/resolves': {
    title: '域名能解析到地址',
    why: '域名解析不出地址时，所有手机上的请求都会直接报网络错误。',
    pass: ({ addresses }) => `解析到 ${few(addresses)}`,
    reasons: {
      nxdomain: {
        message: ({ resolver }, { subject }) =>
          `域名 ${subject} 不存在：DNS 服务器（${resolver}）返回 NXDOMAIN。`,
        fix: () => '请检查拼写，或在 DNS 服务商处添加 A 记录。',
      },
      'no-address': {
        message: ({ resolver, cname }, { subject }) =>
          cname.length > 0
            ? `${subject} 是 ${cname.join(' → ')} 的别名，但后者没有地址（查询自 ${resolver}）。`
            : `${subject} 存在，但既没有 A 记录也没有 AAAA 记录（查询自 ${resolver}）。`,
        fix: () => '请添加 A 记录，或修正 CNAME 的目标。',
      },
      'no-answer': {
        message: ({ resolver, cause }, { subject }) =>
          `DNS 服务器（${resolver}）没有给出 ${subject} 的有效应答：${cause}。`,
        fix: () => '请重试，或换一台 DNS 服务器：--dns 223.5.5.5',
      },
      'aaaa-no-answer': {
        message: ({ resolver, cause }, { subject }) =>
          `无法从 ${resolver} 得知 ${subject} 是否有 IPv6 地址：${cause}。`,
        fix: () => '请重试，或换一台 DNS 服务器：--dns 223.5.5.5',
      },
    },
  },
  'dns/private-address': {
    title: '地址可从公网访问',
    why: '手机走移动网络，访问不到只存在于公司内网或本机的地址。',
    pass: () => '公网地址',
    reasons: {
      'proxy-address': {
        message: ({ addresses, resolver }, { subject }) =>
          `${subject} 在本机解析为 ${few(addresses)}（查询自 ${resolver}）：这不是互联网地址，而是本机的代理程序（Clash、Surge、mihomo、sing-box 等）虚构的，看不到手机实际得到的地址。`,
        fix: () =>
          [
            '请在检查期间关闭代理程序或其 fake-ip 模式（enhanced-mode: fake-ip），或排除该域名（fake-ip-filter），然后重试。',
            '只有程序不劫持 DNS 时，换一台 DNS 服务器才有用：--dns 223.5.5.5',
            '也可以直接指定地址：--resolve HOST:443:ADDRESS',
          ].join('\n'),
      },
      all: {
        message: ({ addresses, uses, resolver }, { subject }) =>
          `${subject} 只解析到 ${few(addresses)}（${uses.join('、')}），手机无法访问（查询自 ${resolver}）。`,
        fix: () => '请发布公网地址。如果这是公司内部 DNS 的应答，请改用公共 DNS：--dns 223.5.5.5',
      },
      some: {
        message: ({ addresses, uses }, { subject }) =>
          `${subject} 还解析到 ${few(addresses)}（${uses.join('、')}）；选中这些地址的手机会失败或长时间等待。`,
        fix: () => '请从公网 DNS 中删除这些记录。',
      },
      'no-answer': {
        message: ({ resolver, cause }, { subject }) =>
          `无法从 ${resolver} 得知 ${subject} 有哪些地址：${cause}。`,
        fix: () => '请重试，或换一台 DNS 服务器：--dns 223.5.5.5',
      },
      'rest-unanswered': {
        message: ({ resolver, cause }, { subject }) =>
          `${subject} 已知的地址都是公网地址；是否还有其他地址，无法从 ${resolver} 得知：${cause}。`,
        fix: () => '请重试，或换一台 DNS 服务器：--dns 223.5.5.5',
      },
    },
  },
  'dns/ipv6': {
    title: 'IPv6 地址与 IPv4 一样可用',
    why: '移动网络中的手机会先尝试 IPv6。AAAA 记录后面没有可用的服务时，首个请求都会等待或失败。',
    pass: ({ addresses }) => `${few(addresses)} 有应答`,
    reasons: {
      refused: {
        message: ({ addresses, how }, { subject }) =>
          `${subject}：IPv6 地址 ${few(addresses)} ${HOW[how] ?? '拒绝所有握手'}，而 IPv4 正常。`,
        fix: () => '请让服务器同时监听 IPv6（nginx：listen [::]:443 ssl;），或删除 AAAA 记录。',
      },
      'only-ipv6': {
        message: ({ addresses }, { subject }) =>
          `${subject} 只有 IPv6 地址（${few(addresses)}）：没有 IPv6 的网络中的手机和旧版客户端无法连接。`,
        fix: () => '请再提供 IPv4 地址：添加 A 记录，或使用同时支持两者的负载均衡或 CDN。',
      },
      silent: {
        message: ({ addresses, phase, cause }, { subject }) =>
          `${subject}：从本机无法得知 IPv6 地址 ${few(addresses)} 是否可用（${phase}：${cause}）。`,
        fix: () => '请在支持 IPv6 的网络中重试。',
      },
    },
  },
  'dns/consistent': {
    title: '所有地址表现一致',
    why: '手机会被分配到任意一个地址。更新证书时漏掉一台，部分请求就会时好时坏。',
    pass: ({ addresses }) => `${addresses.length} 个地址表现一致`,
    reasons: {
      'different-leaf': {
        message: ({ groups }, { subject }) =>
          `${subject} 的各地址使用不同的证书：${sides(groups, (at) => `有效期至 ${groups[at]?.notAfter.slice(0, 10)}，SHA-256 ${groups[at]?.sha256.slice(0, 16)}…`)}。`,
        fix: () => '请在该域名后的每台服务器上部署同一张证书，并全部重新加载。',
      },
      'different-chain': {
        message: ({ groups }, { subject }) =>
          `${subject} 的各地址证书相同但证书链不同：${sides(groups, (at) => `${groups[at]?.certificates} 张证书`)}。`,
        fix: () => '请在该域名后的每台服务器上部署同一条完整证书链。',
      },
      'different-versions': {
        message: ({ groups }, { subject }) =>
          `${subject} 的各地址支持的 TLS 版本不同：${sides(groups, (at) => groups[at]?.versions.join('、') || '无')}。`,
        fix: () => '请让该域名后的每台服务器使用相同的 TLS 设置。',
      },
      dead: {
        message: ({ dead, living }, { subject }) =>
          `${subject}：${few(dead)} 拒绝连接，${few(living)} 有应答。`,
        fix: () => '请启动该处的服务，或从 DNS 中删除该地址。',
      },
    },
  },
}
