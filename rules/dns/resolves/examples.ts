import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { addresses: ['127.0.0.1'], cname: [] },
  nxdomain: { resolver: '192.0.2.53' },
  'no-address': { resolver: '192.0.2.53', cname: [] },
  'no-answer': { resolver: '192.0.2.53', cause: 'timeout' },
  'aaaa-no-answer': { resolver: '192.0.2.53', cause: 'timeout' },
} satisfies EvidenceOf<typeof rule>
