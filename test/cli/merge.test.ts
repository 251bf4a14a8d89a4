/** The shares of a run are joined: the same verdicts as of one run, and what is missing is unknown. */
import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Demo, startDemo } from '../../src/demo/index.js'
import { FORMATS } from '../../src/report/index.js'
import type { Report } from '../../src/types.js'
import { answering } from '../helpers/answering.js'
import { folder, hefa } from './hefa.js'

const COUNT = 3
const AT = ['--at', '2026-12-01T00:00:00Z']
let demo: Demo
let cwd: string
beforeAll(async () => {
  demo = await startDemo()
  cwd = await folder({ 'root.pem': demo.ca, 'hefa.config.json': answering(demo).config })
  await run('check', ...flags(), '--format', 'json', '--output', 'whole.json')
  for (let n = 1; n <= COUNT; n++) await share(n)
}, 60_000)
afterAll(() => demo.close())

const flags = () => [
  ...answering(demo).resolve.flatMap((entry) => ['--resolve', entry]),
  ...['--ca', 'root.pem', '--timeout', '60', '--quiet'],
  ...AT,
]
const run = (...args: string[]) => hefa(args, { cwd })
const share = (n: number, file = `share-${n}.json`, ...more: string[]) =>
  run('check', ...flags(), '--shard', `${n}/${COUNT}`, '--format', 'json', '--output', file, ...more)
const reportOf = ({ stdout }: { stdout: string }): Report => JSON.parse(stdout)
const read = (file: string): Report => JSON.parse(readFileSync(join(cwd, file), 'utf8'))
const write = (file: string, change: (report: Report) => void, from = 'share-2.json') => {
  const report = read(from)
  change(report)
  writeFileSync(join(cwd, file), JSON.stringify(report, null, 2))
}
const ALL = ['share-1.json', 'share-2.json', 'share-3.json']

/** Ports and silence aside, servers answer the same each time. */
const told = ({ targets, config, verdict, verdicts, platforms, exitCode }: Report) => ({
  ...{ verdict, verdicts, platforms, exitCode },
  config: config.map(({ rule, status, level, entry }) => [rule, status, level, entry?.text]),
  targets: targets.map((target) => [target.host, target.port, target.verdicts]),
})

describe('all shares', () => {
  test('say what one run says, in whatever order they come', async () => {
    const merged = await run('merge', ...ALL, '--format', 'json')
    expect(merged.stderr).toBe('')
    expect(told(reportOf(merged))).toEqual(told(read('whole.json')))
    expect(merged.status).toBe(read('whole.json').exitCode)
    const { shard, servers } = reportOf(merged).scope
    expect([shard, servers]).toEqual([undefined, read('whole.json').scope.servers])
    expect((await run('merge', ...ALL.toReversed(), '--format', 'json')).stdout).toBe(merged.stdout)
  })
  test.each(Object.keys(FORMATS))('in every format: %s', async (format) => {
    const merged = await run('merge', ...ALL, '--format', format, '--output', `all.${format}`)
    expect(merged).toMatchObject({ status: 1, stdout: '', stderr: '' })
    expect(readFileSync(join(cwd, `all.${format}`), 'utf8')).toContain('shop.example')
  })
  test('of names from standard input too', async () => {
    const input = answering(demo)
      .targets.map(({ host, port }) => `https://${host}:${port}\n`)
      .join('')
    const files = await Promise.all(
      [1, 2].map(async (n) => {
        const file = `names-${n}.json`
        await hefa(['audit', '-', ...flags(), '--shard', `${n}/2`, '--format', 'json', '--output', file], {
          cwd,
          input,
        })
        return file
      }),
    )
    const merged = reportOf(await run('merge', ...files, '--format', 'json'))
    expect(merged.targets.map(({ port }) => port)).toEqual(answering(demo).targets.map(({ port }) => port))
  })
  test('an index of Kubernetes, which counts from 0, is a share', async () => {
    const line = `node "$BIN" check ${flags()
      .map((flag) => `'${flag}'`)
      .join(' ')} --shard "$((JOB_COMPLETION_INDEX+1))/${COUNT}" --format json`
    const BIN = join(import.meta.dirname, '../../bin/hefa.js')
    const text = await new Promise<string>((done) => {
      const shell = spawn('sh', ['-c', line], {
        cwd,
        env: { PATH: process.env.PATH, BIN, JOB_COMPLETION_INDEX: '2' },
      })
      let said = ''
      shell.stdout.on('data', (part) => {
        said += part
      })
      shell.on('close', () => done(said))
    })
    writeFileSync(join(cwd, 'indexed.json'), text)
    const merged = await run('merge', 'share-1.json', 'share-2.json', 'indexed.json', '--format', 'json')
    expect(told(reportOf(merged))).toEqual(told(read('whole.json')))
  })
})

