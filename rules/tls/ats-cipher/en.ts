import { cipherName } from '../../../src/i18n/names.js'
import type { RuleText } from '../../../src/i18n/types.js'
import { CIPHER_FIX } from '../words/en.js'
import type rule from './rule.js'

export default {
  title: 'The server supports an ATS cipher suite',
  why: 'Under App Transport Security an iPhone offers only ECDHE suites; a server without one fails on every iPhone and works everywhere else.',
  howToFix: [
    'Offer a suite with ECDHE and AES-GCM or ChaCha20, or simply TLS 1.3:',
    '  ssl_protocols TLSv1.2 TLSv1.3;',
    '  ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384;',
  ].join('\n'),
  pass: ({ cipher }) => cipherName(cipher),
  unknown: { 'no-answer': 'one of the hellos with modern suites got no answer' },
  reasons: {
    'legacy-cbc-only': {
      message: ({ cipher }, { subject }) =>
        `${subject} accepts only ECDHE with CBC and SHA-256/384 (${cipherName(cipher)}): in Apple’s printed list, but no longer offered by iOS 15.4 and later.`,
      fix: () => CIPHER_FIX,
    },
    'no-ats-suite': {
      message: ({ cipher, dhBits }, { subject }) =>
        `${subject} accepts no suite that iOS offers under ATS; it chose ${cipherName(cipher)}${dhBits ? ` (DHE, ${dhBits} bits)` : ''} when everything was offered.`,
      fix: () => CIPHER_FIX,
    },
    'no-answer': {
      message: ({ silent }, { subject }) =>
        `${subject} gave no answer to these hellos: ${silent.join(', ')}.`,
      fix: () => 'Run again, with a longer --timeout if the server is slow.',
    },
  },
} satisfies RuleText<typeof rule>
