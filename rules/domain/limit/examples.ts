import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { counts: { app: 2 }, limit: 30 },
  'api-limit': { api: 'request', count: 21, limit: 20 },
  'app-limit': { count: 31, limit: 30 },
} satisfies EvidenceOf<typeof rule>
