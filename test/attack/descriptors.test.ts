/** Few open files: connections wait for their turn, and nobody's server is blamed. */
import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeCertificate, type RunningServer, startServer } from '../../src/demo/index.js'
import { folder } from '../cli/hefa.js'

const BIN = join(import.meta.dirname, '../../bin/hefa.js')
const FORMATS = ['json', 'html', 'sarif', 'junit', 'markdown', 'csv', 'openmetrics', 'gitlab', 'pretty']
const NAMES = Array.from({ length: 80 }, (_, i) => `h${i}.example`)

let cwd: string
let server: RunningServer
beforeAll(async () => {
  const root = makeCertificate({ subject: 'Root', ca: true })
  server = await startServer({
    kind: 'tls',
    leaf: makeCertificate({ names: NAMES, issuer: root }),
    others: [],
  })
  cwd = await folder({ 'root.pem': root.pem })
})
afterAll(() => server.close())

/** Leaves LIMIT.FORMAT for each format, and LIMIT.facts. */
function audit(limit: number, hosts: number): Promise<{ status: number; stderr: string }> {
  const entries = NAMES.slice(0, hosts).map((name) => `https://${name}:${server.port}`)
  const flags = ['--ca', 'root.pem', '--no-fetch', '--resolve', `*:${server.port}:127.0.0.1`, '--quiet']
  const outputs = FORMATS.flatMap((name) => ['--format', name, '--output', `${limit}.${name}`])
  const day = new Date().toISOString().slice(0, 10)
  const args = [BIN, 'audit', ...entries, ...flags, '--at', day, '--save-facts', `${limit}.facts`, ...outputs]
  const script = `ulimit -n ${limit}; exec "$@"`
  return new Promise((done) => {
    execFile('bash', ['-c', script, 'bash', process.execPath, ...args], { cwd }, (error, _, stderr) =>
      done({ status: Number(error?.code ?? 0), stderr }),
    )
  })
}
const made = (limit: number, format: string) => readFileSync(join(cwd, `${limit}.${format}`), 'utf8')

/** What differs between any two runs. */
const settled = (text: string) =>
  text.replace(/"(?:durationMs|connections|slowestMs)": ?\d+|\d+ (?=ms\b)/g, '')

describe('few open files', () => {
  test('80 hosts under a limit of 64 give the same report', async () => {
    expect(await audit(64, 80)).toEqual(await audit(1024, 80))
    expect(JSON.parse(made(64, 'json')).targets).toHaveLength(80)
    for (const format of ['json', 'csv', 'sarif'])
      expect(settled(made(64, format))).toBe(settled(made(1024, format)))
    for (const format of [...FORMATS, 'facts']) expect(made(64, format)).not.toContain('EMFILE')
  })
  test.each([40, 36])('a limit of %i: every report and the facts', async (limit) => {
    const { status } = await audit(limit, 3)
    if (status === 2) return expect(existsSync(join(cwd, `${limit}.json`))).toBe(false)
    for (const format of [...FORMATS, 'facts']) expect(made(limit, format)).not.toContain('EMFILE')
  })
  // With 20, some lines of Node crash before any script runs.
  test.each([28, 24])('a limit of %i: a whole report, or one line and exit status 2', async (limit) => {
    const { status, stderr } = await audit(limit, 1)
    // Newer lines of Node start with fewer.
    if (status !== 2) return expect(made(limit, 'json')).not.toContain('EMFILE')
    expect(stderr).toMatch(/^hefa: .*EMFILE.*\n$/)
  })
})
