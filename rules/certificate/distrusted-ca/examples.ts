import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { root: 'CN=Beta Root' },
  distrusted: {
    root: 'WoSign',
    authority: 'WoSign',
    mechanism: 'issued-after',
    date: '2016-10-21',
    source: 'Chrome Root Program',
  },
} satisfies EvidenceOf<typeof rule>
