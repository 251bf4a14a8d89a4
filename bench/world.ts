/** The world a benchmark runs in: nginx with an RSA and an EC certificate, and a proxy that adds a round trip. */
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeCertificate } from '../src/demo/index.js'

export interface World {
  folder: string
  /** PEM file of the root. */
  ca: string
  nginxPort: number
  proxyPort: number
  /** Connections and bytes since the last call. */
  counted(): Promise<{ connections: number; bytes: number }>
  close(): Promise<void>
}

/** `names` go into the certificates; a wildcard serves any number of hosts. */
export async function openWorld(names: string[], roundTripMs: number): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'hefa-bench-'))
  const ca = writeCertificates(folder, names)
  const nginxPort = await freePort()
  writeFileSync(join(folder, 'nginx.conf'), configuration(folder, nginxPort))
  const nginx = spawn('/usr/sbin/nginx', ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'], {
    stdio: 'ignore',
  })
  await listening(nginxPort, nginx)
  const proxy = fork(fileURLToPath(new URL('./proxy-process.js', import.meta.url)), [
    String(nginxPort),
    String(roundTripMs),
  ])
  const [proxyPort] = (await once(proxy, 'message')) as [number]
  return {
    folder,
    ca,
    nginxPort,
    proxyPort,
    counted: async () => {
      proxy.send('count')
      const [counts] = (await once(proxy, 'message')) as [{ connections: number; bytes: number }]
      return counts
    },
    close: async () => {
      proxy.kill()
      nginx.kill()
      await Promise.all([nginx, proxy].map((child) => child.exitCode ?? once(child, 'exit')))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function writeCertificates(folder: string, names: string[]): string {
  const root = makeCertificate({ subject: 'Bench Root', ca: true })
  const issuer = makeCertificate({ subject: 'Bench CA', issuer: root, ca: true })
  for (const [file, key] of [
    ['rsa', 'rsa-2048'],
    ['ec', 'ec-p256'],
  ] as const) {
    const leaf = makeCertificate({ subject: '', names, issuer, key })
    writeFileSync(join(folder, `${file}.pem`), leaf.pem + issuer.pem)
    writeFileSync(join(folder, `${file}.key`), leaf.keyPem)
  }
  writeFileSync(join(folder, 'root.pem'), root.pem)
  return join(folder, 'root.pem')
}

function configuration(folder: string, port: number): string {
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return `daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log stderr crit;
${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 8192; }
http { access_log off; ${paths.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  server { listen 127.0.0.1:${port} ssl backlog=8192; ssl_protocols TLSv1.2 TLSv1.3;
  ssl_certificate ${folder}/rsa.pem; ssl_certificate_key ${folder}/rsa.key;
  ssl_certificate ${folder}/ec.pem; ssl_certificate_key ${folder}/ec.key;
  location / { default_type application/json; return 200 "{}"; } } }
`
}

export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as net.AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function listening(port: number, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const socket = net.connect(port, '127.0.0.1')
    const open = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'close').then(() => false),
    ]).catch(() => false)
    socket.destroy()
    if (open) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`nginx ended with ${child.exitCode}`)
}