describe('a share that is missing', () => {
  test('is unknown by name, and never accepted', async () => {
    const good = {
      domains: {
        request: [
          `https://${answering(demo).targets[0]?.host}:${answering(demo).targets[0]?.port}`,
          'https://b.shop.example:1',
        ],
      },
      rules: { 'domain/icp-filing': 'off' },
    }
    writeFileSync(join(cwd, 'good.json'), JSON.stringify(good))
    await run(
      'check',
      'good.json',
      ...flags(),
      '--shard',
      '1/2',
      '--format',
      'json',
      '--output',
      'good-1.json',
    )
    expect(read('good-1.json')).toMatchObject({ verdict: expect.stringMatching(/pass|warn/), exitCode: 0 })
    for (const more of [[], ['--allow-unknown']]) {
      const merged = await run('merge', 'good-1.json', '--format', 'json', ...more)
      expect(merged.status).toBe(3)
      const report = reportOf(merged)
      expect(report.verdict).toBe('unknown')
      expect(Object.values(report.verdicts)).toEqual(report.platforms.map(() => 'unknown'))
      const [found] = report.config
      expect(found).toMatchObject({
        rule: 'audit/complete',
        status: 'unknown',
        level: 'error',
        evidence: { reason: 'shares-missing', shares: ['2/2'], count: 1, targets: 1 },
      })
      expect(found?.message).toContain('2/2')
    }
    const { stdout } = await run('merge', 'good-1.json', '--lang', 'zh')
    expect(stdout).toContain('缺少分片 2/2 的报告')
  })
  test('beside a failure does not hide it', async () => {
    const merged = await run('merge', 'share-1.json', 'share-3.json', '--format', 'json')
    expect(merged.status).toBe(1)
    expect(reportOf(merged).config[0]).toMatchObject({ evidence: { reason: 'shares-missing' } })
  })
})

test('a share that was stricter stays so; --fail-on makes all so', async () => {
  write('lax-1.json', (report) => {
    report.targets = report.targets.map((target) => ({
      ...target,
      results: [],
      verdicts: { 'wechat-ios': 'pass' },
    }))
    report.config = []
    report.verdicts = Object.fromEntries(report.platforms.map((id) => [id, 'pass']))
    report.verdict = 'fail'
    Object.assign(report.scope.shard ?? {}, { index: 1, count: 1, targets: report.targets.length })
  })
  expect((await run('merge', 'lax-1.json')).status).toBe(1)
})

