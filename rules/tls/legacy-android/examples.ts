import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { accepted: ['TLSv1'] },
  'modern-only': { refused: ['TLSv1', 'TLSv1.1'] },
  'no-answer': { silent: ['TLSv1'] },
} satisfies EvidenceOf<typeof rule>
