import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { limit: 1024 },
  'too-long': {
    api: 'request',
    origin: 'https://a.cn',
    host: 'a.cn',
    calls: ['pages/index.js:3:5'],
    bytes: 21,
    limit: 20,
    complete: true,
  },
} satisfies EvidenceOf<typeof rule>
