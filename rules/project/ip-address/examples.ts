import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: {},
  address: {
    api: 'request',
    origin: 'https://1.2.3.4.5',
    host: '1.2.3.4.5',
    calls: ['pages/index.js:3:5'],
    address: null,
  },
  lan: {
    api: 'request',
    origin: 'http://169.254.1.1',
    host: '169.254.1.1',
    calls: ['pages/index.js:3:5'],
    address: '169.254.1.1',
  },
  localhost: {
    api: 'request',
    origin: 'http://LOCALHOST',
    host: 'localhost',
    calls: ['pages/index.js:3:5'],
  },
} satisfies EvidenceOf<typeof rule>
