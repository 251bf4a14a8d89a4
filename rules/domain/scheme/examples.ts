import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { scheme: 'wss' },
  missing: { api: 'request', expected: 'https' },
  insecure: { api: 'request', expected: 'https', scheme: 'http' },
  'other-api': { api: 'request', expected: 'https', scheme: 'wss', apis: ['connectSocket'] },
  unsupported: { api: 'request', expected: 'https', scheme: 'ftp' },
} satisfies EvidenceOf<typeof rule>
