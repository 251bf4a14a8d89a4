/** A real Redis, real workers, and what gets between them. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Redis } from 'ioredis'
import { afterAll } from 'vitest'
import { tool } from '../helpers/tools.js'

export const REDIS = tool('redis-server')

const BIN = fileURLToPath(new URL('../../bin/hefa.js', import.meta.url))
const ended: (() => unknown)[] = []
/** The last that was started ends first. */
afterAll(async () => {
  for (const end of ended.reverse()) await end()
})
export const atEnd = (end: () => unknown): void => void ended.push(end)

export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as net.AddressInfo
  await new Promise((done) => server.close(done))
  return port
}

export interface RedisServer {
  port: number
  url: string
  /** Killed, and started again with what it had written down. */
  restart(): Promise<void>
  /** A connection for looking and meddling. */
  client: Redis
}

/** @param more further options; with `tls` the port speaks TLS only */
export async function startRedis(more: string[] = [], { tls = false } = {}): Promise<RedisServer> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'hefa-redis-'))
  atEnd(() => rmSync(folder, { recursive: true, force: true }))
  const ports = tls ? ['--port', '0', '--tls-port', String(port)] : ['--port', String(port)]
  const files = ['--dir', folder, '--save', '', '--appendonly', 'yes', '--appendfsync', 'always']
  const start = async (): Promise<ChildProcess> => {
    const child = spawn(REDIS ?? '', [...ports, '--bind', '127.0.0.1', ...files, ...more])
    await said(child, 'stdout', 'Ready to accept connections')
    return child
  }
  let child = await start()
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }
  atEnd(stop)
  const client = new Redis({ port, lazyConnect: tls, maxRetriesPerRequest: null })
  client.on('error', () => {})
  atEnd(() => client.disconnect())
  return {
    port,
    url: `${tls ? 'rediss' : 'redis'}://127.0.0.1:${port}`,
    client,
    async restart() {
      await stop()
      child = await start()
    },
  }
}

/** Resolves when a process has said it. */
export function said(child: ChildProcess, stream: 'stdout' | 'stderr', text: string): Promise<void> {
  return new Promise((done, fail) => {
    let all = ''
    child[stream]?.on('data', (part) => {
      all += part
      if (all.includes(text)) done()
    })
    child.once('exit', (code) => fail(new Error(`ended with ${code} before "${text}": ${all}`)))
  })
}

export interface WorkerProcess {
  child: ChildProcess
  stderr(): string
  said(text: string): Promise<void>
  kill(): Promise<void>
}

export async function startWorker(
  queue: string,
  vantage: string,
  flags: readonly string[] = [],
  { env = {}, spawned }: { env?: Record<string, string>; spawned?: (worker: WorkerProcess) => void } = {},
): Promise<WorkerProcess> {
  const child = spawn(
    process.execPath,
    [
      BIN,
      'worker',
      '--queue',
      queue,
      '--vantage',
      vantage,
      '--domain-rate',
      '1000',
      '--address-rate',
      '1000',
      ...flags,
    ],
    { env: { PATH: process.env.PATH, LANG: 'C', ...env } },
  )
  let text = ''
  child.stderr.on('data', (part) => {
    text += part
  })
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }
  atEnd(kill)
  const worker = { child, stderr: () => text, said: (wanted: string) => said(child, 'stderr', wanted), kill }
  spawned?.(worker)
  await worker.said('waiting for targets')
  return worker
}

export interface Gate {
  port: number
  /** Resolves at the first connection. */
  reached: Promise<void>
  /** From now on connections go through. */
  open(): void
  /** Called at each connection. */
  onConnection(task: () => void): void
  /** Called at each connection that is held. */
  onHeld(task: () => void): void
  /** Every connection that was under way has come in. */
  settled(): Promise<void>
}

/** Whoever comes from here asks nothing. */
const MARKER = '127.0.0.9'

/** A server that holds every connection until it is opened; then it leads to another port. */
export async function startGate(to: number): Promise<Gate> {
  let isOpen = false
  let reach = (): void => {}
  let held = (): void => {}
  let connected = (): void => {}
  const reached = new Promise<void>((done) => {
    reach = done
  })
  const sockets = new Set<net.Socket>()
  const server = net.createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    if (socket.remoteAddress === MARKER) return void socket.end()
    connected()
    if (isOpen) return lead(socket, to)
    reach()
    held()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  atEnd(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return {
    port: (server.address() as net.AddressInfo).port,
    reached,
    open() {
      isOpen = true
      for (const socket of sockets) lead(socket, to)
    },
    onConnection(task) {
      connected = task
    },
    onHeld(task) {
      held = task
    },
    async settled() {
      const { port } = server.address() as net.AddressInfo
      // They are taken in the order in which they came.
      await once(net.connect({ port, host: '127.0.0.1', localAddress: MARKER }).resume(), 'close')
    },
  }
}

function lead(socket: net.Socket, to: number): void {
  const far = net.connect(to, '127.0.0.1')
  far.on('error', () => socket.destroy())
  far.on('close', () => socket.destroy())
  socket.on('close', () => far.destroy())
  socket.pipe(far).pipe(socket)
}

export interface Wire {
  port: number
  /** Every connection is dropped, and no new one comes about. */
  cut(): void
  restore(): void
}

/** The way to Redis, which can be cut. */
export async function startWire(to: number): Promise<Wire> {
  let isCut = false
  const sockets = new Set<net.Socket>()
  const server = net.createServer((socket) => {
    socket.on('error', () => {})
    if (isCut) return void socket.destroy()
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    lead(socket, to)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  atEnd(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return {
    port: (server.address() as net.AddressInfo).port,
    cut() {
      isCut = true
      for (const socket of sockets) socket.destroy()
    },
    restore() {
      isCut = false
    },
  }
}
