import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folder, hefaProcess as hefa } from '../cli/hefa.js'

const CONFIG = '{"domains":{"request":["http://a.example"]}}'

const PROJECT = { 'app.json': '{"pages":["i"]}', 'i.js': 'Page({})', 'leaf.pem': '', 'facts.json': '{}' }

async function withPipe(name: string): Promise<string> {
  const files: Record<string, string> = { ...PROJECT }
  delete files[name]
  const place = await folder(files)
  execFileSync('mkfifo', [join(place, name)])
  return place
}

describe('a pipe nobody writes to, where a file is looked for', () => {
  test.each([
    ['check', 'hefa.config.json', ['check']],
    ['check', 'package.json', ['check']],
    ['scan', 'hefa.config.json', ['scan', '.']],
    ['renewals', 'hefa.config.yaml', ['renewals']],
    ['check CONFIG', 'x.json', ['check', 'x.json']],
    ['check --ca', 'x.pem', ['audit', 'a.example', '--ca', 'x.pem', '--resolve', 'a.example:443:127.9.9.9']],
    ['cert', 'x.pem', ['cert', 'x.pem', '--domain', 'a.example']],
    ['chain', 'x.pem', ['chain', 'x.pem']],
    ['judge', 'x.json', ['judge', 'x.json']],
    ['diff', 'x.json', ['diff', 'x.json', 'x.json']],
    ['init --from', 'x.json', ['init', '--from', 'x.json', '--yes']],
    ['--har', 'x.har', ['scan', '.', '--har', 'x.har']],
    ['--log', 'x.log', ['scan', '.', '--log', 'x.log']],
    ['--key', 'x.pem', ['cert', 'leaf.pem', '--domain', 'a.example', '--key', 'x.pem']],
    ['--password-file', 'x', ['cert', 'leaf.pem', '--domain', 'a.example', '--password-file', 'x']],
    ['judge --config', 'x.json', ['judge', 'facts.json', '--config', 'x.json']],
  ])('%s: %s', async (_, name, args) => {
    const ran = await hefa(args, { cwd: await withPipe(name) })
    expect(ran.status).toBe(2)
    expect(ran.stdout).toBe('')
  })
})

describe('a pipe in place of a project file', () => {
  test.each([
    ...[
      '.gitignore',
      '.env',
      'tsconfig.json',
      'project.config.json',
      'package.json',
      'app.json',
      'i.wxml',
      'i.json',
    ],
    ...['i.js', 'vite.config.js', 'manifest.json', 'miniprogram_npm'],
  ])('%s', async (name) => {
    const ran = await hefa(['scan', '.'], { cwd: await withPipe(name) })
    expect(ran.status).toBe(3)
  })
})

describe('a pipe to write to', () => {
  const audit = ['audit', 'a.example', '--resolve', 'a.example:443:127.9.9.9', '--timeout', '1']
  test.each([
    ['--format', 'json', '--output', 'p'],
    ['--save-facts', 'p'],
  ])('nobody reads: %s', async (...flags) => {
    const ran = await hefa([...audit, ...flags], { cwd: await withPipe('p') })
    expect(ran).toMatchObject({ status: 2, stderr: expect.stringContaining('ENXIO') })
  })
  test('a signal ends the wait', async () => {
    const cwd = await withPipe('p')
    const ran = await hefa([...audit, '--format', 'csv', '--output', 'p', '--format', 'ndjson'], {
      cwd,
      // What goes to standard output live is written before the pipe is waited for.
      started: (child) => child.stdout?.once('data', () => void child.kill('SIGTERM')),
    })
    expect(ran.status).toBe(143)
  })
  test('somebody reads: the whole report', async () => {
    const cwd = await withPipe('p')
    const bin = join(import.meta.dirname, '../../bin/hefa.js')
    const script = `{ sleep 0.3; cat p > read; } & "$@"; s=$?; wait; exit $s`
    const hosts = ['b', 'c', 'd'].map((name) => `${name}.example:443`)
    const args = [
      bin,
      ...audit,
      ...hosts,
      '--resolve',
      '*:443:127.9.9.9',
      '--format',
      'html',
      '--output',
      'p',
    ]
    const run = () =>
      execFileSync('bash', ['-c', script, 'bash', process.execPath, ...args], { cwd, stdio: 'pipe' })
    expect(run).toThrow(expect.objectContaining({ status: 1 }))
    const read = readFileSync(join(cwd, 'read'), 'utf8')
    // More than a pipe holds at once.
    expect(read.length).toBeGreaterThan(65_536)
    expect(read.trimEnd()).toMatch(/<\/html>$/)
  })
})

describe('sockets, devices and folders in place of files', () => {
  test('a socket is reported by its kind', async () => {
    const place = await folder()
    const server = createServer()
    await new Promise<void>((ready) => server.listen(join(place, 's.json'), ready))
    const ran = await hefa(['check', 's.json'], { cwd: place })
    server.close()
    expect(ran).toMatchObject({ status: 2, stderr: expect.stringContaining('SOCKET') })
  })
  test.each(['/dev/zero', '/dev/full', '/proc'])('%s', async (file) => {
    expect((await hefa(['check', file])).status).toBe(2)
    expect((await hefa(['cert', file, '--domain', 'a.example'])).status).toBe(2)
    expect((await hefa(['judge', file])).status).toBe(2)
  })
})

describe('pipes that somebody writes to', () => {
  test.each([
    ['process substitution', `check <(sleep 0.2; echo '${CONFIG}')`],
    ['a named pipe whose writer comes later', `check p & sleep 0.2; echo '${CONFIG}' > p; wait $!`],
  ])('%s', async (_, line) => {
    const cwd = await withPipe('p')
    const bin = join(import.meta.dirname, '../../bin/hefa.js')
    const run = () =>
      execFileSync('bash', ['-c', `${JSON.stringify(process.execPath)} ${bin} ${line}`], {
        cwd,
        stdio: 'pipe',
      })
    // http:// is refused: the config was read and judged.
    expect(run).toThrow(expect.objectContaining({ status: 1 }))
  })
})

describe('signals while a pipe is waited for', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s', async (signal, status) => {
    const cwd = await withPipe('p')
    const bin = join(import.meta.dirname, '../../bin/hefa.js')
    // The writer is there and says nothing.
    const script = `sleep 60 > p & w=$!; ${JSON.stringify(process.execPath)} ${bin} check p & h=$!
      until [ -e /proc/$h/fd ] && ls -l /proc/$h/fd | grep -q '/p$'; do sleep 0.05; done
      kill -${signal.slice(3)} $h; wait $h; s=$?; kill $w; exit $s`
    const run = () => execFileSync('bash', ['-c', script], { cwd, stdio: 'pipe' })
    expect(run).toThrow(expect.objectContaining({ status }))
  })
})
