/** Other programs that look at TLS servers, as far as they are installed. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const round = (value: number, digits = 0) => value.toFixed(digits)

async function timed(task: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await task().catch(() => {})
  return performance.now() - started
}

interface Peer {
  name: string
  /** Hosts really scanned; the figure is scaled to all. */
  hosts: number
  atOnce: number
  command: [string, ...string[]]
}

export const PEERS = (port: number): Peer[] => [
  {
    name: 'ssl-checker (npm), its command, eight at a time',
    hosts: 80,
    atOnce: 8,
    command: ['node', 'node_modules/.bin/ssl-checker', '127.0.0.1', '--port', String(port), '--json'],
  },
  {
    name: 'sslscan, eight at a time',
    hosts: 16,
    atOnce: 8,
    command: ['sslscan', '--no-colour', `127.0.0.1:${port}`],
  },
  {
    name: 'sslscan, one after the other',
    hosts: 2,
    atOnce: 1,
    command: ['sslscan', '--no-colour', `127.0.0.1:${port}`],
  },
  {
    name: 'nmap ssl-enum-ciphers,ssl-cert',
    hosts: 4,
    atOnce: 1,
    command: ['nmap', '-Pn', '-p', String(port), '--script', 'ssl-enum-ciphers,ssl-cert', '127.0.0.1'],
  },
  {
    name: 'testssl.sh -p -S',
    hosts: 1,
    atOnce: 1,
    command: [
      'testssl',
      '--quiet',
      '--color',
      '0',
      '--ip',
      'one',
      '--warnings',
      'off',
      '-p',
      '-S',
      `127.0.0.1:${port}`,
    ],
  },
]

export const installed = (program: string) =>
  (process.env.PATH ?? '').split(':').some((place) => existsSync(join(place, program)))

/** A row of the table. @param all hosts the time is scaled to @param ours milliseconds of hefa for them */
export async function peer(
  { name, hosts, atOnce, command: [program, ...args] }: Peer,
  { all, ours }: { all: number; ours: number },
): Promise<string> {
  if (!installed(program)) return `| ${name} | not installed | | |`
  let left = hosts
  const worker = async (): Promise<void> => {
    while (left-- > 0) await run(program, args, { timeout: 600_000, maxBuffer: 1 << 26 }).catch(() => {})
  }
  const wall = await timed(() => Promise.all(Array.from({ length: atOnce }, worker)))
  const scaled = (wall / hosts) * all
  const how = hosts === all ? 'measured' : `${hosts} hosts measured, scaled`
  return `| ${name} | ${round(scaled / 1000, 1)} s | ${round(scaled / ours)} × | ${how} |`
}
