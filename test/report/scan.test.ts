/** How every format shows a scan. */
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { REPORT_SCHEMA_FILE } from '../../scripts/schema-report.js'
import { compareReports } from '../../src/report/diff/compare.js'
import { renderGithub } from '../../src/report/github.js'
import { renderGitlab } from '../../src/report/gitlab.js'
import { renderHtml } from '../../src/report/html/index.js'
import { renderJson } from '../../src/report/json.js'
import { renderJunit } from '../../src/report/junit/index.js'
import { renderMarkdown } from '../../src/report/markdown/index.js'
import { renderNdjson } from '../../src/report/ndjson.js'
import { renderOpenMetrics } from '../../src/report/openmetrics.js'
import { renderPretty } from '../../src/report/pretty/index.js'
import { renderSarif } from '../../src/report/sarif/index.js'
import { displayWidth } from '../../src/report/width.js'
import type { Report } from '../../src/types.js'
import { tagsOf } from './html-nesting.js'
import { ACTIVE, EN, golden, hostileScan, ZH } from './machine-samples.js'
import { report, result, target } from './sample.js'
import { SCAN, scanReport } from './scan-sample.js'

const bare = () => scanReport({ config: [], scan: { ...SCAN, compared: false } })

describe('pretty', () => {
  test.each([
    ['scan.en', EN],
    ['scan.zh', ZH],
  ])('golden %s', (name, options) =>
    expect(renderPretty(scanReport(), options)).toMatchFileSnapshot(golden(`${name}.txt`)),
  )

  test.each([EN, ZH])('without a config the hosts are listed, and how to make one', (options) =>
    expect(renderPretty(bare(), options)).toMatchFileSnapshot(
      golden(`scan-without-config.${options.language}.txt`),
    ),
  )

  test('hosts stand there with --verbose only where there were lists to compare with', () => {
    const host = '      https://api.example.com  9 calls\n'
    expect(renderPretty(scanReport(), EN)).not.toContain(host)
    expect(renderPretty(scanReport(), { ...EN, verbose: true })).toContain(host)
  })

  test('nothing but a command or a word too long to break goes beyond the line', () => {
    for (const options of [EN, ZH, { ...EN, width: 60 }]) {
      const long = renderPretty(scanReport(), options)
        .split('\n')
        .filter((line) => displayWidth(line) > options.width)
      expect(long).toEqual([])
    }
  })

  test('a long list is cut, and says so; --verbose tells what the report holds', () => {
    const many = Array.from({ length: 30 }, (_, at) => ({
      ...{ file: `a${at}.js`, line: 1, column: 1 },
      ...{ callee: 'wx.request', api: 'request' as const, reason: 'parameter' as const },
    }))
    const sample = scanReport({
      config: [],
      scan: { ...SCAN, undetermined: many, omitted: { passedOver: 0, undetermined: 5, hosts: 0 } },
    })
    expect(renderPretty(sample, EN)).toContain('      … and 25 more\n')
    const whole = renderPretty(sample, { ...EN, verbose: true })
    expect(whole).toContain('a29.js:1:1')
    expect(whole).toContain('… and 5 more')
  })

  test('hosts beyond the list are counted once, whatever API calls them', () => {
    const hosts = Array.from({ length: 25 }, (_, at) => ({
      ...{ origin: `https://h${at}.example.com`, calls: 1 },
      api: at < 12 ? ('request' as const) : ('uploadFile' as const),
    }))
    const omitted = { passedOver: 0, undetermined: 0, hosts: 7 }
    const text = renderPretty(
      scanReport({ config: [], scan: { ...SCAN, hosts, omitted, compared: false } }),
      EN,
    )
    expect(text.match(/… and .*/g)).toEqual(['… and 12 more'])
  })

  test('what has a block of its own is not listed again', () => {
    const line = '      miniprogram/a.js:12:3  wx.request'
    expect(renderPretty(scanReport(), EN)).not.toContain(line)
    expect(renderPretty(scanReport({ config: [] }), EN)).toContain(line)
    const [broken] = SCAN.passedOver
    const entry = { family: 'wechat', api: 'request', text: 'x', ...broken } as const
    const open = result({
      ...{ rule: 'project/unlisted-domain', status: 'unknown', reason: 'not-read', message: 'Not read.' },
      entry: { ...entry, file: 'miniprogram/broken.js' },
    })
    expect(renderPretty(scanReport({ config: [open] }), EN)).not.toContain('syntax error')
  })

  test('notes have their places too', () => {
    const note = (at: number) =>
      result({
        ...{ rule: 'project/page-resource', reason: 'host', level: 'info', message: `Host ${at} is shown.` },
        entry: { family: 'wechat', api: 'downloadFile', text: `h${at}`, file: 'a.wxml', line: at, column: 2 },
      })
    const text = renderPretty(scanReport({ config: [1, 2, 3, 4, 5, 6, 7, 8].map(note) }), EN)
    expect(text).toContain('· project/page-resource · Host 6 is shown. (a.wxml:6:2)\n  … and 2 more\n')
  })

  test('every call resolved is a good word; no call at all is none', () => {
    const calls = (found: number) => ({
      scan: { ...SCAN, calls: { found, resolved: found, undetermined: 0 }, undetermined: [] },
    })
    expect(renderPretty(scanReport(calls(3)), EN)).toContain('  ✔ 3 of 3 network calls resolved\n')
    expect(renderPretty(scanReport(calls(0)), EN)).toContain('  · no network call found\n')
  })

  test('the command can be pasted whatever the folder is called', () => {
    const folder = "it's; rm -rf $HOME"
    const text = renderPretty(scanReport({ config: [], scan: { ...SCAN, folder, compared: false } }), EN)
    expect(text).toContain("hefa scan 'it'\\''s; rm -rf $HOME' --write-config > hefa.config.jsonc")
    const dash = renderPretty(
      scanReport({ config: [], scan: { ...SCAN, folder: '-x', compared: false } }),
      EN,
    )
    expect(dash).toContain('hefa scan ./-x --write-config')
  })

  test('domains and source in one report are both named', () => {
    const both = scanReport({ targets: [target({ host: 'api.example.com' })] })
    expect(renderPretty(both, EN).split('\n')[0]).toContain('1 domain · 14 calls in 32 files')
  })
})

