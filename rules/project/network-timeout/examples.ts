import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { least: 1000, most: 5000 },
  'too-long': { setting: 'networkTimeout.request', value: 5000, most: 4999 },
  'too-short': { setting: 'networkTimeout.request', value: 0, least: 1000 },
} satisfies EvidenceOf<typeof rule>
