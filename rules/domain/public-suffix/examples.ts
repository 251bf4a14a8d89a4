import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { host: 'a.cn', suffix: 'cn' },
  suffix: { host: 'cn', kind: 'registry' },
  'shared-hosting': { host: 'me.github.io', suffix: 'github.io' },
} satisfies EvidenceOf<typeof rule>