describe('a share that was edited', () => {
  const pass = (report: Report) => {
    const passed = Object.fromEntries(report.platforms.map((id) => [id, 'pass' as const]))
    Object.assign(report, { verdict: 'pass', exitCode: 0, verdicts: passed, config: [] })
    for (const target of report.targets) target.verdicts = passed
  }
  /** All shares say they passed; what is left of the results doesn't contradict it. */
  const edited = async (change: (report: Report) => void) => {
    const kept = (report: Report) => {
      pass(report)
      for (const target of report.targets)
        target.results = target.results.map((one) => ({ ...one, status: 'pass' as const }))
    }
    for (const n of [1, 3]) write(`kept-${n}.json`, kept, `share-${n}.json`)
    write('edited.json', (report) => {
      kept(report)
      change(report)
    })
    return reportOf(await run('merge', 'kept-1.json', 'edited.json', 'kept-3.json', '--format', 'json'))
  }
  const first = (report: Report) => report.targets[0] as Report['targets'][number]
  test('only in what it says passes: the control', async () => {
    expect((await edited(() => {})).verdict).toBe('pass')
  })
  test.each<[string, (report: Report) => void]>([
    [
      'without results',
      (one) => {
        first(one).results = []
      },
    ],
    [
      'without one result',
      (one) => {
        first(one).results = first(one).results.filter(({ rule }) => rule !== 'certificate/hostname')
      },
    ],
    [
      'with nothing that applies',
      (one) => {
        first(one).results = first(one).results.map((result) => ({ ...result, status: 'not-applicable' }))
      },
    ],
    [
      'with results of no platform',
      (one) => {
        first(one).results = first(one).results.map((result) => ({ ...result, platforms: [] }))
      },
    ],
  ])('%s is unknown', async (_, change) => {
    const merged = await edited(change)
    expect(merged).toMatchObject({ verdict: 'unknown', exitCode: 3 })
    const target = merged.targets.find(({ results }) => results[0]?.rule === 'audit/complete')
    expect(target?.results[0]).toMatchObject({ status: 'unknown', evidence: { reason: 'results-missing' } })
    expect(Object.values(target?.verdicts ?? {})).toContain('unknown')
  })
  test('to hold the target of another is refused', async () => {
    write('stolen.json', (report) => {
      report.targets[0] = first(read('share-1.json'))
    })
    const { status, stderr } = await run('merge', 'share-1.json', 'stolen.json', 'share-3.json')
    expect(status).toBe(2)
    expect(stderr).toMatch(/^hefa: share-1\.json and stolen\.json both hold https:\/\/\S+\n$/)
  })
})

