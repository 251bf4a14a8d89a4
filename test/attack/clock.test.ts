/** Machines whose clock is far off, and instants far off: a verdict all the same, and no good one by mistake. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeCertificate, startServer } from '../../src/demo/index.js'
import { folder, hefaProcess as hefa } from '../cli/hefa.js'

/** Loaded before the program: its clock stands elsewhere and runs on from there. */
const CLOCK = `const { now } = Date
const shift = Date.parse(process.env.CLOCK) - now()
globalThis.Date = class extends Date {
  constructor(...given) { given.length > 0 ? super(...given) : super(now() + shift) }
  static now() { return now() + shift }
}`

let place: string
let port: number
beforeAll(async () => {
  const root = makeCertificate({ subject: 'Root', ca: true })
  const leaf = makeCertificate({
    names: ['a.example'],
    issuer: root,
  })
  place = await folder({ 'clock.mjs': CLOCK, 'root.pem': root.pem })
  port = (await startServer({ kind: 'tls', leaf, others: [] })).port
})

const YEARS = ['1969-12-31', '1970-01-01', '2019-12-31', '2041-01-01', '2051-01-01', '9999-12-30']

async function audited(env: Record<string, string>, ...flags: string[]) {
  const own = ['--ca', 'root.pem', '--no-fetch', '--resolve', `a.example:${port}:127.0.0.1`]
  const outputs = ['--format', 'json', '--output', 'r.json', '--format', 'html', '--output', 'r.html']
  const ran = await hefa(['audit', `a.example:${port}`, ...own, ...outputs, ...flags], { cwd: place, env })
  expect(ran.stderr).not.toContain('internal error')
  return { ...ran, report: JSON.parse(readFileSync(join(place, 'r.json'), 'utf8')) }
}

describe('a clock that is far off', () => {
  test.each(YEARS)('%s: no certificate of today is good then', async (day) => {
    const NODE_OPTIONS = `--import ${join(place, 'clock.mjs')}`
    const { status, report } = await audited({ CLOCK: `${day}T00:00:00Z`, NODE_OPTIONS })
    expect(status).toBe(1)
    expect(report.at.slice(0, 10)).toBe(day)
    expect(JSON.stringify(report)).toMatch(/"not-yet-valid"|"expired"/)
  })
  test.each(YEARS)('--at %s', async (day) => {
    const { status, report } = await audited({}, '--at', day)
    expect(status).toBe(1)
    expect(report.at.slice(0, 10)).toBe(day)
  })
  test.each(['275760-09-13', '+010000-01-01T00:00:00Z', '-000001-01-01', 'yesterday', '2026-02-30'])(
    '--at %s is refused',
    async (at) => {
      expect((await hefa(['audit', 'a.example', `--at=${at}`])).status).toBe(2)
    },
  )
})
