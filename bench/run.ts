/**
 * Everything `npm run bench` measures; writes bench/RESULTS.md. Each comparison is a ratio within one run, since
 * machines are noisy. Needs nginx; sslscan, testssl.sh and nmap are measured where they are installed.
 */
import { execFile, spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { installed, PEERS, peer } from './peers.js'
import { scanRows } from './scan.js'
import { openWorld, type World } from './world.js'

const run = promisify(execFile)
const ROOT = process.cwd()
const ROUND_TRIP_MS = 50
const HOSTS = 80
/** `names=500` tries the long sections in short. */
const MANY = Number(/^names=(\d+)$/m.exec(process.argv.join('\n'))?.[1] ?? 10_000)
const ROUNDS = 5
/** Files as most projects have them, then large ones, very many, and a game that brings its engine. */
const SCANS = [
  [200, 0.5, 1],
  [2000, 0.5, 1],
  [2000, 0.5, 2],
  [2000, 1, 1],
  [10_000, 0.5, 1],
  [10_000, 0.5, 2],
  [91, 'engine', 1],
  [91, 'engine', 2],
] as const

interface Cost {
  wallMs: number
  cpuMs: number
  rssMb: number
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
const hostName = (index: number) => `h${index}.shop.example`
const round = (value: number, digits = 0) => value.toFixed(digits)

/** One whole process of hefa. */
function hefa(world: World, args: string[], input = ''): Promise<Cost> {
  const file = join(world.folder, 'cost.json')
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, 'bench/measure.mjs'), file, ...args], {
      stdio: ['pipe', 'ignore', 'inherit'],
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 2) return reject(new Error(`hefa could not run: ${args.join(' ')}`))
      const wallMs = performance.now() - started
      resolve({ wallMs, ...JSON.parse(readFileSync(file, 'utf8')) })
    })
    child.stdin.end(input)
  })
}

function configFor(world: World, hosts: number): string[] {
  const names = Array.from({ length: hosts }, (_, index) => hostName(index))
  const lists = ['request', 'connectSocket', 'uploadFile', 'downloadFile']
  const share = Math.ceil(hosts / lists.length)
  const domains = Object.fromEntries(
    lists.map((api, index) => [
      api,
      names
        .slice(index * share, (index + 1) * share)
        .map((name) => `${api === 'connectSocket' ? 'wss' : 'https'}://${name}:${world.proxyPort}`),
    ]),
  )
  const file = join(world.folder, `config-${hosts}.json`)
  writeFileSync(file, JSON.stringify({ domains }))
  return [
    ...['check', file, '--format', 'json', '--ca', world.ca, '--quiet'],
    ...['--resolve', `*:${world.proxyPort}:127.0.0.1`],
  ]
}

async function fleet(
  world: World,
  hosts: number,
): Promise<Cost & { connections: number; kilobytes: number }> {
  const args = configFor(world, hosts)
  await hefa(world, args)
  await world.counted()
  const costs: Cost[] = []
  for (let index = 0; index < ROUNDS; index++) costs.push(await hefa(world, args))
  const { connections, bytes } = await world.counted()
  return {
    wallMs: median(costs.map(({ wallMs }) => wallMs)),
    cpuMs: median(costs.map(({ cpuMs }) => cpuMs)),
    rssMb: median(costs.map(({ rssMb }) => rssMb)),
    connections: connections / ROUNDS / hosts,
    kilobytes: bytes / 1024 / ROUNDS / hosts,
  }
}

/** One handshake a host, all hosts at once; whole processes, one of ours after each of theirs. */
async function sslChecker(world: World): Promise<string> {
  const script = join(ROOT, 'bench/ssl-checker.mjs')
  const ours = configFor(world, HOSTS)
  const walls: { theirs: number; ours: number }[] = []
  for (let index = 0; index <= ROUNDS; index++) {
    const started = performance.now()
    // A check that failed isn't a measure: it ends the benchmark.
    await run(process.execPath, [script, String(world.proxyPort), String(HOSTS)])
    const theirs = performance.now() - started
    const { wallMs } = await hefa(world, ours)
    if (index > 0) walls.push({ theirs, ours: wallMs })
  }
  const theirs = median(walls.map((one) => one.theirs))
  const ratio = median(walls.map((one) => one.theirs / one.ours))
  const cells = [
    'ssl-checker (npm), its library, all at once',
    `${round(theirs / 1000, 2)} s`,
    `${round(ratio, 2)} ×`,
  ]
  const demanded = against(Math.round(10 / ratio) / 10, OF_SSL_CHECKER)
  return `| ${cells.join(' | ')} | measured; one handshake and one request a host; hefa takes ${round(1 / ratio, 1)} times as long${demanded} |`
}