describe('what is no share of this run', () => {
  test.each([
    ['the same share twice', ['share-1.json', 'share-1.json'], /both share 1\/3/],
    ['a whole run', ['whole.json'], /whole\.json: not a share/],
    ['a config', ['hefa.config.json'], /hefa\.config\.json: .*report/],
    ['a file that is not there', ['none.json'], /none\.json/],
    ['standard input twice', ['-', '-'], /once only/],
  ])('%s: one clear error', async (_, files, message) => {
    const ran = await run('merge', ...files)
    expect(ran).toMatchObject({ status: 2, stdout: '' })
    expect(ran.stderr).toMatch(message)
    expect(ran.stderr.trim().split('\n')).toHaveLength(1)
  })
  test.each<[string, (report: Report) => void, RegExp]>([
    [
      'another version',
      (one) => {
        one.tool.version = '0.0.1'
      },
      /tool\.version is "0\.0\.1"/,
    ],
    [
      'another list or rules',
      (one) => {
        Object.assign(one.scope.shard ?? {}, { whole: 'a'.repeat(64) })
      },
      /other domains, rules/,
    ],
    [
      'other shares',
      (one) => {
        Object.assign(one.scope.shard ?? {}, { count: 4 })
      },
      /scope\.shard\.count is 4, not 3/,
    ],
    [
      'other lists of roots',
      (one) => {
        one.scope.listsReadOn = '2020-01-01'
      },
      /scope\.listsReadOn is 2020-01-01/,
    ],
    [
      'other platforms',
      (one) => {
        one.platforms = ['wechat-ios']
      },
      /platforms is \["wechat-ios"\]/,
    ],
    [
      'rules switched off',
      (one) => {
        one.scope.rulesOff = ['tls/version']
      },
      /scope\.rulesOff/,
    ],
    [
      'another place',
      (one) => {
        one.scope.vantages = ['hk']
      },
      /scope\.vantages/,
    ],
    [
      'another week',
      (one) => {
        one.at = '2026-11-20T00:00:00.000Z'
      },
      /less than a day apart/,
    ],
    [
      'no mark, of an older version',
      (one) => {
        one.scope.shard = { index: 2, count: 3 }
      },
      /did not record which run/,
    ],
    [
      'a part cut off',
      (one) => {
        one.targets.pop()
      },
      /share 2\/3 holds \d+ of \d+ targets/,
    ],
    [
      'an index beyond',
      (one) => {
        Object.assign(one.scope.shard ?? {}, { index: 9 })
      },
      /share 9\/3/,
    ],
  ])('a share of %s', async (_, change, message) => {
    write('odd.json', change)
    const ran = await run('merge', 'share-1.json', 'odd.json', 'share-3.json')
    expect(ran).toMatchObject({ status: 2, stdout: '' })
    expect(ran.stderr).toMatch(message)
    expect(ran.stderr.trim().split('\n')).toHaveLength(1)
  })
  test('of a shape that is wrong is reported at its line', async () => {
    write('odd.json', (one) => Object.assign(one.targets[0] ?? {}, { port: 'many' }))
    const text = readFileSync(join(cwd, 'odd.json'), 'utf8').split('\n')
    const line = text.findIndex((one) => one.includes('"port": "many"')) + 1
    const ran = await run('merge', 'odd.json')
    expect(ran.status).toBe(2)
    expect(ran.stderr).toContain(`odd.json:${line}:`)
    expect(ran.stderr).toContain('targets.0.port')
  })
  test.each(['2026-11-29T10:09:16+08', '2026-11-29T24:00:00Z'])('of an instant like %s too', async (at) => {
    write('odd.json', (one) => Object.assign(one, { at }))
    const ran = await run('merge', 'share-1.json', 'odd.json', 'share-3.json')
    expect(ran).toMatchObject({ status: 2, stdout: '' })
    expect(ran.stderr).toMatch(/odd\.json:\d+:\d+: .*: at: Invalid timestamp: Received "2026/)
  })
  test.each([
    ['cut', (text: string) => text.slice(0, 5000)],
    ['broken', (text: string) => text.replace('"verdict":', '"verdict"')],
    ['empty', () => ''],
  ])('that is %s is reported at its line', async (_, spoil) => {
    writeFileSync(join(cwd, 'odd.json'), spoil(readFileSync(join(cwd, 'share-2.json'), 'utf8')))
    const ran = await run('merge', 'odd.json')
    expect(ran).toMatchObject({ status: 2, stdout: '' })
    expect(ran.stderr).toMatch(/odd\.json:\d+:\d+: not JSON/)
  })
  test('that is nested without end, or no text, is no report', async () => {
    write('odd.json', (one) => {
      Object.assign(one.targets[0]?.results[0] ?? {}, { evidence: { deep: 'HERE' } })
    })
    const text = readFileSync(join(cwd, 'odd.json'), 'utf8')
    writeFileSync(
      join(cwd, 'deep.json'),
      text.replace('"HERE"', `${'['.repeat(100_000)}${']'.repeat(100_000)}`),
    )
    writeFileSync(join(cwd, 'bytes.json'), Buffer.from([0x7b, 0xff, 0xfe]))
    for (const file of ['deep.json', 'bytes.json']) {
      const ran = await run('merge', file)
      expect(ran).toMatchObject({ status: 2, stdout: '' })
      expect(ran.stderr).toContain(file)
    }
  })
  test('of a later version is merged among its like, and named', async () => {
    for (const n of [1, 2, 3])
      write(
        `late-${n}.json`,
        (one) => {
          one.tool.version = '99.0.0'
        },
        `share-${n}.json`,
      )
    const ran = await run('merge', 'late-1.json', 'late-2.json', 'late-3.json', '--format', 'json')
    expect(ran.stderr).toContain('99.0.0')
    expect(reportOf(ran).tool.version).toBe('99.0.0')
  })
  test('an output that cannot be written is reported before anything is read', async () => {
    const ran = await run('merge', ...ALL, '--output', 'no/such/folder/x')
    expect(ran.status).toBe(2)
    expect(ran.stderr).toContain('no/such/folder')
  })
})
