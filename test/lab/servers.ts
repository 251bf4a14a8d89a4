/** 25 real servers: two in order, 23 with one defect each. */
import {
  type Issued,
  makeAuthority,
  makeCertificate,
  type Serving,
  startServer,
} from '../../src/demo/index.js'
import { type NginxSite, startNginx } from '../helpers/nginx.js'

const DAY = 86_400_000
export const HOST = 'api.shop.example'

export interface Place {
  host: string
  port: number
  address: string
}

export interface LabCase {
  id: string
  what: string
  /** The rule that names the defect, its reason, and what its evidence must hold; absent for a server in order. */
  named?: { rule: string; reason: string; evidence?: object }
  /** Of a server in order: Android 7 to 9, which are only warned of, speak no TLS 1.3. */
  android?: 'pass' | 'warn'
  /** hefa's exit status, 1 where a platform fails. */
  status: 0 | 1
  start(): Promise<{ places: Place[]; close(): Promise<void> }>
}

const world = makeAuthority({ name: 'Lab' })
/** Everything but the private authority's root is trusted. */
export const CA = world.root.pem
const policy = makeCertificate({ subject: 'Lab Policy CA', ca: true, issuer: world.root })
const issuing = makeCertificate({ subject: 'Lab Issuing CA', ca: true, issuer: policy })
const stranger = makeCertificate({ subject: 'Stranger CA', ca: true })
const office = makeAuthority({ name: 'Office' })
const expiredCa = makeCertificate({
  subject: 'Lab Expired CA',
  ca: true,
  issuer: world.root,
  notBefore: new Date(Date.now() - 700 * DAY),
  notAfter: new Date(Date.now() - 10 * DAY),
})

type Leaf = Parameters<typeof makeCertificate>[0]
const leafOf = (input: Partial<Leaf> = {}) =>
  makeCertificate({ names: [HOST], issuer: world.intermediate, ...input })

const pems = (...chain: Issued[]) => chain.map(({ pem }) => pem).join('')

const nginx = (chain: Issued[], site: Omit<NginxSite, 'certificates'> = {}) => {
  const key = chain[0]?.keyPem ?? ''
  return async () => {
    const server = await startNginx({ certificates: [{ chain: pems(...chain), key }], ...site })
    return { places: [at(server.port)], close: () => server.close() }
  }
}

/** Node's TLS, where OpenSSL's default security level would keep nginx from starting. */
const node = (serving: Serving) => async () => {
  const server = await startServer(serving)
  return { places: [at(server.port)], close: () => server.close() }
}

const at = (port: number, address = '127.0.0.1'): Place => ({ host: HOST, port, address })
const anything = 'DEFAULT@SECLEVEL=0'
const full = (leaf: Issued) => [leaf, world.intermediate]
const chainCase = (leaf: Issued) => nginx(full(leaf))

/** One name, two addresses: the second was forgotten at the last renewal. */
async function twoAddresses() {
  const [fresh, stale] = [
    leafOf(),
    leafOf({ notBefore: new Date(Date.now() - 90 * DAY), notAfter: new Date(Date.now() - DAY) }),
  ]
  const first = await startNginx({ certificates: [{ chain: pems(...full(fresh)), key: fresh.keyPem }] })
  const second = await startNginx({
    certificates: [{ chain: pems(...full(stale)), key: stale.keyPem }],
    address: '127.0.0.2',
    port: first.port,
  })
  return {
    places: [at(first.port), at(first.port, '127.0.0.2')],
    close: async () => {
      await Promise.all([first.close(), second.close()])
    },
  }
}

const own = leafOf()

