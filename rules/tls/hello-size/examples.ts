import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { longest: 1785 },
  cut: { shortest: 1520, longest: 517, alert: 50, clients: ['iOS 26.0-26.4'] },
  silent: { shortest: 1520, longest: 517, alert: null, clients: ['iOS 26.0-26.4'] },
} satisfies EvidenceOf<typeof rule>
