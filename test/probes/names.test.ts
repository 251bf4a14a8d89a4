import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openNames } from '../../src/probes/names.js'
import { type FakeDns, fakeDns } from './fake-dns.js'

let dns: FakeDns
beforeAll(async () => {
  dns = await fakeDns({
    'both.test': { A: ['192.0.2.1', '192.0.2.2', '192.0.2.1'], AAAA: ['2001:db8:0:0:0:0:0:1'] },
    'four.test': { A: ['192.0.2.1'] },
    'made-up.test': { A: ['198.18.0.7', '192.0.2.1', '198.19.255.255', '198.20.0.1'] },
    'empty.test': {},
    'alias.test': { CNAME: ['cdn.test'], A: ['192.0.2.9'] },
    'cdn.test': { CNAME: ['Edge.test'] },
    'edge.test': {},
    'loop.test': { CNAME: ['round.test'] },
    'round.test': { CNAME: ['loop.test'] },
    'broken.test': 'servfail',
    'closed.test': 'refused',
    'silent.test': 'silent',
  })
})
afterAll(() => dns.close())

const open = (timeoutMs = 8000, resolve: { host: string; port: number; addresses: string[] }[] = []) =>
  openNames({ timeoutMs, dns: dns.server, resolve })

describe('what the resolver says', () => {
  test.each<[string, object]>([
    [
      'both.test',
      {
        a: { kind: 'answered', addresses: ['192.0.2.1', '192.0.2.2'] },
        aaaa: { kind: 'answered', addresses: ['2001:db8::1'] },
        cname: [],
      },
    ],
    [
      'four.test',
      { a: { kind: 'answered', addresses: ['192.0.2.1'] }, aaaa: { kind: 'no-data', addresses: [] } },
    ],
    ['empty.test', { a: { kind: 'no-data', addresses: [] }, aaaa: { kind: 'no-data', addresses: [] } }],
    ['nowhere.test', { a: { kind: 'nxdomain', addresses: [] }, aaaa: { kind: 'nxdomain', addresses: [] } }],
    ['broken.test', { a: { kind: 'failed', code: 'ESERVFAIL', addresses: [] } }],
    ['closed.test', { a: { kind: 'failed', code: 'EREFUSED', addresses: [] } }],
    ['alias.test', { a: { kind: 'answered', addresses: ['192.0.2.9'] }, cname: ['cdn.test', 'edge.test'] }],
    ['loop.test', { cname: ['round.test'] }],
  ])('%s', async (host, fact) => {
    const names = open()
    expect(await names.resolve(host, 443).fact).toMatchObject({
      source: 'resolver',
      resolver: dns.server,
      ...fact,
    })
    names.cancel()
  })

  test('what a proxy program makes up is reported, and not connected to unless the user allows it', async () => {
    const all = ['198.18.0.7', '192.0.2.1', '198.19.255.255', '198.20.0.1']
    const names = open()
    const { a, fact } = names.resolve('made-up.test', 443)
    expect((await fact).a.addresses).toEqual(all)
    expect((await a).addresses).toEqual(['192.0.2.1', '198.20.0.1'])
    names.cancel()
    const allowed = openNames({ timeoutMs: 8000, dns: dns.server, resolve: [], allowPrivate: true })
    expect((await allowed.resolve('made-up.test', 443).a).addresses).toEqual(all)
    allowed.cancel()
  })

  test('silence is a time-out', async () => {
    const names = open(100)
    const fact = await names.resolve('silent.test', 443).fact
    expect(fact).toMatchObject({
      a: { kind: 'timeout', addresses: [] },
      aaaa: { kind: 'timeout' },
      cname: [],
    })
    names.cancel()
  })

  test('localhost is a name like any other: the hosts file is not looked at', async () => {
    const names = open()
    expect((await names.resolve('localhost', 443).fact).a.kind).toBe('nxdomain')
    names.cancel()
  })

  test('a name is asked once', async () => {
    const names = open()
    const before = dns.asked.length
    await Promise.all([443, 8443, 443].map((port) => names.resolve('four.test', port).fact))
    expect(dns.asked.slice(before).sort()).toEqual(['four.test A', 'four.test AAAA', 'four.test CNAME'])
    names.cancel()
  })

  test('a thousand names at once all get their answer', async () => {
    const names = open()
    const facts = await Promise.all(
      Array.from({ length: 1000 }, (_, i) => names.resolve(`n${i}.test`, 443).fact),
    )
    expect(facts.every(({ a, aaaa }) => a.kind === 'nxdomain' && aaaa.kind === 'nxdomain')).toBe(true)
    names.cancel()
  })
})

describe('without a question', () => {
  const given = [{ host: 'API.test', port: 443, addresses: ['127.0.0.1', '::1', '127.0.0.1'] }]
  test('addresses given by the user hold for that host and port', async () => {
    const names = open(8000, given)
    const resolution = names.resolve('api.test', 443)
    expect(resolution.given).toBe(true)
    expect(await resolution.fact).toEqual({
      source: 'resolve',
      a: { kind: 'answered', addresses: ['127.0.0.1'] },
      aaaa: { kind: 'answered', addresses: ['::1'] },
      cname: [],
    })
    expect((await names.resolve('api.test', 8443).fact).source).toBe('resolver')
    names.cancel()
  })

  test('several entries for one host and port are put together, and a name goes before `*`', async () => {
    const entry = (host: string, ...addresses: string[]) => ({ host, port: 443, addresses })
    const names = open(8000, [
      entry('api.test', '127.0.0.1'),
      entry('*', '127.0.0.9'),
      entry('API.test', '127.0.0.2', '::1'),
      entry('api.test', '127.0.0.1'),
    ])
    const of = async (host: string) => {
      const { a, aaaa } = await names.resolve(host, 443).fact
      return [...a.addresses, ...aaaa.addresses]
    }
    expect(await of('api.test')).toEqual(['127.0.0.1', '127.0.0.2', '::1'])
    expect(await of('other.test')).toEqual(['127.0.0.9'])
    names.cancel()
  })

  test.each([
    ['127.0.0.1', ['127.0.0.1'], []],
    ['::1', [], ['::1']],
  ])('%s is an address itself', async (host, a, aaaa) => {
    const before = dns.asked.length
    const resolution = open().resolve(host, 443)
    expect(resolution.given).toBe(false)
    expect(await resolution.fact).toMatchObject({
      source: 'literal',
      a: { addresses: a },
      aaaa: { addresses: aaaa },
    })
    expect(dns.asked).toHaveLength(before)
  })
})

test('a name server that is no address is refused', () => {
  expect(() =>
    openNames({ timeoutMs: 100, dns: 'not an address', resolve: [] }).resolve('a.test', 443),
  ).toThrow()
})
