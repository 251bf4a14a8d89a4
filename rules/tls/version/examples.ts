import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { accepted: ['TLSv1.2'] },
  'too-old': { minimum: 'TLSv1.1', accepted: ['TLSv1'] },
  'no-answer': { silent: ['TLSv1.2'] },
} satisfies EvidenceOf<typeof rule>
