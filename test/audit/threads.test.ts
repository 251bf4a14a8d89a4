import net from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { gather, judge } from '../../src/audit/index.js'
import { openThreads, threadsFor } from '../../src/audit/threads.js'
import type { GatherSetting } from '../../src/audit/types.js'
import { makeCertificate, type RunningServer, startServer } from '../../src/demo/index.js'
import { auditConfig, type Config, type Facts } from '../../src/index.js'

/** With the socket beside them, two threads' worth. */
const HOSTS = 119
let server: RunningServer
beforeAll(async () => {
  const root = makeCertificate({ subject: 'Threads Root', ca: true })
  const issuer = makeCertificate({ subject: 'Threads CA', issuer: root, ca: true })
  const leaf = makeCertificate({ names: ['*.threads.example'], issuer })
  server = await startServer({ kind: 'tls', leaf, others: [issuer] })
})
afterAll(() => server.close())

async function listening(onSocket: (socket: net.Socket) => void): Promise<{ port: number; close(): void }> {
  const listener = net.createServer((socket) => {
    socket.on('error', () => {})
    onSocket(socket)
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  return { port: (listener.address() as net.AddressInfo).port, close: () => listener.close() }
}

function configOf(count: number, port: number): Config {
  const names = Array.from({ length: count }, (_, index) => `n${index}.threads.example:${port}`)
  // A socket at a host that is asked for https too: both are one thread's.
  const made = auditConfig([...names, `wss://n1.threads.example:${port}`])
  if ('problems' in made) throw new Error(made.problems[0]?.message)
  return made.config
}

const setting = (port: number, more: GatherSetting = {}): GatherSetting => ({
  ...{ http: false, clients: 'none', fetch: false, timeoutMs: 60_000 },
  resolve: [{ host: '*', port, addresses: ['127.0.0.1'] }],
  ...more,
})

const timeless = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, part) => (/^durationMs$|^gatheredAt$/.test(key) ? undefined : part)))

const judged = (facts: Facts) => judge(facts, { at: Date.parse('2026-11-27'), language: 'en' })

test.each([
  [119, {}, 1],
  [119, { jobs: 4 }, 1],
  [120, { jobs: 4 }, 2],
  [10_000, { jobs: 4 }, 4],
  [10_000, { jobs: 4, concurrency: 3 }, 3],
])('%d targets, %o: %d', (targets, wanted, threads) => {
  expect(threadsFor(targets, wanted)).toBe(threads)
})

describe('two threads', () => {
  test('find what one finds, in the same order, and tell of each target once, as it is done', async () => {
    const config = configOf(HOSTS, server.port)
    const [told, counts]: [string[], number[]] = [[], []]
    const one = await gather(config, setting(server.port, { vantage: 'here-1' }))
    const two = await gather(config, {
      ...setting(server.port, { jobs: 2, vantage: 'here-1' }),
      onTarget: (seen) =>
        void told.push(...[seen].flat().map(({ scheme, host, vantage }) => `${scheme} ${host} ${vantage}`)),
      onProgress: (done) => void counts.push(done),
    })
    expect(timeless(two)).toEqual(timeless(one))
    expect(two.targets.every(({ endpoints }) => endpoints[0]?.chains.length === 1)).toBe(true)
    expect(timeless(await judged(two))).toEqual(timeless(await judged(one)))
    expect(new Set(told).size).toBe(HOSTS + 1)
    expect(told.every((one) => one.endsWith(' here-1'))).toBe(true)
    expect(counts).toEqual(Array.from({ length: HOSTS + 1 }, (_, index) => index + 1))
  })

  test('hold no more connections together than one would', async () => {
    const open = { now: 0, most: 0 }
    const held = await listening((socket) => {
      open.now += 1
      open.most = Math.max(open.most, open.now)
      // Counted before the other side can know of it.
      setTimeout(() => {
        open.now -= 1
        socket.destroy()
      }, 2)
    })
    await gather(configOf(HOSTS, held.port), setting(held.port, { jobs: 2, concurrency: 4 }))
    held.close()
    expect(open.most).toBeLessThanOrEqual(4)
    expect(open.most).toBeGreaterThan(2)
  })

  test('end with the run: what is not done is not looked at', async () => {
    const abort = new AbortController()
    const silent = await listening(() => abort.abort())
    const { port } = silent
    const { targets } = await gather(configOf(HOSTS, port), setting(port, { jobs: 2, signal: abort.signal }))
    silent.close()
    expect(targets).toHaveLength(HOSTS + 1)
    expect(targets.every(({ endpoints, notLooked }) => endpoints.length === 0 && !notLooked)).toBe(true)
  })
})

describe('a thread that is gone', () => {
  // No thread can start its work with such a name server.
  const broken = { jobs: 2, dns: 'nowhere' }

  test('leaves its targets unknown, and says so', async () => {
    const facts = await gather(configOf(HOSTS, server.port), setting(server.port, broken))
    expect(facts.targets).toHaveLength(HOSTS + 1)
    expect(facts.targets.every(({ notLooked }) => notLooked === 'thread-lost')).toBe(true)
    const { targets } = await judged(facts)
    for (const { verdicts } of targets) expect(new Set(Object.values(verdicts))).toEqual(new Set(['unknown']))
    expect(targets[0]?.results[0]).toMatchObject({ status: 'unknown', level: 'error' })
    expect(targets[0]?.results[0]?.message).toContain('the thread that looked ended before it answered')
  })

  test('is replaced for the targets that come later', async () => {
    const threads = openThreads(configOf(1, server.port), setting(server.port, broken), 200)
    if (!threads) throw new Error('no threads')
    const spec = { host: 'a.threads.example', port: server.port, scheme: 'https' as const, entries: [] }
    for (let round = 0; round < 3; round += 1)
      expect(await threads.observe(spec)).toMatchObject({ host: spec.host, notLooked: 'thread-lost' })
    threads.close()
  })
})
