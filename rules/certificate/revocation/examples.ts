import type { EvidenceOf } from '../../../src/engine/rule.js'
import { both } from '../../../test/rules/certificate/examples.js'
import type rule from './rule.js'

export default {
  pass: { source: 'staple', until: null },
  'revoked-staple': {
    certificate: {
      subject: 'api.example.com',
      sha256: '570965c9ad952bf03425ef52f71eac6f47b0cc495e6aff7d3c8df24187e5f560',
    },
    since: '2026-11-19T12:00:00Z',
    cause: 'superseded',
  },
  'stale-staple': {
    certificate: {
      subject: 'api.example.com',
      sha256: '570965c9ad952bf03425ef52f71eac6f47b0cc495e6aff7d3c8df24187e5f560',
    },
    why: 'stale',
  },
  'no-staple': {
    certificate: {
      subject: 'api.example.com',
      sha256: '2fd3ee892f7d1fe57dda9932776b022d688289b52a9079fba5e17b0e9797e84d',
    },
  },
  'bad-staple': {
    certificate: {
      subject: 'api.example.com',
      sha256: '2fd3ee892f7d1fe57dda9932776b022d688289b52a9079fba5e17b0e9797e84d',
    },
    why: 'stale',
  },
  ...both({
    revoked: {
      certificate: {
        subject: 'Test TLS CA 1',
        sha256: '3ed07c2f8e99025c7e7969f9e33da062ecb5f44891b2c7d652dcd805a0583fd2',
      },
      source: 'crl' as const,
      since: '2026-11-19T12:00:00Z',
      cause: 'superseded',
    },
    'no-answer': {
      certificate: {
        subject: 'Test TLS CA 1',
        sha256: '3ed07c2f8e99025c7e7969f9e33da062ecb5f44891b2c7d652dcd805a0583fd2',
      },
      asked: [{ url: 'http://ca.example/1.crl', failure: 'stale' }],
    },
  }),
} satisfies EvidenceOf<typeof rule>
