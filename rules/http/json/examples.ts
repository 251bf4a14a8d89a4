import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { paths: ['/v1'] },
  'not-json': { path: '/v1', contentType: 'text/html' },
} satisfies EvidenceOf<typeof rule>
