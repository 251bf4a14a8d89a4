import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: {},
  'run-time-only': { origin: 'https://a.cn', requests: 2 },
  'source-only': { origin: 'https://a.cn', requests: 0 },
} satisfies EvidenceOf<typeof rule>
