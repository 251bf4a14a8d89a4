import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { port: null },
  'https-port': { port: 442, host: 'a.cn' },
  'default-port': { port: 443, host: 'a.cn' },
  'wss-port': { port: 443, host: 'a.cn' },
  undocumented: { port: 8443, host: 'a.cn' },
  forbidden: { port: 443, host: 'a.cn' },
} satisfies EvidenceOf<typeof rule>
