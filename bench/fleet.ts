/**
 * What a fleet costs: names from standard input through a real Redis to workers on this machine, all at one nginx.
 * With more workers the work per target must stay the same, and with more targets no process may use more memory.
 * Run: `npm run bench:fleet -- [TARGETS] [MINUTESm] [write]`; `write` puts the figures into bench/RESULTS.md and
 * docs/fleet*.md. The long run ends after so many minutes (12), with what was done until then; so it does on SIGUSR2.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Redis } from 'ioredis'
import { type Figures, type Run, tables } from './fleet-tables.js'
import { freePort, openWorld, type World } from './world.js'

const BIN = join(process.cwd(), 'bin/hefa.js')
const MOST = Number(process.argv[2] ?? 100_000)
const IS_WRITTEN = process.argv.includes('write')
const MINUTES = Number(/^(\d+)m$/.exec(process.argv.find((one) => /^\d+m$/.test(one)) ?? '')?.[1] ?? 12)
const PAGES = ['bench/RESULTS.md', 'docs/fleet.md', 'docs/fleet.zh-CN.md']
/** For the long run. */
const WORKERS = 6
/** Nothing is measured after them, and nothing is left behind. */
const ENDS = ['SIGINT', 'SIGTERM'] as const
/** Kernel ticks a second. */
const TICKS = 100

interface Scene {
  world: World
  queue: Queue
}

interface Queue {
  url: string
  client: Redis
  child: ChildProcess
}

async function openQueue(world: World): Promise<Queue> {
  const port = await freePort()
  const files = ['--dir', world.folder, '--save', '', '--appendonly', 'yes']
  const child = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', ...files])
  for await (const part of child.stdout) if (String(part).includes('Ready to accept')) break
  return { url: `redis://127.0.0.1:${port}`, client: new Redis({ port }), child }
}

