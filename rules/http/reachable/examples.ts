import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { path: '/', status: 200, version: 'TLSv1.3' },
  refused: { phase: 'finish', alert: 47 },
  cut: { phase: 'finish' },
  'not-http': { path: '/v1', problem: 'not-http', got: 'SSH-2.0' },
  'http2-only': { got: '\\x00\\x00\\r\\x04\\x00\\x00\\x00\\x00\\x00' },
  'http2-unspoken': { got: 'HTTP/1.1 400 Bad Request' },
  'http2-unanswered': { phase: 'first-byte', cause: 'timeout' },
  'broken-body': { path: '/v1' },
  'no-answer': { phase: 'head', cause: 'closed' },
} satisfies EvidenceOf<typeof rule>
