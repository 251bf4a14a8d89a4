import type { EvidenceOf } from '../../../src/engine/rule.js'
import { both } from '../../../test/rules/certificate/examples.js'
import type rule from './rule.js'

export default {
  pass: { algorithms: ['Ed25519'] },
  ...both({
    'weak-hash': {
      certificate: {
        subject: 'CA 0',
        sha256: 'd684071cca8f401913bb65e15564a3ef754bfe6641f98c991ca0572199e27a72',
      },
      algorithm: 'ecdsa-with-SHA1',
    },
    sha224: {
      certificate: {
        subject: 'api.example.com',
        sha256: 'e8d60ebc128f6cc8573a62f4fb5d177a4a16d8b449d23af9666e23a783ca49bc',
      },
      algorithm: 'sha224WithRSAEncryption',
    },
    'unknown-algorithm': {
      certificate: {
        subject: 'api.example.com',
        sha256: 'cc23af8dec4c1a91dec349da2ae260f0d0ca2bfb8d65c02b3185be361dae5c2c',
      },
      algorithm: '1.2.840.113549.1.1.99',
    },
  }),
} satisfies EvidenceOf<typeof rule>
