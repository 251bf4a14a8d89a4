/** A worker killed, Redis restarted, the network cut: no target is lost, none judged twice. */
import { beforeAll, describe, expect, test } from 'vitest'
import { makeCertificate, startServer } from '../../src/demo/index.js'
import { folder, hefaProcess as hefa, type Ran } from '../cli/hefa.js'
import {
  atEnd,
  REDIS,
  type RedisServer,
  startGate,
  startRedis,
  startWire,
  startWorker,
  type WorkerProcess,
} from './world.js'

interface Line {
  type: string
  host: string
  verdicts: Record<string, string>
  results: { rule: string; status: string; message?: string; evidence?: { reason?: string; why?: string } }[]
}

let server: { port: number }
let cwd = ''

beforeAll(async () => {
  const root = makeCertificate({ subject: 'Root', ca: true })
  const leaf = makeCertificate({ names: ['*.shop.example.com'], issuer: root })
  cwd = await folder({ 'root.pem': root.pem })
  const running = await startServer({ kind: 'tls', leaf, others: [] })
  server = running
  atEnd(running.close)
})

const targetsOf = ({ stdout }: Ran): Line[] =>
  stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line)
    .filter(({ type }) => type === 'target')

/** Names at the server, and one behind the gate; from one place, since workers of other tests are still alive. */
function audit(url: string, vantage: string, gate: number, count = 12): Promise<Ran> {
  const names = Array.from({ length: count }, (_, index) => `n${index}.shop.example.com:${server.port}`)
  const flags = ['--ca', 'root.pem', '--no-fetch', '--timeout', '60', '--format', 'ndjson']
  const given = [server.port, gate].flatMap((port) => ['--resolve', `*:${port}:127.0.0.1`])
  return hefa(['audit', '-', '--via', url, '--vantage', vantage, '--wait', '4m', ...flags, ...given], {
    cwd,
    input: [`held.shop.example.com:${gate}`, ...names].join('\n'),
  })
}

function expectEachOnce(ran: Ran, count = 12): void {
  const hosts = targetsOf(ran).map(({ host }) => host)
  expect(hosts.toSorted()).toEqual(
    ['held', ...Array.from({ length: count }, (_, index) => `n${index}`)]
      .map((one) => `${one}.shop.example.com`)
      .toSorted(),
  )
}

const expectAllPassed = (ran: Ran): void => {
  for (const { host, verdicts, results } of targetsOf(ran)) {
    const open = results.filter(({ status }) => status === 'unknown').map(({ message }) => message)
    expect({ host, verdicts: Object.values(verdicts), open }).toMatchObject({
      ...{ host, verdicts: ['pass', 'pass', 'pass'] },
    })
  }
}

describe.skipIf(!REDIS)('nothing is lost', { timeout: 300_000 }, () => {
  let redis: RedisServer
  beforeAll(async () => {
    redis = await startRedis()
  })

  test('when a worker is killed in the middle', async () => {
    const gate = await startGate(server.port)
    const first = await startWorker(redis.url, 'here', ['--allow-private'])
    const running = audit(redis.url, 'here', gate.port)
    await gate.reached
    await first.kill()
    gate.open()
    await startWorker(redis.url, 'here', ['--allow-private'])
    const ran = await running
    expectEachOnce(ran)
    expectAllPassed(ran)
    expect(ran.status).toBe(0)
  })

  test('when Redis is restarted', async () => {
    const gate = await startGate(server.port)
    await startWorker(redis.url, 'restarted', ['--allow-private'])
    const running = audit(redis.url, 'restarted', gate.port)
    await gate.reached
    await redis.restart()
    gate.open()
    const ran = await running
    expectEachOnce(ran)
    expectAllPassed(ran)
    expect(ran.status).toBe(0)
  })

  test('when the network between worker and queue, and between queue and whoever asks, is cut', async () => {
    const gate = await startGate(server.port)
    const [wire, other] = [await startWire(redis.port), await startWire(redis.port)]
    const worker = await startWorker(`redis://127.0.0.1:${wire.port}`, 'cut', ['--allow-private'])
    const running = audit(`redis://127.0.0.1:${other.port}`, 'cut', gate.port)
    await gate.reached
    const lost = worker.said('is lost')
    wire.cut()
    other.cut()
    await lost
    // It is looked at to the end while nobody can be notified.
    gate.open()
    const back = worker.said('is back')
    wire.restore()
    other.restore()
    await back
    const ran = await running
    expectEachOnce(ran)
    expectAllPassed(ran)
    expect(ran.status).toBe(0)
  })

  test('and a target that kills its worker twice is set aside, not those beside it', async () => {
    const gate = await startGate(server.port)
    let current: WorkerProcess | undefined
    const start = () =>
      startWorker(redis.url, 'poisoned', ['--allow-private'], {
        spawned: (worker) => {
          current = worker
        },
      }).catch(() => {})
    let kills = 0
    gate.onHeld(() => {
      if (!current || current.child.killed) return
      kills += 1
      void current.kill().then(gate.settled).then(start)
    })
    await start()
    const ran = await audit(redis.url, 'poisoned', gate.port)
    expect(kills).toBe(2)
    expectEachOnce(ran)
    const [held] = targetsOf(ran).filter(({ host }) => host.startsWith('held'))
    expect(new Set(Object.values(held?.verdicts ?? {}))).toEqual(new Set(['unknown']))
    expect(held?.results.map(({ evidence }) => evidence?.why)).toContain('worker-lost')
    for (const { host, verdicts } of targetsOf(ran).filter(({ host }) => !host.startsWith('held')))
      expect({ host, verdicts: Object.values(verdicts) }).toEqual({
        host,
        verdicts: ['pass', 'pass', 'pass'],
      })
    expect(ran.status).toBe(3)
  })

  test('what a run leaves behind ends by itself', async () => {
    const keys = await redis.client.keys('hefa:*')
    const runs = keys.filter((key) => /^hefa:(run|polite):/.test(key))
    for (const key of runs) expect({ key, ms: await redis.client.pttl(key) }).not.toEqual({ key, ms: -1 })
    const jobs = keys.filter((key) => /^hefa:queue:[^:]+:[0-9a-f]{24}-/.test(key))
    expect(jobs).toEqual([])
  })
})
