import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

const REISSUE = '请重新签发密钥用途含 digitalSignature 的证书（RSA 密钥另需 keyEncipherment）。'

const listed = (usages: readonly string[]) => usages.join('、') || '无'

export default {
  title: '密钥用途与密钥交换方式相符',
  why: '在 TLS 1.3 和 ECDHE 中服务器用私钥签名，在静态 RSA 中用它解密。证书不允许所做的用途时，Chromium 和 Android 会中断握手（ERR_SSL_KEY_USAGE_INCOMPATIBLE）。',
  pass: ({ usages }) => usages.join('、'),
  reasons: {
    'no-signature': {
      message: ({ usages, use }) =>
        `握手（${use === 'tls1.3' ? 'TLS 1.3' : 'ECDHE'}）要用证书的私钥签名，但其密钥用途不允许签名，只允许：${listed(usages)}。`,
      fix: () => REISSUE,
    },
    'no-signature-rsa': {
      message: ({ usages }) =>
        `TLS 1.2 的密钥交换要用证书的 RSA 私钥签名，但其密钥用途不允许签名，只允许：${listed(usages)}。`,
      fix: () => REISSUE,
    },
    'no-encipherment': {
      message: ({ usages }) =>
        `服务器使用静态 RSA 交换密钥，但证书的密钥用途不含 keyEncipherment，只允许：${listed(usages)}。`,
      fix: () => '请启用只需签名的 ECDHE 套件。\n  nginx: ssl_ciphers ECDHE+AESGCM:ECDHE+CHACHA20;',
    },
  },
} satisfies RuleText<typeof rule>
