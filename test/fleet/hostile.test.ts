/** Whatever stands in a queue: workers and those who ask believe none of it, and go on. */
import { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sentFacts } from '../../src/audit/index.js'
import { auditConfig, inventory } from '../../src/config/index.js'
import type { TargetSpec } from '../../src/config/types.js'
import type { TargetFacts } from '../../src/facts/index.js'
import { type Fleet, loadLibrary, openFleet, readQueueUrl } from '../../src/fleet/index.js'
import { PREFIX, queueOf, SCHEMA } from '../../src/fleet/names.js'
import { beat } from '../../src/fleet/places.js'
import { isInside, readQuestion, readSetting } from '../../src/fleet/question.js'
import { teach } from '../../src/fleet/scripts.js'
import { hefaProcess as hefa } from '../cli/hefa.js'
import { REDIS, startRedis, startWorker } from './world.js'

const QUESTION = {
  run: '0123456789abcdef01234567',
  ticket: '7',
  host: 'api.example.com',
  port: 443,
  scheme: 'https',
  apis: [{ family: 'wechat', api: 'request' }],
  paths: ['/health'],
}

test('what a run asks is read', () => {
  expect(readQuestion(QUESTION)).toEqual(QUESTION)
  expect(readQuestion({ ...QUESTION, host: '[2001:db8::1]', addresses: ['192.0.2.1'] })).not.toBeNull()
})

test.each([
  ['nothing', undefined],
  ['text', 'rm -rf /'],
  ['a list', [QUESTION]],
  ['a path as host', { ...QUESTION, host: '../../etc/passwd' }],
  ['a file as host', { ...QUESTION, host: 'file:///etc/passwd' }],
  ['a host of two lines', { ...QUESTION, host: 'a.example\r\nHost: b' }],
  ['port 0', { ...QUESTION, port: 0 }],
  ['a port as text', { ...QUESTION, port: '443' }],
  ['another scheme', { ...QUESTION, scheme: 'file' }],
  ['no API', { ...QUESTION, apis: [] }],
  ['an API nobody has', { ...QUESTION, apis: [{ family: 'wechat', api: 'exec' }] }],
  ['a request in a path', { ...QUESTION, paths: ['/ HTTP/1.1\r\nX: y'] }],
  ['a path that begins elsewhere', { ...QUESTION, paths: ['x'] }],
  ['a name among the addresses', { ...QUESTION, addresses: ['localhost'] }],
  ['a run named like a path', { ...QUESTION, run: '../../../../etc/passwd00' }],
  ['a ticket with a key in it', { ...QUESTION, ticket: '7:results' }],
  ['more than is asked', { ...QUESTION, ca: '/etc/ssl/ca.pem' }],
  ['its prototype', JSON.parse(`{"__proto__":{"x":1},${JSON.stringify(QUESTION).slice(1)}`)],
  ['very much', { ...QUESTION, paths: Array.from({ length: 100 }, () => `/${'a'.repeat(2000)}`) }],
])('%s is no question', (_, value) => expect(readQuestion(value)).toBeNull())

test.each(['127.0.0.1', '10.1.2.3', '169.254.169.254', '[::1]', '[::ffff:10.0.0.1]'])(
  '%s is inside',
  (host) =>
    expect(
      isInside(readQuestion({ ...QUESTION, host }) as NonNullable<ReturnType<typeof readQuestion>>),
    ).toBe(true),
)

test.each([
  '',
  '{',
  '[]',
  '{"schema":2}',
  JSON.stringify({ schema: 1, ca: ['/etc/passwd'] }),
  'x'.repeat(600_000),
])('a setting that no run has written (%#)', (text) => expect(readSetting(text)).toBeNull())