/** Names on standard input, one target a line on standard output, no delay. */
async function stream(world: World, names: number, jobs = 1): Promise<Cost> {
  const input = Array.from({ length: names }, (_, index) => `${hostName(index)}:${world.nginxPort}`).join(
    '\n',
  )
  return hefa(
    world,
    [
      ...['audit', '-', '--format', 'ndjson', '--quiet', '--ca', world.ca, '--jobs', String(jobs)],
      ...['--resolve', `*:${world.nginxPort}:127.0.0.1`],
    ],
    `${input}\n`,
  )
}

/** Milliseconds of one Node process. */
async function wallOf(args: string[]): Promise<number> {
  const started = performance.now()
  await run(process.execPath, args)
  return performance.now() - started
}

async function rounds<T>(task: () => Promise<T>): Promise<T[]> {
  const found: T[] = []
  for (let index = 0; index < ROUNDS; index++) found.push(await task())
  return found
}

async function startup(): Promise<string[]> {
  const { stdout } = await run(process.execPath, [join(ROOT, 'bench/startup.mjs')]).catch((error) => error)
  return String(stdout).trim().split('\n')
}

async function versions(): Promise<string> {
  const first = async (program: string, args: string[]) => {
    const { stdout, stderr } = await run(program, args).catch((error) => error)
    const said = String(stdout || stderr || '').split('\n')[0] ?? ''
    return said
      .replace(/\x1b\[[0-9;]*m/g, '')
      .replace(/\s+/g, ' ')
      .trim()
  }
  const nginx = await first('/usr/sbin/nginx', ['-v'])
  const peers = installed('sslscan') ? `, sslscan ${await first('sslscan', ['--version'])}` : ''
  return `Node ${process.version}, ${nginx}${peers}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}`
}

/** The requirements: relative to an empty Node process, relative to one handshake per host, and for CPU time. */
const [FLOOR_MS, OF_NODE, OF_SSL_CHECKER, CPU_MS] = [150, 3, 2, 8]

function against(value: number, most: number | undefined): string {
  if (most === undefined) return ''
  return ` (demanded ${most}: ${value <= most ? 'reached' : 'missed'})`
}

/**
 * Other load on the machine falsifies times; the ratios of one run suffer less. A section may have been measured on another
 * day and machine than the page.
 */
const load = () =>
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}. Load of the machine before this section: ${round(loadavg()[0] ?? 0, 1)}.`

/** Sections in the order of the page; `npm run bench -- fleet stream` runs some, and writes them with `--write`. */
const SECTIONS = {
  fleet: async (world: World, page: Page) => {
    page.say(`## A whole config behind ${ROUND_TRIP_MS} ms`, '', load())
    page.say(
      'Server and proxy work on the same processors, and all hosts show the same two certificates.',
      '',
    )
    const node = median(await rounds(() => wallOf(['-e', '0'])))
    const one = await fleet(world, 1)
    const all = await fleet(world, HOSTS)
    page.ours = all.wallMs
    page.say('| hosts | wall | CPU | memory | connections per host | kB per host |')
    page.say('| --: | --: | --: | --: | --: | --: |')
    for (const [hosts, cost] of [
      [1, one],
      [HOSTS, all],
    ] as const) {
      const most = hosts === 1 ? Math.round(FLOOR_MS + OF_NODE * node) : undefined
      const cells = [
        hosts,
        `${round(cost.wallMs)} ms${against(cost.wallMs, most)}`,
        `${round(cost.cpuMs)} ms`,
        `${round(cost.rssMb)} MB`,
        round(cost.connections, 1),
        round(cost.kilobytes, 1),
      ]
      page.say(`| ${cells.join(' | ')} |`)
    }
    const perHost = (all.cpuMs - one.cpuMs) / (HOSTS - 1)
    page.say('', `\`node -e 0\` took ${round(node)} ms in the same run; one host is demanded within`)
    page.say(
      `${FLOOR_MS} ms and ${OF_NODE} times that. CPU of a host beyond starting up: ${round(perHost, 1)} ms`,
    )
    page.say(`${against(perHost, CPU_MS).trim()}.`)
  },
  peers: async (world: World, page: Page) => {
    page.say(`## The same ${HOSTS} hosts by others`, '', load(), '')
    page.say('| program | time | against hefa | |', '| --- | --: | --: | --- |')
    page.say(await sslChecker(world))
    if (page.ours === 0) page.ours = (await fleet(world, HOSTS)).wallMs
    for (const one of PEERS(world.proxyPort)) page.say(await peer(one, { all: HOSTS, ours: page.ours }))
  },
  stream: async (world: World, page: Page) => {
    page.say('## Many hosts, streamed, no delay', '', load(), '')
    page.say('| hosts | wall | ms per host | memory |', '| --: | --: | --: | --: |')
    for (const names of [1, 10, 100, 1000, MANY].filter((one) => one <= MANY)) {
      const { wallMs, rssMb } = await stream(world, names)
      page.say(`| ${names} | ${round(wallMs)} ms | ${round(wallMs / names, 1)} | ${round(rssMb)} MB |`)
    }
  },
  threads: async (world: World, page: Page) => {
    page.say(`## ${MANY} names, by threads`, '', load())
    page.say('The server works on the same processors: with two of them a second thread takes its place.', '')
    page.say('| threads | wall | CPU per host | memory |', '| --: | --: | --: | --: |')
    for (const jobs of [1, 2]) {
      const { wallMs, cpuMs, rssMb } = await stream(world, MANY, jobs)
      page.say(`| ${jobs} | ${round(wallMs)} ms | ${round(cpuMs / MANY, 1)} ms | ${round(rssMb)} MB |`)
    }
  },
  scan: async (world: World, page: Page) => {
    page.say('## Reading a project', '')
    page.say(
      '| source files | size | threads | wall | CPU | CPU per file | peak memory |',
      '| --: | --: | --: | --: | --: | --: | --: |',
    )
    page.say(...(await scanRows(world.folder, SCANS, (args) => hefa(world, args))))
  },
  startup: async (_: World, page: Page) => {
    page.say('## Start-up', '', '```', ...(await startup()), '```')
  },
}

