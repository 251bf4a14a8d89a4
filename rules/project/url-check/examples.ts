import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: {},
  off: { setting: 'setting.urlCheck', value: false },
} satisfies EvidenceOf<typeof rule>
