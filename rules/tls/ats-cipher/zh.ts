import { cipherName } from '../../../src/i18n/names.js'
import type { RuleText } from '../../../src/i18n/types.js'
import { CIPHER_FIX } from '../words/zh.js'
import type rule from './rule.js'

export default {
  title: '有 iOS（ATS）所提供的前向保密加密套件',
  why: '在 App Transport Security 下 iPhone 只提供 ECDHE 套件；没有这类套件的服务器在所有 iPhone 上失败，在其他设备上却正常。',
  howToFix: [
    '提供 ECDHE 加 AES-GCM 或 ChaCha20 的套件，或者直接打开 TLS 1.3：',
    '  ssl_protocols TLSv1.2 TLSv1.3;',
    '  ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384;',
  ].join('\n'),
  pass: ({ cipher }) => cipherName(cipher),
  unknown: { 'no-answer': '使用现代套件的某个 ClientHello 没有应答' },
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
} satisfies RuleText<typeof rule>