interface Page {
  /** Wall time of the whole config, for ratios. */
  ours: number
  say(...lines: string[]): void
}

/** The page with these sections in the place of those of the same heading. */
function withSections(page: string, sections: string): string {
  const [head = '', ...old] = page.split(/^(?=## )/m)
  const made = sections.split(/^(?=## )/m).filter((part) => part.startsWith('## '))
  const title = (part: string) => part.split('\n')[0]
  const ended = (part: string) => `${part.trimEnd()}\n`
  const kept = old.map((part) => made.find((one) => title(one) === title(part)) ?? part)
  const added = made.filter((one) => !old.some((part) => title(part) === title(one)))
  return [head, ...kept, ...added].map(ended).join('\n')
}

async function main(args: string[]): Promise<void> {
  const wanted = args.filter((arg) => arg in SECTIONS)
  const other = args.find((arg) => !(arg in SECTIONS || arg === '--write' || /^names=\d+$/.test(arg)))
  if (other !== undefined) throw new Error(`no section: ${other}`)
  const world = await openWorld(['*.shop.example'], ROUND_TRIP_MS)
  const lines: string[] = []
  const page: Page = {
    ours: 0,
    say: (...more) => {
      console.log(more.join('\n'))
      lines.push(...more)
    },
  }
  try {
    page.say('# Benchmarks', '', `${new Date().toISOString().slice(0, 10)}. ${await versions()}.`)
    page.say(
      `nginx with an RSA and an EC certificate on loopback; a proxy adds ${ROUND_TRIP_MS} ms per round trip where`,
    )
    page.say('said. Medians of five whole processes, start-up included. Made by `npm run bench`.')
    for (const [name, section] of Object.entries(SECTIONS)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue
      page.say('')
      await section(world, page)
    }
  } finally {
    await world.close()
  }
  const results = join(ROOT, 'bench/RESULTS.md')
  if (args.length === 0)
    lines.push('', 'Parsers of JavaScript and TypeScript compared: [PARSERS.md](PARSERS.md).')
  const text = `${lines.join('\n')}\n`
  // That of bench:fleet stands at the end.
  const [fleet = ''] = /\n## A fleet\n[\s\S]*$/.exec(readFileSync(results, 'utf8')) ?? []
  if (args.length === 0) writeFileSync(results, text + fleet)
  else if (args.includes('--write')) writeFileSync(results, withSections(readFileSync(results, 'utf8'), text))
}

await main(process.argv.slice(2))
