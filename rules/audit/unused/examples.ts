import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: {},
  'no-such-host': { part: 'paths', key: 'a.cn' },
  'no-such-platform': { part: 'domains.udp' },
  'nothing-waived': { part: 'waivers[0]', rule: 'tls/version', host: 'a.cn' },
  'fixed-in-baseline': { part: '--baseline', count: 1, first: ['tls/version https://a.cn:443'] },
  'made-from-source': { part: 'domains' },
} satisfies EvidenceOf<typeof rule>
