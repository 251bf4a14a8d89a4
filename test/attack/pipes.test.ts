import { execFileSync } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folder, hefa } from '../cli/hefa.js'

const CONFIG = '{"domains":{"request":["http://a.example"]}}'

async function withPipe(name: string): Promise<string> {
  const place = await folder()
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
  ])('%s: %s', async (_, name, args) => {
    const ran = await hefa(args, { cwd: await withPipe(name) })
    expect(ran.status).toBe(2)
    expect(ran.stdout).toBe('')
  })
})

describe('sockets, devices and folders in place of files', () => {
  test('a socket is told by its kind', async () => {
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
