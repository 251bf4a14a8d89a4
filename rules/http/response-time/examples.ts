import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { slowestMs: 2, timeout: 8000 },
  'too-slow': { path: '/v1', firstByteMs: 8001, timeout: 8000 },
  'not-waited': { path: '/v1', waited: 8000, timeout: 8001 },
  'no-answer': { path: '/v1', phase: 'first-byte', cause: 'closed' },
} satisfies EvidenceOf<typeof rule>
