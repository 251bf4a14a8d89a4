/** `hefa check` over every hostile server at once, in a process of its own, with every format it has. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { FORMATS, type FormatName } from '../../src/report/index.js'
import type { Report } from '../../src/types.js'
import { folder, hefaProcess as hefa } from '../cli/hefa.js'
import type { Hostiles } from '../helpers/hostile.js'

/** Far beyond every deadline: a run that is still going by then does not end by itself. */
const KILL_MS = 90_000
/**
 * Writes the process's peak of memory, in KiB, where the test finds it. Linux counts in `maxRSS` what the parent held
 * when it forked, and the parent here is the test runner: the peak of this program alone is in `/proc`.
 */
const PEAK = `import { readFileSync, writeFileSync } from 'node:fs'
process.on('exit', () => {
  const linux = process.platform === 'linux'
  const own = linux ? /VmHWM:\\s*(\\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))[1] : process.resourceUsage().maxRSS
  writeFileSync(process.env.HEFA_TEST_PEAK, String(own))
})
`

export interface HostileRun {
  status: number | null
  killed: boolean
  stdout: string
  stderr: string
  peakMiB: number
  report: Report
  /** The bytes of each format. */
  written: Map<FormatName, Buffer>
}

export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[]

/** @param formats each into a file of its own */
export async function checkAll(
  { servers, ca }: Pick<Hostiles, 'servers' | 'ca'>,
  flags: readonly string[],
  formats: readonly FormatName[],
): Promise<HostileRun> {
  const urls = (wanted: string) =>
    servers
      .filter(({ kind }) => kind.scheme === wanted)
      .map(({ host, port }) => `${wanted}://${host}:${port}`)
  const config = {
    domains: { request: urls('https'), connectSocket: urls('wss') },
    limits: { domainsPerApi: 1000 },
    paths: Object.fromEntries(servers.map(({ host }) => [host, ['/api']])),
    icp: { 'hostile.example': '京ICP备2024000001号-1' },
  }
  const place = await folder({ 'ca.pem': ca, 'hefa.config.json': JSON.stringify(config), 'peak.mjs': PEAK })
  const peak = join(place, 'peak')
  const outputs = formats.flatMap((name) => ['--format', name, '--output', join(place, name)])
  let killed = false
  let timer: NodeJS.Timeout | undefined
  const ran = await hefa(
    [
      ...['check', 'hefa.config.json', '--ca', 'ca.pem', ...flags, ...outputs],
      ...servers.flatMap(({ host, port }) => ['--resolve', `${host}:${port}:127.0.0.1`]),
    ],
    {
      cwd: place,
      env: { NODE_OPTIONS: `--import=${pathToFileURL(join(place, 'peak.mjs'))}`, HEFA_TEST_PEAK: peak },
      started: (child) => {
        timer = setTimeout(() => {
          killed = true
          child.kill('SIGKILL')
        }, KILL_MS)
      },
    },
  )
  clearTimeout(timer)
  const written = new Map(killed ? [] : formats.map((name) => [name, readFileSync(join(place, name))]))
  const report = JSON.parse(String(written.get('json') ?? '{}')) as Report
  const peakMiB = killed ? Infinity : Number(readFileSync(peak, 'utf8')) / 1024
  return { ...ran, killed, peakMiB, report, written }
}
