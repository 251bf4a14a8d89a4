/** What is loaded before the first connection is what a user waits for: half of the program can come later. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'hefa-loads-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A port where nobody listens. */
const CLOSED = 'dead.example.com:1'

/** The files of the build and of packages, before and after the first connection. */
function loads(args: string[]): { before: string[]; after: string[] } {
  const file = join(folder, `${args[0]}.txt`)
  const preload = pathToFileURL(join(root, 'test/helpers/loads.mjs')).href
  const command = ['--import', preload, join(root, 'bin/hefa.js'), ...args]
  const env = { ...process.env, HEFA_LOADS: file }
  try {
    execFileSync(process.execPath, command, { cwd: folder, env, stdio: 'ignore' })
  } catch (error) {
    // A closed port is a failed audit.
    expect((error as { status: number }).status).toBe(1)
  }
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  const first = lines.includes('connect') ? lines.indexOf('connect') : lines.length
  const files = (part: string[]) =>
    part.filter((line) => line.startsWith('file:')).map((line) => fileURLToPath(line))
  return { before: files(lines.slice(0, first)), after: files(lines.slice(first)) }
}

const kilobytes = (files: string[]): number =>
  files.reduce((sum, file) => sum + statSync(file).size, 0) / 1024

writeFileSync(
  join(folder, 'hefa.config.json'),
  JSON.stringify({ domains: { request: [`https://${CLOSED}`] } }),
)
const common = ['--quiet', '--resolve', `${CLOSED}:127.0.0.1`]

test.each([
  ['audit', [CLOSED], 650],
  ['check', ['hefa.config.json'], 650],
])('%s loads no more than it asks servers with', (command, args, most) => {
  const { before, after } = loads([command, ...args, ...common])
  expect(after.length).toBeGreaterThan(0)
  const names = (files: string[]) => files.map((file) => basename(file)).join(' ')
  expect(names(before)).not.toMatch(/\b(?:judging|suffix-rules|pretty|html|scan|saved|fleet|demo|serve)\b/)
  expect(names(after)).toMatch(/\bjudging\b.*|\bsuffix-rules\b/)
  expect(kilobytes(before)).toBeLessThan(most)
})

test('--version loads what it prints, and no library', () => {
  const { before } = loads(['--version'])
  expect(before.filter((file) => file.includes('node_modules'))).toEqual([])
  expect(kilobytes(before)).toBeLessThan(8)
})
