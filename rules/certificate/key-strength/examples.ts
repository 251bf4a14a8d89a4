import type { EvidenceOf } from '../../../src/engine/rule.js'
import { both } from '../../../test/rules/certificate/examples.js'
import type rule from './rule.js'

export default {
  pass: { keys: ['ec 256'] },
  ...both({
    weak: {
      certificate: {
        subject: 'CA 2',
        sha256: '84f13b3a318c8131475b183c0f369a909c8f2cafb43e77115112fde133941cc6',
      },
      type: 'ec',
      bits: 224,
      least: 256,
    },
    'too-weak': {
      certificate: {
        subject: 'api.example.com',
        sha256: '59805cb998ba291a3dba2b968d7f267d6c7d098e517159df1a428766a7660bd7',
      },
      type: 'ec',
      bits: 224,
      least: 225,
    },
    curve: {
      certificate: {
        subject: 'api.example.com',
        sha256: '570965c9ad952bf03425ef52f71eac6f47b0cc495e6aff7d3c8df24187e5f560',
      },
      curve: 'secp256k1',
      taken: ['P-256'],
    },
    'key-type': {
      certificate: {
        subject: 'api.example.com',
        sha256: '570965c9ad952bf03425ef52f71eac6f47b0cc495e6aff7d3c8df24187e5f560',
      },
      type: 'ed25519',
      taken: ['rsa', 'ec'],
    },
    'unknown-key': {
      certificate: {
        subject: 'api.example.com',
        sha256: '570965c9ad952bf03425ef52f71eac6f47b0cc495e6aff7d3c8df24187e5f560',
      },
      type: 'dsa',
    },
  }),
} satisfies EvidenceOf<typeof rule>
