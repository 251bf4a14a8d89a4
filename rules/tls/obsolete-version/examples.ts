import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { refused: ['SSLv3', 'TLSv1', 'TLSv1.1'] },
  ssl3: { accepted: ['SSLv3'] },
  deprecated: { accepted: ['TLSv1'] },
  'no-answer': { silent: ['SSLv3'] },
} satisfies EvidenceOf<typeof rule>
