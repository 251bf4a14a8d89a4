import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { paths: ['/v1'] },
  conflict: {
    path: '/v1/report',
    field: 'content-disposition',
    values: ['attachment; filename=June', 'July.pdf'],
  },
  'proxy-authentication': { path: '/v1' },
  'promised-content': { path: '/v1', status: 204, length: 2 },
  misframed: { path: '/v1', problem: 'old-chunked', value: 'HTTP/1.0' },
  unended: { path: '/v1', bytes: 12, timeout: 8000 },
  undecodable: { path: '/v1', encoding: 'gzip' },
  'ends-early': { path: '/v1', encoding: 'gzip' },
  damaged: { path: '/v1', encoding: 'gzip', how: 'checksum' },
  'not-decoded': { path: '/v1', encoding: 'zstd' },
  'no-answer': { path: '/v1', phase: 'first-byte', cause: 'timeout' },
} satisfies EvidenceOf<typeof rule>
