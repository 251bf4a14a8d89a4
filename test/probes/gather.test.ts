import type net from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import type { TargetSpec } from '../../src/config/types.js'
import { makeCertificate } from '../../src/demo/index.js'
import type { EndpointFacts, HelloId, TargetFacts } from '../../src/facts/index.js'
import { type GatherOptions, gather } from '../../src/probes/index.js'
import { HELLO_PROFILES } from '../../src/probes/tls/hellos.js'
import {
  alert,
  type Behaviour,
  type ClientHelloView,
  type FakeServer,
  fakeServer,
  messages12,
  record,
} from '../helpers/fake-tls.js'
import { fakeDns } from './fake-dns.js'

const leaf = makeCertificate({ names: ['api.test'] })
const identity = { certificates: [leaf.der], key: leaf.key }

const servers: FakeServer[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})
async function serve(
  behave: Behaviour,
  onConnect?: (socket: net.Socket, index: number) => void,
): Promise<FakeServer> {
  const server = await fakeServer(behave, onConnect)
  servers.push(server)
  return server
}

const target = (port: number, host = 'api.test', scheme: TargetSpec['scheme'] = 'https'): TargetSpec => ({
  host,
  port,
  scheme,
  entries: [],
})
const at = (port: number, host = 'api.test', addresses = ['127.0.0.1']) => ({ host, port, addresses })

/** Audits one address; the deadline only matters where a server is silent. */
async function audit(port: number, options: GatherOptions = {}): Promise<EndpointFacts> {
  const [facts] = await gather([target(port)], { resolve: [at(port)], ...options })
  const [endpoint] = facts?.endpoints ?? []
  if (!endpoint) throw new Error('no endpoint')
  return endpoint
}

test.each([
  ['concurrency', Number.NaN],
  ['concurrency', 0],
  ['perHost', Number.NaN],
  ['perHost', 0],
])('with %s of %d one connection at a time is made', async (key, limit) => {
  const { port } = await serve((_, socket) => void socket.end(alert(2, 40)))
  expect((await audit(port, { [key]: limit })).connect.kind).toBe('accepted')
})

const is13 = (hello: ClientHelloView): boolean => hello.extensions.has(43)
/** TLS 1.2 where ECDHE with ECDSA is offered, an alert for everything else. */
const answer12: Behaviour = (hello, socket) => {
  const fine = hello.version === 0x0303 && !is13(hello) && hello.suites.includes(0xc02b)
  socket.end(fine ? record(22, Buffer.concat(messages12(hello, identity))) : alert(2, 70))
}
const kinds = ({ handshakes }: EndpointFacts): Partial<Record<HelloId, string>> =>
  Object.fromEntries(
    Object.entries(handshakes).map(([id, made]) => [
      id,
      made.kind === 'refused' ? made.by : made.kind === 'no-answer' ? made.cause : 'accepted',
    ]),
  )
/** What is known of every address. */
const KNOWN = HELLO_PROFILES.filter(({ askedIf }) => !askedIf)
/** What is asked whatever the others draw. */
const FIRST = KNOWN.filter(({ follows, toldBy }) => !follows || toldBy)
const all = (kind: string): Partial<Record<HelloId, string>> =>
  Object.fromEntries(KNOWN.map(({ id }) => [id, kind]))

