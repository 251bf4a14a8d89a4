import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { accepted: ['TLSv1.2'] },
  'not-bound': { by: 'alert', alert: 112, others: ['b.example.com'] },
  'cut-by-name': { by: 'closed', alert: null, others: ['b.example.com'] },
  'silent-by-name': { cause: 'timeout', others: ['b.example.com'] },
  'nothing-for-name': { by: 'alert', alert: 40, nameless: { by: 'alert', alert: 40 } },
  'nothing-in-common': { by: 'alert', alert: 40 },
  'client-certificate': { by: 'alert', alert: 116 },
  protocol: { by: 'alert', alert: 120 },
  refused: { by: 'alert', alert: 80 },
} satisfies EvidenceOf<typeof rule>
