import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: {},
  set: { header: 'Referer' },
} satisfies EvidenceOf<typeof rule>
