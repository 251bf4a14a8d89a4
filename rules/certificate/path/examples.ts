import type { EvidenceOf } from '../../../src/engine/rule.js'
import { both } from '../../../test/rules/certificate/examples.js'
import type rule from './rule.js'

export default {
  pass: { certificates: ['api.example.com', 'Top'] },
  'not-a-ca': { certificate: 'CA 0', detail: 'cA is false' },
  'path-length': { certificate: 'Top', detail: '1 intermediates below, 0 allowed' },
  'no-key-cert-sign': { certificate: 'Middle', detail: 'digitalSignature' },
  'intermediate-usage': { certificate: 'Middle', detail: 'only for 1.3.6.1.5.5.7.3.2' },
  ...both({
    'name-constraints': { certificate: 'api.example.com', detail: 'dns api.example.com' },
    policy: { certificate: 'Test Issuing CA', detail: 'detail of it' },
    'unknown-critical-extension': { certificate: 'Middle', detail: '1.3.6.1.4.1.99999.1' },
    'algorithm-mismatch': { certificate: 'Test Issuing CA', detail: 'detail of it' },
    'bad-version': { certificate: 'Test Issuing CA', detail: 'detail of it' },
    malformed: { certificate: 'Test Issuing CA', detail: 'detail of it' },
    'bad-signature': { certificate: 'Test Issuing CA', detail: 'detail of it' },
    'unsupported-key': {
      certificate: 'api.example.com',
      detail: 'signature 1.2.840.10045.4.3.127 could not be checked',
    },
  }),
} satisfies EvidenceOf<typeof rule>
