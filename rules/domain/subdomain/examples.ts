import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { match: 'host' },
  'parent-only': {
    entry: 'https://a.cn',
    api: 'request',
    file: 'c.json',
    line: 1,
    column: 1,
    domain: 'a.cn',
  },
  covered: {
    entry: 'https://api.a.cn',
    api: 'request',
    file: 'c.json',
    line: 2,
    column: 1,
    by: 'https://a.cn',
  },
} satisfies EvidenceOf<typeof rule>
