import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

const leaf = (sha256: string, notAfter: string) => ({
  sha256,
  issuer: 'CN=R12, O=Let’s Encrypt, C=US',
  notAfter,
})
const OLD = leaf(
  '8f3b5e843af74488a7bd411e8e1455547817e36eeedbee54f85243cb0d5af7dc',
  '2026-12-09T12:00:00.000Z',
)
const NEW = leaf(
  '5b4dd62a838288e20f0f58c241cfe6548756128c866e1dc5fcd0df22f9ab8c75',
  '2027-02-17T12:00:00.000Z',
)

export default {
  pass: { vantages: ['cn-telecom', 'hk'] },
  'fails-somewhere': {
    failing: [{ vantages: ['hk'], rules: ['certificate/chain-complete'] }],
    others: ['cn-telecom', 'sg'],
  },
  'old-certificate': {
    hello: 'tls1.3-ecdsa',
    groups: [
      { vantages: ['cn-telecom'], leaves: [NEW], old: false },
      { vantages: ['hk'], leaves: [OLD], old: true },
    ],
  },
  'other-certificate': {
    hello: 'tls1.3-ecdsa',
    groups: [
      { vantages: ['cn-telecom'], leaves: [NEW], old: false },
      { vantages: ['hk'], leaves: [OLD], old: false },
    ],
  },
  'different-chain': {
    hello: 'tls1.3-ecdsa',
    groups: [
      { vantages: ['cn-telecom'], certificates: [2] },
      { vantages: ['hk'], certificates: [1, 2] },
    ],
  },
  'different-versions': {
    groups: [
      { vantages: ['cn-telecom'], versions: ['TLSv1.2', 'TLSv1.3'] },
      { vantages: ['hk'], versions: ['TLSv1.2'] },
    ],
  },
  'special-address': { strange: [{ vantages: ['hk'], addresses: ['10.0.0.7'] }], others: ['cn-telecom'] },
  'different-status': {
    path: '/health',
    groups: [
      { vantages: ['cn-telecom'], status: 200 },
      { vantages: ['hk'], status: 403 },
    ],
  },
  'other-addresses': {
    groups: [
      { vantages: ['cn-telecom'], addresses: ['93.184.216.1'] },
      { vantages: ['hk'], addresses: ['93.184.216.2'] },
    ],
  },
} satisfies EvidenceOf<typeof rule>
