/** Machines that lack something: a name system, one of the two kinds of addresses, permissions, the working directory. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeCertificate } from '../../src/demo/index.js'
import { folder, hefaProcess as hefa } from '../cli/hefa.js'
import { skipped } from '../helpers/tools.js'

const BIN = join(import.meta.dirname, '../../bin/hefa.js')
const REFUSING = ['--resolve', 'a.example:443:127.65.9.9', '--timeout', '1']

/** Own network and mount namespaces, where this machine allows them to us. */
const mayUnshare = spawnSync('unshare', ['-rmn', 'true']).status === 0
if (!mayUnshare) skipped('this machine gives no namespaces (unshare -rmn)')

/** Serves PEM on ADDRESS:443, then runs hefa with the arguments behind it. */
const SERVE = `import { readFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { createServer } from 'node:tls'
const [address, ...args] = process.argv.slice(2)
const server = createServer({ cert: readFileSync('leaf.pem'), key: readFileSync('leaf.key') }, (socket) => {
  socket.on('error', () => {}).once('data', () => socket.end('HTTP/1.1 200 OK\\r\\nContent-Length: 0\\r\\n\\r\\n'))
})
server.on('tlsClientError', () => {})
server.listen(443, address, () => {
  spawn(process.execPath, args, { stdio: 'inherit' }).on('close', (status) => process.exit(status))
})
`

let place: string
beforeAll(async () => {
  const root = makeCertificate({ subject: 'Root', ca: true })
  const leaf = makeCertificate({ names: ['h.hefa-test.cn'], issuer: root })
  place = await folder({
    'root.pem': root.pem,
    'leaf.pem': leaf.pem,
    'leaf.key': leaf.keyPem,
    'serve.mjs': SERVE,
    'app.json': '{"pages":["i"]}',
    'i.js': "wx.request({ url: 'https://api.example.com/' })",
  })
})

/** In namespaces in which only this machine's own loopback is, after the shell lines given. */
function alone(lines: string, args: readonly string[]): { status: number | null; report: Report } {
  const script = `ip link set lo up || exit 99; ${lines}; exec "$@"`
  const whole = [...args, '--timeout', '2', '--format', 'json', '--ca', 'root.pem', '--no-fetch']
  const { status, stdout } = spawnSync(
    'unshare',
    ['-rmn', 'sh', '-c', script, 'sh', process.execPath, ...whole],
    { cwd: place, encoding: 'utf8', env: { PATH: process.env.PATH } },
  )
  return { status, report: JSON.parse(stdout) }
}
interface Report {
  verdict: string
  targets: {
    addresses?: { address: string; state: string }[]
    results: { rule: string; status: string; level: string }[]
  }[]
}
const unknowns = ({ targets }: Report) =>
  targets.flatMap(({ results }) =>
    results.filter(({ status }) => status === 'unknown').map(({ rule }) => rule),
  )
const BOTH = ['--resolve', 'h.hefa-test.cn:443:127.0.0.1,::1']
const AUDIT = [BIN, 'audit', 'https://h.hefa-test.cn']

describe.skipIf(!mayUnshare)('a machine without a name system', () => {
  test.each([
    ['no /etc/resolv.conf', 'mount -t tmpfs none /etc'],
    ['an empty one', 'mount -t tmpfs none /etc; : > /etc/resolv.conf'],
    ['one that is nonsense', 'mount -t tmpfs none /etc; head -c 100000 /dev/urandom > /etc/resolv.conf'],
    [
      'one that names an address nobody has',
      'mount -t tmpfs none /etc; echo nameserver 192.0.2.1 > /etc/resolv.conf',
    ],
    ['no /proc either', 'mount -t tmpfs none /etc; mount -t tmpfs none /proc'],
  ])('%s: undetermined, not failed', (_, lines) => {
    const { status, report } = alone(lines, AUDIT)
    expect(status).toBe(3)
    expect(unknowns(report)).toContain('dns/resolves')
  })
})

describe.skipIf(!mayUnshare)('hosts with one kind of addresses', () => {
  test.each([
    ['IPv4 alone', 'ip -6 addr del ::1/128 dev lo', '127.0.0.1', '::1'],
    ['IPv6 alone', 'ip addr del 127.0.0.1/8 dev lo', '::1', '127.0.0.1'],
  ])('%s: what is there is judged, the other is not tried', (_, lines, here, away) => {
    const { report } = alone(lines, ['serve.mjs', here, ...AUDIT, ...BOTH])
    expect(report.targets[0]?.addresses).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ address: here, state: 'answered' }),
        expect.objectContaining({ address: away, state: 'not-tried' }),
      ]),
    )
    expect(report.verdict).not.toBe('fail')
    expect(unknowns(report)).toContain('tls/reachable')
  })
  test('no network at all: undetermined', () => {
    const { status, report } = alone('ip link set lo down', [...AUDIT, ...BOTH])
    expect(status).toBe(3)
    expect(report.verdict).toBe('unknown')
  })
})

