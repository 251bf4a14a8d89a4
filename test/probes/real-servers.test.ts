import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type CertificateInput, type Issued, makeCertificate } from '../../src/demo/index.js'
import type { EndpointFacts, HelloId } from '../../src/facts/index.js'
import { gather } from '../../src/probes/index.js'
import { tool } from '../helpers/tools.js'
import { nginxServers, nodeServer, opensslServer, type RealServer } from './real-servers.js'

const root = makeCertificate({ subject: 'Root', ca: true })
const issuer = makeCertificate({ subject: 'Issuer', issuer: root, ca: true })
const stranger = makeCertificate({ subject: 'Stranger', ca: true })
const leafOf = (input: CertificateInput = {}): Issued =>
  makeCertificate({ names: ['api.test'], issuer, ...input })
const ec = leafOf()
const rsa = leafOf({ key: 'rsa-2048' })
const base64 = (...list: Issued[]): string[] => list.map(({ der }) => der.toString('base64'))

const running: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()))
})
async function keep<T extends { close(): Promise<void> }>(starting: Promise<T>): Promise<T> {
  const server = await starting
  running.push(server)
  return server
}

async function audit({ port }: { port: number }, host = 'api.test'): Promise<EndpointFacts> {
  const resolve = [{ host, port, addresses: ['127.0.0.1'] }]
  const [facts] = await gather([{ host, port, scheme: 'https', entries: [] }], { resolve })
  const [endpoint] = facts?.endpoints ?? []
  if (!endpoint) throw new Error('no endpoint')
  return endpoint
}
const accepted = ({ handshakes }: EndpointFacts): string[] =>
  Object.entries(handshakes)
    .filter(([, { kind }]) => kind === 'accepted')
    .map(([id]) => id)
    .sort()
/** No flight was broken off, whatever it drew. */
const whole = ({ handshakes }: EndpointFacts): boolean =>
  Object.values(handshakes).every(
    (made) => made.kind === 'refused' || (made.kind === 'accepted' && !made.incomplete),
  )

describe('Node', () => {
  test('chain, ALPN and staple over TLS 1.2 and 1.3', async () => {
    const staple = Buffer.from('an OCSP response')
    const options = { cert: ec.pem + issuer.pem, key: ec.keyPem, ALPNProtocols: ['http/1.1'] }
    const endpoint = await audit(await keep(nodeServer(options, staple)))
    expect(accepted(endpoint)).toEqual(['tls1.2', 'tls1.2-ats', 'tls1.2-ecdsa', 'tls1.3'])
    expect(whole(endpoint)).toBe(true)
    for (const id of ['tls1.2', 'tls1.3'] as const) {
      expect(endpoint.handshakes[id]).toMatchObject({
        certificates: base64(ec, issuer),
        alpn: 'http/1.1',
        ocspStaple: staple.toString('base64'),
        keyProof: 'valid',
        group: 0x1d,
      })
    }
    expect(endpoint.chains).toMatchObject([
      { primary: true, keyProof: 'valid', ocspStaple: staple.toString('base64') },
    ])
    expect(endpoint.connections).toBe(6)
  })

  test('a client certificate is asked for', async () => {
    const options = { cert: ec.pem, key: ec.keyPem, requestCert: true, rejectUnauthorized: true }
    const { handshakes } = await audit(await keep(nodeServer(options)))
    expect(handshakes['tls1.2']).toMatchObject({ clientCertificateRequested: true, keyProof: 'valid' })
    expect(handshakes['tls1.3']).toMatchObject({ clientCertificateRequested: true, keyProof: 'valid' })
  })

  test('TLS 1.0 and 1.1', async () => {
    const options = {
      cert: rsa.pem,
      key: rsa.keyPem,
      minVersion: 'TLSv1',
      ciphers: 'ALL:@SECLEVEL=0',
    } as const
    const { handshakes } = await audit(await keep(nodeServer(options)))
    expect(handshakes['tls1.0']).toMatchObject({
      kind: 'accepted',
      version: 'TLSv1',
      certificates: base64(rsa),
    })
    expect(handshakes['tls1.1']).toMatchObject({
      kind: 'accepted',
      version: 'TLSv1.1',
      certificates: base64(rsa),
    })
    expect(handshakes.ssl3).toMatchObject({ kind: 'refused', by: 'alert' })
  })
})

