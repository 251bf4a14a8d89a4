import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import { isAlwaysRead, isNamedByFamily } from '../../src/platforms/index.js'
import type { ReportOptions } from '../../src/report/index.js'
import { placeLabels, platformNames } from '../../src/report/labels.js'
import { renderPretty } from '../../src/report/pretty/index.js'
import { displayWidth } from '../../src/report/width.js'
import { familyOf, PLATFORM_IDS, type PlatformId, type Result } from '../../src/types.js'
import { manyFaults, passed, report, result, target } from './sample.js'

const PLAIN: ReportOptions = { language: 'en', color: false, width: 80, verbose: false }
const golden = (name: string) => new URL(`golden/${name}.txt`, import.meta.url).pathname

const allRight = () =>
  report({ targets: [target({ host: 'api.example.com', results: passed('tls/version', 'dns/resolves') })] })

describe('golden pages', () => {
  test.each([
    ['many-faults.en', manyFaults(), PLAIN],
    ['many-faults.zh', manyFaults(), { ...PLAIN, language: 'zh' as const }],
    ['many-faults.verbose.en', manyFaults(), { ...PLAIN, verbose: true }],
    ['all-right.en', allRight(), PLAIN],
    ['all-right.zh', allRight(), { ...PLAIN, language: 'zh' as const }],
  ])('%s', async (name, sample, options) => {
    const text = renderPretty(sample, options)
    await expect(text).toMatchFileSnapshot(golden(name))
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80)
  })
})

test('colour adds nothing but colour', () => {
  const painted = renderPretty(manyFaults(), { ...PLAIN, color: true })
  expect(painted).not.toBe(renderPretty(manyFaults(), PLAIN))
  expect(stripVTControlCharacters(painted)).toBe(renderPretty(manyFaults(), PLAIN))
})

describe('platforms are told in few words', () => {
  const all = PLATFORM_IDS.filter((id) => isNamedByFamily(id) && isAlwaysRead(familyOf(id)))
  test.each([
    [['wechat-ios', 'alipay-ios', 'mpaas-ios'], ['iOS']],
    [
      ['wechat-android', 'alipay-android', 'mpaas-android', 'wechat-devtools'],
      ['Android', 'wechat-devtools'],
    ],
    [
      ['alipay-ios', 'alipay-android', 'mpaas-ios', 'mpaas-android'],
      ['alipay', 'mpaas'],
    ],
    [
      ['wechat-ios', 'wechat-android'],
      ['wechat-ios', 'wechat-android'],
    ],
    [all, ['every']],
  ] as [PlatformId[], string[]][])('%j', (held, names) =>
    expect(platformNames(held, all, 'every')).toEqual(names),
  )

  test('a report of one platform tells its id', () =>
    expect(platformNames(['alipay-ios'], ['alipay-ios'], 'every')).toEqual(['alipay-ios']))
})

test('places: the file once, the first few, and how many more', () => {
  const entry = (line: number) => ({
    ...{ family: 'wechat' as const, api: 'request' as const, text: 'x' },
    ...{ file: 'a.json', line, column: 7 },
  })
  expect(placeLabels([1, 2, 3].map(entry), 2, (n) => `${n} more`)).toEqual(['a.json:1:7', '2:7', '1 more'])
})

