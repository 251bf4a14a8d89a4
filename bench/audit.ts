/**
 * What auditing a host costs: wall time, round trips, connections per address, CPU. nginx with an RSA and an EC
 * certificate stands on loopback behind a proxy with a round-trip time; server and proxy are other processes.
 * Run: `npm run bench:audit`.
 */
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeCertificate } from '../src/demo/index.js'
import type { TargetFacts } from '../src/facts/index.js'
import { gather } from '../src/probes/index.js'
import { delayProxy } from './delay-proxy.js'

const NGINX_PORT = 24_990
const HOSTS = 200

async function startNginx(folder: string): Promise<ChildProcess> {
  const root = makeCertificate({ subject: 'Bench Root', ca: true })
  const issuer = makeCertificate({ subject: 'Bench CA', issuer: root, ca: true })
  for (const [file, key] of [
    ['rsa', 'rsa-2048'],
    ['ec', 'ec-p256'],
  ] as const) {
    const leaf = makeCertificate({ names: ['bench.test'], issuer, key })
    await writeFile(join(folder, `${file}.pem`), leaf.pem + issuer.pem)
    await writeFile(join(folder, `${file}.key`), leaf.keyPem)
  }
  await writeFile(join(folder, 'nginx.conf'), nginxConfig(folder))
  const nginx = spawn('/usr/sbin/nginx', ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'])
  await new Promise((resolve) => setTimeout(resolve, 500))
  return nginx
}

function nginxConfig(folder: string): string {
  return `daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log stderr crit;
events { worker_connections 4096; }
http { access_log off; server { listen 127.0.0.1:${NGINX_PORT} ssl; ssl_protocols TLSv1.2 TLSv1.3;
  ssl_certificate ${folder}/rsa.pem; ssl_certificate_key ${folder}/rsa.key;
  ssl_certificate ${folder}/ec.pem; ssl_certificate_key ${folder}/ec.key; } }
`
}

/** Targets of different names that all lead to `port`. */
async function audit(
  count: number,
  port: number,
): Promise<{ facts: TargetFacts[]; wallMs: number; cpuMs: number }> {
  const hosts = Array.from({ length: count }, (_, index) => `host${index}.bench.test`)
  const specs = hosts.map((host) => ({ host, port, scheme: 'https' as const, entries: [] }))
  const resolve = hosts.map((host) => ({ host, port, addresses: ['127.0.0.1'] }))
  const cpu = process.cpuUsage()
  const started = performance.now()
  const facts = await gather(specs, { resolve })
  const used = process.cpuUsage(cpu)
  return { facts, wallMs: performance.now() - started, cpuMs: (used.user + used.system) / 1000 }
}

function startProxy(roundTripMs: number): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(fileURLToPath(import.meta.url), ['proxy', String(roundTripMs)])
  return new Promise((resolve) => child.once('message', (port) => resolve({ child, port: Number(port) })))
}

async function main(roundTripMs: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hefa-bench-'))
  const nginx = await startNginx(folder)
  const proxy = await startProxy(roundTripMs)
  try {
    await audit(1, NGINX_PORT)
    const one = await audit(1, proxy.port)
    const endpoint = one.facts[0]?.endpoints[0]
    console.log(`one host behind ${roundTripMs} ms: ${one.wallMs.toFixed(0)} ms wall,`)
    console.log(
      `  ${(one.wallMs / roundTripMs).toFixed(2)} round trips, ${endpoint?.connections} connections,`,
    )
    console.log(
      `  ${Object.values(endpoint?.handshakes ?? {}).filter((h) => h.kind === 'accepted').length} accepted`,
    )
    const many = await audit(HOSTS, NGINX_PORT)
    console.log(`${HOSTS} hosts without delay: ${many.wallMs.toFixed(0)} ms wall,`)
    console.log(`  ${(many.cpuMs / HOSTS).toFixed(2)} ms CPU a host`)
  } finally {
    nginx.kill()
    proxy.child.kill()
    await rm(folder, { recursive: true, force: true })
  }
}

if (process.argv[2] === 'proxy') {
  const proxy = await delayProxy(NGINX_PORT, Number(process.argv[3]))
  process.send?.(proxy.port)
} else await main(Number(process.argv[2] ?? 50))
