/** From what a scan found and a config to results. */
import { describe, expect, test } from 'vitest'
import { judgeProject, type ProjectSettings } from '../../src/audit/index.js'
import type { CallFact, MissingFact, Place, ProjectFacts, UrlFact } from '../../src/facts/index.js'
import { type Config, loadConfig } from '../../src/index.js'
import { renderPretty } from '../../src/report/pretty/index.js'
import { visibleLines } from '../../src/report/text.js'
import type { Family, PlatformId, Report, Result } from '../../src/types.js'
import { scope } from '../report/sample.js'

const NOW = Date.parse('2026-11-20T08:00:00Z')
const at = (line: number, file = 'pages/index.js'): Place => ({ file, line, column: 5 })

function project(change: Partial<ProjectFacts> = {}): ProjectFacts {
  return {
    kinds: ['wechat'],
    families: ['wechat'],
    filesRead: 1,
    passedOver: [],
    pages: { listed: 1, file: 'app.json' },
    leftOut: [],
    calls: [],
    settings: [],
    resources: [],
    secrets: [],
    mentions: [],
    silentClients: [],
    ...change,
  }
}

const url = (text: string, place: Place = at(1)): UrlFact => ({ text, complete: true, place })

function call(urls: (string | UrlFact)[], change: Partial<CallFact> = {}): CallFact {
  const place = change.place ?? at(1)
  return {
    place,
    callee: 'wx.request',
    api: 'request',
    families: ['wechat'],
    urls: urls.map((one) => (typeof one === 'string' ? url(one, place) : one)),
    undetermined: null,
    methods: [],
    headers: [],
    ...change,
  }
}

async function configOf(text: object): Promise<Config> {
  const loaded = await loadConfig('hefa.config.json', { text: JSON.stringify(text) })
  if ('problems' in loaded) throw new Error(loaded.problems[0]?.message)
  return loaded.config
}

const LISTED = { platforms: ['wechat'], domains: { request: ['https://a.cn'] } }

async function judge(
  facts: Partial<ProjectFacts>,
  config: object | null = LISTED,
  more: Partial<ProjectSettings> = {},
) {
  const loaded = config === null ? null : await configOf(config)
  const settings = { config: loaded, at: NOW, language: 'en' as const, ...more }
  return judgeProject(project(facts), loaded ? settings : { platforms: ['wechat-ios'], ...settings })
}

const told = (results: Result[], rule: string) =>
  results
    .filter((one) => one.rule === `project/${rule}`)
    .map(({ status, level, evidence, entry }) =>
      [
        status,
        status === 'pass' || status === 'not-applicable' ? '' : `${level} ${evidence?.reason}`,
        entry?.text ?? '',
      ]
        .filter(Boolean)
        .join(' '),
    )