describe('grouping', () => {
  const failing = (host: string, message: string, part: Partial<Result> = {}) =>
    target({ host, results: [result({ rule: 'tls/version', reason: 'too-old', message, ...part })] })
  const page = (...targets: ReturnType<typeof target>[]) =>
    renderPretty(report({ verdict: 'fail', exitCode: 1, targets }), PLAIN)
  const times = (text: string, part: string) => text.split(part).length - 1

  test('one block names all hosts with the same sentence', () => {
    const text = page(
      failing('a.example.com', 'TLS is too old.'),
      failing('b.example.com', 'TLS is too old.'),
    )
    expect(times(text, 'TLS is too old.')).toBe(1)
    expect(text).toContain('    a.example.com, b.example.com\n    TLS is too old.')
  })

  test('a sentence that differs by the host alone is reported once', () => {
    const text = page(
      failing('a.example.com', 'a.example.com is old.'),
      failing('b.example.com', 'b.example.com is old.'),
    )
    expect(times(text, 'is old.')).toBe(1)
    expect(text).toContain('also b.example.com')
  })

  test('so is one that differs by host and port alone', () => {
    const at = (port: number) =>
      target({
        ...{ host: 'a.example.com', port },
        results: [result({ rule: 'domain/port', reason: 'x', message: `a.example.com has port ${port}.` })],
      })
    const text = page(at(8443), at(9443))
    expect(times(text, 'has port')).toBe(1)
    expect(text).toContain('also a.example.com:9443')
  })

  test('sentences that differ by more are all told, under one heading', () => {
    const text = page(failing('a.example.com', 'Only 1.0.'), failing('b.example.com', 'Only 1.1.'))
    expect(times(text, 'tls/version ·')).toBe(1)
    expect(text).toContain('a.example.com: Only 1.0.\n    b.example.com: Only 1.1.')
  })

  test('hosts that weigh differently are not thrown together', () => {
    const text = page(
      failing('a.example.com', 'Old.'),
      failing('b.example.com', 'Old.', { level: 'warning' }),
    )
    expect(times(text, 'tls/version ·')).toBe(2)
  })

  test('an address is named only when not every address has the fault', () => {
    const addresses = ['192.0.2.1', '192.0.2.2'].map((address) => ({
      ...{ address, family: 4 as const, state: 'answered' as const },
    }))
    const at = (address: string) =>
      result({ rule: 'tls/version', reason: 'too-old', message: 'Old.', evidence: { addresses: [address] } })
    const both = target({ host: 'a.example.com', addresses, results: [at('192.0.2.1'), at('192.0.2.2')] })
    const one = target({ host: 'a.example.com', addresses, results: [at('192.0.2.2')] })
    expect(page(both)).not.toContain('192.0.2')
    expect(page(one)).toContain('only at 192.0.2.2')
  })

  test('a silent host is one block, whatever the number of checks', () => {
    const open = Array.from({ length: 20 }, (_, at) =>
      result({ rule: `tls/rule-${at}`, status: 'unknown', reason: 'not-observed', message: 'Silence.' }),
    )
    const silent = target({ host: 'a.example.com', results: open })
    const text = renderPretty(report({ verdict: 'unknown', exitCode: 3, targets: [silent] }), PLAIN)
    expect(times(text, 'Silence.')).toBe(1)
    expect(text).toContain('? a.example.com · 20 checks could not be made on every platform')
    expect(text).toContain('1 undetermined')
  })

  test('a host with a warning-level gap only is a note', () => {
    const open = ['tls/a', 'tls/b'].map((rule) =>
      result({ rule, status: 'unknown', level: 'warning', reason: 'not-observed', message: 'No IPv6 here.' }),
    )
    const text = renderPretty(report({ targets: [target({ host: 'a.example.com', results: open })] }), PLAIN)
    expect(text).toContain('Notes\n? a.example.com · 2 checks could not be made: No IPv6 here.')
    expect(text).not.toContain('Could not be determined')
  })
})

test('worst comes first', () => {
  const results = [
    result({ rule: 'tls/note', level: 'info', reason: 'x', message: 'A note.' }),
    result({ rule: 'tls/warning', level: 'warning', reason: 'x', message: 'A warning.' }),
    result({ rule: 'tls/open', status: 'unknown', reason: 'x', message: 'An open question.' }),
    result({ rule: 'tls/error', reason: 'x', message: 'An error.' }),
  ]
  const text = renderPretty(report({ targets: [target({ host: 'a.example.com', results })] }), PLAIN)
  const places = ['An error.', 'An open question.', 'A warning.', 'A note.'].map((part) => text.indexOf(part))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(places).not.toContain(-1)
})

test('a long list of sound domains takes one line', () => {
  const targets = Array.from({ length: 200 }, (_, at) => target({ host: `h${at}.example.com` }))
  const text = renderPretty(report({ targets }), PLAIN)
  expect(text).toContain('200 domains passed every check')
  expect(text).not.toContain('h7.example.com')
})

test('the first to expire is the first whose chain does', () => {
  const certificate = (daysLeft: number) => ({
    ...{ subject: '', issuer: '', names: [], sha256: 'a'.repeat(64), daysLeft },
    ...{ notBefore: '2026-10-01T00:00:00.000Z', notAfter: '2027-02-01T00:00:00.000Z' },
  })
  const issuerEnds = { ...certificate(40), subject: 'CN=CA' }
  const targets = [
    target({ host: 'a.example.com', certificate: certificate(50) }),
    target({ host: 'b.example.com', certificate: { ...certificate(60), issuerEnds } }),
  ]
  expect(renderPretty(report({ targets }), PLAIN)).toMatch(/b\.example\.com,\s+40 days left/)
})

test('hostile text steers nothing and has an end', () => {
  const evil = `\x1b]0;owned\x07\x9b31m\u202e\u200b\r\n✔ Fit for release${'\u0301'.repeat(500)}${'x'.repeat(100_000)}`
  const everything = result({
    ...{ rule: 'certificate/hostname', reason: evil, message: evil, fix: evil },
    reference: { title: evil, url: evil, quote: evil },
    evidence: { name: evil, addresses: [evil], hellos: [evil], waiver: { reason: evil, until: evil } },
    entry: { family: 'wechat', api: 'request', text: evil, file: evil, line: 1, column: 1 },
  })
  const sample = report({
    ...{ verdict: 'fail', exitCode: 1, at: evil },
    tool: { name: 'hefa', version: evil },
    config: [everything, { ...everything, status: 'waived' }, { ...everything, level: 'info' }],
    targets: [target({ host: evil, results: [everything, { ...everything, status: 'unknown' }] })],
  })
  const text = renderPretty(sample, { ...PLAIN, verbose: true })
  expect(text.replaceAll('\n', '')).toMatch(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u)
  expect(text.length).toBeLessThan(40_000)
  expect(text.split('\n').filter((line) => line.startsWith('✔'))).toEqual([])
})

