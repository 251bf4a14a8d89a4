/** A real Prometheus asks `hefa serve`, with the configuration and the alerts of the example. */
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tool } from '../helpers/tools.js'
import { folder } from './hefa.js'
import { type Serving, startServing } from './serving.js'

const EXAMPLE = join(import.meta.dirname, '../../examples/prometheus')
const PROMETHEUS = tool('prometheus')
const PROMTOOL = tool('promtool')

let serving: Serving
beforeAll(async () => {
  serving = await startServing()
})
afterAll(() => serving.close())

test.skipIf(!PROMTOOL)('promtool accepts the example, and the alerts fire when they should', async () => {
  const checked = spawnSync(PROMTOOL ?? '', ['check', 'config', 'prometheus.yml'], {
    cwd: EXAMPLE,
    encoding: 'utf8',
  })
  expect(checked.stderr + checked.stdout).toContain('SUCCESS: 3 rules found')
  const cwd = await folder()
  cpSync(join(EXAMPLE, 'alerts.yml'), join(cwd, 'alerts.yml'))
  writeFileSync(
    join(cwd, 'test.yml'),
    `rule_files: [alerts.yml]
evaluation_interval: 1m
tests:
  - interval: 1m
    input_series:
      - series: 'probe_success{job="hefa",instance="a"}'
        values: '0x30'
      - series: 'probe_success{job="hefa",instance="b"}'
        values: '1x30'
      - series: 'probe_ssl_earliest_cert_expiry{job="hefa",instance="b"}'
        values: '2000000x120'
    alert_rule_test:
      - eval_time: 10m
        alertname: MiniProgramServerUnfit
      - eval_time: 20m
        alertname: MiniProgramServerUnfit
        exp_alerts:
          - exp_labels: { job: hefa, instance: a, severity: page }
            exp_annotations:
              summary: "a does not work, or could not be checked, on every phone"
      - eval_time: 90m
        alertname: CertificateEndsSoon
`,
  )
  const ran = spawnSync(PROMTOOL ?? '', ['test', 'rules', 'test.yml'], { cwd, encoding: 'utf8' })
  expect(ran.stderr + ran.stdout).toContain('SUCCESS')
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  await new Promise((done) => server.close(done))
  return port
}

test.skipIf(!PROMETHEUS)('Prometheus scrapes good and bad servers', { timeout: 60_000 }, async () => {
  const urlOf = (id: string) => {
    const found = serving.demo.targets.find(({ host }) => host.startsWith(`${id}.`))
    return `https://${found?.host}:${found?.port}`
  }
  const [good, bad] = [urlOf('api'), urlOf('no-intermediate')]
  const config = readFileSync(join(EXAMPLE, 'prometheus.yml'), 'utf8')
    .replace(/scrape_interval: .*/, 'scrape_interval: 5s')
    .replace(/scrape_timeout: .*/, 'scrape_timeout: 5s')
    .replace('https://api.example.com', good)
    .replace('wss://ws.example.com', bad)
    .replaceAll('127.0.0.1:9876', new URL(serving.url).host)
  const cwd = await folder({ 'prometheus.yml': config })
  cpSync(join(EXAMPLE, 'alerts.yml'), join(cwd, 'alerts.yml'))
  const port = await freePort()
  const child = spawn(
    PROMETHEUS ?? '',
    [
      '--config.file=prometheus.yml',
      `--storage.tsdb.path=${join(cwd, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
    ],
    { cwd, stdio: 'ignore' },
  )
  try {
    const query = async (text: string): Promise<Record<string, string>> => {
      const answer = await fetch(
        `http://127.0.0.1:${port}/api/v1/query?query=${encodeURIComponent(text)}`,
      ).catch(() => null)
      if (!answer?.ok) return {}
      const { data } = (await answer.json()) as {
        data: { result: { metric: { instance: string }; value: [number, string] }[] }
      }
      return Object.fromEntries(data.result.map(({ metric, value }) => [metric.instance, value[1]]))
    }
    /** Until it is there: how long that takes is the machine's. */
    const until = async (text: string, isThere: (seen: Record<string, string>) => boolean) => {
      for (;;) {
        const seen = await query(text)
        if (isThere(seen)) return seen
        await sleep(200)
      }
    }
    const seen = await until('probe_success{job="hefa"}', (all) => all[good] === '1' && bad in all)
    expect(seen).toEqual({ [good]: '1', [bad]: '0' })
    await until('up{job="hefa-itself"}', (all) => Object.values(all).includes('1'))
    expect(Object.keys(await query('probe_ssl_earliest_cert_expiry'))).toContain(good)
  } finally {
    const gone = new Promise((done) => child.once('exit', done))
    child.kill('SIGKILL')
    await gone
  }
})
