import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { root: 'CN=Old Root', os: 'ios', since: '7', newestKnown: '26', extra: false },
  'unknown-root': {
    last: { subject: 'CA 0', sha256: '787b2f7b57b78d3462219630bfc4978e31a204769b5af7cf889c9a5aca5bad32' },
    root: 'CA 1',
    rootSent: false,
  },
  'not-built-in': {
    root: 'CN=Beta Root',
    os: 'ios',
    since: '14',
    newestKnown: '26',
    lost: ['13.4'],
    supported: '12',
  },
  'legacy-lost': {
    root: 'ISRG Root X1',
    os: 'android',
    since: '7.1',
    newestKnown: '17',
    lost: ['7.0'],
    legacy: '7.0',
  },
  'could-be-fetched': {
    certificate: {
      subject: 'Sub',
      sha256: 'd262fd420b76811a6db4b8961da2ff2fae39b295dec1360461bb3adb12efe7a4',
    },
    missing: 'Test TLS CA 1',
    caIssuers: ['http://ca.example.net/intermediate.crt'],
  },
} satisfies EvidenceOf<typeof rule>
