import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { addresses: ['2606:2800::1'] },
  refused: { addresses: ['2606:2800::1'], how: 'alert' },
  silent: { addresses: ['2606:2800::1'], phase: 'hello', cause: 'timeout' },
  'only-ipv6': { addresses: ['2606:2800::1'] },
} satisfies EvidenceOf<typeof rule>