describe('for other programs', () => {
  const valid = new Ajv({
    formats: { 'date-time': (text: string) => !Number.isNaN(Date.parse(text)) },
  }).compile(JSON.parse(readFileSync(REPORT_SCHEMA_FILE, 'utf8')))

  test('json and the summary of ndjson hold it', () => {
    const parsed = JSON.parse(renderJson(scanReport()))
    expect(valid(parsed) || valid.errors).toBe(true)
    expect(parsed.scan).toEqual(SCAN)
    const lines = renderNdjson(scanReport()).trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line)).at(-1)).toMatchObject({ type: 'summary', scan: SCAN })
    expect(valid({ ...parsed, scan: { ...SCAN, extra: 1 } })).toBe(false)
  })

  test('sarif points at every place, and names what was passed over', () => {
    const [run] = JSON.parse(renderSarif(scanReport(), EN)).runs
    const places = run.results.map(({ kind, locations: [{ physicalLocation }] }: Placed) => [
      kind,
      physicalLocation.artifactLocation.uri,
      physicalLocation.region.startLine,
      physicalLocation.region.startColumn,
    ])
    expect(places).toEqual([
      ['fail', 'miniprogram/a.js', 3, 9],
      ['fail', 'miniprogram/a.js', 9, 9],
      ['fail', 'miniprogram/c.js', 1, 9],
      ['open', 'miniprogram/a.js', 12, 3],
      ['open', 'miniprogram/b.js', 5, 1],
    ])
    const prints = run.results.map((one: Placed) => one.partialFingerprints['hefaFinding/v1'])
    expect(new Set(prints).size).toBe(5)
    expect(run.invocations[0].toolExecutionNotifications).toEqual([
      { level: 'note', message: { text: expect.stringContaining('no server was checked') } },
      {
        level: 'warning',
        message: { text: '1 file passed over: syntax error' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'miniprogram/broken.js', uriBaseId: '%SRCROOT%' },
              region: { startLine: 3, startColumn: 7 },
            },
          },
        ],
      },
    ])
  })

  test('a finding keeps its fingerprint when lines move, and when another comes behind it', () => {
    const prints = (rows: readonly (readonly [string, number])[]) =>
      JSON.parse(
        renderGitlab(
          scanReport({
            config: rows.map(([file, line]) =>
              result({
                ...{ rule: 'project/unlisted-domain', reason: 'unlisted', message: 'x' },
                entry: {
                  family: 'wechat',
                  api: 'request',
                  text: 'https://n.example.com',
                  file,
                  line,
                  column: 1,
                },
              }),
            ),
          }),
          EN,
        ),
      )
        .filter((one: { check_name: string }) => one.check_name !== 'audit/scope')
        .map(({ fingerprint }: { fingerprint: string }) => fingerprint)
    const [one] = prints([['a.js', 3]])
    expect(prints([['a.js', 40]])).toEqual([one])
    const more = prints([
      ['a.js', 3],
      ['a.js', 9],
      ['b.js', 1],
    ])
    expect(more[0]).toBe(one)
    expect(new Set(more).size).toBe(3)
  })

  test('github: an annotation at every place; a call nobody could tell is a warning, not an error', () => {
    const only = scanReport({
      ...{ verdict: 'unknown', exitCode: 3 },
      config: scanReport().config.filter(({ status }) => status === 'unknown'),
    })
    const lines = renderGithub(only, EN).trimEnd().split('\n')
    expect(lines.slice(0, 2).map((line) => line.split(',title')[0])).toEqual([
      '::warning file=miniprogram/a.js,line=12,col=3',
      '::warning file=miniprogram/b.js,line=5,col=1',
    ])
    const errors = renderGithub(scanReport(), EN).match(/^::error file=.*?,col=\d+/gm)
    expect(errors).toEqual([
      '::error file=miniprogram/a.js,line=3,col=9',
      '::error file=miniprogram/a.js,line=9,col=9',
      '::error file=miniprogram/c.js,line=1,col=9',
    ])
  })

  test('gitlab lines', () => {
    const told = JSON.parse(renderGitlab(scanReport(), EN)).map(
      ({ location }: { location: { path: string; lines: { begin: number } } }) =>
        `${location.path}:${location.lines.begin}`,
    )
    expect(told.slice(0, 3)).toEqual(['miniprogram/a.js:3', 'miniprogram/a.js:9', 'miniprogram/c.js:1'])
  })

  test('a finding about the config is not shown in a source file', () => {
    const limit = result({ rule: 'domain/limit', reason: 'over', message: 'Too many.' })
    const sample = scanReport({ config: [...scanReport().config, limit] })
    expect(renderGithub(sample, EN)).toContain('::error title=domain/limit')
  })

  test('junit: a suite of its own, every place named', () => {
    const text = renderJunit(scanReport(), EN)
    expect(text).toContain('<testsuite name="source" tests="1" failures="1" errors="0"')
    for (const place of ['a.js:3:9, 9:9', 'c.js:1:9']) expect(text).toContain(place)
    expect(text).toContain('file="miniprogram/a.js" line="3"')
  })

  test('openmetrics counts calls and files', () => {
    const text = renderOpenMetrics(scanReport(), EN)
    expect(text).toContain('hefa_scan_calls{state="resolved"} 12\nhefa_scan_calls{state="undetermined"} 2\n')
    expect(text).toContain('hefa_scan_files{state="read"} 32\nhefa_scan_files{state="passed_over"} 1\n')
    expect(
      renderOpenMetrics(scanReport({ scan: { ...SCAN, omitted: { ...SCAN.omitted, passedOver: 4 } } }), EN),
    ).toContain('hefa_scan_files{state="passed_over"} 5\n')
  })

  test('markdown', () => expect(renderMarkdown(scanReport(), EN)).toMatchFileSnapshot(golden('scan.en.md')))
})

