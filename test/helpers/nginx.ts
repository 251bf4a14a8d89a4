/** A real nginx on loopback, with a test's certificate files. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tool } from './tools.js'

export interface NginxSite {
  /** PEM: what goes into ssl_certificate, as it is. More than one pair makes a dual-certificate server. */
  certificates: { chain: string; key: string }[]
  /** Further lines of the server block. */
  directives?: string[]
  http2?: boolean
  /** Default 127.0.0.1, and a port that is free there. */
  address?: string
  port?: number
}

export interface Nginx {
  port: number
  close(): Promise<void>
}

export const nginxPath = (): string | null => tool('nginx')

export async function startNginx(site: NginxSite): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'hefa-nginx-'))
  const address = site.address ?? '127.0.0.1'
  const port = site.port ?? (await freePort())
  writeFileSync(join(folder, 'nginx.conf'), configuration(folder, address, port, site))
  const child = spawn(
    nginxPath() ?? 'nginx',
    ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'error.log'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  try {
    await accepting(address, port, child)
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
  return {
    port,
    close: async () => {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function configuration(
  folder: string,
  address: string,
  port: number,
  { certificates, directives = [], http2 = false }: NginxSite,
): string {
  const pairs = certificates.flatMap(({ chain, key }, index) => {
    const [chainFile, keyFile] = [join(folder, `chain${index}.pem`), join(folder, `key${index}.pem`)]
    writeFileSync(chainFile, chain)
    writeFileSync(keyFile, key, { mode: 0o600 })
    return [`ssl_certificate ${chainFile};`, `ssl_certificate_key ${keyFile};`]
  })
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return `daemon off; worker_processes 1; pid ${folder}/nginx.pid;
${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 512; }
http {
  access_log off;
  ${paths.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  server {
    listen ${address}:${port} ssl${http2 ? ' http2' : ''};
    ${[...pairs, ...directives].join('\n    ')}
    location / { return 200 "ok"; }
  }
}
`
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as net.AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Waits for the port to accept, or for the program to end before it does. */
async function accepting(address: string, port: number, child: ChildProcess): Promise<void> {
  let said = ''
  child.stderr?.on('data', (chunk) => {
    said += chunk
  })
  for (;;) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}: ${said}`)
    const open = await new Promise<boolean>((resolve) => {
      const socket = net.connect(port, address)
      socket.on('connect', () => {
        socket.destroy()
        resolve(true)
      })
      socket.on('error', () => resolve(false))
    })
    if (open) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