describe('lists', () => {
  test('a family’s own list replaces the shared one', async () => {
    const config = {
      platforms: ['wechat', 'alipay'],
      domains: { request: ['https://a.cn'] },
      wechat: { domains: { request: ['https://b.cn'] } },
    }
    const results = await judge(
      { calls: [call(['https://a.cn/x'], { families: [], callee: 'uni.request' })] },
      config,
    )
    const found = results.filter(({ rule }) => rule === 'project/unlisted-domain')
    expect(
      found.map(({ status, platforms }) => [status, platforms.map((id) => id.split('-')[0])[0]]),
    ).toEqual([
      ['fail', 'wechat'],
      ['pass', 'alipay'],
    ])
  })

  test('without a config a known host is not judged, one that could not be determined is unknown', async () => {
    expect(told(await judge({ calls: [call(['https://a.cn/x'])] }, null), 'unlisted-domain')).toEqual([
      'not-applicable',
    ])
    const open = [call(['https://a.cn/x']), call([], { undetermined: 'parameter' })]
    expect(told(await judge({ calls: open }, null), 'unlisted-domain')).toEqual([
      'unknown error not-determined wx.request',
    ])
  })

  test.each([
    ['a.js', 'syntax', ['unknown error not-read a.js']],
    ['out', 'outside', ['unknown error not-read out']],
    ['a.bin.js', 'not-text', ['unknown error not-read a.bin.js']],
    ['a.ts', 'not-text', ['unknown error not-read a.ts']],
    ['en.json', 'syntax', ['pass']],
    ['project.private.config.json', 'syntax', ['pass']],
    ['project.config.json', 'syntax', ['unknown error not-read project.config.json']],
    ['app.json', 'syntax', ['unknown error not-read app.json']],
  ] as const)('what %s calls, passed over for %s, is not known', async (file, reason, expected) => {
    for (const config of [null, LISTED])
      expect(told(await judge({ passedOver: [{ file, reason }] }, config), 'coverage')).toEqual(expected)
  })

  test('of a family the config leaves out no list is known', async () => {
    const calls = [call(['https://a.cn/x'], { families: [] })]
    const platforms: PlatformId[] = ['wechat-ios', 'alipay-ios']
    const results = (await judge({ calls }, LISTED, { platforms })).filter(
      ({ rule }) => rule === 'project/unlisted-domain',
    )
    expect(results.map(({ status, platforms: on }) => [status, ...on])).toEqual([
      ['pass', 'wechat-ios'],
      ['not-applicable', 'alipay-ios'],
    ])
  })

  test("another vendor's platform is judged by no list, and calls of it alone leave the source open", async () => {
    const foreign = call(['http://10.0.0.1/x', 'https://a.cn/x'], {
      callee: 'swan.request',
      families: [],
      foreign: true,
      undetermined: 'computed',
    })
    const results = await judge({ calls: [foreign] })
    const said = results.filter(({ status }) => status === 'fail' || status === 'unknown')
    expect(said.map(({ rule }) => rule)).toEqual(['project/coverage'])
  })

  test('a call of another platform is none of the selected ones', async () => {
    const calls = [call(['https://b.cn/x'], { families: ['alipay', 'mpaas'], callee: 'my.request' })]
    expect(told(await judge({ calls }), 'unlisted-domain')).toEqual(['not-applicable'])
  })

  test.each([
    ['https://api.exampel.cn/x', 'misspelled', 'https://api.example.cn'],
    ['https://apo.example.cn/x', 'misspelled', 'https://api.example.cn'],
    ['https://web.example.cn/x', 'none', ''],
  ])('%s: %s', async (text, hint, listed) => {
    const results = await judge(
      { calls: [call([text])] },
      { domains: { request: ['https://api.example.cn'] } },
    )
    const [found] = results.filter(({ rule }) => rule === 'project/unlisted-domain')
    expect(found?.evidence).toMatchObject({ hint, listed })
    if (listed) expect(found?.message).toContain(listed)
  })
})

describe('what could not be determined', () => {
  test.each(['parameter', 'server-data', 'import', 'computed', 'missing', 'limit'] as const)(
    '%s',
    async (why) => {
      for (const language of ['en', 'zh'] as const) {
        const results = await judge({ calls: [call([], { undetermined: why, place: at(7) })] }, LISTED, {
          language,
        })
        const [found] = results.filter(({ status }) => status === 'unknown')
        expect(found).toMatchObject({ level: 'error', entry: { file: 'pages/index.js', line: 7, column: 5 } })
        expect(found?.message).toMatch(/^wx\.request/)
        expect(found?.message).not.toContain('undefined')
        expect(found?.fix).toContain('--allow-unknown')
      }
    },
  )

  test('is reported beside what could, never dropped and never a pass', async () => {
    const calls = [call(['https://b.cn/x'], { undetermined: 'computed' }), call([], { place: at(2) })]
    expect(told(await judge({ calls }), 'unlisted-domain')).toEqual([
      'fail error unlisted https://b.cn',
      'unknown error not-determined wx.request',
      'unknown error not-determined wx.request',
    ])
  })

  test('no other rule says the same again', async () => {
    const results = await judge({ calls: [call([], { undetermined: 'parameter' })] })
    expect(results.filter(({ status, level }) => status === 'unknown' && level === 'error')).toHaveLength(1)
  })
})