describe.skipIf(!REDIS)('with a Redis', () => {
  let url = ''
  let redis: Redis
  beforeAll(async () => {
    const server = await startRedis()
    url = server.url
    redis = server.client
    teach(redis)
  })

  test('a worker throws away what no run has written, and goes on', async () => {
    const worker = await startWorker(url, 'fed', ['--verbose'])
    const queue = new Queue(queueOf('fed'), { connection: redis, prefix: PREFIX })
    const thrown = worker.said('was discarded')
    const opts = { removeOnComplete: true, removeOnFail: true }
    const giant = 'a'.repeat(8 << 20)
    for (const data of ['text', { giant }, { ...QUESTION, host: '../../etc/passwd' }, QUESTION, null])
      await queue.add('look', data, opts)
    await queue.add(
      '../../bin/sh',
      { ...QUESTION, host: '127.0.0.1' },
      { ...opts, jobId: `${QUESTION.run}-7` },
    )
    const broken = await queue.add('look', {}, opts)
    await redis.hset(`${PREFIX}:${queueOf('fed')}:${broken.id}`, 'data', '{"not json')
    await redis.set(`hefa:run:${QUESTION.run}`, '{"schema":1,"plugins":["./x.mjs"]}')
    await queue.add('look', { ...QUESTION, ticket: '8' }, { ...opts, jobId: `${QUESTION.run}-8` })
    await redis.lpush('hefa:run:ffffffffffffffffffffffff', 'a list')
    await thrown
    const given = ['--resolve', 'api.example.com:443:127.0.0.1']
    const ran = await hefa([
      'audit',
      'api.example.com',
      '--via',
      url,
      '--format',
      'json',
      ...given,
      '--wait',
      '2m',
    ])
    expect(JSON.parse(ran.stdout).targets[0].vantages).toMatchObject([
      { vantage: 'fed', notLooked: 'inside' },
    ])
    expect(worker.child.exitCode).toBeNull()
    await worker.kill()
  })

  describe('of what is sent back', () => {
    let fleet: Fleet
    let spec: TargetSpec
    let run = ''
    beforeEach(async () => {
      for (const key of await redis.keys('hefa:run:*')) await redis.del(key)
      await redis.del('hefa:workers')
      await beat(redis, {
        vantage: 'forged',
        id: 'abcdefabcdef',
        version: '0.2.0',
        schema: SCHEMA,
        listsReadOn: '2026-11-20',
      })
      const made = auditConfig(['https://api.example.com'])
      if ('problems' in made) throw new Error('no config')
      const [target] = (await inventory(made.config)).targets
      if (!target) throw new Error('no target')
      spec = target
      const [library, address] = [await loadLibrary(), readQueueUrl(url)]
      if (!library || !address) throw new Error('no library')
      fleet = await openFleet(
        {
          ...{ address, vantages: 'all', waitMs: 60_000, config: made.config, others: [] },
          ...{ gather: {}, signal: new AbortController().signal, told: () => {} },
        },
        library,
      )
      run = ((await redis.keys('hefa:run:*'))[0] ?? '').slice('hefa:run:'.length)
    })
    afterEach(() => fleet.close())

    const send = (body: string, ticket = '0', place = 'forged') =>
      redis.xadd(`hefa:run:${run}:results`, '*', 'ticket', ticket, 'place', place, 'body', body)
    const facts = (more: object = {}): string => {
      const nothing = { kind: 'nxdomain', addresses: [] } as const
      const dns = { source: 'resolver', a: nothing, aaaa: nothing, cname: [] } as const
      return sentFacts({ ...spec, endpoints: [], dns, ...more } as unknown as TargetFacts)
    }

    test('facts that are whole count, the first of them', async () => {
      const seen = fleet.observe(spec)
      await send(facts())
      await send('{"notLooked":"worker-lost"}')
      const [target] = await seen
      expect(target).toMatchObject({ host: 'api.example.com', vantage: 'forged', entries: spec.entries })
      expect(target).not.toHaveProperty('notLooked')
    })

    test.each<[string, () => string]>([
      ['no JSON', () => '{'],
      ['nothing', () => ''],
      ['a verdict', () => '{"verdict":"pass"}'],
      ['facts of another host', () => facts({ host: 'other.example.com' })],
      ['a file, of which only the chain is judged', () => facts({ certificateFile: '/etc/ssl/x.pem' })],
      ['a chain of nothing', () => facts().replace('"endpoints":[]', '"endpoints":[{"chains":[{}]}]')],
      ['more than anybody sends', () => facts({ padding: 'a'.repeat(5 << 20) })],
      ['nesting without an end', () => `{"target":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)},"blobs":[]}`],
      ['blobs that are not there', () => facts().replace('"blobs":[]', '"blobs":7')],
    ])('%s is unknown by name', async (_, body) => {
      const seen = fleet.observe(spec)
      await send(body())
      expect(await seen).toMatchObject([{ vantage: 'forged', notLooked: 'worker-failed', endpoints: [] }])
    })

    test('what nobody asked for is passed over', async () => {
      const seen = fleet.observe(spec)
      await send(facts(), '99')
      await send(facts(), '0', 'elsewhere')
      await send(facts(), '../0')
      await redis.xadd(`hefa:run:${run}:results`, '*', 'x', 'y')
      await send('{"notLooked":"timed-out"}')
      expect(await seen).toMatchObject([{ vantage: 'forged', notLooked: 'timed-out' }])
    })

    test('results that are no stream are passed over too', async () => {
      await redis.set(`hefa:run:${run}:results`, 'text')
      const seen = fleet.observe(spec)
      for (;;) if (!(await redis.exists(`hefa:run:${run}:results`))) break
      await send(facts())
      expect(await seen).toMatchObject([{ vantage: 'forged' }])
    })
  })
})
