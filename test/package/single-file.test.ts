/** hefa as one file, away from the project: what a build splits and reads from beside itself must be inside. */
import { execFileSync, spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'hefa-single-'))
const home = mkdtempSync(join(tmpdir(), 'hefa-single-home-'))
const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const PROJECT = {
  'app.json': '{"pages":["a"]}',
  'a.js': "wx.request({ url: 'https://api.example.com/' })\n",
  'hefa.config.mjs':
    "export default { plugins: ['./p.mjs'], domains: { request: ['https://api.example.com'] } }\n",
  'p.mjs': readFileSync(join(root, 'examples/my-rule.mjs'), 'utf8'),
}

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'scripts/single-file.mjs'), folder], { cwd: root })
  mkdirSync(join(home, 'app'))
  for (const [name, text] of Object.entries(PROJECT)) writeFileSync(join(home, 'app', name), text)
  // Rules import its functions: whoever has some has the package.
  mkdirSync(join(home, 'node_modules'))
  symlinkSync(root, join(home, 'node_modules/hefa'), 'junction')
})
afterAll(() => {
  for (const place of [folder, home]) rmSync(place, { recursive: true, force: true })
})

const hefa = (...args: string[]) =>
  spawnSync(process.execPath, [join(folder, 'hefa.cjs'), ...args], {
    cwd: join(home, 'app'),
    encoding: 'utf8',
    maxBuffer: 64 << 20,
    env: { PATH: process.env.PATH, LANG: 'C' },
  })

test('knows its version, and comes with the licences of all that is in it', () => {
  expect(hefa('--version').stdout.trim()).toBe(own.version)
  expect(readdirSync(folder).sort()).toEqual(['THIRD-PARTY.txt', 'hefa.cjs'])
  const licences = readFileSync(join(folder, 'THIRD-PARTY.txt'), 'utf8')
  for (const name of [...Object.keys(own.dependencies), '@babel/parser', 'yaml'])
    expect(licences, name).toContain(`\n${name} `)
})

test('reads source in a thread, under a config and a plugin that are code', () => {
  const { status, stdout, stderr } = hefa('scan', '.', '--config', 'hefa.config.mjs', '--format', 'json')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const { scan } = JSON.parse(stdout)
  expect(scan.calls).toMatchObject({ found: 1, resolved: 1 })
})

test('looks at servers and certificates', () => {
  const { status, stdout } = hefa('demo', '--format', 'json')
  expect(status).toBe(0)
  const { targets } = JSON.parse(stdout)
  const verdicts = new Set(targets.flatMap(({ verdicts }: { verdicts: object }) => Object.values(verdicts)))
  expect(verdicts).toEqual(new Set(['pass', 'warn', 'fail', 'unknown']))
})

test('shares long lists among threads', () => {
  const names = Array.from({ length: 220 }, (_, index) => `n${index}.example.com:1`).join('\n')
  const count = `data:text/javascript,${encodeURIComponent(
    "import { isMainThread } from 'node:worker_threads'; if (!isMainThread) console.error('a thread')",
  )}`
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      `--import=${count}`,
      join(folder, 'hefa.cjs'),
      'audit',
      '-',
      '--jobs',
      '2',
      '--format',
      'ndjson',
      '--resolve',
      '*:1:127.0.0.1',
    ],
    { encoding: 'utf8', input: names, maxBuffer: 64 << 20, env: { PATH: process.env.PATH, LANG: 'C' } },
  )
  expect({ status, lines: stdout.trimEnd().split('\n').length }).toEqual({ status: 1, lines: 221 })
  expect(stderr.match(/a thread/g)).toHaveLength(2)
})

test('what is not known is reported as by the other builds', () => {
  expect(hefa('chek')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('check') })
})
