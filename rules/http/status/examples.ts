import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { statuses: [{ path: '/', status: 200 }] },
  'not-found': { path: '/v1', status: 404 },
  'server-error': { path: '/v1', status: 500 },
  'client-error': { path: '/v1', status: 400 },
  'default-path': { path: '/', status: 404 },
  'not-http': { path: '/v1', problem: 'not-http', got: 'SSH-2.0' },
  'no-answer': { path: '/v1', phase: 'first-byte', cause: 'closed' },
} satisfies EvidenceOf<typeof rule>
