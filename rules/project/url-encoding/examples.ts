import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: {},
  'not-encoded': {
    api: 'request',
    origin: 'https://a.cn',
    host: 'a.cn',
    calls: ['pages/index.js:3:5'],
    raw: '北京',
  },
} satisfies EvidenceOf<typeof rule>
