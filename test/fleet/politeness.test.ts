/** One budget for the whole fleet. */
import { Redis } from 'ioredis'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeCertificate, startServer } from '../../src/demo/index.js'
import { addressWait, budgetOf } from '../../src/fleet/politeness.js'
import { run, teach } from '../../src/fleet/scripts.js'
import { folder, hefaProcess as hefa } from '../cli/hefa.js'
import { atEnd, REDIS, type RedisServer, startGate, startRedis, startWorker } from './world.js'

test.each([
  ['api.shop.example.com', 'hefa:polite:domain:example.com'],
  ['www.example.co.uk', 'hefa:polite:domain:example.co.uk'],
  ['192.0.2.1', 'hefa:polite:address:192.0.2.1'],
  ['[2001:db8::1]', 'hefa:polite:address:2001:db8::1'],
])('%s has the budget %s', async (host, key) => expect(await budgetOf(host)).toBe(key))

describe.skipIf(!REDIS)('with a Redis', () => {
  let redis: RedisServer
  beforeAll(async () => {
    redis = await startRedis()
    teach(redis.client)
  })

  test('of many who come at once each gets a time of its own, and keeps it', async () => {
    const other = new Redis({ port: redis.port })
    teach(other)
    const of = 'aaaaaaaaaaaaaaaaaaaaaaaa'
    // One in a thousand seconds, so that this test takes no time of it.
    const rates = { perDomain: 1, perAddress: 0.001 }
    const ask = (ticket: number, client: Redis) =>
      addressWait(client, { run: of, ticket: String(ticket) }, 4, ['192.0.2.1', '192.0.2.2'], rates)
    const waits = await Promise.all(
      Array.from({ length: 20 }, (_, ticket) => ask(ticket, ticket % 2 ? other : redis.client)),
    )
    const sorted = waits.map((ms) => Math.ceil(ms / 1_000_000)).toSorted((a, b) => a - b)
    expect(sorted).toEqual(Array.from({ length: 20 }, (_, index) => index))
    // The other address is as full; the first, asked again, has its time.
    expect(await ask(99, other)).toBeGreaterThan(19_000_000)
    expect(Math.ceil((await ask(7, redis.client)) / 1_000_000)).toBe(Math.ceil((waits[7] ?? 0) / 1_000_000))
    for (const key of await redis.client.keys('hefa:polite:*'))
      expect(await redis.client.pttl(key)).toBeGreaterThan(0)
    other.disconnect()
  })

  test('of one domain no more are begun than its budget allows, whoever begins them', async () => {
    const keys = [
      'hefa:run:bbbbbbbbbbbbbbbbbbbbbbbb',
      'hefa:run:bbbbbbbbbbbbbbbbbbbbbbbb:notes',
      'hefa:polite:domain:x.com',
    ]
    await redis.client.set(keys[0] ?? '', '{}')
    const begun = await Promise.all(
      Array.from({ length: 10 }, (_, ticket) =>
        run(redis.client, 'hefaBegin', keys, [ticket, 2, 0, 1_000_000, 3]),
      ),
    )
    expect(begun.filter((answer) => answer === 0)).toHaveLength(3)
    expect(await run(redis.client, 'hefaBegin', keys, [0, 2, 0, 1_000_000, 3])).toBe('suspect')
    expect(await run(redis.client, 'hefaBegin', keys, [0, 2, 1, 1_000_000, 3])).toBe(0)
    expect(await run(redis.client, 'hefaBegin', keys, [0, 2, 1, 1_000_000, 3])).toBe('lost')
  })

  test('two workers keep to one budget', async () => {
    const root = makeCertificate({ subject: 'Root', ca: true })
    const leaf = makeCertificate({ names: ['*.slow.example.com'], issuer: root })
    const server = await startServer({ kind: 'tls', leaf, others: [] })
    atEnd(server.close)
    const cwd = await folder({ 'root.pem': root.pem })
    // Each target has a port of its own, which tells when it was first asked.
    const asked: number[] = []
    const gates = await Promise.all(
      Array.from({ length: 7 }, async (_, index) => {
        const gate = await startGate(server.port)
        gate.open()
        gate.onConnection(() => {
          asked[index] ??= Date.now()
        })
        return gate.port
      }),
    )
    const slow = ['--allow-private', '--domain-rate', '2']
    await Promise.all([startWorker(redis.url, 'slow', slow), startWorker(redis.url, 'slow', slow)])
    const given = gates.flatMap((port) => ['--resolve', `*:${port}:127.0.0.1`])
    const names = gates.map((port, index) => `n${index}.slow.example.com:${port}`)
    const started = Date.now()
    const flags = ['--via', redis.url, '--ca', 'root.pem', '--no-fetch', '--format', 'json', '--wait', '4m']
    const ran = await hefa(['audit', ...names, ...flags, ...given], { cwd })
    expect(ran.status).toBe(0)
    // Two at once after a silence, then two a second: never sooner, however late.
    for (const [index, at] of asked.toSorted((a, b) => a - b).entries())
      expect(at - started).toBeGreaterThanOrEqual((index - 1) * 500)
  })
})
