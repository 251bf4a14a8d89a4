/** What was switched off, lowered, waived and not looked at is said: by name, in every format, in both languages. */
import { readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Demo, startDemo } from '../../src/demo/index.js'
import { FORMATS } from '../../src/report/index.js'
import { folder, hefa, type Ran } from '../cli/hefa.js'

const NAMES = Object.keys(FORMATS)
const MACHINE = ['json', 'ndjson', 'openmetrics']
const LANGUAGES = ['en', 'zh'] as const
const COUNTS = {
  en: ['1 rule off', '1 level lowered', '1 waived'],
  zh: ['关闭规则 1 条', '降低级别 1 条', '豁免 1 项'],
}
const ALL_PASSED = { en: 'every requirement passed', zh: '所有要求均已满足' }
/** One more than are tried; nobody listens at any but the first. */
const ADDRESSES = ['127.0.0.1', ...Array.from({ length: 64 }, (_, at) => `127.0.1.${at + 1}`)]
const LEFT = '127.0.1.64'

let demo: Demo
let place: string
const portOf = (label: string) => demo.targets.find(({ host }) => host === `${label}.shop.example`)?.port
const url = (label: string) => `https://${label}.shop.example:${portOf(label)}`
const at = (label: string, ...addresses: string[]) => [
  '--resolve',
  `${label}.shop.example:${portOf(label)}:${addresses.join(',')}`,
]
const RULES = { 'http/charset': 'off', 'certificate/chain-complete': 'warning' }
const SOURCE_RULES = { 'project/url-length': 'off', 'project/method-case': 'info' }
const WAIVER = { rule: 'certificate/trusted', until: '2099-01-01', reason: 'inside our network' }

beforeAll(async () => {
  demo = await startDemo()
  const limited = {
    domains: { request: [url('api'), url('office-ca'), url('silent')] },
    rules: RULES,
    waivers: [{ ...WAIVER, host: 'office-ca.shop.example' }],
  }
  place = await folder({
    'root.pem': demo.ca,
    'limited.json': JSON.stringify(limited),
    'source.json': JSON.stringify({
      domains: { request: ['https://api.example.com'] },
      rules: SOURCE_RULES,
      waivers: [{ ...WAIVER, rule: 'project/unlisted-domain', host: 'other.example.com' }],
    }),
    'file.json': JSON.stringify({
      domains: { request: [url('api')] },
      rules: { 'certificate/hostname': 'off', 'certificate/lifetime': 'info' },
    }),
    'plain.json': JSON.stringify({ domains: { request: [url('api'), url('office-ca'), url('silent')] } }),
  })
  await mkdir(join(place, 'mp'))
  await writeFile(join(place, 'mp/app.json'), '{"pages":["index"]}')
  await writeFile(
    join(place, 'mp/index.js'),
    "require('./lost.js'); Page({ onLoad() { wx.request({ url: 'https://api.example.com/v1' }); wx.request({ url: 'https://other.example.com/v1' }) } })",
  )
})
afterAll(() => demo.close())

/** Every format at once, each in a file of its own. */
async function everyFormat(
  language: 'en' | 'zh',
  args: readonly string[],
): Promise<[Ran, Map<string, string>]> {
  const outputs = NAMES.flatMap((name) => ['--format', name, '--output', `${language}.${name}`])
  const ran = await hefa([...args, '--lang', language, ...outputs], { cwd: place })
  const texts = NAMES.map((name): [string, string] => [
    name,
    plain(readFileSync(join(place, `${language}.${name}`), 'utf8')),
  ])
  return [ran, new Map(texts)]
}

/** Without the escapes and line breaks of a format. */
function plain(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replace(/\s+/g, ' ')
}

const network = () => [
  ...at('api', ...ADDRESSES),
  ...at('office-ca', '127.0.0.1'),
  ...at('silent', '127.0.0.1'),
  ...['--ca', 'root.pem', '--timeout', '2'],
]

/** Made once: a comparison puts both into its own language. */
let reports: Promise<unknown> | undefined
const bothReports = () => {
  const made = (name: string) =>
    hefa(['check', `${name}.json`, ...network(), '--format', 'json', '--output', `${name}.report`], {
      cwd: place,
    })
  reports ??= Promise.all(['plain', 'limited'].map(made))
  return reports
}

