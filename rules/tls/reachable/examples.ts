import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { addresses: ['127.0.0.1'] },
  refused: { addresses: ['93.184.216.34'] },
  reset: { addresses: ['93.184.216.34'] },
  'not-tls': { addresses: ['93.184.216.34'], got: 'HTTP' },
  silent: { addresses: ['93.184.216.34'], phase: 'hello', cause: 'timeout' },
  'some-refused': {
    addresses: ['2606:2800::1'],
    dead: [{ address: '2606:2800::1', how: 'connection refused' }],
    living: ['93.184.216.34'],
  },
  'some-broken': {
    addresses: ['93.184.216.35'],
    dead: [{ address: '93.184.216.35', how: 'HTTP' }],
    living: ['93.184.216.34'],
  },
  'some-silent': {
    addresses: ['93.184.216.34'],
    dead: [{ address: '93.184.216.34', how: 'connect: timeout' }],
    living: ['2606:2800::1'],
  },
  'spare-silent': {
    addresses: ['2606:2800::1'],
    dead: [{ address: '2606:2800::1', how: 'connect: timeout' }],
    living: ['93.184.216.34'],
  },
  'cut-at-times': { addresses: ['93.184.216.34'], times: 2 },
} satisfies EvidenceOf<typeof rule>
