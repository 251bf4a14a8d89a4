import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { addresses: ['93.184.216.34'] },
  'proxy-address': { addresses: ['198.18.0.7'], resolver: '192.0.2.53' },
  all: { addresses: ['10.0.0.1'], uses: ['private'], resolver: '192.0.2.53' },
  some: { addresses: ['fd00::1'], uses: ['private'], resolver: '192.0.2.53' },
  'no-answer': { resolver: '192.0.2.53', cause: 'timeout' },
  'rest-unanswered': { resolver: '192.0.2.53', cause: 'timeout' },
} satisfies EvidenceOf<typeof rule>
