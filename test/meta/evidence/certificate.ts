import type { EvidenceById, NameIn } from '../../../rules/all.js'
import type { ByHolder } from '../../../rules/certificate/chain-rule.js'

/** An issuer is judged by the same evidence. */
function both<E extends object>(evidence: E): ByHolder<E> {
  const issuers = Object.entries(evidence).map(([reason, value]) => [`issuer-${reason}`, value])
  return { ...evidence, ...Object.fromEntries(issuers) } as ByHolder<E>
}

const NAMED = {
  subject: 'CA 0',
  sha256: '4f4d5204a1c5f337e8475d1f2bcb29ae6ef45bd519d675a282b704607b4de96d',
}

export const certificate: Pick<EvidenceById, `certificate/${NameIn<'certificate'>}`> = {
  'certificate/kind': {
    pass: { certificate: NAMED },
    default: { certificate: NAMED, issuer: 'CA 0', product: 'Traefik' },
    'origin-ca': { certificate: NAMED, issuer: 'CA 0', product: 'Cloudflare' },
    staging: { certificate: NAMED, issuer: 'CA 0', product: 'Let’s Encrypt' },
    development: { certificate: NAMED, issuer: 'CA 0', product: 'mkcert' },
    sm2: { certificate: NAMED },
  },
  'certificate/validity': {
    pass: { notBefore: '2026-11-19T12:00:00Z', notAfter: '2027-02-17T12:00:00Z' },
    expired: {
      certificate: {
        subject: 'CA 0',
        sha256: '4f4d5204a1c5f337e8475d1f2bcb29ae6ef45bd519d675a282b704607b4de96d',
      },
      leaf: false,
      notBefore: '2024-06-03T12:00:00Z',
      notAfter: '2026-11-19T12:00:00Z',
      at: '2026-11-20T12:00:00Z',
    },
    'issuer-expired': {
      certificate: {
        subject: 'CA 0',
        sha256: '4f4d5204a1c5f337e8475d1f2bcb29ae6ef45bd519d675a282b704607b4de96d',
      },
      leaf: false,
      notBefore: '2024-06-03T12:00:00Z',
      notAfter: '2026-11-19T12:00:00Z',
      at: '2026-11-20T12:00:00Z',
    },
    'issuer-not-yet-valid': {
      certificate: {
        subject: 'CA 0',
        sha256: '4f4d5204a1c5f337e8475d1f2bcb29ae6ef45bd519d675a282b704607b4de96d',
      },
      leaf: false,
      notBefore: '2024-06-03T12:00:00Z',
      notAfter: '2026-11-19T12:00:00Z',
      at: '2026-11-20T12:00:00Z',
    },
    'not-yet-valid': {
      certificate: {
        subject: 'Test TLS CA 1',
        sha256: '372c741c3c3001fa352144db673c59977f7971ddb2454137de3a41ba3da9f32e',
      },
      leaf: false,
      notBefore: '2026-11-21T12:00:00Z',
      notAfter: '2036-11-17T12:00:00Z',
      at: '2026-11-20T12:00:00Z',
    },
  },
  'certificate/expires-soon': {
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
  },
  'certificate/hostname': {
    pass: { name: 'api.test' },
    mismatch: { host: 'localhost', names: ['*'], count: 1, wildcardTooDeep: false },
    'common-name-only': { host: 'api.example.com', commonName: 'api.example.com' },
    'wildcard-on-public-suffix': { host: 'example.com.cn', name: '*.com.cn' },
    'trailing-dot': { host: 'api.example.com', name: '*.example.com.' },
  },
  'certificate/self-signed': {
    pass: { issuer: 'CA 0' },
    'self-signed': {
      certificate: {
        subject: 'api.test',
        sha256: 'de1910886b5c4e8d5ecacf7a70d92536409bb70052653db3e0e425ef99bf9f70',
      },
    },
  },
  'certificate/chain-complete': {
    pass: { certificates: ['api.example.com'], root: 'CN=api.example.com' },
    missing: {
      certificate: {
        subject: 'api.example.com',
        sha256: 'a7779fc4492d2a0273a51a4e1b62e7fef69510e5c6194a8c65ecefa1b6770861',
      },
      missing: 'Test TLS CA 1',
      sent: 1,
      caIssuers: ['ldap:///CN=CA'],
      found: null,
      foundIssuer: null,
    },
    fetchable: {
      certificate: {
        subject: 'api.example.com',
        sha256: '6d76edbf54aa89d919efee9e955bfa3446937e1bb213b43c5172eac84d9541d6',
      },
      missing: 'Test TLS CA 1',
      sent: 1,
      caIssuers: ['http://ca.example.net/intermediate.crt'],
      found: null,
      foundIssuer: null,
    },
  },
  'certificate/chain-order': {
    pass: { certificates: ['api.example.com', 'Stranger'] },
    disorder: { sent: ['api.example.com', 'Upper', 'Lower'], ordered: ['api.example.com', 'Lower', 'Upper'] },
    'leaf-not-first': { position: 2, ordered: ['api.example.com', 'Lower'] },
  },
  'certificate/chain-surplus': {
    pass: { sent: 1 },
    surplus: { certificates: [{ position: 3, subject: 'Test Root CA', why: 'root' }], bytes: 401 },
  },
  'certificate/key-match': {
    pass: {
      certificate: {
        subject: 'api.test',
        sha256: 'de1910886b5c4e8d5ecacf7a70d92536409bb70052653db3e0e425ef99bf9f70',
      },
      asked: false,
    },
    'not-proven': {
      certificate: {
        subject: 'api.example.com',
        sha256: 'b28e2884703751a3e4b06abcd976c644f1a8db6537dbd977a32486219b10f843',
      },
    },
    'wrong-key': {
      certificate: {
        subject: 'api.example.com',
        sha256: 'b28e2884703751a3e4b06abcd976c644f1a8db6537dbd977a32486219b10f843',
      },
    },
  },
  'certificate/trusted': {
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
  },
  'certificate/distrusted-ca': {
    pass: { root: 'CN=Beta Root' },
    distrusted: {
      root: 'WoSign',
      authority: 'WoSign',
      mechanism: 'issued-after',
      date: '2016-10-21',
      source: 'Chrome Root Program',
    },
  },
  'certificate/path': {
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
  },
  'certificate/key-strength': {
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
  },
  'certificate/signature-algorithm': {
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
  },
  'certificate/key-usage': {
    pass: { usages: ['digitalSignature'] },
    'no-signature': { usages: ['keyEncipherment'], use: 'tls1.3' },
    'no-signature-rsa': { usages: ['keyEncipherment'], use: 'signature' },
    'no-encipherment': { usages: ['digitalSignature'], use: 'encipherment' },
  },
  'certificate/extended-key-usage': {
    pass: { usages: ['1.3.6.1.5.5.7.3.1'] },
    wrong: { usages: ['1.3.6.1.5.5.7.3.2'] },
    'any-only': { usages: ['2.5.29.37.0'] },
    'server-gated': { usages: ['2.16.840.1.113730.4.1'] },
    absent: { usages: [] },
  },
  'certificate/lifetime': {
    pass: { days: 90 },
    'over-398': {
      days: 398,
      limit: 398,
      notBefore: '2020-09-01T00:00:00Z',
      notAfter: '2021-10-04T00:00:01Z',
      issuedFrom: '2020-09-01',
      issuable: 200,
    },
    'over-825-ios': {
      days: 825,
      limit: 825,
      notBefore: '2019-07-01T00:00:00Z',
      notAfter: '2021-10-03T01:00:01Z',
      issuedFrom: '2019-07-01',
      issuable: 200,
    },
    'over-398-chromium': {
      days: 825,
      limit: 825,
      notBefore: '2019-07-01T00:00:00Z',
      notAfter: '2021-10-03T00:00:01Z',
      issuedFrom: '2018-03-01',
      issuable: 200,
    },
    'mis-issued': {
      days: 47,
      limit: 47,
      notBefore: '2029-03-15T00:00:00Z',
      notAfter: '2029-05-01T00:00:00Z',
      issuedFrom: '2029-03-15',
      issuable: 200,
    },
  },
  'certificate/transparency': {
    pass: { embedded: 0, handshake: 2, stapled: 0, needed: 2, days: 90 },
    none: { embedded: 0, handshake: 0, stapled: 0, needed: 2, days: 90 },
    'too-few': { embedded: 1, handshake: 0, stapled: 0, needed: 2, days: 90 },
  },
  'certificate/revocation': {
    pass: { source: 'staple', until: null },
    'revoked-staple': {
      certificate: {
        subject: 'api.example.com',
        sha256: '570965c9ad952bf03425ef52f71eac6f47b0cc495e6aff7d3c8df24187e5f560',
      },
      since: '2026-11-19T12:00:00Z',
      cause: 'superseded',
    },
    'stale-staple': {
      certificate: {
        subject: 'api.example.com',
        sha256: '570965c9ad952bf03425ef52f71eac6f47b0cc495e6aff7d3c8df24187e5f560',
      },
      why: 'stale',
    },
    'no-staple': {
      certificate: {
        subject: 'api.example.com',
        sha256: '2fd3ee892f7d1fe57dda9932776b022d688289b52a9079fba5e17b0e9797e84d',
      },
    },
    'bad-staple': {
      certificate: {
        subject: 'api.example.com',
        sha256: '2fd3ee892f7d1fe57dda9932776b022d688289b52a9079fba5e17b0e9797e84d',
      },
      why: 'stale',
    },
    ...both({
      revoked: {
        certificate: {
          subject: 'Test TLS CA 1',
          sha256: '3ed07c2f8e99025c7e7969f9e33da062ecb5f44891b2c7d652dcd805a0583fd2',
        },
        source: 'crl' as const,
        since: '2026-11-19T12:00:00Z',
        cause: 'superseded',
      },
      'no-answer': {
        certificate: {
          subject: 'Test TLS CA 1',
          sha256: '3ed07c2f8e99025c7e7969f9e33da062ecb5f44891b2c7d652dcd805a0583fd2',
        },
        asked: [{ url: 'http://ca.example/1.crl', failure: 'stale' }],
      },
    }),
  },
  'certificate/encoding': {
    pass: { certificates: 1 },
    ...both({
      faulty: { certificates: [{ certificate: 'Odd', faults: ['zero-serial'] }] },
    }),
  },
}