describe('what is missing', () => {
  const lack = (line: number, change: Partial<MissingFact> = {}): MissingFact => ({
    ...{ name: 'process.env.API', define: 'process.env.API', reason: 'computed', place: at(line, 'http.js') },
    ...change,
  })
  const open = (line: number, ...missing: MissingFact[]) =>
    call([], { place: at(line), undetermined: 'computed', missing })
  const found = async (calls: CallFact[]) =>
    (await judge({ calls }, LISTED)).filter(
      ({ status, rule }) => status === 'unknown' && rule === 'project/unlisted-domain',
    )

  test('is one finding for all calls that need it, where it is first written', async () => {
    const results = await found([1, 2, 3].map((line) => open(line, lack(line + 10))))
    expect(results).toMatchObject([
      {
        level: 'error',
        entry: { text: 'process.env.API', file: 'http.js', line: 11 },
        evidence: { reason: 'missing-value', define: 'process.env.API', callCount: 3 },
      },
    ])
  })

  test('comes with that first which most calls need', async () => {
    const other = { name: 'base', define: 'http.js:base' }
    const results = await found([open(1, lack(11)), open(2, lack(12, other)), open(3, lack(12, other))])
    expect(results.map(({ evidence }) => evidence?.name)).toEqual(['base', 'process.env.API'])
  })

  test('of few calls each is data: one finding names them all, with every reason and every file', async () => {
    const typed = {
      name: 'event.url',
      define: 'b.js:event.url',
      reason: 'parameter' as const,
      place: at(2, 'b.js'),
    }
    const answer = {
      name: 'res.url',
      define: 'a.js:res.url',
      reason: 'server-data' as const,
      place: at(4, 'a.js'),
    }
    const here = { name: '…', define: null }
    const results = await found([
      open(1, lack(11, here)),
      open(2, lack(12, here)),
      open(3, lack(1, typed)),
      ...[4, 5].map((line) => open(line, lack(1, answer))),
    ])
    expect(results).toMatchObject([
      {
        entry: { file: 'a.js', line: 4 },
        evidence: {
          ...{ name: 'res.url', callCount: 5, whys: ['server-data', 'computed', 'parameter'] },
          others: [
            { name: '…', file: 'http.js' },
            { name: '…' },
            { name: 'event.url', define: 'b.js:event.url' },
          ],
        },
      },
    ])
    expect(results[0]?.fix).toContain('{ "file": "b.js"')
  })

  test('is accepted by lines that a report shows whole, however long the paths are', async () => {
    const files = ['a', 'b', 'c'].map((name) => `${'packages/a-rather-long-name/'.repeat(8)}${name}.js`)
    const results = await found(
      files.map((file, at) =>
        call([], {
          place: { file, line: at + 1, column: 1 },
          undetermined: 'computed',
          missing: [lack(1, { name: '…', define: null, place: { file, line: 1, column: 1 } })],
        }),
      ),
    )
    const lines = visibleLines(results[0]?.fix ?? '')
    for (const file of files)
      expect(lines.filter((line) => line.includes(`"file": "${file}"`))).toHaveLength(1)
  })

  test('of many calls is a setting, and one of its own', async () => {
    const base = { name: 'this.base', define: 'http.js:this.base' }
    const other = { name: 'res.url', define: 'http.js:res.url' }
    const calls = [1, 2, 3, 4, 5].map((line) => open(line, lack(11, base)))
    expect(await found([...calls, open(6, lack(12, other)), open(7, lack(13))])).toMatchObject([
      { evidence: { name: 'this.base', callCount: 5 } },
      { evidence: { name: 'res.url' } },
      { evidence: { name: 'process.env.API' } },
    ])
  })

  test('of many calls is one setting only where it decides most of them', async () => {
    const base = { name: 'this.base', define: 'http.js:this.base' }
    const face = { name: 'res.face', define: 'b.js:res.face' }
    const name = { name: 'res.name', define: 'c.js:res.name' }
    const calls = [1, 2, 3, 4, 5, 6].map((line) => open(line, lack(11, base)))
    const faces = [11, 12, 13, 14, 15].map((line) => open(line, lack(12, face)))
    expect(await found([...calls, ...faces, open(20, lack(13, name))])).toMatchObject([
      { evidence: { name: 'this.base', callCount: 6 } },
      { evidence: { name: 'res.face', callCount: 6, others: [{ name: 'res.name' }] } },
    ])
  })

  test('for the same calls is told once, and each call is counted once', async () => {
    const host = { name: 'env#host', define: 'env#host' }
    const chosen = { name: 'hosts[…].url', define: null }
    const calls = [1, 2, 3, 4, 5].map((line) => open(line, lack(11, host), lack(12, chosen)))
    expect(await found([...calls, open(6, lack(11, host))])).toMatchObject([
      { evidence: { name: 'env#host', callCount: 6, others: [{ name: 'hosts[…].url' }] } },
    ])
  })

  test('where a call has no name for it, is told with the rest of the data', async () => {
    const nameless = call([], { place: at(3, 'b.js'), undetermined: 'computed', missing: [] })
    const [one, ...more] = await found([
      open(1, lack(11, { name: 'res.url', define: 'a.js:res.url' })),
      nameless,
    ])
    expect(more).toEqual([])
    expect(one).toMatchObject({
      evidence: { name: 'res.url', callCount: 2, others: [{ name: 'wx.request', file: 'b.js' }] },
    })
    expect(one?.fix).toContain('{ "file": "b.js"')
  })

  test('a server in front of paths is one thing, whatever they begin with', async () => {
    const path = { name: "'/api'", define: null, reason: 'no-server' as const }
    const other = { ...path, name: "'/pay'" }
    const calls = [
      open(1, lack(11, path)),
      open(2, lack(12, { ...path, place: at(2, 'b.js') })),
      open(3, lack(13, other)),
    ]
    expect(await found(calls)).toMatchObject([
      {
        entry: { file: 'http.js', line: 11 },
        evidence: {
          why: 'no-server',
          name: "'/api'",
          others: [{ name: "'/pay'" }, { file: 'b.js' }],
          callCount: 3,
        },
      },
    ])
  })

  test('a module that is not there is reported where its values lack, and files of one fault together', async () => {
    const lost = { name: 'env#api', define: 'env#api', reason: 'import' as const }
    const passedOver = [
      { file: 'env', reason: 'missing' as const, by: 'http.js' },
      { file: 'other', reason: 'missing' as const, by: 'http.js' },
      { file: 'a.js', reason: 'syntax' as const, line: 3, column: 1 },
      { file: 'b.js', reason: 'syntax' as const, line: 4, column: 1 },
      ...['c.js', 'd.js', 'e.js', 'f.js'].map((file) => ({
        ...{ file, reason: 'run-time-code' as const, line: 2, column: 3 },
      })),
    ]
    const results = await judge({ calls: [open(1, lack(11, lost))], passedOver }, LISTED)
    const read = results.filter(({ rule, status }) => rule === 'project/coverage' && status !== 'pass')
    expect(read).toMatchObject([
      { status: 'not-applicable', followsFrom: 'project/unlisted-domain' },
      { status: 'unknown', evidence: { file: 'other' } },
      { status: 'unknown', evidence: { file: 'a.js', files: 2, others: ['b.js'] } },
      { status: 'unknown', evidence: { file: 'c.js', files: 4, others: ['d.js', 'e.js', 'f.js'] } },
    ])
    expect(read[2]?.message).toContain('a.js and b.js were not read')
    expect(read[3]?.message).toContain('c.js, d.js and 2 more run code generated at run time')
  })

  test('what is known or accepted is reported for itself, and what is new beside it stays open', async () => {
    const accept = [{ file: 'a.js', reason: 'ours', until: '2099-01-01' }]
    const data = (file: string) => lack(1, { name: 'res.url', define: `${file}:res.url`, place: at(1, file) })
    const config = { ...LISTED, scan: { accept } }
    const results = await judge({ calls: [open(1, data('a.js')), open(2, data('b.js'))] }, config)
    const own = results.filter(({ evidence }) => evidence?.reason === 'missing-value')
    expect(own.map(({ status, entry }) => [status, entry?.file])).toEqual([
      ['waived', 'a.js'],
      ['unknown', 'b.js'],
    ])
  })

  test('members of one value, or of one module that is not there, are one thing with all their names', async () => {
    const answer = { name: 'res.url', define: 'a.js:res.url', reason: 'server-data' as const }
    const host = { ...answer, name: 'res.host', define: 'a.js:res.host' }
    const lost = { name: 'config#api', define: 'config#api', reason: 'import' as const }
    const image = { ...lost, name: 'config#img', define: 'config#img', place: at(1, 'b.js') }
    const calls = [
      open(1, lack(5, answer)),
      open(2, lack(5, host)),
      open(3, lack(6, lost)),
      open(4, lack(1, image)),
    ]
    const results = await found(calls)
    expect(results).toMatchObject([
      { evidence: { name: 'res.url', others: [{ define: 'a.js:res.host' }], callCount: 2 } },
      { entry: { file: 'http.js', line: 6 }, evidence: { others: [{ name: 'config#img' }], callCount: 2 } },
    ])
    expect(results[0]?.fix).toContain('"a.js:res.url": "https://…", "a.js:res.host": "https://…"')
  })

  test('is reported once for all families', async () => {
    const config = { ...LISTED, platforms: ['wechat-ios', 'alipay-ios', 'mpaas-ios'] as PlatformId[] }
    const results = await judge({ calls: [{ ...open(1, lack(11)), families: [] }] }, config)
    const own = results.filter(({ evidence }) => evidence?.reason === 'missing-value')
    expect(own.map(({ platforms }) => platforms)).toEqual([['wechat-ios', 'alipay-ios', 'mpaas-ios']])
  })
})