async function startWorker({ url }: Queue): Promise<ChildProcess> {
  const rates = ['--domain-rate', '100000', '--address-rate', '100000']
  const child = spawn(
    process.execPath,
    [BIN, 'worker', '--queue', url, '--vantage', 'bench', '--allow-private', ...rates],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  await once(child.stderr as Readable, 'data')
  child.stderr?.resume()
  return child
}

/** Seconds of processor, and the most memory in MB. */
function used(child: ChildProcess): { cpu: number; mb: number } {
  const [, after = ''] = /^\d+ \(.*\) (.*)$/s.exec(read(child, 'stat')) ?? []
  const fields = after.split(' ')
  const mb = Number(/VmHWM:\s+(\d+)/.exec(read(child, 'status'))?.[1] ?? 0) / 1024
  return { cpu: (Number(fields[11]) + Number(fields[12])) / TICKS, mb }
}

const read = (child: ChildProcess, file: string): string => {
  const path = `/proc/${child.pid}/${file}`
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

async function numberIn(redis: Redis, name: string): Promise<number> {
  const info = await redis.info()
  return Number(new RegExp(`^${name}:(\\d+)`, 'm').exec(info)?.[1] ?? 0)
}

const traffic = async (redis: Redis): Promise<number> =>
  (await numberIn(redis, 'total_net_input_bytes')) + (await numberIn(redis, 'total_net_output_bytes'))

/** @param reached told of each tenth and half, with the figures up to there */
async function measure(
  targets: number,
  workers: number,
  { world, queue }: Scene,
  reached: (run: Run) => void = () => {},
): Promise<Run> {
  // What a stopped run left behind must not be counted.
  await queue.client.flushall()
  const started = await Promise.all(Array.from({ length: workers }, () => startWorker(queue)))
  const before = started.map((child) => used(child).cpu)
  const [bytesBefore, redisBefore] = [await traffic(queue.client), used(queue.child).cpu]
  const port = world.nginxPort
  // Every name at another address of 127.0.0.0/8 would need a rule each; a port stands for all names.
  const flags = [
    '--resolve',
    `*:${port}:127.0.0.1`,
    '--ca',
    world.ca,
    '--no-fetch',
    '--quiet',
    '--wait',
    '1h',
  ]
  const begun = performance.now()
  const producer = spawn(
    process.execPath,
    [BIN, 'audit', '-', '--via', queue.url, '--format', 'ndjson', ...flags],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  let lines = 0
  producer.stdout.on('data', (part: Buffer) => {
    for (const octet of part) if (octet === 0x0a) lines += 1
  })
  producer.stdin.on('error', () => {})
  Readable.from(names(targets, port)).pipe(producer.stdin)
  let own = { cpu: 0, mb: 0 }
  let redisMb = 0
  const steps = [targets / 10, targets / 2].map(Math.ceil)
  const soFar = async (done: number): Promise<Run> => {
    const all = started.map((child) => used(child))
    const workerCpu = all.reduce((sum, { cpu }, index) => sum + cpu - (before[index] ?? 0), 0)
    return {
      ...{ targets: done, workers, lines, redisMb, seconds: (performance.now() - begun) / 1000 },
      workerMs: (workerCpu / done) * 1000,
      workerMb: Math.max(...all.map(({ mb }) => mb)),
      producerMs: (own.cpu / done) * 1000,
      producerMb: own.mb,
      redisMs: ((used(queue.child).cpu - redisBefore) / done) * 1000,
      bytes: ((await traffic(queue.client)) - bytesBefore) / done,
    }
  }
  const look = async (): Promise<void> => {
    const now = used(producer)
    if (now.mb > 0) own = now
    redisMb = Math.max(redisMb, (await numberIn(queue.client, 'used_memory')) / 2 ** 20)
    if (lines >= (steps[0] ?? Number.POSITIVE_INFINITY)) {
      steps.shift()
      reached(await soFar(lines))
    }
  }
  const timer = setInterval(() => void look().catch(console.error), 100)
  // The time is limited: what was done until then is reported.
  const stop = (): void => void producer.kill('SIGKILL')
  const late = setTimeout(stop, MINUTES * 60_000)
  const signals = ['SIGUSR2', ...ENDS] as const
  for (const signal of signals) process.once(signal, stop)
  try {
    await once(producer, 'close')
    const run = await soFar(Math.min(targets, lines))
    console.log(JSON.stringify(run))
    return run
  } finally {
    for (const signal of signals) process.off(signal, stop)
    clearTimeout(late)
    clearInterval(timer)
    for (const child of started) child.kill('SIGKILL')
  }
}

function* names(count: number, port: number): Generator<string> {
  for (let index = 0; index < count; index++) yield `n${index}.shop.example.com:${port}\n`
}

async function main(): Promise<void> {
  const world = await openWorld(['*.shop.example.com'], 0)
  const queue = await openQueue(world)
  const runs: Figures = { byWorkers: [], byTargets: [], machine: '' }
  let ended = false
  for (const signal of ENDS)
    process.on(signal, () => {
      ended = true
    })
  try {
    const scene = { world, queue }
    await measure(100, 1, scene)
    // Each is written as it is known: this takes long.
    const known = (run: Run): void => {
      if (run.lines === 0) throw new Error('no target was done')
      const rows = run.workers === WORKERS ? runs.byTargets : runs.byWorkers
      rows.push(run)
      runs.machine = machine()
      if (IS_WRITTEN) for (const page of PAGES) write(page, runs)
    }
    known(await measure(MOST, WORKERS, scene, known))
    const few = Math.max(100, Math.min(1000, Math.ceil(MOST / 10)))
    for (const workers of [1, 2, 4]) if (!ended) known(await measure(few, workers, scene))
  } finally {
    queue.client.disconnect()
    queue.child.kill()
    await world.close()
    rmSync(world.folder, { recursive: true, force: true })
  }
}

function machine(): string {
  const [cpu] = cpus()
  const day = new Date().toISOString().slice(0, 10)
  return `${day}, Node ${process.versions.node}, ${cpus().length} × ${cpu?.model.trim()}, load ${(loadavg()[0] ?? 0).toFixed(1)}`
}

/** Between the marks, or at the end. */
function write(page: string, figures: Figures): void {
  if (!existsSync(page)) return
  const language = page.includes('zh-CN') ? 'zh' : 'en'
  const text = readFileSync(page, 'utf8')
  const made = `<!-- fleet: npm run bench:fleet -->\n${tables(figures, language)}\n<!-- /fleet -->`
  const marked = /<!-- fleet: [\s\S]*?<!-- \/fleet -->/
  const changed = marked.test(text)
    ? text.replace(marked, () => made)
    : `${text.trimEnd()}\n\n## A fleet\n\n${made}\n`
  writeFileSync(page, changed)
}

await main()
