import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: {},
  unused: { host: 'a.cn', api: 'request' },
  'not-determined': { host: 'a.cn', api: 'request', calls: 1, files: 0 },
} satisfies EvidenceOf<typeof rule>
