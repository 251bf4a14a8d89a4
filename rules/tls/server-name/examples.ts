import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { sha256: '74a9c52d1760b491078ec86a05d7c5e02b34574d85cd1aa1829edae011410e80' },
  'other-certificate': {
    names: ['default.example.net'],
    sha256: '0a2e0dad00655aa5546105ca578cbfce999bff9c628919295030dc8c916bbc4b',
  },
  refused: { by: 'alert', alert: 70 },
  'warning-alert': { alert: 112 },
  'no-answer': { phase: 'hello', cause: 'timeout' },
} satisfies EvidenceOf<typeof rule>
