import type { EvidenceOf } from '../../../src/engine/rule.js'
import { both } from '../../../test/rules/certificate/examples.js'
import type rule from './rule.js'

export default {
  pass: { daysLeft: 2, notAfter: '2026-11-07T00:00:00Z', threshold: 2 },
  ...both({
    soon: {
      certificate: {
        subject: 'api.example.com',
        sha256: 'f43faa90581d713eeef9683b5b79a5704047f9a7d2e1aaa3c2b8fa5deb91c629',
      },
      daysLeft: 1,
      notAfter: '2026-11-07T00:00:00Z',
      threshold: 2,
      expired: false,
    },
  }),
} satisfies EvidenceOf<typeof rule>
