import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { hello: 'tls1.3', cipher: 4865 },
  'legacy-cbc-only': { cipher: 49199 },
  'no-ats-suite': { cipher: 158, dhBits: 1024 },
  'no-answer': { silent: ['tls1.3'] },
} satisfies EvidenceOf<typeof rule>
