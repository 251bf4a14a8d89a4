import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { notBefore: '2026-11-19T12:00:00Z', notAfter: '2027-02-17T12:00:00Z' },
  expired: {
    certificate: {
      subject: 'CA 0',
      sha256: '4f4d5204a1c5f337e8475d1f2bcb29ae6ef45bd519d675a282b704607b4de96d',
    },
    leaf: false,
    notBefore: '2024-06-03T12:00:00Z',
    notAfter: '2026-11-19T12:00:00Z',
    at: '2026-11-20T12:00:00Z',
  },
  'issuer-expired': {
    certificate: {
      subject: 'CA 0',
      sha256: '4f4d5204a1c5f337e8475d1f2bcb29ae6ef45bd519d675a282b704607b4de96d',
    },
    leaf: false,
    notBefore: '2024-06-03T12:00:00Z',
    notAfter: '2026-11-19T12:00:00Z',
    at: '2026-11-20T12:00:00Z',
  },
  'issuer-not-yet-valid': {
    certificate: {
      subject: 'CA 0',
      sha256: '4f4d5204a1c5f337e8475d1f2bcb29ae6ef45bd519d675a282b704607b4de96d',
    },
    leaf: false,
    notBefore: '2024-06-03T12:00:00Z',
    notAfter: '2026-11-19T12:00:00Z',
    at: '2026-11-20T12:00:00Z',
  },
  'not-yet-valid': {
    certificate: {
      subject: 'Test TLS CA 1',
      sha256: '372c741c3c3001fa352144db673c59977f7971ddb2454137de3a41ba3da9f32e',
    },
    leaf: false,
    notBefore: '2026-11-21T12:00:00Z',
    notAfter: '2036-11-17T12:00:00Z',
    at: '2026-11-20T12:00:00Z',
  },
} satisfies EvidenceOf<typeof rule>
