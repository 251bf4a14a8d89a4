/** Every format says what was looked at, and what was switched off, lowered, waived. */
import { describe, expect, test } from 'vitest'
import { FORMATS, type FormatName } from '../../src/report/index.js'
import type { Report } from '../../src/types.js'
import { report, result, scope, target } from './sample.js'

const options = { color: false, width: 80, verbose: false }
const render = async (name: FormatName, sample: Report, language: 'en' | 'zh' = 'en') =>
  (await FORMATS[name]())(sample, { ...options, language })
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
const NAMES = Object.keys(FORMATS) as FormatName[]
const MACHINE: readonly FormatName[] = ['json', 'ndjson', 'openmetrics']
const PEOPLE = NAMES.filter((name) => !MACHINE.includes(name))

const waiver = { reason: 'private CA in staging', until: '2027-01-01' }
const waived = result({ rule: 'certificate/trusted', status: 'waived', evidence: { waiver } })
const limited = (): Report =>
  report({
    targets: [target({ host: 'a.example.com', results: [waived] })],
    scope: scope({
      rulesOff: ['certificate/chain-complete', 'http/charset'],
      levelsChanged: ['certificate/hostname'],
      levelsLowered: ['certificate/hostname'],
      waived: 1,
    }),
  })

describe.each(NAMES)('%s', (name) => {
  test('names what is off, lowered and waived', async () => {
    const text = (await render(name, limited())).replace(/\s+/g, ' ')
    for (const rule of [
      'certificate/chain-complete',
      'http/charset',
      'certificate/hostname',
      'certificate/trusted',
    ])
      expect(text).toContain(rule)
    expect(text).not.toContain('every requirement passed')
  })
})

test.each(PEOPLE)('%s: with counts, in both languages', async (name) => {
  const text = (await render(name, limited())).replace(/\s+/g, ' ')
  for (const count of ['1 waived', '2 rules off', '1 level lowered']) expect(text).toContain(count)
  const chinese = await render(name, limited(), 'zh')
  for (const count of ['豁免 1 项', '关闭规则 2 条', '降低级别 1 条']) expect(chinese).toContain(count)
})

describe('versions of systems that are left out', () => {
  const narrowed = report({
    scope: scope({
      versionsNarrowed: [
        { os: 'ios', before: '15', effect: 'not-judged' },
        { os: 'android', before: '12', effect: 'warning' },
      ],
    }),
  })

  test.each(PEOPLE)('%s names them in both languages', async (name) => {
    const text = (await render(name, narrowed)).replace(/\s+/g, ' ')
    expect(text).toContain('iOS before 15 not judged')
    expect(text).toContain('Android before 12 for warnings only')
    expect(text).not.toContain('every requirement passed')
    const chinese = (await render(name, narrowed, 'zh')).replace(/\s+/g, '')
    expect(chinese).toContain('不判定15之前的iOS')
  })

  test.each(MACHINE)('%s has them as data', async (name) => {
    const text = (await render(name, narrowed)).replace(/\s+/g, ' ')
    expect(text).toMatch(/"?os"?[:=] ?"ios"[^}]*before"?[:=] ?"15"[^}]*not-judged/)
  })
})

describe('a platform of which not everything is known', () => {
  const platforms: Report['platforms'] = ['wechat-ios', 'wechat-harmonyos']
  const passed = report({
    platforms,
    verdicts: { 'wechat-ios': 'pass', 'wechat-harmonyos': 'pass' },
    scope: scope({ notKnown: ['wechat-harmonyos'] }),
  })

  test('is no plain pass', async () => {
    expect(await render('pretty', passed)).toMatch(/wechat-harmonyos +ready, as far as is known/)
    expect(await render('pretty', passed)).toMatch(/wechat-ios +ready\n/)
    expect(await render('markdown', passed)).toContain('ready, as far as is known')
    expect(await render('github', passed)).toContain('wechat-harmonyos: ready, as far as is known')
    expect(await render('html', passed, 'zh')).toContain('通过（仅就已知部分）')
    expect(await render('openmetrics', passed)).toContain(
      'hefa_platform_not_known{platform="wechat-harmonyos"} 1',
    )
  })
  test.each(['pretty', 'markdown', 'html', 'github', 'sarif'] as const)(
    '%s does not say that all passed',
    async (name) => {
      expect((await render(name, passed)).replace(/\s+/g, ' ')).not.toContain('every requirement passed')
    },
  )
})

describe('findings that are counted only', () => {
  const cut = report({ verdict: 'fail', exitCode: 1, scope: scope({ notListed: 4000 }) })

  test.each(PEOPLE)('%s says how many', async (name) => {
    expect((await render(name, cut)).replace(/\s+/g, ' ')).toContain(
      '4000 more findings about entries count and are not listed',
    )
    expect((await render(name, cut, 'zh')).replace(/\s+/g, '')).toContain('另有4000项')
  })
  test.each(MACHINE)('%s has the number', async (name) => {
    expect(await render(name, cut)).toMatch(/not_?listed"?:? ?4000/i)
  })
})

const scanned = (compared: boolean) => ({
  ...{
    folder: 'mp',
    kinds: [],
    filesRead: 1,
    passedOver: [],
    leftOut: [],
    undetermined: [],
    hosts: [],
    compared,
  },
  calls: { found: 1, resolved: 1, undetermined: 0 },
  omitted: { passedOver: 0, undetermined: 0, hosts: 0, silentClients: 0 },
})
const source = scope({ servers: 0, source: true })

describe.each<[string, Partial<Report>, string]>([
  ['a source beside its lists', { scan: scanned(true) as never, scope: source }, 'no server was checked'],
  [
    'a source beside none',
    { scan: scanned(false) as never, scope: source, verdict: 'unknown', exitCode: 3 },
    'compared with no list',
  ],
  ['a certificate file', { scope: scope({ servers: 0, files: 1 }) }, 'no server was checked'],
  [
    'facts that were saved',
    { scope: scope({ gatheredAt: '2026-11-01T08:00:00Z' }) },
    'judged from facts of 2026-11-01 08:00 UTC',
  ],
  [
    'an empty share',
    { scope: scope({ servers: 0, shard: { index: 2, count: 2 }, share: 'empty' }) },
    'This share is empty',
  ],
  ['lists alone', { scope: scope({ servers: 0 }) }, 'no server was checked'],
  [
    'lists made from the source',
    { scan: scanned(true) as never, scope: { ...source, madeFromSource: true } },
    'made from this source',
  ],
])('%s', (_, part, words) => {
  test.each(PEOPLE)('%s says so', async (name) => {
    const text = (await render(name, report(part))).replace(/\s+/g, ' ')
    expect(text).toContain(words)
    if (part.scope?.servers === 0)
      expect(text).not.toMatch(/Fit for release|every requirement passed|: ready/)
  })
})

test('what somebody asked for and passed has a line in every format', async () => {
  const passed = result({
    rule: 'certificate/key-match',
    status: 'pass',
    message: 'the private key belongs to "a"',
    evidence: { asked: true },
  })
  const sample = report({
    targets: [target({ host: 'a.example.com', results: [passed] })],
    scope: scope({ servers: 0, files: 1 }),
  })
  for (const name of NAMES) expect(await render(name, sample), name).toContain('certificate/key-match')
})

test('"every requirement passed" stands where it is true', async () => {
  expect(await render('pretty', report({}))).toContain('every requirement passed')
  expect(await render('pretty', report({ verdict: 'warn' }))).not.toContain('every requirement passed')
})
