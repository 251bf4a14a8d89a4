/** Certificates that only connections with requests get, over real sockets. */
import { once } from 'node:events'
import net from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { judge, gather as lookAt } from '../../src/audit/index.js'
import { makeCertificate } from '../../src/demo/index.js'
import { auditConfig } from '../../src/index.js'
import { gather } from '../../src/probes/index.js'
import { serveHttps, type TestServer } from './http-servers.js'

const HOST = 'api.test'
const closing: (() => unknown)[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})

/** What connections with requests offer for ALPN (RFC 7301), and hellos don't. */
const REQUESTS = '\x00\x10\x00\x0b\x00\x09\x08http/1.1'

const authority = makeCertificate({ ca: true, subject: 'Root' })
const middle = makeCertificate({ ca: true, subject: 'Middle', issuer: authority })
const issued = (names: string[]) => makeCertificate({ names, issuer: middle })
const right = issued([HOST])
const sending = (leaf: typeof right, ...more: { pem: string }[]) => ({
  cert: [leaf, ...more].map(({ pem }) => pem).join(''),
  key: leaf.keyPem,
})
const whole = sending(right, middle)

async function serving(options: { cert: string; key: string }): Promise<TestServer> {
  const server = await serveHttps((_, answer) => answer.end('{}'), options)
  closing.push(server.close)
  return server
}

/** A balancer that gives connections with requests another server than all others. */
async function balanced(requests: TestServer, others: TestServer): Promise<number> {
  const open = new Set<net.Socket>()
  const server = net.createServer((near) => {
    near.once('data', (hello) => {
      const { port } = hello.includes(REQUESTS, 0, 'latin1') ? requests : others
      const far = net.connect(port, '127.0.0.1')
      for (const socket of [near, far]) {
        open.add(socket)
        socket.on('error', () => undefined)
        socket.on('close', () => near.destroy() && far.destroy())
      }
      far.write(hello)
      near.pipe(far).pipe(near)
    })
    near.on('error', () => undefined)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(() => {
    server.close()
    for (const socket of open) socket.destroy()
  })
  return (server.address() as net.AddressInfo).port
}

const at = (port: number) => ({ resolve: [{ host: HOST, port, addresses: ['127.0.0.1'] }] })

async function chainsAt(port: number) {
  const [facts] = await gather([{ host: HOST, port, scheme: 'https', entries: [] }], {
    ...at(port),
    http: { paths: {}, version: '1' },
  })
  return facts?.endpoints[0]?.chains ?? []
}

test.each([
  ['its issuer missing', sending(right), 1],
  ['certificates in another order', sending(right, authority, middle), 3],
  ['a certificate twice', sending(right, middle, middle), 3],
])('a chain with %s is kept as it was sent', async (_, options, length) => {
  const [requests, others] = await Promise.all([serving(options), serving(whole)])
  const chains = await chainsAt(await balanced(requests, others))
  expect(chains).toHaveLength(2)
  expect(chains[1]).toMatchObject({ hellos: [], primary: true, byRequest: true, keyProof: 'valid' })
  expect(chains[1]?.certificates).toHaveLength(length)
})

test('the chain that hellos got counts once', async () => {
  const server = await serving(whole)
  const chains = await chainsAt(server.port)
  expect(chains).toHaveLength(1)
  expect(chains[0]).not.toHaveProperty('byRequest')
})

async function faultsAt(port: number): Promise<string[]> {
  const made = auditConfig([`https://${HOST}:${port}`], { platforms: ['wechat-ios', 'wechat-android'] })
  if ('problems' in made) throw new Error(made.problems[0]?.message)
  const ca = [authority.der.toString('base64')]
  const facts = await lookAt(made.config, { ...at(port), ca, fetch: false })
  const report = await judge(facts, { at: Date.now(), language: 'en' })
  const results = report.targets.flatMap((target) => target.results)
  return [...new Set(results.flatMap(({ status, rule }) => (status === 'fail' ? [rule] : [])))].sort()
}

test('what only a request got is judged like the rest', async () => {
  const [fine, wrong, alone] = await Promise.all([
    serving(whole),
    serving(sending(issued(['other.test']), middle)),
    serving(sending(right)),
  ])
  const clean = await faultsAt(await balanced(fine, fine))
  const added = async (requests: TestServer) => {
    const faults = await faultsAt(await balanced(requests, fine))
    return faults.filter((rule) => !clean.includes(rule))
  }
  expect(await added(wrong)).toContain('certificate/hostname')
  expect(await added(alone)).toContain('certificate/chain-complete')
})
