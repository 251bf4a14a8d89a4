import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { usages: ['1.3.6.1.5.5.7.3.1'] },
  wrong: { usages: ['1.3.6.1.5.5.7.3.2'] },
  'any-only': { usages: ['2.5.29.37.0'] },
  'server-gated': { usages: ['2.16.840.1.113730.4.1'] },
  absent: { usages: [] },
} satisfies EvidenceOf<typeof rule>
