/** Threads that end in the middle of their work: nothing is lost, nothing passes unseen, and the run ends. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeCertificate, type RunningServer, startServer } from '../../src/demo/index.js'
import type { Target } from '../../src/types.js'
import { folder, hefaProcess } from './hefa.js'

const ENDING = pathToFileURL(join(import.meta.dirname, '../helpers/ending.mjs')).href
/** The first two hundred names are looked at without threads. */
const NAMES = 240

let server: RunningServer
let common: string[]
beforeAll(async () => {
  const root = makeCertificate({ subject: 'Lost Root', ca: true })
  const issuer = makeCertificate({ subject: 'Lost CA', issuer: root, ca: true })
  const leaf = makeCertificate({ names: ['*.lost.example'], issuer })
  server = await startServer({ kind: 'tls', leaf, others: [issuer] })
  const place = await folder({ 'root.pem': root.pem })
  common = [
    '--ca',
    join(place, 'root.pem'),
    '--resolve',
    `*:${server.port}:127.0.0.1`,
    '--quiet',
    '--jobs',
    '2',
  ]
})
afterAll(() => server.close())

const names = () => Array.from({ length: NAMES }, (_, index) => `n${index}.lost.example:${server.port}`)

const isLost = ({ results }: Target): boolean =>
  results.some(
    ({ status, level, message = '' }) =>
      status === 'unknown' && level === 'error' && message.includes('the thread that looked ended before'),
  )

function expectAll(targets: readonly Target[]): void {
  expect(targets.map(({ host, port }) => `${host}:${port}`).sort()).toEqual(names().sort())
  const [lost, seen] = [targets.filter(isLost), targets.filter((target) => !isLost(target))]
  expect(lost.length).toBeGreaterThan(0)
  expect(seen.length).toBeGreaterThan(0)
  for (const { verdicts } of lost) expect(new Set(Object.values(verdicts))).toEqual(new Set(['unknown']))
  for (const { verdicts } of seen) expect(Object.values(verdicts)).not.toContain('unknown')
}

/** @param at of some twelve connections a host */
const surroundings = (ends: string, at: number) => ({
  env: {
    HEFA_ENDS: ends,
    HEFA_ENDS_AT: String(at),
    NODE_OPTIONS: `--import=${ENDING}${ends === 'memory' ? ' --max-old-space-size=120' : ''}`,
  },
})

test.each(['exit'])('names that come one by one: %s', async (ends) => {
  const ran = await hefaProcess(['audit', '-', '--format', 'ndjson', ...common], {
    ...surroundings(ends, 150),
    input: names().join('\n'),
  })
  expect(ran.status, ran.stderr).toBe(3)
  const lines = ran.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines.at(-1)).toMatchObject({ type: 'summary', verdict: 'unknown', exitCode: 3 })
  expectAll(lines.slice(0, -1))
})

test.each(['throw', 'memory'])('a whole config: %s', async (ends) => {
  const place = await folder({
    'hefa.config.json': JSON.stringify({
      domains: { request: names().map((name) => `https://${name}`) },
      limits: { domainsPerApi: 1000, domainsPerApp: 1000 },
    }),
  })
  const ran = await hefaProcess(['check', '--format', 'json', ...common], {
    ...surroundings(ends, 150),
    cwd: place,
  })
  expect(ran.status, ran.stderr).toBe(3)
  const { targets, exitCode } = JSON.parse(ran.stdout)
  expect(exitCode).toBe(3)
  expectAll(targets)
})
