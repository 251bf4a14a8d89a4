import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: {},
  'in-force': { key: 'define', name: 'process.env.BASE', value: 'https://a.cn', used: 1 },
  unused: { key: 'exclude', name: 'dev/**', value: '', used: 0 },
} satisfies EvidenceOf<typeof rule>
