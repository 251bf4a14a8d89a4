import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: {},
  forbidden: {
    api: 'request',
    origin: 'https://api.weixin.qq.com',
    host: 'api.weixin.qq.com',
    calls: ['pages/index.js:3:5'],
  },
} satisfies EvidenceOf<typeof rule>
