import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { usages: ['digitalSignature'] },
  'no-signature': { usages: ['keyEncipherment'], use: 'tls1.3' },
  'no-signature-rsa': { usages: ['keyEncipherment'], use: 'signature' },
  'no-encipherment': { usages: ['digitalSignature'], use: 'encipherment' },
} satisfies EvidenceOf<typeof rule>