describe('what is to be done first is the last line', () => {
  const chain = (command?: string): Result =>
    result({
      ...{ rule: 'certificate/chain-complete', reason: 'missing', message: 'Incomplete.' },
      platforms: ['wechat-android'],
      ...(command === undefined ? {} : { command }),
    })
  const last = (results: Result[], more = {}, language: 'en' | 'zh' = 'en') =>
    renderPretty(report({ targets: [target({ host: 'a.example.com', results })], ...more }), {
      ...PLAIN,
      language,
    })
      .trimEnd()
      .split('\n')
      .at(-1)

  test.each<[string, Result[], string]>([
    [
      'the command that fixes it',
      [chain('hefa chain a.example.com > fullchain.pem')],
      'Next: 1 domain fails on wechat-android: hefa chain a.example.com > fullchain.pem',
    ],
    ['or the page that tells how', [chain()], 'hefa rules certificate/chain-complete'],
    [
      'an error comes before what is open',
      [result({ rule: 'tls/a', status: 'unknown' }), result({ rule: 'tls/b' })],
      'Next: 1 domain fails on every platform: hefa rules tls/b',
    ],
    [
      'a warning comes last',
      [result({ rule: 'tls/a', level: 'warning' })],
      'Next: 1 domain has a warning on every platform: hefa rules tls/a',
    ],
  ])('%s', (_, results, expected) => expect(last(results)).toContain(expected))

  test('of the lists', () =>
    expect(last([], { config: [result({ rule: 'domain/limit' })] })).toBe(
      'Next: the domain lists fail on every platform: hefa rules domain/limit',
    ))

  test('in Chinese', () => {
    const results = [result({ rule: 'tls/version', platforms: ['wechat-android'] })]
    expect(last(results, {}, 'zh')).toBe('下一步：1 个域名在 wechat-android 上不通过：hefa rules tls/version')
  })

  test('nothing, where nothing is to be done', () =>
    expect(last([result({ rule: 'tls/a', level: 'info' })])).toMatch(/^✔ Fit for release/))

  test('a command is never broken', () => {
    const command = `hefa chain ${'a'.repeat(80)}.example.com > fullchain.pem`
    expect(last([chain(command)])).toBe(`  ${command}`)
  })
})

test('ten perfect domains take at most 15 lines, with a note of each and an open question', () => {
  const platforms = PLATFORM_IDS.slice(0, 5)
  const note = (n: number) =>
    result({
      rule: 'domain/port',
      level: 'info',
      platforms,
      message: `Only https://h${n}.example.com:8443 itself will work: neither https://h${n}.example.com nor another port.`,
    })
  const targets = Array.from({ length: 10 }, (_, n) =>
    target({ host: `h${n}.example.com`, port: 8443, results: [note(n)] }),
  )
  const filing = result({
    ...{ rule: 'domain/icp-filing', status: 'unknown', level: 'warning', platforms },
    message: 'Whether example.com has an ICP filing could not be determined: the config names no number.',
  })
  const verdicts = Object.fromEntries(platforms.map((id) => [id, 'pass' as const]))
  const text = renderPretty(report({ platforms, verdicts, targets, config: [filing] }), PLAIN)
  expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(15)
  expect(text).toContain('domain/port')
  expect(text).toContain('also 9 more domains')
})

test('of a list of thousands some are reported, each with its reason and its line', () => {
  const config = Array.from({ length: 5000 }, (_, n) =>
    result({
      rule: 'domain/scheme',
      reason: 'insecure',
      message: `http://a${n}.cn is not encrypted.`,
      entry: {
        ...{ family: 'wechat' as const, api: 'request' as const, text: `http://a${n}.cn` },
        ...{ file: 'hefa.config.json', line: n + 4, column: 5 },
      },
    }),
  )
  const text = renderPretty(report({ verdict: 'fail', exitCode: 1, config }), PLAIN)
  expect(text.split('\n').length).toBeLessThan(40)
  expect(text).toContain('http://a0.cn is not encrypted.\n    at hefa.config.json:4:5\n')
  expect(text).toContain('also http://a1.cn (hefa.config.json:5:5)')
  expect(text).toContain('… and 4992 more')
})
