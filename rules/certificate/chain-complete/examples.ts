import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { certificates: ['api.example.com'], root: 'CN=api.example.com' },
  missing: {
    certificate: {
      subject: 'api.example.com',
      sha256: 'a7779fc4492d2a0273a51a4e1b62e7fef69510e5c6194a8c65ecefa1b6770861',
    },
    missing: 'Test TLS CA 1',
    sent: 1,
    caIssuers: ['ldap:///CN=CA'],
    found: null,
    foundIssuer: null,
  },
  fetchable: {
    certificate: {
      subject: 'api.example.com',
      sha256: '6d76edbf54aa89d919efee9e955bfa3446937e1bb213b43c5172eac84d9541d6',
    },
    missing: 'Test TLS CA 1',
    sent: 1,
    caIssuers: ['http://ca.example.net/intermediate.crt'],
    found: null,
    foundIssuer: null,
  },
} satisfies EvidenceOf<typeof rule>
