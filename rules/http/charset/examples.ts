import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { paths: ['/v1'] },
  declared: { path: '/v1', charset: 'gbk' },
  invalid: { path: '/v1', contentType: 'text/html' },
  'byte-order-marks': { path: '/v1', boms: 2 },
  compressed: { path: '/v1', encoding: 'gzip' },
  'no-answer': { path: '/v1', phase: 'first-byte', cause: 'closed' },
} satisfies EvidenceOf<typeof rule>