const openssl = tool('openssl')
describe.skipIf(!openssl)('OpenSSL', () => {
  const serve = (
    leaf: Issued,
    args: string[],
    chain: Issued[] = [],
    files: Record<string, Buffer> = {},
  ): Promise<RealServer> => keep(opensslServer(openssl ?? '', leaf, args, chain, files))

  test.each([
    ['TLS_AES_128_GCM_SHA256', 0x1301],
    ['TLS_AES_256_GCM_SHA384', 0x1302],
    ['TLS_CHACHA20_POLY1305_SHA256', 0x1303],
  ])('%s', async (name, suite) => {
    const endpoint = await audit(await serve(ec, ['-tls1_3', '-ciphersuites', name], [issuer]))
    expect(accepted(endpoint)).toEqual(['tls1.3', 'tls1.3-ecdsa'])
    const proof = { cipher: suite, keyProof: 'valid', certificates: base64(ec, issuer) }
    expect(endpoint.handshakes['tls1.3']).toMatchObject(proof)
    expect(endpoint.handshakes['tls1.2']).toMatchObject({ kind: 'refused', by: 'alert', alert: 70 })
  })

  test.each([
    ['X25519', 0x1d, false],
    ['P-256', 0x17, false],
    ['P-384', 0x18, true],
    ['P-521', 0x19, true],
  ])('group %s', async (name, group, retried) => {
    const endpoint = await audit(await serve(ec, ['-groups', name]))
    const { handshakes } = endpoint
    expect(handshakes['tls1.3']).toMatchObject({ group, keyProof: 'valid', certificates: base64(ec) })
    expect(handshakes['tls1.3']?.kind === 'accepted' && handshakes['tls1.3'].helloRetryRequest).toBe(
      retried || undefined,
    )
    expect(handshakes['tls1.2']).toMatchObject({ group, keyProof: 'valid' })
    expect(whole(endpoint)).toBe(true)
  })

  test.each<[string, CertificateInput['key'] & string, HelloId[]]>([
    ['RSA 2048', 'rsa-2048', ['tls1.2-rsa']],
    ['RSA 1024', 'rsa-1024', ['tls1.2-rsa']],
    ['P-256', 'ec-p256', ['tls1.2-ecdsa']],
    ['P-384', 'ec-p384', ['tls1.2-ecdsa']],
    ['P-521', 'ec-p521', ['tls1.2-ecdsa']],
    ['Ed25519', 'ed25519', []],
  ])('proves a key of %s', async (_, key, narrow) => {
    const endpoint = await audit(await serve(leafOf({ key }), ['-cipher', 'ALL:@SECLEVEL=0']))
    for (const id of ['tls1.2', 'tls1.3'] as const)
      expect(endpoint.handshakes[id], id).toMatchObject({ kind: 'accepted', keyProof: 'valid' })
    // Not checked a second time where the other hello of the version had drawn the same.
    for (const id of narrow) {
      const keyProof = expect.stringMatching(/^(valid|unchecked)$/)
      expect(endpoint.handshakes[id], id).toMatchObject({ kind: 'accepted', keyProof })
    }
    const others = (['tls1.2-rsa', 'tls1.2-ecdsa'] as const).filter((id) => !narrow.includes(id))
    for (const id of others)
      expect(endpoint.handshakes[id], id).toMatchObject({ kind: 'refused', by: 'alert' })
    expect(whole(endpoint)).toBe(true)
  })

  test('Diffie-Hellman without curves', async () => {
    const endpoint = await audit(await serve(rsa, ['-tls1_2', '-cipher', 'DHE-RSA-AES128-GCM-SHA256']))
    expect(accepted(endpoint)).toEqual(['tls1.2'])
    const made = endpoint.handshakes['tls1.2']
    expect(made).toMatchObject({ cipher: 0x009e, keyProof: 'valid', dhBits: expect.any(Number) })
    expect(made?.kind === 'accepted' && (made.dhBits ?? 0) >= 1024).toBe(true)
  })

  test('no forward secrecy: nothing is proved', async () => {
    const endpoint = await audit(await serve(rsa, ['-tls1_2', '-cipher', 'AES128-SHA']))
    expect(accepted(endpoint)).toEqual(['tls1.2'])
    expect(endpoint.handshakes['tls1.2']).toMatchObject({ cipher: 0x002f, keyProof: 'unchecked' })
    expect(endpoint.chains).toMatchObject([{ keyProof: 'unchecked', primary: true }])
    expect(whole(endpoint)).toBe(true)
  })

  test('only what ATS offered up to iOS 15', async () => {
    const endpoint = await audit(await serve(rsa, ['-tls1_2', '-cipher', 'ECDHE-RSA-AES256-SHA384']))
    expect(accepted(endpoint)).toEqual(['tls1.2', 'tls1.2-ats-legacy', 'tls1.2-rsa'])
  })

  test('a staple, and small records', async () => {
    const response = Buffer.from('30030a0106', 'hex')
    const args = ['-status_file', '@staple.der', '-split_send_frag', '512', '-max_send_frag', '512']
    const endpoint = await audit(
      await serve(ec, args, Array<Issued>(12).fill(issuer), { 'staple.der': response }),
    )
    for (const id of ['tls1.2', 'tls1.3'] as const) {
      expect(endpoint.handshakes[id]).toMatchObject({
        ocspStaple: response.toString('base64'),
        keyProof: 'valid',
      })
      expect(endpoint.handshakes[id]).toHaveProperty('certificates.length', 13)
    }
  })

  test('TLS 1.0 alone answers newer hellos with its own version', async () => {
    const endpoint = await audit(await serve(rsa, ['-tls1', '-cipher', 'ALL:@SECLEVEL=0']))
    expect(accepted(endpoint)).toEqual(['tls1.0'])
    for (const id of ['tls1.1', 'tls1.2', 'tls1.2-rsa'] as const)
      expect(endpoint.handshakes[id], id).toMatchObject({ kind: 'refused' })
    expect(endpoint.chains).toMatchObject([{ hellos: ['tls1.0'], primary: true, keyProof: 'unchecked' }])
  })
})