describe('places', () => {
  test('a finding stands where the host is written, and names the calls', async () => {
    const base = at(2, 'config.js')
    const calls = [1, 2, 3].map((line) => call([url(`https://b.cn/${line}`, base)], { place: at(line) }))
    const found = (await judge({ calls })).filter(({ rule }) => rule === 'project/unlisted-domain')
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({
      status: 'fail',
      entry: { family: 'wechat', api: 'request', text: 'https://b.cn', ...base },
      evidence: { callCount: 3, calls: ['pages/index.js:1:5', 'pages/index.js:2:5', 'pages/index.js:3:5'] },
    })
  })

  test('one host written in two places is two findings', async () => {
    const calls = [call(['https://b.cn/x']), call(['https://b.cn/x'], { place: at(9) })]
    expect(told(await judge({ calls }), 'unlisted-domain')).toHaveLength(2)
  })

  test('many callers are counted and some of them named', async () => {
    const base = at(2, 'config.js')
    const calls = Array.from({ length: 200 }, (_, line) =>
      call([url('https://b.cn/', base)], { place: at(line + 1) }),
    )
    const [found] = (await judge({ calls })).filter(({ rule }) => rule === 'project/unlisted-domain')
    expect(found?.evidence?.callCount).toBe(200)
    expect(found?.evidence?.calls).toHaveLength(20)
  })

  test('two hundred places of one host are one block of the report', async () => {
    const calls = Array.from({ length: 200 }, (_, line) =>
      call([`https://b.cn/${line}`], { place: at(line + 1) }),
    )
    const results = await judge({ calls })
    expect(told(results, 'unlisted-domain')).toHaveLength(200)
    const platforms: PlatformId[] = ['wechat-ios', 'wechat-android', 'wechat-devtools']
    const report: Report = {
      schemaVersion: 1,
      tool: { name: 'hefa', version: '0' },
      at: '2026-11-20T08:00:00Z',
      durationMs: 1,
      scope: scope({ servers: 0, source: true }),
      verdict: 'fail',
      exitCode: 1,
      platforms,
      verdicts: {},
      config: results,
      targets: [],
    }
    const text = renderPretty(report, { language: 'en', color: false, width: 100, verbose: false })
    expect(text.match(/project\/unlisted-domain/g)).toHaveLength(1)
    expect(text.match(/is called by request/g)).toHaveLength(1)
    expect(text).toContain('pages/index.js:1:5')
  })

  test('methods, headers, settings, pages and secrets at their own', async () => {
    const results = await judge({
      calls: [
        call(['https://a.cn/x'], {
          methods: [{ text: 'get', place: at(11) }],
          headers: [{ name: 'Referer', place: at(12) }],
        }),
      ],
      settings: [
        { place: at(3, 'project.config.json'), key: 'urlCheck', name: 'setting.urlCheck', value: false },
        { place: at(4, 'app.json'), key: 'networkTimeout', name: 'networkTimeout.uploadFile', value: 60_001 },
      ],
      resources: [{ place: at(5, 'a.wxml'), tag: 'image', url: 'https://img.b.cn/a.png' }],
      secrets: [{ place: at(6, 'a.js'), kind: 'app-secret', text: 'a****f' }],
    })
    const places = results
      .filter(({ status }) => status === 'fail')
      .map(({ rule, level, entry }) => [rule, level, entry?.api, entry?.text, entry?.file, entry?.line])
    expect(places).toEqual([
      ['project/app-secret', 'error', 'request', 'a****f', 'a.js', 6],
      ['project/method-case', 'warning', 'request', 'get', 'pages/index.js', 11],
      ['project/referer-header', 'warning', 'request', 'Referer', 'pages/index.js', 12],
      ['project/network-timeout', 'warning', 'uploadFile', 'networkTimeout.uploadFile', 'app.json', 4],
      ['project/url-check', 'warning', 'request', 'setting.urlCheck', 'project.config.json', 3],
      ['project/page-resource', 'info', 'downloadFile', 'https://img.b.cn', 'a.wxml', 5],
    ])
  })
})

