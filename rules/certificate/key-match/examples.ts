import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: {
    certificate: {
      subject: 'api.test',
      sha256: 'de1910886b5c4e8d5ecacf7a70d92536409bb70052653db3e0e425ef99bf9f70',
    },
    asked: false,
  },
  'not-proven': {
    certificate: {
      subject: 'api.example.com',
      sha256: 'b28e2884703751a3e4b06abcd976c644f1a8db6537dbd977a32486219b10f843',
    },
  },
  'wrong-key': {
    certificate: {
      subject: 'api.example.com',
      sha256: 'b28e2884703751a3e4b06abcd976c644f1a8db6537dbd977a32486219b10f843',
    },
  },
} satisfies EvidenceOf<typeof rule>
