import type { EvidenceById, NameIn } from '../../../rules/all.js'

export const dns: Pick<EvidenceById, `dns/${NameIn<'dns'>}`> = {
  'dns/resolves': {
    pass: { addresses: ['127.0.0.1'], cname: [] },
    nxdomain: { resolver: '192.0.2.53' },
    'no-address': { resolver: '192.0.2.53', cname: [] },
    'no-answer': { resolver: '192.0.2.53', cause: 'timeout' },
    'aaaa-no-answer': { resolver: '192.0.2.53', cause: 'timeout' },
  },
  'dns/private-address': {
    pass: { addresses: ['93.184.216.34'] },
    'proxy-address': { addresses: ['198.18.0.7'], resolver: '192.0.2.53' },
    all: { addresses: ['10.0.0.1'], uses: ['private'], resolver: '192.0.2.53' },
    some: { addresses: ['fd00::1'], uses: ['private'], resolver: '192.0.2.53' },
    'no-answer': { resolver: '192.0.2.53', cause: 'timeout' },
    'rest-unanswered': { resolver: '192.0.2.53', cause: 'timeout' },
  },
  'dns/ipv6': {
    pass: { addresses: ['2606:2800::1'] },
    refused: { addresses: ['2606:2800::1'], how: 'alert' },
    silent: { addresses: ['2606:2800::1'], phase: 'hello', cause: 'timeout' },
    'only-ipv6': { addresses: ['2606:2800::1'] },
  },
  'dns/consistent': {
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
  },
}
