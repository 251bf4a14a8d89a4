import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { sent: 1 },
  surplus: { certificates: [{ position: 3, subject: 'Test Root CA', why: 'root' }], bytes: 401 },
} satisfies EvidenceOf<typeof rule>