describe("Node's permission model", () => {
  const major = Number(process.versions.node.split('.')[0])
  const flag =
    major >= 23 || (major === 22 && process.allowedNodeEnvironmentFlags.has('--permission'))
      ? '--permission'
      : '--experimental-permission'
  // Newer lines ask before connecting, too.
  const net = process.allowedNodeEnvironmentFlags.has('--allow-net') ? ['--allow-net'] : []
  const run = (args: readonly string[], ...allowed: string[]) =>
    spawnSync(process.execPath, [flag, '--allow-fs-read=*', ...net, ...allowed, BIN, ...args], {
      cwd: place,
      encoding: 'utf8',
    })

  test('an audit needs to read, and nothing else', () => {
    const { status, stdout } = run(['audit', 'a.example', ...REFUSING, '--format', 'json'])
    expect(status).toBe(1)
    expect(JSON.parse(stdout).verdict).toBe('fail')
  })
  test('a scan too', () => {
    const { status, stdout } = run(['scan', '.'])
    expect(status).toBe(3)
    expect(stdout).toContain('https://api.example.com')
  })
  test('a report that may not be written is reported', () => {
    const { status, stderr } = run([
      'audit',
      'a.example',
      ...REFUSING,
      '--format',
      'json',
      '--output',
      'o.json',
    ])
    expect(status).toBe(2)
    expect(stderr).toMatch(/^hefa: .*o\.json/m)
    expect(existsSync(join(place, 'o.json'))).toBe(false)
  })
  test('plugins that may not have a thread are reported', () => {
    writeFileSync(join(place, 'p.mjs'), 'export const rules = []')
    writeFileSync(join(place, 'c.json'), '{"domains":{"request":["https://a.cn"]},"plugins":["./p.mjs"]}')
    const { status, stderr } = run(['check', 'c.json'])
    expect(status).toBe(2)
    expect(stderr).toContain('c.json:1:51: cannot load the plugins')
  })
})

describe('a working directory that is gone', () => {
  test.each([['rules'], ['check'], ['scan', '.'], ['init', '--yes'], ['audit', 'a.example', ...REFUSING]])(
    'before the start: hefa %s %s',
    async (...args) => {
      const gone = await folder()
      const { status, stderr } = spawnSync(
        'bash',
        ['-c', 'rmdir "$PWD"; exec "$@"', 'bash', process.execPath, BIN, ...args],
        { cwd: gone, encoding: 'utf8' },
      )
      expect(status).toBe(2)
      expect(stderr).toMatch(/^hefa: .*working directory.*\n$/)
    },
  )
  test('while it runs: the report stands on standard output all the same', async () => {
    const gone = await folder()
    const { createServer } = await import('node:net')
    const mute = createServer((socket) => {
      socket.on('error', () => {}).resume()
      if (existsSync(gone)) rmdirSync(gone)
    })
    await new Promise<void>((ready) => mute.listen(0, '127.0.0.1', ready))
    const { port } = mute.address() as { port: number }
    const flags = ['--resolve', `a.example:${port}:127.0.0.1`, '--timeout', '1', '--format', 'json']
    const ran = await hefa(['audit', `a.example:${port}`, ...flags], { cwd: gone })
    mute.close()
    expect(ran.status).toBe(3)
    expect(JSON.parse(ran.stdout).verdict).toBe('unknown')
    rmSync(gone, { recursive: true, force: true })
  })
})

describe('standard output that fails with EIO', () => {
  /** A terminal whose other side is gone. */
  const PTY = `import pty, os, subprocess, sys
master, slave = pty.openpty()
os.close(master)
sys.exit(subprocess.run(sys.argv[1:], stdout=slave).returncode)`
  const python = spawnSync('python3', ['-c', 'import pty']).status === 0
  test
    .skipIf(!python)
    .each([
      ['rules'],
      ['--help'],
      ['audit', 'a.example', ...REFUSING],
      ['audit', 'a.example', ...REFUSING, '--format', 'ndjson'],
      ['cert', 'leaf.pem', '--domain', 'h.hefa-test.cn'],
    ])('hefa %s %s', (...args) => {
    const run = () =>
      execFileSync('python3', ['-c', PTY, process.execPath, BIN, ...args], {
        cwd: place,
        stdio: 'pipe',
        encoding: 'utf8',
      })
    expect(run).toThrow(expect.objectContaining({ status: 2, stderr: expect.stringContaining('EIO') }))
  })
})
