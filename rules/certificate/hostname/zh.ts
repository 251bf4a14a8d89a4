import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: '证书签发给该域名',
  why: '手机用域名与证书的 subjectAltName 比对，没有匹配的就断开连接。',
  howToFix: [
    '申请 subjectAltName 中写有该主机的证书；通用名（CN）已不起作用。注意 *.example.com 能覆盖 a.example.com，但覆盖不了 example.com 和 a.b.example.com。如果正确的证书已经有了，就是服务器选错了证书：检查虚拟主机和 SNI。',
    '  openssl s_client -connect HOST:443 -servername HOST </dev/null | openssl x509 -noout -ext subjectAltName',
  ].join('\n'),
  pass: ({ name }) => `匹配 ${name}`,
  reasons: {
    mismatch: {
      message: ({ host, names, count, wildcardTooDeep }) =>
        [
          `证书不是签发给 ${host} 的；其中的名称是：${names.length > 0 ? names.join('、') : '无'}`,
          count > names.length ? ` 等 ${count} 个` : '',
          wildcardTooDeep ? '。通配符只代表一级子域名' : '',
          '。',
        ].join(''),
      fix: ({ host }) => `请签发 subjectAltName 含 ${host} 的证书，或为该域名绑定正确的证书。`,
    },
    'common-name-only': {
      message: ({ host, commonName }) =>
        `证书没有 subjectAltName；其通用名 ${commonName} 对 ${host} 已不再有效（iOS 13、Android 9、Chromium 58 起）。`,
      fix: ({ host }) => `请签发 subjectAltName 含 ${host} 的证书。`,
    },
    'wildcard-on-public-suffix': {
      message: ({ name, host }) =>
        `唯一匹配 ${host} 的名称是 ${name}，这是直接位于公共后缀之下的通配符，iOS 和 Chromium 拒绝它。`,
      fix: ({ host }) => `请为 ${host} 本身签发证书。`,
    },
    'trailing-dot': {
      message: ({ name, host }) =>
        `唯一匹配 ${host} 的名称是“${name}”，末尾带点：Chromium 和 Android 接受，iOS 不接受。`,
      fix: ({ host }) => `请为 ${host} 签发末尾不带点的证书。`,
    },
  },
} satisfies RuleText<typeof rule>