describe('settings belong to the platform whose file they stand in', () => {
  const both: Family[] = ['wechat', 'alipay', 'mpaas']
  test.each([
    ['project.config.json', 'setting.urlCheck', 'wechat-ios'],
    ['mp/project.private.config.json', 'setting.urlCheck', 'wechat-ios'],
    ['manifest.json', 'mp-weixin.setting.urlCheck', 'wechat-ios'],
    ['mini.project.json', 'setting.urlCheck', 'alipay-ios'],
    ['manifest.json', 'mp-alipay.setting.urlCheck', 'alipay-ios'],
  ])('%s %s', async (file, name, platform) => {
    const settings = [{ place: at(1, file), key: 'urlCheck' as const, name, value: false }]
    const results = await judge({ families: both, settings }, null, {
      platforms: ['wechat-ios', 'alipay-ios'],
    })
    const found = results.filter(({ rule, status }) => rule === 'project/url-check' && status === 'fail')
    expect(found.flatMap(({ platforms }) => platforms)).toEqual([platform])
  })
})

describe('listed hosts nobody calls', () => {
  const config = {
    domains: { request: ['https://a.cn', 'https://old.cn'], downloadFile: ['https://img.cn'] },
  }

  test('stand in the config; a page mentions as a call does', async () => {
    const resources = [{ place: at(1, 'a.wxml'), tag: 'image' as const, url: 'https://img.cn/a.png' }]
    const results = await judge({ calls: [call(['https://a.cn/x'])], resources }, config)
    expect(told(results, 'unused-domain')).toEqual(['fail info unused https://old.cn'])
    expect(
      results.find(({ status, rule }) => rule === 'project/unused-domain' && status === 'fail')?.entry?.file,
    ).toBe('hefa.config.json')
  })

  test.each<[string, Partial<ProjectFacts>]>([
    ['a call that could not be told', { calls: [call(['https://a.cn/x'], { undetermined: 'parameter' })] }],
    ['a call that names no host', { calls: [call(['https://a.cn/x', '/x'])] }],
    [
      'a file that was not read',
      { calls: [call(['https://a.cn/x'])], passedOver: [{ file: 'b.js', reason: 'syntax' }] },
    ],
  ])('are not claimed with %s', async (_, facts) => {
    expect(told(await judge(facts, config), 'unused-domain')).toEqual([
      'unknown info not-determined https://old.cn',
      'unknown info not-determined https://img.cn',
    ])
  })

  test('are claimed where the gap is in another platform’s call or in a picture', async () => {
    const calls = [
      call(['https://a.cn/x', 'https://img.cn/x']),
      call([], { undetermined: 'parameter', families: ['alipay', 'mpaas'] }),
    ]
    const passedOver = [{ file: 'en.json', reason: 'syntax' as const }]
    expect(told(await judge({ calls, passedOver }, config), 'unused-domain')).toEqual([
      'fail info unused https://old.cn',
    ])
  })
})

