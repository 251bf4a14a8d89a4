import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { certificates: ['api.example.com', 'Stranger'] },
  disorder: { sent: ['api.example.com', 'Upper', 'Lower'], ordered: ['api.example.com', 'Lower', 'Upper'] },
  'leaf-not-first': { position: 2, ordered: ['api.example.com', 'Lower'] },
} satisfies EvidenceOf<typeof rule>
