import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: {},
  deprecated: { callee: 'httpRequest', instead: 'my.request' },
} satisfies EvidenceOf<typeof rule>
