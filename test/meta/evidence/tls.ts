import type { EvidenceById, NameIn } from '../../../rules/all.js'

export const tls: Pick<EvidenceById, `tls/${NameIn<'tls'>}`> = {
  'tls/reachable': {
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
  },
  'tls/version': {
    pass: { accepted: ['TLSv1.2'] },
    'too-old': { minimum: 'TLSv1.1', accepted: ['TLSv1'] },
    'no-answer': { silent: ['TLSv1.2'] },
  },
  'tls/legacy-android': {
    pass: { accepted: ['TLSv1'] },
    'modern-only': { refused: ['TLSv1', 'TLSv1.1'] },
    'no-answer': { silent: ['TLSv1'] },
  },
  'tls/obsolete-version': {
    pass: { refused: ['SSLv3', 'TLSv1', 'TLSv1.1'] },
    ssl3: { accepted: ['SSLv3'] },
    deprecated: { accepted: ['TLSv1'] },
    'no-answer': { silent: ['SSLv3'] },
  },
  'tls/ats-cipher': {
    pass: { hello: 'tls1.3', cipher: 4865 },
    'legacy-cbc-only': { cipher: 49199 },
    'no-ats-suite': { cipher: 158, dhBits: 1024 },
    'no-answer': { silent: ['tls1.3'] },
  },
  'tls/client-handshake': {
    pass: {
      clients: [
        {
          id: 'cronet-android-16',
          name: 'Chromium 133-142 (Android)',
          version: 'TLSv1.3',
          suite: 4866,
          group: 29,
          certainty: 'predicted',
          hello: 'captured',
          verdict: 'connects',
        },
      ],
    },
    'cannot-connect': {
      family: 'chromium',
      lacking: 'other',
      failed: [
        {
          id: 'chromium-110',
          name: 'Chromium 106-118',
          hello: 'captured',
          offered: {
            versions: ['TLSv1.3', 'TLSv1.2'],
            suites: [
              4865, 4866, 4867, 49195, 49199, 49196, 49200, 52393, 52392, 49171, 49172, 156, 157, 47, 53,
            ],
            groups: [29, 23, 24],
          },
          got: { by: 'alert', alert: 70, version: null, fault: 'answer' },
          lacking: 'other',
        },
      ],
      undetermined: [],
      clients: [
        {
          id: 'chromium-51',
          name: 'Chromium 51-54',
          version: 'TLSv1.2',
          suite: 49199,
          group: 23,
          certainty: 'predicted',
          hello: 'captured',
          verdict: 'connects',
        },
      ],
    },
    'legacy-cannot-connect': {
      family: 'ios',
      lacking: 'other',
      failed: [
        {
          id: 'ios-9',
          name: 'iOS 9.0-9.3',
          hello: 'captured',
          offered: {
            versions: ['TLSv1.2'],
            suites: [49196, 49195, 49188, 49162, 49187, 49161, 49200, 49199, 49192, 49191, 49171],
            groups: [23, 24, 25],
          },
          got: { by: 'alert', alert: 70, version: null, fault: 'answer' },
          lacking: 'other',
        },
      ],
      undetermined: [],
      clients: [
        {
          id: 'ios-9',
          name: 'iOS 9.0-9.3',
          version: null,
          suite: null,
          group: null,
          certainty: 'connected',
          hello: 'captured',
          verdict: 'fails',
        },
      ],
    },
    unconfirmed: {
      family: 'ios',
      undetermined: ['iOS 18.0-18.7'],
      doomed: ['iOS 18.0-18.7'],
      clients: [
        {
          id: 'ios-9',
          name: 'iOS 9.0-9.3',
          version: 'TLSv1.2',
          suite: 49199,
          group: 23,
          certainty: 'predicted',
          hello: 'captured',
          verdict: 'connects',
        },
      ],
    },
    'legacy-unconfirmed': {
      family: 'ios',
      undetermined: ['iOS 13.0-13.7'],
      doomed: ['iOS 18.0-18.7'],
      clients: [
        {
          id: 'ios-9',
          name: 'iOS 9.0-9.3',
          version: 'TLSv1.2',
          suite: 49199,
          group: 23,
          certainty: 'predicted',
          hello: 'captured',
          verdict: 'connects',
        },
      ],
    },
    'no-answer': {
      family: 'ios',
      undetermined: ['iOS 26.0-26.4'],
      doomed: ['iOS 18.0-18.7'],
      clients: [
        {
          id: 'ios-9',
          name: 'iOS 9.0-9.3',
          version: 'TLSv1.2',
          suite: 49199,
          group: 23,
          certainty: 'predicted',
          hello: 'captured',
          verdict: 'connects',
        },
      ],
    },
    'legacy-no-answer': {
      family: 'ios',
      undetermined: ['iOS 13.0-13.7'],
      doomed: ['iOS 18.0-18.7'],
      clients: [
        {
          id: 'ios-9',
          name: 'iOS 9.0-9.3',
          version: 'TLSv1.2',
          suite: 49199,
          group: 23,
          certainty: 'predicted',
          hello: 'captured',
          verdict: 'connects',
        },
      ],
    },
  },
  'tls/client-certificate': {
    pass: { asked: true },
    demanded: { phase: 'finish', alert: 40 },
    said: { path: '/v1', status: 403, text: 'Post-Handshake Authentication' },
    perhaps: { path: '/v1', status: 403 },
    'other-address': { asking: ['192.0.2.7'], answered: '93.184.216.34' },
  },
  'tls/server-name': {
    pass: { sha256: '74a9c52d1760b491078ec86a05d7c5e02b34574d85cd1aa1829edae011410e80' },
    'other-certificate': {
      names: ['default.example.net'],
      sha256: '0a2e0dad00655aa5546105ca578cbfce999bff9c628919295030dc8c916bbc4b',
    },
    refused: { by: 'alert', alert: 70 },
    'warning-alert': { alert: 112 },
    'no-answer': { phase: 'hello', cause: 'timeout' },
  },
  'tls/hello-size': {
    pass: { longest: 1785 },
    cut: { shortest: 1520, longest: 517, alert: 50, clients: ['iOS 26.0-26.4'] },
    silent: { shortest: 1520, longest: 517, alert: null, clients: ['iOS 26.0-26.4'] },
  },
  'tls/refusal': {
    pass: { accepted: ['TLSv1.2'] },
    'not-bound': { by: 'alert', alert: 112, others: ['b.example.com'] },
    'cut-by-name': { by: 'closed', alert: null, others: ['b.example.com'] },
    'silent-by-name': { cause: 'timeout', others: ['b.example.com'] },
    'nothing-for-name': { by: 'alert', alert: 40, nameless: { by: 'alert', alert: 40 } },
    'nothing-in-common': { by: 'alert', alert: 40 },
    'client-certificate': { by: 'alert', alert: 116 },
    protocol: { by: 'alert', alert: 120 },
    refused: { by: 'alert', alert: 80 },
  },
}