const nginx = tool('nginx')
describe.skipIf(!nginx)('nginx', () => {
  const files = {
    'ec.pem': ec.pem + issuer.pem,
    'ec.key': ec.keyPem,
    'rsa.pem': rsa.pem,
    'rsa.key': rsa.keyPem,
    'odd.pem': [ec, root, stranger, issuer, issuer].map(({ pem }) => pem).join(''),
    'long.pem': ec.pem + Array(60).fill(issuer.pem).join(''),
  }
  const certificate = (name: string, key = name): string =>
    `ssl_certificate @/${name}.pem; ssl_certificate_key @/${key}.key;`
  let ports: number[] = []
  let close: () => Promise<void>
  beforeAll(async () => {
    const modern = 'ssl_protocols TLSv1.2 TLSv1.3;'
    ;({ ports, close } = await nginxServers(nginx ?? '', files, [
      `${modern} ${certificate('rsa')} ${certificate('ec')}`,
      `${modern} ${certificate('odd', 'ec')}`,
      `${modern} ${certificate('long', 'ec')}`,
      `${modern} ssl_reject_handshake on;`,
      `ssl_protocols TLSv1.2; ${certificate('rsa')}`,
      `ssl_protocols TLSv1.3; ${certificate('rsa')} ${certificate('ec')}`,
    ]))
  })
  afterAll(() => close?.())
  const port = (index: number): { port: number } => ({ port: ports[index] ?? 0 })

  test('two certificates: each kind of hello draws its own chain', async () => {
    const endpoint = await audit(port(0))
    expect(endpoint.chains).toHaveLength(2)
    expect(endpoint.chains[0]).toMatchObject({
      certificates: base64(ec, issuer),
      primary: true,
      keyProof: 'valid',
    })
    expect(endpoint.chains[1]).toMatchObject({
      certificates: base64(rsa),
      hellos: ['tls1.2-rsa'],
      primary: false,
      keyProof: 'valid',
    })
    expect(endpoint.handshakes['tls1.2-ecdsa']).toMatchObject({ certificates: base64(ec, issuer) })
    expect(endpoint.handshakes['tls1.0']).toMatchObject({ kind: 'refused', by: 'alert' })
    expect(whole(endpoint)).toBe(true)
  })

  test('two certificates without TLS 1.2: TLS 1.3 is asked for each kind', async () => {
    const endpoint = await audit(port(5))
    expect(endpoint.chains).toMatchObject([
      { certificates: base64(ec, issuer), hellos: ['tls1.3', 'tls1.3-ecdsa'], primary: true },
      { certificates: base64(rsa), hellos: ['tls1.3-rsa'], primary: false, keyProof: 'valid' },
    ])
    // Three of them ask whether the same hello always gets the same one.
    expect(endpoint.connections).toBe(11)
  })

  test('the chain exactly as sent: order, strangers, duplicates, the root', async () => {
    const sent = base64(ec, root, stranger, issuer, issuer)
    const { handshakes, chains } = await audit(port(1))
    expect(handshakes['tls1.2']).toMatchObject({ certificates: sent })
    expect(handshakes['tls1.3']).toMatchObject({ certificates: sent })
    expect(chains).toHaveLength(1)
  })

  test('a chain over several records', async () => {
    const { handshakes } = await audit(port(2))
    for (const id of ['tls1.2', 'tls1.3'] as const) {
      expect(handshakes[id]).toHaveProperty('certificates.length', 61)
      expect(handshakes[id]).toMatchObject({ keyProof: 'valid' })
    }
  })

  test('a host it does not serve', async () => {
    const endpoint = await audit(port(3))
    expect(accepted(endpoint)).toEqual([])
    expect(endpoint.handshakes['tls1.2']).toEqual({ kind: 'refused', by: 'alert', alert: 112 })
    expect(endpoint.handshakes['tls1.3']).toEqual({ kind: 'refused', by: 'alert', alert: 112 })
  })

  test('TLS 1.2 alone refuses TLS 1.3', async () => {
    const endpoint = await audit(port(4))
    expect(accepted(endpoint)).toEqual(['tls1.2', 'tls1.2-ats', 'tls1.2-rsa'])
    expect(endpoint.handshakes['tls1.3']).toMatchObject({ kind: 'refused', by: 'alert', alert: 70 })
  })
})
