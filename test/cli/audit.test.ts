/** Whole runs against servers on loopback: exit status, streams, files. */
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { Ajv } from 'ajv'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Demo, startDemo } from '../../src/demo/index.js'
import { displayWidth } from '../../src/report/width.js'
import { folder, hefa, hefaProcess } from './hefa.js'

const schema = JSON.parse(readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8'))
const valid = new Ajv({ formats: { 'date-time': true } }).compile(schema)

let demo: Demo
let place: string
beforeAll(async () => {
  demo = await startDemo()
  place = await folder({ 'root.pem': demo.ca })
})
afterAll(() => demo.close())

/** `HOST:PORT` of a demo server, and the flags that make it reachable and trusted. */
function server(id: string): { origin: string; flags: string[] } {
  const found = demo.targets.find((target) => target.id === id)
  if (!found) throw new Error(`no demo server ${id}`)
  const { host, port, scheme } = found
  const flags = [
    '--resolve',
    `${host}:${port}:127.0.0.1`,
    '--ca',
    'root.pem',
    '--no-fetch',
    // It never answers; nobody need wait long for that.
    ...(id === 'silent' ? ['--timeout', '1'] : []),
  ]
  return { origin: `${scheme}://${host}:${port}`, flags }
}

function audit(id: string, ...more: string[]) {
  const { origin, flags } = server(id)
  return hefa(['audit', origin, ...flags, ...more], { cwd: place })
}

describe('exit status', () => {
  test('0: a good server', async () => {
    const { status, stdout, stderr } = await audit('api')
    expect(stdout).toContain('Fit for release')
    expect(stdout).toMatch(/Exit status 0: every requirement passed\.\n$/)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })

  test('1: a server without its intermediate, told with the way to fix it', async () => {
    const { status, stdout } = await audit('no-intermediate')
    expect(status).toBe(1)
    expect(stdout).toContain('✘ certificate/chain-complete')
    expect(stdout).toContain('    fix ')
    expect(stdout).toContain('证书的信任链必需完整')
  })

  test('a second --resolve for the same host adds an address on which nobody listens', async () => {
    const { origin, flags } = server('api')
    const { host, port } = new URL(origin)
    const second = ['--resolve', `${host.split(':')[0]}:${port}:127.0.0.2`]
    for (const order of [
      [...second, ...flags],
      [...flags, ...second],
    ]) {
      const { stdout } = await hefa(['audit', origin, ...order], { cwd: place })
      expect(stdout).toMatch(/tls\/reachable.*\n.*127\.0\.0\.2/)
    }
  })

  test('a warning is 0, and 1 with --fail-on warning', async () => {
    expect(await audit('expires-soon')).toMatchObject({ status: 0 })
    const { status, stdout } = await audit('expires-soon', '--fail-on', 'warning')
    expect(status).toBe(1)
    expect(stdout).toContain('✘ Not fit for release')
  })

  test('3: a server that says nothing, 0 with --allow-unknown', async () => {
    const strict = await audit('silent')
    expect(strict.status).toBe(3)
    expect(strict.stdout).toContain('Could not be determined')
    expect(await audit('silent', '--allow-unknown')).toMatchObject({ status: 0 })
  })

  test('--at judges as of another day', async () => {
    const { status, stdout } = await audit('api', '--at', '2040-01-01')
    expect(status).toBe(1)
    expect(stdout).toContain('as of 2040-01-01 00:00 UTC')
    expect(stdout).toContain('✘ certificate/validity')
  })

  test('without --ca the demo root is nobody’s', async () => {
    const { origin, flags } = server('api')
    const bare = flags.filter((word) => word !== '--ca' && word !== 'root.pem')
    expect(await hefa(['audit', origin, ...bare], { cwd: place })).toMatchObject({ status: 1 })
  })
})

describe('reports', () => {
  test('JSON fits its schema and agrees with the exit status; --platform narrows it', async () => {
    const { status, stdout } = await audit('no-intermediate', '--format', 'json', '--platform', 'alipay')
    const report = JSON.parse(stdout)
    expect(valid(report) || valid.errors).toBe(true)
    expect(report).toMatchObject({
      exitCode: status,
      verdict: 'fail',
      platforms: ['alipay-ios', 'alipay-android'],
    })
    expect(Object.keys(report.verdicts)).toEqual(['alipay-ios', 'alipay-android'])
  })

  test('each format to its own place, and the facts kept', async () => {
    const files = ['--format', 'json', '--output', 'report.json', '--save-facts', 'facts.json']
    const { status, stdout, stderr } = await audit('expired', '--format', 'pretty', ...files)
    expect({ status, stderr }).toEqual({ status: 1, stderr: 'wrote facts.json\n' })
    expect(stdout).toMatch(/^hefa /)
    const report = JSON.parse(readFileSync(`${place}/report.json`, 'utf8'))
    const facts = JSON.parse(readFileSync(`${place}/facts.json`, 'utf8'))
    expect(valid(report) || valid.errors).toBe(true)
    expect(facts.targets.map(({ host }: { host: string }) => host)).toEqual(['expired.shop.example'])
    expect(readdirSync(place).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  test('when every format has a file, standard output is empty', async () => {
    const { status, stdout } = await audit('api', '--format', 'pretty', '--output', 'page.txt')
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
    expect(readFileSync(`${place}/page.txt`, 'utf8')).toContain('Fit for release')
  })

  test('Chinese, 80 columns', async () => {
    const { stdout } = await audit('expired', '--lang', 'zh')
    expect(stdout).toContain('✘ 不能发布')
    for (const line of stdout.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80)
  })

  test('colour only when it is asked for or a terminal reads', async () => {
    const { origin, flags } = server('api')
    const run = (env: Record<string, string>, ...more: string[]) =>
      hefa(['audit', origin, ...flags, ...more], { cwd: place, env })
    expect((await run({})).stdout).not.toContain('\x1b[')
    expect((await run({ FORCE_COLOR: '1' })).stdout).toContain('\x1b[')
    expect((await run({ FORCE_COLOR: '1' }, '--no-color')).stdout).not.toContain('\x1b[')
    expect((await run({ FORCE_COLOR: '1' }, '--output', 'plain.txt')).stdout).toBe('')
    expect(readFileSync(`${place}/plain.txt`, 'utf8')).not.toContain('\x1b[')
  })

  test('a pasted URL is cut with a note on standard error, which --quiet leaves out', async () => {
    const { origin, flags } = server('api')
    const loud = await hefa(['audit', `${origin}/v1/users?id=1`, ...flags], { cwd: place })
    expect(loud.status).toBe(0)
    expect(loud.stderr).toMatch(/^note: /)
    const quiet = await hefa(['audit', `${origin}/v1/users?id=1`, ...flags, '--quiet'], { cwd: place })
    expect(quiet.stderr).toBe('')
  })
})

describe('hefa check', () => {
  const configOf = (...ids: string[]) =>
    JSON.stringify({
      platforms: ['wechat', 'alipay'],
      domains: { request: ids.map((id) => server(id).origin) },
    })
  const flagsOf = (...ids: string[]) => ids.flatMap((id) => server(id).flags)

  test('finds the config, and judges every domain of it', async () => {
    const cwd = await folder({ 'hefa.config.json': configOf('api', 'expired'), 'root.pem': demo.ca })
    const { status, stdout } = await hefa(['check', '--format', 'json', ...flagsOf('api', 'expired')], {
      cwd,
    })
    expect(status).toBe(1)
    const report = JSON.parse(stdout)
    expect(report.targets.map(({ host }: { host: string }) => host)).toEqual([
      'api.shop.example',
      'expired.shop.example',
    ])
    expect(report.targets[0].verdicts['wechat-ios']).not.toBe('fail')
    expect(report.targets[1].verdicts['wechat-ios']).toBe('fail')
  })

  test('reads standard input, named places and --config', async () => {
    const config = configOf('api')
    const cwd = await folder({ 'own.json': config, 'root.pem': demo.ca })
    const flags = flagsOf('api')
    const runs = [
      hefa(['check', '-', ...flags], { cwd, input: config }),
      hefa(['check', 'own.json', ...flags], { cwd }),
      hefa(['check', '--config', 'own.json', ...flags, '--platform', 'wechat-ios,alipay-ios'], { cwd }),
    ]
    for (const { status, stderr } of await Promise.all(runs))
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })

  test('a string that is no allowed domain is a finding, not a config problem', async () => {
    const config = JSON.stringify({ domains: { request: ['http://api.example.com'] } })
    const { status, stdout } = await hefa(['check', '-'], { input: config })
    expect(status).toBe(1)
    expect(stdout).toContain('✘ domain/scheme')
    expect(stdout).toContain('at <stdin>:1:')
  })
})

describe('hefa demo', () => {
  test('shows good and bad servers and succeeds; the last line tells what check would have said', async () => {
    const { status, stdout, stderr } = await hefa(['demo'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(
      'demo: the same audit by "hefa check" would exit with status 1',
    )
    for (const part of [
      '✘ Not fit for release',
      'certificate/chain-complete',
      'checks that depend on it: ',
      'Warnings',
    ]) {
      expect(stdout).toContain(part)
    }
  })

  test('as JSON nothing but the report stands on standard output', async () => {
    const { status, stdout, stderr } = await hefa(['demo', '--format', 'json', '--lang', 'zh'])
    expect(status).toBe(0)
    const report = JSON.parse(stdout)
    expect(valid(report) || valid.errors).toBe(true)
    expect(report.targets).toHaveLength(demo.targets.length)
    expect(stderr).toContain('退出状态将是 1')
  })
})

describe('being stopped', () => {
  /** Answers no hello, and says when it has been asked. */
  async function silence() {
    const listener = createServer((socket) => socket.on('error', () => {}).resume())
    listener.listen(0, '127.0.0.1')
    await once(listener, 'listening')
    return { listener, port: (listener.address() as AddressInfo).port }
  }

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s is status %i', async (signal, status) => {
    const { listener, port } = await silence()
    const args = [
      'audit',
      `https://slow.shop.example:${port}`,
      '--resolve',
      `slow.shop.example:${port}:127.0.0.1`,
    ]
    const ran = await hefaProcess([...args, '--timeout', '60'], {
      cwd: place,
      started: (child) => listener.once('connection', () => child.kill(signal)),
    })
    listener.close()
    expect(ran.status).toBe(status)
    expect(ran.stderr).toBe('')
  })

  test("a reader that goes away isn't an error", async () => {
    const { origin, flags } = server('expired')
    const ran = await hefaProcess(['audit', origin, ...flags, '--format', 'json'], {
      cwd: place,
      started: (child) => child.stdout?.destroy(),
    })
    expect(ran).toEqual({ status: 1, stdout: '', stderr: '' })
  })
})
