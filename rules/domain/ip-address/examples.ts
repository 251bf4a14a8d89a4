import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { host: 'a.cn' },
  address: { written: '[::1]', address: '::1' },
  'lan-address': { written: '10.1', address: '10.0.0.1' },
} satisfies EvidenceOf<typeof rule>
