import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: {},
  insecure: {
    api: 'request',
    origin: 'ws://a.cn',
    host: 'a.cn',
    calls: ['pages/index.js:3:5'],
    scheme: 'ws',
    secure: 'wss',
  },
  lan: {
    api: 'request',
    origin: 'ws://[fd00::1]',
    host: 'fd00::1',
    calls: ['pages/index.js:3:5'],
    scheme: 'ws',
    secure: 'wss',
  },
} satisfies EvidenceOf<typeof rule>