describe('one address', () => {
  test('every hello has its own answer, and its own connection where that does not follow from others', async () => {
    const server = await serve(answer12)
    const endpoint = await audit(server.port)
    expect(kinds(endpoint)).toEqual({
      ...all('alert'),
      'tls1.2': 'accepted',
      'tls1.2-ats': 'accepted',
      'tls1.2-ecdsa': 'accepted',
    })
    expect(endpoint).toMatchObject({
      address: '127.0.0.1',
      family: 4,
      given: true,
      connect: { kind: 'accepted' },
      connections: FIRST.length,
      chains: [
        {
          certificates: [leaf.der.toString('base64')],
          hellos: ['tls1.2', 'tls1.2-ats', 'tls1.2-ecdsa'],
          primary: true,
          keyProof: 'valid',
        },
      ],
    })
    expect(server.connections()).toBe(FIRST.length)
    const names = server.hellos.map((hello) => hello.extensions.get(0)?.subarray(5).toString())
    expect(names.filter((name) => name === 'api.test')).toHaveLength(FIRST.length - 1)
  })

  test.each([
    [70, 'the older version needs no connection'],
    [40, 'the older version is asked for'],
  ] as const)('TLS 1.1 refused by alert %i: %s', async (code, _) => {
    const server = await serve((hello, socket) => socket.end(alert(2, hello.version === 0x0302 ? code : 47)))
    const { handshakes } = await audit(server.port)
    expect(handshakes['tls1.0']).toEqual({ kind: 'refused', by: 'alert', alert: code === 70 ? 70 : 47 })
    expect(server.hellos.some(({ version }) => version === 0x0301)).toBe(code !== 70)
  })

  test.each([
    ['of App Transport Security', 0xc02c, {}, 0xc02c],
    ['outside of it', 0x009c, {}, 0xc02b],
    ['of it, signed as no phone of it would take', 0xc02c, { scheme: 0x0807 }, 0xc02b],
  ] as const)('a suite %s: its own hello is sent where it is open', async (_, suite, more, cipher) => {
    const server = await serve((hello, socket) => {
      if (hello.version !== 0x0303 || is13(hello)) return socket.end(alert(2, 70))
      const general = hello.suites.includes(0x009c)
      const flight = { ...identity, ...(general ? { suite, ...more } : { suite: 0xc02b }) }
      socket.end(record(22, Buffer.concat(messages12(hello, flight))))
    })
    const { handshakes } = await audit(server.port)
    expect(handshakes['tls1.2-ats']).toMatchObject({ kind: 'accepted', cipher })
    expect(handshakes['tls1.2-ats-legacy']).toBeUndefined()
  })

  test('all hellos start at once', async () => {
    // Nobody is answered before everybody has asked.
    const waiting: (() => void)[] = []
    const server = await serve((hello, socket, index) => {
      waiting.push(() => answer12(hello, socket, index))
      if (waiting.length === FIRST.length) for (const go of waiting) go()
    })
    expect(kinds(await audit(server.port))).toMatchObject({ 'tls1.2': 'accepted' })
  })

  test('an address literal gets no SNI', async () => {
    const server = await serve(answer12)
    const [facts] = await gather([target(server.port, '127.0.0.1')])
    expect(facts).toMatchObject({
      dns: { source: 'literal' },
      endpoints: [{ given: false, connect: { kind: 'accepted' } }],
    })
    expect(server.hellos.some((hello) => hello.extensions.has(0))).toBe(false)
  })

  test('SNI has no trailing dot', async () => {
    const server = await serve(answer12)
    await gather([target(server.port, 'api.test.')], { resolve: [at(server.port, 'api.test.')] })
    const names = server.hellos.map((hello) => hello.extensions.get(0)?.subarray(5).toString())
    expect(new Set(names)).toEqual(new Set(['api.test', undefined]))
  })

  test('a closed port refuses, and is not asked again', async () => {
    const server = await fakeServer(answer12)
    await server.close()
    const endpoint = await audit(server.port)
    expect(endpoint.connect).toEqual({ kind: 'refused', by: 'connection' })
    expect(kinds(endpoint)).toEqual(all('connection'))
    expect(endpoint.connections).toBeLessThanOrEqual(8)
    expect((await audit(server.port, { perHost: 1 })).connections).toBe(1)
  })

  test('a server that speaks HTTP', async () => {
    const server = await serve((_, socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    const endpoint = await audit(server.port)
    expect(endpoint.connect).toEqual({ kind: 'accepted' })
    expect(endpoint.handshakes['tls1.2']).toEqual({
      kind: 'refused',
      by: 'not-tls',
      got: 'HTTP',
    })
    expect(server.connections()).toBe(8)
  })

  test('a banner before the hello', async () => {
    const server = await serve(
      () => undefined,
      (socket) => socket.write('220 mail.test ESMTP\r\n'),
    )
    expect(kinds(await audit(server.port))).toEqual(all('not-tls'))
  })

  test("silence isn't an answer, for all at the same time", async () => {
    const server = await serve(() => undefined)
    const endpoint = await audit(server.port, { timeoutMs: 300 })
    expect(endpoint.connect).toEqual({ kind: 'accepted' })
    expect(endpoint.handshakes['tls1.3']).toEqual({ kind: 'no-answer', phase: 'hello', cause: 'timeout' })
    expect(kinds(endpoint)).toEqual(all('timeout'))
    expect(server.connections()).toBe(FIRST.length)
  })

  test('bytes that drip for ever end at the deadline', async () => {
    const server = await serve((hello, socket) => {
      const [first = Buffer.alloc(0)] = messages12(hello, identity)
      socket.write(Buffer.concat([record(22, first), record(22, Buffer.from([11, 0, 0xff, 0xff]))]))
      const drip = setInterval(() => socket.write(record(22, Buffer.from([0]))), 5)
      socket.on('close', () => clearInterval(drip))
    })
    const { handshakes } = await audit(server.port, { timeoutMs: 500 })
    expect(handshakes['tls1.2']).toMatchObject({
      kind: 'accepted',
      incomplete: { kind: 'no-answer', phase: 'handshake', cause: 'timeout' },
    })
    expect(handshakes['tls1.0']).toMatchObject({ kind: 'refused', by: 'other-version', version: 'TLSv1.2' })
  })
})

describe('connections cut after the hello', () => {
  const old = (hello: ClientHelloView): boolean => hello.version < 0x0303
  const cut = (how: 'reset' | 'close', socket: net.Socket): void => {
    if (how === 'reset') socket.resetAndDestroy()
    else socket.end()
  }

  test.each([
    ['reset', 'reset'],
    ['close', 'closed'],
  ] as const)('%s, and again after a pause: a refusal', async (how, by) => {
    const server = await serve((hello, socket, index) => {
      if (old(hello)) cut(how, socket)
      else answer12(hello, socket, index)
    })
    const endpoint = await audit(server.port)
    expect(kinds(endpoint)).toMatchObject({ ssl3: by, 'tls1.0': by, 'tls1.1': by, 'tls1.2': 'accepted' })
    expect(endpoint.connections).toBe(10)
    expect(server.connections()).toBe(10)
  })

  test('answered the second time: that answer holds', async () => {
    const seen = new Set<number>()
    const server = await serve((hello, socket, index) => {
      const first = old(hello) && !seen.has(hello.version)
      seen.add(hello.version)
      if (first) cut('reset', socket)
      else answer12(hello, socket, index)
    })
    const endpoint = await audit(server.port)
    expect(kinds(endpoint)).toMatchObject({ ssl3: 'alert', 'tls1.0': 'alert', 'tls1.1': 'alert' })
  })

  test('all of them: nobody knows', async () => {
    const server = await serve((_, socket) => cut('reset', socket))
    const endpoint = await audit(server.port)
    expect(endpoint.connect).toEqual({ kind: 'accepted' })
    expect(kinds(endpoint)).toEqual(all('ECONNRESET'))
    expect(server.connections()).toBe(14)
  })

  test('a firewall that resets a burst is known better after the pause', async () => {
    const server = await serve((hello, socket, index) => {
      if (index < 8) cut('reset', socket)
      else answer12(hello, socket, index)
    })
    const endpoint = await audit(server.port)
    expect(kinds(endpoint)).toMatchObject({
      'tls1.3': 'alert',
      'tls1.2': 'accepted',
      'tls1.2-ats': 'accepted',
    })
    expect(kinds(endpoint)).toMatchObject({ 'tls1.1': 'alert', 'tls1.0': 'alert' })
    // Four of them alone, each after a pause: it may be no burst that is reset.
    expect(server.connections()).toBe(18)
    expect(endpoint.cutAtTimes).toBeUndefined()
  })

  const STUMBLES: [string, Behaviour][] = [
    ['resets', (_, socket) => cut('reset', socket)],
    ['is silent to', () => undefined],
    ['has a fault of its own with', (_, socket) => void socket.end(alert(2, 80))],
  ]
  const turns = STUMBLES.flatMap(([how, stumble]) => [2, 3].map((turn) => [how, turn, stumble] as const))
  // In which order those that start at once arrive is left to chance: of them, one narrow hello and an old one.
  const isOfFirst = ({ version, suites }: ClientHelloView) =>
    version === 0x0302 || (version === 0x0303 && !suites.includes(0xc02b))
  const stumblesAt = (hello: ClientHelloView, index: number, turn: number) =>
    index < FIRST.length ? !is13(hello) && isOfFirst(hello) : (index - FIRST.length) % turn === 0

  test.each(turns)('a server that %s some connections, and later each %ith', async (_, turn, stumble) => {
    const server = await serve((hello, socket, index) => {
      if (stumblesAt(hello, index, turn)) stumble(hello, socket, index)
      else answer12(hello, socket, index)
    })
    const { cutAtTimes, handshakes } = await audit(server.port, { timeoutMs: 300 })
    expect(cutAtTimes).toBeGreaterThan(0)
    // Chance says nothing about hellos.
    const refused = Object.values(handshakes).map((one) => (one.kind === 'refused' ? one.by : null))
    expect(refused).not.toContain('reset')
    expect(server.connections()).toBeLessThanOrEqual(18)
  })

  test('answered for a moment, then never: what it does alone is not answering', async () => {
    let asked = 0
    const server = await serve((hello, socket, index) => {
      if (hello.version === 0x0302) asked += 1
      const again = hello.version === 0x0302 && asked === 2
      const atOnce = index < FIRST.length && hello.suites.includes(0x009c) && !old(hello)
      if (atOnce || again) answer12(hello, socket, index)
      else cut('reset', socket)
    })
    expect((await audit(server.port)).cutAtTimes).toBeGreaterThan(0)
  })

  test('silence that its hello explains is not asked again', async () => {
    const server = await serve((hello, socket, index) => {
      if (!old(hello)) answer12(hello, socket, index)
    })
    const { connections, cutAtTimes } = await audit(server.port, { timeoutMs: 300 })
    expect([connections, cutAtTimes]).toEqual([FIRST.length + 1, undefined])
  })

  test('from some time on, all of them: that is no server that answers at times', async () => {
    const server = await serve((hello, socket, index) => {
      if (index >= 2) cut('reset', socket)
      else answer12(hello, socket, index)
    })
    expect((await audit(server.port)).cutAtTimes).toBeUndefined()
  })

  test('more than can be asked again stay unknown, never more than 14 connections', async () => {
    const server = await serve((hello, socket) => {
      // Only the hello of every common suite has this one and no older version.
      if (old(hello) || is13(hello) || !hello.suites.includes(0x009c)) cut('close', socket)
      else socket.end(record(22, Buffer.concat(messages12(hello, { ...identity, suite: 0x009c }))))
    })
    const endpoint = await audit(server.port)
    expect(kinds(endpoint)).toMatchObject({ 'tls1.3': 'closed', 'tls1.0': 'closed', 'tls1.2': 'accepted' })
    const { handshakes } = endpoint
    const kindsOf = (...ids: HelloId[]) => ids.map((id) => handshakes[id]?.kind)
    expect(kindsOf('tls1.3', 'tls1.2-ats', 'tls1.0', 'ssl3')).toEqual(Array(4).fill('refused'))
    expect(kindsOf('tls1.2-rsa', 'tls1.2-ecdsa')).toEqual(Array(2).fill('no-answer'))
    expect(server.connections()).toBe(14)
  })

  test('an address that begins to cut everything and stays so has refused nothing', async () => {
    const server = await serve((hello, socket, index) => {
      if (is13(hello) || index >= FIRST.length) cut('reset', socket)
      else if (old(hello)) socket.end(alert(2, 70))
      else answer12(hello, socket, index)
    })
    const endpoint = await audit(server.port)
    expect(kinds(endpoint)).toMatchObject({ 'tls1.2': 'accepted', 'tls1.3': 'ECONNRESET' })
    expect(endpoint.handshakes['tls1.3']?.kind).toBe('no-answer')
  })

  test('asked again one by one', async () => {
    let open = 0
    let most = 0
    const server = await serve((hello, socket, index) => {
      if (!old(hello)) return answer12(hello, socket, index)
      if (index < FIRST.length) return cut('reset', socket)
      most = Math.max(most, ++open)
      setImmediate(() => {
        open -= 1
        socket.end(alert(2, 70))
      })
    })
    expect(kinds(await audit(server.port))).toMatchObject({
      ssl3: 'alert',
      'tls1.0': 'alert',
      'tls1.1': 'alert',
    })
    expect(most).toBe(1)
  })
})

describe('many targets', () => {
  test('come back in the order given, each reported as it is done', async () => {
    const slow: (() => void)[] = []
    const [first, second] = [
      await serve((hello, socket, index) => slow.push(() => answer12(hello, socket, index))),
      await serve(answer12),
    ]
    const told: [number, number, number][] = []
    const specs = [target(first.port), target(second.port), target(443, 'udp.test', 'udp')]
    const facts = await gather(specs, { resolve: [at(first.port), at(second.port)] }, (one, done, total) => {
      told.push([one.port, done, total])
      if (one.port === second.port) for (const go of slow.splice(0)) go()
    })
    expect(facts.map(({ port }) => port)).toEqual([first.port, second.port, 443])
    expect(told.map(([, done, total]) => [done, total])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ])
    expect(told.map(([port]) => port)).toEqual([443, second.port, first.port])
    const [slower, quicker, unasked] = facts.map(({ durationMs }) => durationMs)
    expect(slower).toBeGreaterThanOrEqual(quicker ?? Number.NaN)
    expect(unasked).toBeUndefined()
  })

  test('https and wss of one port share the connections', async () => {
    const server = await serve(answer12)
    const specs = [target(server.port), target(server.port, 'api.test', 'wss')]
    const [https, wss] = await gather(specs, { resolve: [at(server.port)] })
    expect(server.connections()).toBe(FIRST.length)
    expect(wss?.endpoints).toEqual(https?.endpoints)
    expect([https?.scheme, wss?.scheme]).toEqual(['https', 'wss'])
  })

  test('udp and tcp are never probed', async () => {
    const server = await serve(answer12)
    const specs = (['udp', 'tcp'] as const).map((scheme) => target(server.port, 'api.test', scheme))
    const facts = await gather(specs, { resolve: [at(server.port)] })
    expect(facts.map(({ endpoints, dns }) => [endpoints, dns])).toEqual([
      [[], undefined],
      [[], undefined],
    ])
    expect(server.connections()).toBe(0)
  })

  test('entries are handed through', async () => {
    const entries = [{ family: 'wechat' as const, api: 'request' as const, text: 'https://api.test' }]
    const [facts] = await gather([{ ...target(443, 'api.test', 'udp'), entries }])
    expect(facts?.entries).toEqual(entries)
  })

  test.each<[string, GatherOptions, number]>([
    ['per host', { perHost: 3 }, 3],
    ['in all', { concurrency: 4 }, 4],
  ])('never more connections than allowed %s', async (_, options, limit) => {
    const hosts = options.concurrency ? ['a.test', 'b.test', 'c.test'] : ['a.test']
    let most = 0
    let asked = 0
    const waiting: (() => void)[] = []
    // Answers are held until as many ask as may, and a moment longer: whoever asks beyond that is seen.
    const server = await serve((hello, socket, index) => {
      asked += 1
      waiting.push(() => answer12(hello, socket, index))
      most = Math.max(most, waiting.length)
      if (waiting.length !== limit && asked !== hosts.length * FIRST.length) return
      setTimeout(() => {
        for (const go of waiting.splice(0)) go()
      }, 20)
    })
    const facts = await gather(
      hosts.map((host) => target(server.port, host)),
      { ...options, resolve: hosts.map((host) => at(server.port, host)) },
    )
    expect(facts.every(({ endpoints }) => endpoints[0]?.handshakes['tls1.2']?.kind === 'accepted')).toBe(true)
    expect(most).toBe(limit)
  })

  test('several addresses are told apart', async () => {
    const server = await serve(answer12)
    const dns = await fakeDns({ 'two.test': { A: ['127.0.0.1', '127.0.0.2'] } })
    const [facts] = await gather([target(server.port, 'two.test')], { dns: dns.server })
    dns.close()
    expect(facts?.dns).toMatchObject({
      source: 'resolver',
      a: { kind: 'answered' },
      aaaa: { kind: 'no-data' },
    })
    expect(facts?.endpoints.map(({ address, connect, given }) => [address, connect.kind, given])).toEqual([
      ['127.0.0.1', 'accepted', false],
      ['127.0.0.2', 'refused', false],
    ])
  })

  test('a name that does not exist has no endpoints', async () => {
    const dns = await fakeDns({})
    const [facts] = await gather([target(443, 'gone.test')], { dns: dns.server })
    dns.close()
    expect(facts).toMatchObject({
      dns: { a: { kind: 'nxdomain' }, aaaa: { kind: 'nxdomain' } },
      endpoints: [],
    })
  })

  test('a name server that is no address asks nobody', async () => {
    const server = await serve(answer12)
    const asked = gather([target(server.port)], { dns: 'nonsense', resolve: [at(server.port)] })
    await expect(asked).rejects.toThrow()
    expect(server.connections()).toBe(0)
  })

  test('facts are plain JSON', async () => {
    const server = await serve(answer12)
    const facts = await gather([target(server.port)], { resolve: [at(server.port)] })
    expect(JSON.parse(JSON.stringify(facts))).toEqual(facts)
  })
})

describe('an abort', () => {
  test('returns what was done and drops every connection', async () => {
    const stop = new AbortController()
    const [quick, silent] = [await serve(answer12), await serve(() => undefined)]
    const specs = [target(silent.port), target(quick.port)]
    const told: TargetFacts[] = []
    const facts = await gather(
      specs,
      { resolve: [at(silent.port), at(quick.port)] },
      (one) => {
        told.push(one)
        stop.abort()
      },
      stop.signal,
    )
    expect(facts.map(({ port }) => port)).toEqual([quick.port])
    expect(told).toEqual(facts)
  })

  test('before the start asks nobody', async () => {
    const server = await serve(answer12)
    expect(
      await gather([target(server.port)], { resolve: [at(server.port)] }, undefined, AbortSignal.abort()),
    ).toEqual([])
    expect(server.connections()).toBe(0)
  })
})
