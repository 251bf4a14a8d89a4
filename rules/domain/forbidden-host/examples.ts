import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { host: 'api.test' },
  forbidden: { host: 'api.weixin.qq.com' },
} satisfies EvidenceOf<typeof rule>
