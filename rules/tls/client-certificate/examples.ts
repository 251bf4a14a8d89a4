import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { asked: true },
  demanded: { phase: 'finish', alert: 40 },
  said: { path: '/v1', status: 403, text: 'Post-Handshake Authentication' },
  perhaps: { path: '/v1', status: 403 },
  'other-address': { asking: ['192.0.2.7'], answered: '93.184.216.34' },
} satisfies EvidenceOf<typeof rule>
