import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { addresses: ['93.184.216.1', '93.184.216.2'] },
  'different-leaf': {
    hello: 'tls1.3-ecdsa',
    groups: [
      {
        addresses: ['93.184.216.1'],
        sha256: '8f3b5e843af74488a7bd411e8e1455547817e36eeedbee54f85243cb0d5af7dc',
        notAfter: '2027-02-17T12:00:00.000Z',
      },
      {
        addresses: ['93.184.216.2'],
        sha256: '5b4dd62a838288e20f0f58c241cfe6548756128c866e1dc5fcd0df22f9ab8c75',
        notAfter: '2027-02-17T12:00:00.000Z',
      },
    ],
  },
  'different-chain': {
    hello: 'tls1.3-ecdsa',
    groups: [
      { addresses: ['93.184.216.1'], certificates: 2 },
      { addresses: ['93.184.216.2'], certificates: 1 },
    ],
  },
  'different-versions': {
    groups: [
      { addresses: ['93.184.216.1'], versions: ['TLSv1.2', 'TLSv1.3'] },
      { addresses: ['93.184.216.2'], versions: ['TLSv1.2'] },
    ],
  },
  dead: { dead: ['93.184.216.3'], living: ['93.184.216.1'] },
} satisfies EvidenceOf<typeof rule>
