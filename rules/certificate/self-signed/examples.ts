import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { issuer: 'CA 0' },
  'self-signed': {
    certificate: {
      subject: 'api.test',
      sha256: 'de1910886b5c4e8d5ecacf7a70d92536409bb70052653db3e0e425ef99bf9f70',
    },
  },
} satisfies EvidenceOf<typeof rule>