interface Placed {
  kind: string
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: string }
        region: { startLine: number; startColumn: number }
      }
    },
  ]
  partialFingerprints: Record<string, string>
}

describe('the page', () => {
  test('has a part of its own, reached from the navigation, and no empty parts', () => {
    const page = renderHtml(scanReport(), EN)
    const tags = tagsOf(page)
    expect(tags.some(({ attributes }) => attributes.id === 'source')).toBe(true)
    expect(tags.some(({ attributes }) => attributes.href === '#source')).toBe(true)
    for (const gone of ['matrix', 'renewals', 'domains']) {
      expect(tags.some(({ attributes }) => attributes.id === gone)).toBe(false)
      expect(tags.some(({ attributes }) => attributes.href === `#${gone}`)).toBe(false)
    }
    for (const text of ['Taro.connectSocket', 'miniprogram/b.js:5:1', '语法错误', 'https://api.example.com'])
      expect(page).toContain(text)
    expect(page).not.toContain('--write-config')
    expect(renderHtml(bare(), EN)).toContain('hefa scan miniprogram --write-config &gt; hefa.config.jsonc')
  })

  test('with domains the usual parts stand beside it', () => {
    const tags = tagsOf(renderHtml(scanReport({ targets: [target({ host: 'api.example.com' })] }), EN))
    for (const id of ['source', 'renewals', 'domains'])
      expect(tags.some(({ attributes }) => attributes.id === id)).toBe(true)
  })

  test('names of files and hosts are text', () => {
    const page = renderHtml(hostileScan(), EN)
    expect(() => tagsOf(page)).not.toThrow()
    expect(page.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '').replaceAll('\n', '')).not.toMatch(ACTIVE)
  })
})

test('hostile names move no cursor', () => {
  for (const options of [EN, ZH, { ...EN, verbose: true }])
    expect(renderPretty(hostileScan(), options).replaceAll('\n', '')).not.toMatch(ACTIVE)
})

describe('two scans compared', () => {
  const passed = result({ rule: 'project/unlisted-domain', status: 'pass' })
  const changes = (before: Report, after: Report) =>
    compareReports(before, after).config.map(
      ({ about, change, direction }) => `${about} ${change} ${direction}`,
    )

  test('what is gone from the source is fixed, what came is new', () => {
    const fine = scanReport({ config: [passed] })
    expect(changes(scanReport(), fine)).toEqual([
      'https://new.example.com fixed better',
      'wx.request fixed better',
      'Taro.connectSocket fixed better',
    ])
    expect(changes(fine, scanReport()).every((change) => change.endsWith('new worse'))).toBe(true)
  })

  test('where the source was not scanned nothing is fixed', () => {
    expect(changes(scanReport(), report({}))).toContain('https://new.example.com not-judged neutral')
  })
})
