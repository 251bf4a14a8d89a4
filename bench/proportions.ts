/**
 * How much each format prints for ten good hosts, and of a config with faults: lines and bytes, here and in another build.
 * `npm run bench:proportions -- OTHER/bin/hefa.js 'its name'` writes docs/proportions.md.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { makeAuthority, startServer } from '../src/demo/index.js'

const FORMATS = [
  'pretty',
  'markdown',
  'html',
  'json',
  'ndjson',
  'sarif',
  'junit',
  'github',
  'gitlab',
  'csv',
  'openmetrics',
]
const [before = '', name = before] = process.argv.slice(2)
if (before === '') throw new Error('usage: bench:proportions -- OTHER/bin/hefa.js [NAME]')

const now = new Date()
const { root, intermediate, issue } = makeAuthority({ name: 'Proportions', now })
const hosts = Array.from({ length: 10 }, (_, at) => `h${at}.shop.example`)
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
const leaves = {
  good: issue({ names: hosts }),
  long: issue({ names: hosts, notAfter: later(800) }),
  other: issue({ names: ['www.shop.example'] }),
}
const [good, long, other] = await Promise.all(
  Object.values(leaves).map((leaf) => startServer({ kind: 'tls', leaf, others: [intermediate] })),
)
const place = mkdtempSync(join(tmpdir(), 'hefa-proportions-'))
writeFileSync(join(place, 'root.pem'), root.pem)

interface Case {
  config: string
  flags: string[]
}

function caseOf(file: string, serverOf: (at: number) => typeof good, more: readonly string[]): Case {
  const ports = hosts.map((_, at) => serverOf(at)?.port ?? 0)
  const request = [...hosts.map((host, at) => `https://${host}:${ports[at]}`), ...more]
  const config = join(place, file)
  const icp = { 'shop.example': '京ICP备2024000001号-1' }
  writeFileSync(config, JSON.stringify({ platforms: ['wechat'], domains: { request }, icp }))
  const addresses = hosts.flatMap((host, at) => ['--resolve', `${host}:${ports[at]}:127.0.0.1`])
  return { config, flags: [...addresses, '--ca', join(place, 'root.pem'), '--no-progress', '-q'] }
}

const cases = [
  caseOf('good.json', () => good, []),
  caseOf('bad.json', (at) => (at === 0 ? long : at === 1 ? other : good), [
    'http://a.shop.example',
    'https://b.shop.example/path',
    'https://10.0.0.1',
  ]),
]

function said(bin: string, { config, flags }: Case, format: string): Promise<string> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [bin, 'check', config, ...flags, '--format', format],
      { cwd: place, maxBuffer: 64 << 20, env: { PATH: process.env.PATH, LANG: 'C' } },
      (_, stdout) => {
        const count = (n: number) => n.toLocaleString('en')
        done(`${count(stdout.split('\n').length - 1)} / ${count(Buffer.byteLength(stdout))}`)
      },
    )
  })
}

const rows: string[] = []
for (const format of FORMATS) {
  const cells: string[] = []
  for (const one of cases)
    for (const bin of [before, 'bin/hefa.js']) cells.push(await said(resolve(bin), one, format))
  rows.push(`| ${format} | ${cells.join(' | ')} |`)
}
writeFileSync(
  'docs/proportions.md',
  `# How much each format prints

Lines / bytes of \`hefa check\`, one run each, on WeChat (three platforms), made by \`bench/proportions.ts\` on
${now.toISOString().slice(0, 10)}. *Good*: ten hosts without a fault except their ports. *Bad*: ten hosts, one with a certificate valid for 800 days
and one with a certificate for another name, and three entries that aren't domains (\`http://\`, a path, an address). *Before* is ${name}.

| format | good, before | good, after | bad, before | bad, after |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`,
)
await Promise.all([good, long, other].map((server) => server?.close()))
rmSync(place, { recursive: true, force: true })
