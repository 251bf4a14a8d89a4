import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { entries: 2 },
  repeated: {
    entry: 'https://a.cn',
    api: 'request',
    file: 'c.json',
    line: 2,
    column: 1,
    first: 'https://a.cn',
    firstLine: 1,
  },
  equivalent: {
    entry: 'https://A.cn',
    api: 'request',
    file: 'c.json',
    line: 2,
    column: 1,
    first: 'https://a.cn',
    firstLine: 1,
  },
} satisfies EvidenceOf<typeof rule>
