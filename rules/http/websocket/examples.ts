import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { paths: ['/socket', '/other'] },
  broken: { path: '/', faults: ['accept'] },
  dropped: { path: '/socket', code: 1011 },
  closed: { path: '/socket', code: 1008 },
  refused: { path: '/', status: 404 },
  'upgrade-lost': { path: '/socket' },
  'not-upgraded': { path: '/socket', status: 200 },
  'default-path': { path: '/', status: 200 },
  'not-http': { path: '/socket', problem: 'not-http', got: 'SSH-2.0' },
  'no-answer': { path: '/socket', phase: 'first-byte', cause: 'closed' },
} satisfies EvidenceOf<typeof rule>
