/** Facts are saved and judged again: the same verdicts, or one clear error. */
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Demo, startDemo } from '../../src/demo/index.js'
import { folder, hefa } from './hefa.js'

const AT = ['--at', '2026-12-01T00:00:00Z']
let demo: Demo
let place: string
let facts: string
let live: string
beforeAll(async () => {
  demo = await startDemo()
  const both = JSON.stringify({ ...JSON.parse(demo.config), platforms: ['wechat', 'alipay'] })
  place = await folder({ 'root.pem': demo.ca, 'hefa.config.json': both })
  const flags = [
    ...demo.resolve.flatMap((entry) => ['--resolve', entry]),
    '--ca',
    'root.pem',
    '--timeout',
    '1',
  ]
  const ran = await hefa(['check', ...flags, '--save-facts', 'facts.json', '--format', 'json', ...AT], {
    cwd: place,
  })
  live = ran.stdout
  facts = readFileSync(join(place, 'facts.json'), 'utf8')
})
afterAll(() => demo.close())

const judge = (...args: string[]) => hefa(['judge', 'facts.json', ...args], { cwd: place })
/** A report of saved facts says when they were gathered. */
const timeless = (json: string) =>
  json.replace(/"durationMs": \d+/, '').replace(/,\s*"gatheredAt": "[^"]*"/, '')

describe('the same verdicts', () => {
  test('byte for byte as live, but for how long it took', async () => {
    const again = await judge('--format', 'json', ...AT)
    expect(again.stderr).toBe('')
    expect(again.status).toBe(JSON.parse(live).exitCode)
    expect(timeless(again.stdout)).toBe(timeless(live))
  })

  test('from standard input, and written out in full', async () => {
    const packed = JSON.parse(facts)
    const full = JSON.parse(facts, (key, value) => {
      if (key === 'certificates' || key === 'ca') return value.map((at: number) => packed.blobs[at])
      return key === 'ocspStaple' || key === 'sctList' ? packed.blobs[value] : value
    })
    const input = JSON.stringify({ ...full, blobs: undefined })
    const again = await hefa(['judge', '-', '--format', 'json', ...AT], { input })
    expect(timeless(again.stdout)).toBe(timeless(live))
  })

  test('without --at as of the moment of gathering', async () => {
    const { stdout } = await judge('--format', 'json')
    expect(JSON.parse(stdout).at).toBe(JSON.parse(facts).gatheredAt)
  })

  test('as of another day', async () => {
    const { status, stdout } = await judge('--format', 'json', '--at', '2040-01-01')
    expect(status).toBe(1)
    const { targets } = JSON.parse(stdout)
    const api = targets.find(({ host }: { host: string }) => host === 'api.shop.example')
    expect(api.verdicts['wechat-ios']).toBe('fail')
  })

  test('each certificate stands once in the file', () => {
    const { blobs } = JSON.parse(facts) as { blobs: string[] }
    expect(new Set(blobs).size).toBe(blobs.length)
    for (const blob of blobs) expect(facts.split(blob)).toHaveLength(2)
    expect(statSync(join(place, 'facts.json')).size).toBeLessThan(demo.targets.length * 16_000)
  })
})

describe('other platforms, another config', () => {
  test('--platform narrows', async () => {
    const { stdout } = await judge('--format', 'json', '--platform', 'alipay-ios')
    const report = JSON.parse(stdout)
    expect(report.platforms).toEqual(['alipay-ios'])
    expect(report.targets).toHaveLength(demo.targets.length)
  })

  test('a platform the facts know no list of is a mistake', async () => {
    const ran = await judge('--platform', 'mpaas')
    expect(ran).toMatchObject({ status: 2, stdout: '' })
    expect(ran.stderr).toContain('mpaas-ios')
  })

  test('--config brings its own rules; what was not observed is unknown', async () => {
    const [first] = demo.targets
    const config = {
      domains: { request: [`https://${first?.host}:${first?.port}`, 'https://other.example.com'] },
      rules: { 'tls/legacy-android': 'error' },
      legacyOs: { android: '4.4' },
    }
    writeFileSync(join(place, 'own.json'), JSON.stringify(config))
    const { status, stdout } = await judge('--config', 'own.json', '--format', 'json')
    const report = JSON.parse(stdout)
    expect(status).toBe(1)
    expect(report.targets.map(({ host }: { host: string }) => host)).toEqual([
      first?.host,
      'other.example.com',
    ])
    const failed = report.targets[0].results.find(
      ({ rule }: { rule: string }) => rule === 'tls/legacy-android',
    )
    expect(failed).toMatchObject({ status: 'fail', level: 'error' })
    expect(report.targets[1].verdicts['wechat-ios']).toBe('unknown')
  })

  test('clients that were not simulated for it are unknown, not passed', async () => {
    const [first] = demo.targets
    const domains = { request: [`https://${first?.host}:${first?.port}`] }
    writeFileSync(join(place, 'old.json'), JSON.stringify({ domains, legacyOs: { ios: '9', android: '5' } }))
    const { stdout } = await judge('--config', 'old.json', '--format', 'json')
    const [target] = JSON.parse(stdout).targets
    const of = target.results.filter(({ rule }: { rule: string }) => rule === 'tls/client-handshake')
    expect(of.map(({ status }: { status: string }) => status)).toEqual(['unknown'])
  })

  test('a config with a mistake', async () => {
    writeFileSync(join(place, 'bad.json'), '{"domainz":{}}')
    const ran = await judge('--config', 'bad.json')
    expect(ran).toMatchObject({ status: 2, stdout: '' })
    expect(ran.stderr).toMatch(/^bad\.json:1:2: /)
  })
})

