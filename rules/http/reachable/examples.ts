import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { path: '/', status: 200, version: 'TLSv1.3' },
  refused: { phase: 'finish', alert: 47 },
  cut: { phase: 'finish' },
  'not-http': { path: '/v1', problem: 'not-http', got: 'SSH-2.0' },
  'status-line': { path: '/v1', line: 'HTTP/2.0 200 OK' },
  'http2-only': { got: '\\x00\\x00\\r\\x04\\x00\\x00\\x00\\x00\\x00' },
  'http2-unspoken': { got: 'HTTP/1.1 400 Bad Request' },
  'http2-connection-field': { path: '/v1', fields: ['upgrade: h2,h2c'] },
  'http2-malformed': { path: '/v1', problem: 'field-name', name: 'X-Trace', value: '' },
  'http2-irregular': { path: '/v1', problem: 'odd-status', name: '', value: '0200' },
  'http2-length': { path: '/v1', value: '13' },
  'http2-weak-suite': { address: '192.0.2.7', cipher: 0xc013 },
  'http2-refused': { path: '/v1', by: 'stream', code: 2 },
  'http2-sent-back': { path: '/v1' },
  'http2-other-status': { path: '/v1', status: 502, http1: 200 },
  'http2-unanswered': { phase: 'first-byte', cause: 'timeout' },
  'broken-body': { path: '/v1' },
  'short-body': { path: '/v1', bytes: 512 },
  'other-address': { address: '192.0.2.8', alert: null, got: null },
  'other-status': { address: '192.0.2.8', path: '/v1', status: 502, first: 200 },
  'other-silent': { address: '192.0.2.8', phase: 'first-byte', cause: 'timeout' },
  'path-ended': { path: '/v1/pay', phase: 'first-byte', alert: null },
  'path-silent': { path: '/v1/pay', phase: 'head', cause: 'timeout' },
  'no-answer': { phase: 'head', cause: 'closed' },
} satisfies EvidenceOf<typeof rule>
