import { execFileSync } from 'node:child_process'
import { existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeCertificate } from '../../src/demo/index.js'
import { folder, hefaProcess as hefa } from '../cli/hefa.js'

const AUDIT = ['audit', 'a.example', '--resolve', 'a.example:443:127.65.9.9', '--timeout', '1']
const root = makeCertificate({ subject: 'Root', ca: true })
const PEMS = {
  'root.pem': root.pem,
  'leaf.pem': makeCertificate({ names: ['a.example'], issuer: root }).pem,
}
const BIN = join(import.meta.dirname, '../../bin/hefa.js')

/** The exit status and standard error of a shell line in which `hefa` is the program. */
function shell(line: string, cwd: string): { status: number; stderr: string } {
  const script = `hefa() { ${JSON.stringify(process.execPath)} ${BIN} "$@"; }; ${line}`
  try {
    execFileSync('bash', ['-c', script], { cwd, stdio: 'pipe' })
    return { status: 0, stderr: '' }
  } catch (error) {
    const { status, stderr } = error as { status: number; stderr: Buffer }
    return { status, stderr: stderr.toString() }
  }
}

describe('standard output on a full disk', () => {
  const audit = AUDIT.join(' ')
  test.each([
    ...['pretty', 'json', 'ndjson', 'html', 'sarif', 'openmetrics'].map(
      (name) => `${audit} --format ${name}`,
    ),
    'rules',
    '--help',
    '--version',
    'completion bash',
    'chain leaf.pem --ca root.pem --no-fetch',
  ])('hefa %s', async (line) => {
    const place = await folder(PEMS)
    const { status, stderr } = shell(`hefa ${line} > /dev/full`, place)
    expect(status).toBe(2)
    if (line !== '--version') expect(stderr).toContain('ENOSPC')
  })
  test('names from standard input', async () => {
    const place = await folder()
    const line = `echo a.example | hefa audit - --resolve a.example:443:127.65.9.9 --timeout 1 --format ndjson > /dev/full`
    expect(shell(line, place)).toMatchObject({ status: 2, stderr: expect.stringContaining('ENOSPC') })
  })
})

describe('a reader that goes', () => {
  test('is no failure: what was found is as true as before', async () => {
    const place = await folder()
    const line = `hefa rules | head -c 10 > /dev/null; exit \${PIPESTATUS[0]}`
    expect(shell(line, place).status).toBe(0)
  })
})

describe('one output that fails', () => {
  test('does not lose the others', async () => {
    const place = await folder()
    const outputs = ['--format', 'html', '--output', '/dev/full', '--format', 'json', '--output', 'r.json']
    const ran = await hefa([...AUDIT, ...outputs], { cwd: place })
    expect(ran).toMatchObject({ status: 2, stderr: expect.stringContaining('/dev/full') })
    expect(JSON.parse(readFileSync(join(place, 'r.json'), 'utf8'))).toMatchObject({ schemaVersion: 1 })
  })
})

describe('--output on a link', () => {
  const run = (cwd: string, file: string) => hefa([...AUDIT, '--format', 'json', '--output', file], { cwd })

  test('to a file that is not there yet: written where it points', async () => {
    const place = await folder()
    symlinkSync('target.json', join(place, 'link'))
    expect((await run(place, 'link')).status).toBe(1)
    expect(lstatSync(join(place, 'link')).isSymbolicLink()).toBe(true)
    expect(existsSync(join(place, 'target.json'))).toBe(true)
  })
  test('into a folder that is not there: refused before any work', async () => {
    const place = await folder()
    symlinkSync('nowhere/x', join(place, 'link'))
    expect(await run(place, 'link')).toMatchObject({ status: 2, stderr: expect.stringContaining('ENOENT') })
  })
  test('in a folder that is a link itself: written where it points', async () => {
    const place = await folder()
    mkdirSync(join(place, 'a/deep'), { recursive: true })
    symlinkSync('a/deep', join(place, 'short'))
    symlinkSync('../target.json', join(place, 'a/deep/link'))
    expect((await run(place, 'short/link')).status).toBe(1)
    expect(existsSync(join(place, 'a/target.json'))).toBe(true)
    expect(existsSync(join(place, 'target.json'))).toBe(false)
  })
  test.each(['link', './r.json', 'short/r.json'])('r.json and %s are one file: refused', async (other) => {
    const place = await folder()
    symlinkSync('r.json', join(place, 'link'))
    symlinkSync('.', join(place, 'short'))
    const outputs = ['--format', 'json', '--output', 'r.json', '--format', 'html', '--output', other]
    const ran = await hefa([...AUDIT, ...outputs], { cwd: place })
    expect(ran).toMatchObject({ status: 2, stderr: expect.stringContaining('two reports') })
    expect(existsSync(join(place, 'r.json'))).toBe(false)
  })
  test('to itself: refused', async () => {
    const place = await folder()
    symlinkSync('link', join(place, 'link'))
    expect(await run(place, 'link')).toMatchObject({ status: 2, stderr: expect.stringContaining('ELOOP') })
  })
})