test('of a family that no call is for no listed host is called unused', async () => {
  const config = {
    platforms: ['wechat', 'alipay'],
    wechat: { domains: { request: ['https://a.cn', 'https://old.cn'] } },
    alipay: { domains: { request: ['https://b.cn'] } },
  }
  const results = await judge({ calls: [call(['https://a.cn/x'])] }, config, {
    platforms: ['wechat-ios', 'alipay-ios'],
  })
  expect(told(results, 'unused-domain')).toEqual(['fail info unused https://old.cn', 'not-applicable'])
})

describe('the config’s word', () => {
  const calls = [call(['https://b.cn/x'])]

  test('a rule set off is silent, one set lower weighs less', async () => {
    const rules = { 'project/unlisted-domain': 'off' }
    expect(told(await judge({ calls }, { ...LISTED, rules }), 'unlisted-domain')).toEqual([])
    const lower = { 'project/unlisted-domain': 'warning' }
    expect(told(await judge({ calls }, { ...LISTED, rules: lower }), 'unlisted-domain')).toEqual([
      'fail warning unlisted https://b.cn',
    ])
    const most = { 'project/network-timeout': ['warning', { most: 5000 }] }
    const settings = [
      {
        place: at(1, 'app.json'),
        key: 'networkTimeout' as const,
        name: 'networkTimeout.request',
        value: 5001,
      },
    ]
    expect(told(await judge({ settings }, { ...LISTED, rules: most }), 'network-timeout')).toHaveLength(1)
  })

  test('a waiver holds for its host until its day is over', async () => {
    const waivers = [{ rule: 'project/unlisted-domain', host: 'b.cn', until: '2099-12-31', reason: 'moves' }]
    const results = await judge({ calls: [...calls, call(['https://c.cn/x'])] }, { ...LISTED, waivers })
    expect(told(results, 'unlisted-domain')).toEqual([
      'waived error unlisted https://b.cn',
      'fail error unlisted https://c.cn',
    ])
    const after = Date.parse('2100-01-01T00:00:00Z')
    expect(told(await judge({ calls }, { ...LISTED, waivers }, { at: after }), 'unlisted-domain')).toEqual([
      'fail error unlisted https://b.cn',
    ])
  })
})

