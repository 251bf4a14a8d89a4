import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { embedded: 0, handshake: 2, stapled: 0, needed: 2, days: 90 },
  none: { embedded: 0, handshake: 0, stapled: 0, needed: 2, days: 90 },
  'too-few': { embedded: 1, handshake: 0, stapled: 0, needed: 2, days: 90 },
} satisfies EvidenceOf<typeof rule>