describe("files that aren't facts", () => {
  const changed = (change: (facts: object) => void): string => {
    const copy = JSON.parse(facts)
    change(copy)
    return JSON.stringify(copy)
  }
  const put = (place: string, value: unknown) => (tree: object) => {
    const path = place.split('.')
    const last = path.pop() ?? ''
    const inner = path.reduce<object>((node, key) => Reflect.get(node, key), tree)
    Reflect.set(inner, last, value)
  }
  const deep = `{"schemaVersion":1,"config":${'['.repeat(100_000)}${']'.repeat(100_000)}}`

  const cases: [string, () => string | Buffer, string][] = [
    ['empty', () => '', 'not JSON'],
    ['cut short', () => facts.slice(0, -100), 'not JSON'],
    ['an array', () => '[]', 'not JSON'],
    ['null', () => 'null', 'not JSON'],
    ['binary', () => Buffer.from([0xff, 0, 1, 2]), 'not JSON'],
    ['a report', () => live, 'wrong at'],
    ['another version', () => changed(put('schemaVersion', 7)), 'schemaVersion 7'],
    ['nested deeply', () => deep, 'wrong at config'],
    ...(
      [
        ['targets', {}],
        ['targets.0', null],
        ['targets.0.host', 5],
        ['targets.0.port', 1e9],
        ['targets.0.entries', 'all'],
        ['targets.0.endpoints.0.handshakes', []],
        ['targets.0.endpoints.0.handshakes.tls1', { kind: 'accepted' }],
        ['targets.0.endpoints.0.chains.0.certificates', [null]],
        ['targets.0.endpoints.0.chains.0.certificates', ['%%%']],
        ['targets.0.endpoints.0.clients.0.basis', 'guessed'],
        ['targets.0.http.paths', [{ path: '/', configured: true, exchanges: [{}] }]],
        ['targets.0.dns.a.addresses', 'none'],
        ['config.rules', { 'tls/version': { parameters: [] } }],
        ['config.supportedOs.ios', 'newest'],
        ['config.rules', { 'certificate/hostnames': { level: 'off' } }],
        ['config.rules', { 'certificate/validity': { levels: { expird: 'off' } } }],
        ['config.rules', { 'audit/complete': { level: 'off' } }],
        ['config.legacyOs.ios', '20'],
        ['config.waivers', [{ rule: 'tls/versions', host: 'a.cn', until: '2099-01-01', reason: 'r' }]],
        ['gatheredAt', 'yesterday'],
        ['ca', [true]],
      ] as const
    ).map(([at, value]): [string, () => string, string] => [
      `${at} = ${JSON.stringify(value)}`,
      () => changed(put(at, value)),
      'wrong at ',
    ]),
    [
      'a blob that is not there',
      () => changed(put('targets.0.endpoints.0.chains.0.certificates', [9999])),
      'wrong at blobs',
    ],
  ]
  test.each(cases)('%s', async (_, input, why) => {
    const ran = await hefa(['judge', '-'], { input: input() })
    expect({ status: ran.status, stdout: ran.stdout }).toEqual({ status: 2, stdout: '' })
    expect(ran.stderr.split('\n')).toHaveLength(2)
    expect(ran.stderr).toMatch(/^hefa: <stdin>:\d+:\d+: not usable as facts saved with --save-facts: /)
    expect(ran.stderr).toContain(why)
  })

  test.each<[string, () => string, string]>([
    ['cut short', () => `${facts.slice(0, 40)}`, ':1:41: '],
    ['a list', () => '\n []', ':1:1: '],
    [
      'wrong on its third line',
      () => changed(put('gatheredAt', 'today')).replace('"gath', '\n\n"gath'),
      ':3:14: ',
    ],
  ])('are told with line and column: %s', async (_, input, at) => {
    const { stderr } = await hefa(['judge', '-'], { input: input() })
    expect(stderr).toContain(`<stdin>${at}`)
  })

  test('certificates that are none are judged, not trusted', async () => {
    const input = changed(
      put('targets.0.endpoints.0.chains', [
        { certificates: ['AAAA'], hellos: ['tls1.3'], primary: true, keyProof: 'valid' },
      ]),
    )
    const { status, stdout, stderr } = await hefa(['judge', '-', '--format', 'json'], { input })
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(JSON.parse(stdout).targets[0].verdicts['wechat-ios']).toMatch(/fail|unknown/)
  })

  test('code a facts file names is not loaded', async () => {
    const mark = join(place, 'loaded')
    const plugin = join(place, 'plugin.mjs')
    writeFileSync(
      plugin,
      `import { writeFileSync } from 'node:fs'\nwriteFileSync(${JSON.stringify(mark)}, '')\n`,
    )
    const ran = await hefa(['judge', '-'], { input: changed(put('config.plugins', [plugin])) })
    expect(ran).toMatchObject({ status: 2, stdout: '' })
    expect(ran.stderr).toContain('--config')
    expect(() => statSync(mark)).toThrow('ENOENT')
  })

  test.each([
    [['judge', 'nowhere.json'], 'ENOENT'],
    [['judge', '.'], 'EISDIR'],
    [['judge'], 'missing argument'],
    [['judge', 'facts.json', '--resolve', 'a:1:127.0.0.1'], 'unknown option --resolve'],
  ])('%j', async (args, why) => {
    const ran = await hefa(args, { cwd: place })
    expect(ran).toMatchObject({ status: 2, stdout: '' })
    expect(ran.stderr).toContain(why)
  })
})