test('hostile URLs harm nothing', async () => {
  const texts = [
    '',
    'https://',
    'https://[',
    'https://%00',
    `https://${'a'.repeat(5000)}.cn`,
    'javascript:alert(1)',
    '\u0000',
  ]
  const results = await judge({ calls: texts.map((text, line) => call([text], { place: at(line + 1) })) })
  const found = results.filter(({ rule }) => rule === 'project/unlisted-domain')
  expect(found).toHaveLength(texts.length)
  expect(found.every(({ status }) => status === 'fail')).toBe(true)
})

test('what a file calls that nothing leads to is told once, whatever the APIs', async () => {
  const place = at(3, 'old.js')
  const unreached = { unreached: true as const, undetermined: 'parameter' as const }
  const calls = [
    call([], { ...unreached, place }),
    call([], { ...unreached, place: at(4, 'old.js'), callee: 'wx.downloadFile', api: 'downloadFile' }),
    call(['https://b.cn/x'], { ...unreached, place: at(5, 'old.js'), families: [] }),
    call([], { ...unreached, place: at(3, 'older.js') }),
  ]
  const results = await judge({ calls })
  const found = results.filter(({ evidence }) => evidence?.reason === 'not-reached')
  expect(found.map(({ evidence }) => [evidence?.file, evidence?.callCount])).toEqual([
    ['old.js', 3],
    ['older.js', 1],
  ])
})