export const LAB: readonly LabCase[] = [
  { id: 'c01', what: 'in order', status: 0, start: chainCase(leafOf()) },
  {
    id: 'c02',
    what: 'intermediate missing',
    named: {
      rule: 'certificate/chain-complete',
      reason: 'missing',
      evidence: { missing: 'Lab TLS CA 1', sent: 1 },
    },
    status: 1,
    start: nginx([leafOf()]),
  },
  {
    id: 'c03',
    what: 'wrong order',
    named: { rule: 'certificate/chain-order', reason: 'disorder' },
    status: 0,
    start: nginx([leafOf({ issuer: issuing }), policy, issuing]),
  },
  {
    id: 'c04',
    what: 'root also sent',
    named: {
      rule: 'certificate/chain-surplus',
      reason: 'surplus',
      evidence: { certificates: [{ position: 3, why: 'root' }] },
    },
    status: 0,
    start: nginx([own, world.intermediate, world.root]),
  },
  {
    id: 'c05',
    what: 'intermediate sent twice',
    named: {
      rule: 'certificate/chain-surplus',
      reason: 'surplus',
      evidence: { certificates: [{ position: 3, why: 'duplicate' }] },
    },
    status: 0,
    start: nginx([own, world.intermediate, world.intermediate]),
  },
  {
    id: 'c06',
    what: 'unrelated certificate sent',
    named: {
      rule: 'certificate/chain-surplus',
      reason: 'surplus',
      evidence: { certificates: [{ position: 3 }] },
    },
    status: 0,
    start: nginx([own, world.intermediate, leafOf({ names: ['other.example'], issuer: stranger })]),
  },
  {
    id: 'c07',
    what: 'leaf expired',
    named: { rule: 'certificate/validity', reason: 'expired', evidence: { leaf: true } },
    status: 1,
    start: chainCase(
      leafOf({ notBefore: new Date(Date.now() - 90 * DAY), notAfter: new Date(Date.now() - DAY) }),
    ),
  },
  {
    id: 'c08',
    what: 'not yet valid',
    named: { rule: 'certificate/validity', reason: 'not-yet-valid' },
    status: 1,
    start: chainCase(leafOf({ notBefore: new Date(Date.now() + DAY) })),
  },
  {
    id: 'c09',
    what: 'another name',
    named: { rule: 'certificate/hostname', reason: 'mismatch', evidence: { names: ['www.shop.example'] } },
    status: 1,
    start: chainCase(leafOf({ names: ['www.shop.example'] })),
  },
  {
    id: 'c10',
    what: 'self-signed',
    named: { rule: 'certificate/self-signed', reason: 'self-signed' },
    status: 1,
    start: nginx([makeCertificate({ names: [HOST] })]),
  },
  {
    id: 'c11',
    what: 'root nobody has',
    named: { rule: 'certificate/trusted', reason: 'unknown-root' },
    status: 1,
    start: nginx([leafOf({ issuer: office.intermediate }), office.intermediate]),
  },
  {
    id: 'c12',
    what: 'TLS 1.0 and 1.1 on',
    named: {
      rule: 'tls/obsolete-version',
      reason: 'deprecated',
      evidence: { accepted: ['TLSv1', 'TLSv1.1'] },
    },
    status: 0,
    start: nginx(full(leafOf()), {
      directives: ['ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3;', 'ssl_ciphers DEFAULT:@SECLEVEL=0;'],
    }),
  },
  {
    id: 'c13',
    what: 'no forward secrecy',
    named: { rule: 'tls/ats-cipher', reason: 'no-ats-suite' },
    status: 1,
    start: nginx(full(leafOf({ key: 'rsa-2048' })), {
      directives: ['ssl_protocols TLSv1.2;', 'ssl_ciphers AES128-GCM-SHA256:AES256-GCM-SHA384;'],
    }),
  },
  {
    id: 'c14',
    what: 'RSA key of 1024 bits',
    named: { rule: 'certificate/key-strength', reason: 'weak', evidence: { bits: 1024 } },
    status: 1,
    start: node({
      kind: 'tls',
      leaf: leafOf({ key: 'rsa-1024' }),
      others: [world.intermediate],
      ciphers: anything,
    }),
  },
  {
    id: 'c15',
    what: 'SHA-1 signature',
    named: { rule: 'certificate/signature-algorithm', reason: 'weak-hash' },
    status: 1,
    start: node({
      kind: 'tls',
      leaf: leafOf({ hash: 'sha1' }),
      others: [world.intermediate],
      ciphers: anything,
    }),
  },
  {
    id: 'c16',
    what: 'three years of lifetime',
    named: { rule: 'certificate/lifetime', reason: 'over-398' },
    status: 1,
    start: chainCase(leafOf({ notAfter: new Date(Date.now() + 1094 * DAY) })),
  },
  {
    id: 'c17',
    what: 'common name only',
    named: { rule: 'certificate/hostname', reason: 'common-name-only' },
    status: 1,
    start: chainCase(leafOf({ subject: HOST, names: [] })),
  },
  {
    id: 'c18',
    what: 'TLS 1.3 only, in order',
    android: 'warn',
    status: 0,
    start: nginx(full(leafOf()), { directives: ['ssl_protocols TLSv1.3;'] }),
  },
  {
    id: 'c19',
    what: 'second address expired',
    named: {
      rule: 'certificate/validity',
      reason: 'expired',
      evidence: { addresses: ['127.0.0.2'] },
    },
    status: 1,
    start: twoAddresses,
  },
  {
    id: 'c20',
    what: 'TLS 1.1 at most',
    named: { rule: 'tls/version', reason: 'too-old', evidence: { accepted: ['TLSv1.1'] } },
    status: 1,
    start: node({
      kind: 'tls',
      leaf: leafOf(),
      others: [world.intermediate],
      only: 'TLSv1.1',
      ciphers: anything,
    }),
  },
  {
    id: 'c21',
    what: 'intermediate expired',
    named: { rule: 'certificate/validity', reason: 'issuer-expired', evidence: { leaf: false } },
    status: 1,
    start: nginx([leafOf({ issuer: expiredCa }), expiredCa]),
  },
  {
    id: 'c22',
    what: 'wildcard one level too high',
    named: { rule: 'certificate/hostname', reason: 'mismatch', evidence: { wildcardTooDeep: true } },
    status: 1,
    start: chainCase(leafOf({ names: ['*.example'] })),
  },
  {
    id: 'c23',
    what: 'not for servers',
    named: { rule: 'certificate/extended-key-usage', reason: 'wrong' },
    status: 1,
    start: chainCase(leafOf({ extendedKeyUsage: ['clientAuth'] })),
  },
  {
    id: 'c24',
    what: 'plain HTTP on the port',
    named: { rule: 'tls/reachable', reason: 'not-tls' },
    status: 1,
    start: node({ kind: 'plain-http' }),
  },
  {
    id: 'c25',
    what: 'connection refused',
    named: { rule: 'tls/reachable', reason: 'refused' },
    status: 1,
    start: node({ kind: 'closed' }),
  },
]
