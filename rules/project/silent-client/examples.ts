import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: {},
  imported: { name: 'axios' },
  required: { name: 'axios' },
} satisfies EvidenceOf<typeof rule>
