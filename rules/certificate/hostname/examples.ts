import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { name: 'api.test' },
  mismatch: { host: 'localhost', names: ['*'], count: 1, wildcardTooDeep: false },
  'common-name-only': { host: 'api.example.com', commonName: 'api.example.com' },
  'wildcard-on-public-suffix': { host: 'example.com.cn', name: '*.com.cn' },
  'trailing-dot': { host: 'api.example.com', name: '*.example.com.' },
} satisfies EvidenceOf<typeof rule>
