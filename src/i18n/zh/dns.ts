import type { dns as english } from '../en/dns.js'

export const dns: typeof english = {
  'dns/resolves': {
    title: '域名能解析到地址',
    why: '域名解析不出地址时，所有手机上的请求都会直接报网络错误。',
    pass: ({ addresses }) => `解析到 ${addresses.join('、')}`,
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
      all: {
        message: ({ addresses, uses, resolver }, { subject }) =>
          `${subject} 只解析到 ${addresses.join('、')}（${uses.join('、')}），手机无法访问（查询自 ${resolver}）。`,
        fix: () => '请发布公网地址。如果这是公司内部 DNS 的应答，请改用公共 DNS：--dns 223.5.5.5',
      },
      some: {
        message: ({ addresses, uses }, { subject }) =>
          `${subject} 还解析到 ${addresses.join('、')}（${uses.join('、')}）；选中这些地址的手机会失败或长时间等待。`,
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
}
