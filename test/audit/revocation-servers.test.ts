/** Revocation from the wire to the verdict: servers that staple, and addresses that are asked. */
import { once } from 'node:events'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { afterEach, expect, test } from 'vitest'
import { type Issued, makeAuthority, makeCrl, makeOcspResponse } from '../../src/demo/index.js'
import { auditConfig, check } from '../../src/index.js'
import { plainServer } from '../helpers/plain-http.js'

const HOST = 'api.example.com'
const { root, intermediate, issue, chain } = makeAuthority({ name: 'Staple' })

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

async function serving(leaf: Issued, staple: Buffer | null): Promise<number> {
  const server = createServer({ key: leaf.keyPem, cert: chain(leaf) }, (_, response) => response.end())
  const sockets = new Set<Duplex>()
  server.on('connection', (socket) => sockets.add(socket))
  server.on('OCSPRequest', (_certificate, _issuer, answer) => answer(null, staple as Buffer))
  server.on('tlsClientError', () => {})
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closers.push(async () => {
    const closed = new Promise((done) => server.close(done))
    for (const socket of sockets) socket.destroy()
    await closed
  })
  return (server.address() as AddressInfo).port
}

async function told(port: number, more: { resolve?: number; revocation?: boolean } = {}) {
  const made = auditConfig([`${HOST}:${port}`])
  if ('problems' in made) throw new Error('no config')
  const given = (host: string, at: number) => ({ host, port: at, addresses: ['127.0.0.1'] })
  const resolve = [given(HOST, port), ...(more.resolve ? [given('ca.test', more.resolve)] : [])]
  const { revocation = false } = more
  const report = await check(made.config, {
    resolve,
    revocation,
    ca: [root.der.toString('base64')],
    fetch: false,
  })
  const results = report.targets[0]?.results.filter(({ rule }) => rule === 'certificate/revocation') ?? []
  return results.map(({ status, level, evidence }) => `${status} ${level} ${evidence?.reason ?? ''}`.trim())
}

test.each([
  ['good', 'good', ['pass error']],
  ['revoked', 'revoked', ['fail error revoked-staple']],
] as const)('a staple that says %s', async (_, status, expected) => {
  const leaf = issue({ names: [HOST] })
  const port = await serving(leaf, makeOcspResponse({ certificate: leaf, status }))
  expect(await told(port)).toEqual(expected)
})

test('a promise to staple, kept and broken', async () => {
  const leaf = issue({ names: [HOST], tlsFeature: [5] })
  const kept = await serving(leaf, makeOcspResponse({ certificate: leaf }))
  expect(await told(kept)).toEqual(['pass error'])
  const broken = await serving(leaf, null)
  expect(await told(broken)).toEqual(['fail warning no-staple'])
})

test('a list is asked only with `revocation`, and believed', async () => {
  const pages = { '/crl': { body: Buffer.from('') } }
  const aia = await plainServer(pages)
  closers.push(aia.close)
  const leaf = issue({ names: [HOST], crl: [`http://ca.test:${aia.port}/crl`] })
  pages['/crl'].body = Buffer.from(makeCrl({ issuer: intermediate, revoked: [{ serial: leaf.serial }] }))
  const port = await serving(leaf, null)
  expect(await told(port, { resolve: aia.port })).toEqual(['not-applicable error'])
  expect(aia.asked).toEqual([])
  expect(await told(port, { resolve: aia.port, revocation: true })).toEqual([
    'fail error revoked',
    'fail warning revoked',
  ])
  expect(aia.asked).toEqual(['GET /crl'])
})

test('silence of what was asked is undetermined', async () => {
  const leaf = issue({ names: [HOST], crl: ['http://10.0.0.1/crl'] })
  const port = await serving(leaf, null)
  expect(await told(port, { revocation: true })).toEqual([
    'unknown error no-answer',
    'unknown warning no-answer',
  ])
})
