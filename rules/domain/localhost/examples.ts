import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { host: 'a.cn' },
  localhost: { host: 'localhost' },
  'single-label': { host: 'test' },
  'special-use': { host: 'a.lan', suffix: 'lan' },
} satisfies EvidenceOf<typeof rule>