describe.each(LANGUAGES)('%s', (language) => {
  const commands: [string, () => string[]][] = [
    ['check', () => ['check', 'limited.json', ...network(), '--save-facts', 'facts.json']],
    ['judge', () => ['judge', 'facts.json', '--config', 'limited.json']],
  ]
  test.each(commands)('%s', async (_, args) => {
    const [ran, texts] = await everyFormat(language, args())
    expect(ran.status, ran.stderr).toBe(3)
    for (const [name, text] of texts) {
      const names = [
        ...Object.keys(RULES),
        WAIVER.rule,
        'office-ca.shop.example',
        'silent.shop.example',
        LEFT,
      ]
      for (const one of names) expect(text, `${name}: ${one}`).toContain(one)
      expect(text, name).not.toContain(ALL_PASSED[language])
      if (!MACHINE.includes(name))
        for (const count of COUNTS[language]) expect(text, `${name}: ${count}`).toContain(count)
    }
    const { scope, targets } = JSON.parse(texts.get('json') ?? '')
    expect(scope).toMatchObject({
      rulesOff: ['http/charset'],
      levelsLowered: ['certificate/chain-complete'],
      waived: 1,
    })
    expect(targets[0].addresses.at(-1)).toMatchObject({ address: LEFT, state: 'not-tried' })
  })

  test('scan', async () => {
    const [ran, texts] = await everyFormat(language, ['scan', 'mp', '--config', 'source.json'])
    expect(ran.status, ran.stderr).toBe(3)
    for (const [name, text] of texts) {
      for (const one of [...Object.keys(SOURCE_RULES), 'project/unlisted-domain', 'project/coverage'])
        expect(text, `${name}: ${one}`).toContain(one)
      if (!MACHINE.includes(name)) {
        for (const count of COUNTS[language]) expect(text, `${name}: ${count}`).toContain(count)
        // The file that is not there, and the host whose call is excused.
        for (const one of ['lost.js', 'other.example.com']) expect(text, `${name}: ${one}`).toContain(one)
      }
      expect(text, name).not.toContain(ALL_PASSED[language])
    }
  })

  test('cert', async () => {
    const [ran, texts] = await everyFormat(language, [
      'cert',
      'root.pem',
      '--domain',
      'api.shop.example',
      '--config',
      'file.json',
    ])
    expect(ran.status, ran.stderr).toBe(1)
    for (const [name, text] of texts)
      for (const one of ['certificate/hostname', 'certificate/lifetime'])
        expect(text, `${name}: ${one}`).toContain(one)
  })

  test('a stream of names', async () => {
    const { status, stdout } = await hefa(
      ['audit', '-', ...network(), '--format', 'ndjson', '--lang', language],
      { cwd: place, input: `silent.shop.example:${portOf('silent')}\n` },
    )
    expect(status).toBe(3)
    const [target, summary] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(target).toMatchObject({ host: 'silent.shop.example', verdicts: { 'wechat-ios': 'unknown' } })
    expect(summary).toMatchObject({ verdict: 'unknown', exitCode: 3, scope: { servers: 1 } })
  })

  test('a diff says what either report left out, and calls nothing better that was only judged less', async () => {
    await bothReports()
    for (const format of ['pretty', 'markdown', 'json']) {
      const { status, stdout } = await hefa(
        ['diff', 'plain.report', 'limited.report', '--format', format, '--lang', language],
        { cwd: place },
      )
      expect(status).toBe(0)
      const text = plain(stdout)
      for (const one of [...Object.keys(RULES), WAIVER.rule, 'office-ca.shop.example', 'silent.shop.example'])
        expect(text, `${format}: ${one}`).toContain(one)
      expect(text).not.toMatch(/✔|✅|"better"/)
      if (format !== 'json')
        expect(text).toContain(
          { en: 'nothing that was judged got worse', zh: '已判定的内容没有变差' }[language],
        )
    }
  })

  test('renewals name what no certificate was seen of', async () => {
    const formats = ['pretty', 'json', 'markdown', 'csv', 'ics']
    const outputs = formats.flatMap((name) => ['--format', name, '--output', `renewals.${name}`])
    await hefa(['renewals', 'limited.json', ...network(), '--lang', language, ...outputs], { cwd: place })
    for (const format of formats) {
      const text = readFileSync(join(place, `renewals.${format}`), 'utf8').replace(/\r\n /g, '')
      expect(plain(text), format).toContain('silent.shop.example')
    }
  })
})
