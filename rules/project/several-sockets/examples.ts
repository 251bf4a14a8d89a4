import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: {},
  several: { origins: ['wss://a.cn', 'wss://b.cn'], calls: ['pages/index.js:3:5'] },
} satisfies EvidenceOf<typeof rule>
