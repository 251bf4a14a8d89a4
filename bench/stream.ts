/**
 * What a long list costs: names from standard input, all at one server of this machine, through the whole program.
 * Memory must stay flat and time grow with the list. With `hostile` every second name leads to one of the hostile servers
 * (test/helpers/hostile.ts), in turn.
 * Run: `npm run bench:stream -- [NAMES] [hostile] [write]`; `write` puts the figures into bench/HOSTILE.md.
 */
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeCertificate, startServer } from '../src/demo/index.js'
import { startHostiles } from '../test/helpers/hostile.js'

const [, , first = '10000', second] = process.argv
const isHostile = process.argv.includes('hostile')
const isWritten = process.argv.includes('write')

/** The server is another process, as servers are. */
async function serve(): Promise<void> {
  const root = makeCertificate({ subject: 'Bench Root', ca: true })
  const leaf = makeCertificate({ names: ['*.shop.example'], issuer: root })
  await writeFile(second ?? '', root.pem)
  const { port } = await startServer({ kind: 'tls', leaf, others: [] })
  const { servers } = isHostile ? await startHostiles() : { servers: [] }
  process.send?.([port, ...servers.map((one) => one.port)])
}

interface Cost {
  lines: number
  seconds: number
  peakMb: number
}

async function measure(count: number, ports: readonly number[], ca: string): Promise<Cost> {
  const bin = join(process.cwd(), 'bin/hefa.js')
  const resolve = ports.flatMap((port) => ['--resolve', `*:${port}:127.0.0.1`])
  const flags = [...resolve, '--ca', ca, '--no-fetch', '--quiet', ...(isHostile ? ['--timeout', '1'] : [])]
  const started = performance.now()
  const child = spawn(process.execPath, [bin, 'audit', '-', '--format', 'ndjson', ...flags], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let lines = 0
  child.stdout.on('data', (part: Buffer) => {
    for (const octet of part) if (octet === 0x0a) lines += 1
  })
  const names = Array.from(
    { length: count },
    (_, index) => `n${index}.shop.example:${portOf(index, ports)}\n`,
  )
  child.stdin.end(names.join(''))
  const peak = watchMemory(child)
  await once(child, 'close')
  return { lines, seconds: (performance.now() - started) / 1000, peakMb: peak() }
}

/** The good server's, or every second time one of the others'. */
function portOf(index: number, [good = 0, ...bad]: readonly number[]): number {
  return index % 2 === 0 ? good : (bad[((index - 1) / 2) % bad.length] ?? good)
}

/** The kernel's own high-water mark, read while the process lives. */
function watchMemory(child: ChildProcess): () => number {
  let peakKb = 0
  const timer = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
    peakKb = Math.max(peakKb, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0))
  }, 200)
  child.once('close', () => clearInterval(timer))
  return () => Math.round(peakKb / 1024)
}

async function main(most: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hefa-stream-'))
  const ca = join(folder, 'root.pem')
  const mode = isHostile ? ['hostile'] : []
  const server = fork(fileURLToPath(import.meta.url), ['serve', ca, ...mode])
  try {
    const [ports] = await once(server, 'message')
    const rows: string[] = []
    for (const count of [most / 10, most].map(Math.ceil)) {
      const { lines, seconds, peakMb } = await measure(count, ports as number[], ca)
      const each = ((seconds / count) * 1000).toFixed(1)
      console.log(
        `${count} names: ${lines} lines, ${seconds.toFixed(1)} s (${each} ms a name), peak ${peakMb} MB`,
      )
      rows.push(`| ${count} | ${lines} | ${seconds.toFixed(0)} | ${peakMb} |`)
    }
    if (isWritten) await writeFile('bench/HOSTILE.md', page(rows))
  } finally {
    server.kill()
    await rm(folder, { recursive: true, force: true })
  }
}

const page = (rows: readonly string[]): string => `# Long lists of hostile servers

Names from standard input, every second of them at a server that does what nobody should (\`test/helpers/hostile.ts\`).
Made by \`npm run bench:stream -- ${most()} hostile write\`: Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}.
A line is one server's report, and the last one the whole run's.

| names | lines | seconds | peak memory, MB |
| --: | --: | --: | --: |
${rows.join('\n')}
`

function most(): number {
  return Number(first)
}

if (first === 'serve') await serve()
else await main(most())
