import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { tld: 'cn', listReadOn: '2026-11-20' },
  'not-fileable': { tld: 'dev', listReadOn: '2026-11-20' },
  'not-listed': { tld: 'io', listReadOn: '2026-11-20' },
} satisfies EvidenceOf<typeof rule>
