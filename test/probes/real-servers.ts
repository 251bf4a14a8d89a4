/** Real TLS servers on loopback: Node's own, OpenSSL's s_server and nginx. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import tls from 'node:tls'
import type { Issued } from '../../src/demo/index.js'

export interface RealServer {
  port: number
  close(): Promise<void>
}

export async function nodeServer(options: tls.TlsOptions, staple?: Buffer): Promise<RealServer> {
  const server = tls.createServer(options, (socket) => socket.on('error', () => undefined))
  server.on('tlsClientError', () => undefined)
  if (staple) server.on('OCSPRequest', (_certificate, _issuer, callback) => callback(null, staple))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as net.AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function folderOf(files: Record<string, string | Buffer>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hefa-test-'))
  await Promise.all(Object.entries(files).map(([name, content]) => writeFile(join(folder, name), content)))
  return folder
}

async function stop(child: ChildProcess, folder: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, 'exit')
    // Not SIGKILL: nginx's master has a worker to take along.
    child.kill('SIGTERM')
    await gone
  }
  await rm(folder, { recursive: true, force: true })
}

/** `openssl s_server` with a leaf and its chain; other files are named in `args` as `@NAME`. */
export async function opensslServer(
  openssl: string,
  leaf: Issued,
  args: readonly string[],
  chain: readonly Issued[] = [],
  files: Record<string, Buffer> = {},
): Promise<RealServer> {
  const pems = {
    'leaf.pem': leaf.pem,
    'leaf.key': leaf.keyPem,
    'chain.pem': chain.map(({ pem }) => pem).join(''),
  }
  const folder = await folderOf({ ...pems, ...files })
  const own = [
    '-cert',
    '@leaf.pem',
    '-key',
    '@leaf.key',
    ...(chain.length > 0 ? ['-cert_chain', '@chain.pem'] : []),
  ]
  const all = ['s_server', '-accept', '127.0.0.1:0', ...own, ...args].map((arg) =>
    arg.replace(/^@/, `${folder}/`),
  )
  const child = spawn(openssl, all, { stdio: ['pipe', 'pipe', 'pipe'] })
  const port = await acceptedPort(child).catch(async (error) => {
    await stop(child, folder)
    throw error
  })
  child.stdout?.resume()
  child.stderr?.resume()
  return { port, close: () => stop(child, folder) }
}

/** s_server says `ACCEPT 127.0.0.1:PORT` once it listens. */
function acceptedPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer): void => {
      said += chunk
      const port = /ACCEPT \S*:(\d+)/.exec(said)?.[1]
      if (port) resolve(Number(port))
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', () => reject(new Error(said)))
  })
}

/** nginx with one server block per entry of `blocks`, in which `@` stands for the folder; ports in the same order. */
export async function nginxServers(
  nginx: string,
  files: Record<string, string>,
  blocks: readonly string[],
): Promise<{ ports: number[]; close(): Promise<void> }> {
  const folder = await folderOf(files)
  const ports = await freePorts(blocks.length)
  const servers = blocks.map((lines, index) => `server { listen 127.0.0.1:${ports[index]} ssl; ${lines} }`)
  const config = `daemon off; worker_processes 1; pid @/nginx.pid; error_log stderr crit;
events { worker_connections 512; }
http { access_log off; client_body_temp_path @/b; proxy_temp_path @/p; fastcgi_temp_path @/f; uwsgi_temp_path @/u;
scgi_temp_path @/s; ${servers.join('\n')} }`
  await writeFile(join(folder, 'nginx.conf'), config.replaceAll('@', folder))
  const child = spawn(nginx, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr?.on('data', (chunk) => {
    said += chunk
  })
  await Promise.all(ports.map((port) => listening(port, child, () => said)))
  return { ports, close: () => stop(child, folder) }
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = net.createServer().listen(0, '127.0.0.1')
      await once(server, 'listening')
      return server
    }),
  )
  const ports = servers.map((server) => (server.address() as net.AddressInfo).port)
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}

/** Connects until somebody listens, or the process has ended. */
async function listening(port: number, child: ChildProcess, said: () => string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(said())
    const socket = net.connect(port, '127.0.0.1')
    const up = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true))
      socket.once('error', () => resolve(false))
    })
    socket.destroy()
    if (up) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
