import { describe, expect, test } from 'vitest'
import { config, parse, yaml } from './helpers.js'

const CONTRACT = `{
  "$schema": "./node_modules/hefa/schema/config.schema.json",
  "platforms": ["wechat", "alipay"],          // families, or single ids
  "domains": {                                  /* shared by all platforms */
    "request":      ["https://api.example.com", "https://api.example.com:8443"],
    "connectSocket": ["wss://ws.example.com"],
    "uploadFile":   ["https://up.example.com"],
    "downloadFile": ["https://cdn.example.com"]
  },
  "wechat": { "domains": { "request": [] } },
  "limits": { "domainsPerApi": 20, "domainsPerApp": 30 },
  "supportedOs": { "ios": "15", "android": "10" },
  "legacyOs": { "ios": "12", "android": "7.0" },
  "paths": { "API.example.com": ["/health"], "wss://ws.example.com": ["/socket"] },
  "plugins": ["./my-rule.mjs"],
  "icp": { "example.com": "京ICP备2024000001号-1" },
  "rules": { "certificate/expires-soon": ["warning", { "days": 30 }], "http/charset": "off",
             "domain/port": ["error", { "ports": "forbid" }] },
  "waivers": [ { "rule": "certificate/chain-complete", "host": "OLD.example.com", "until": "2026-12-31", "reason": "moves" }, ],
}`

describe('a whole config', () => {
  test('is read with every part', async () => {
    const read = await config(CONTRACT)
    expect(read.platforms).toEqual([
      'wechat-ios',
      'wechat-android',
      'wechat-devtools',
      'alipay-ios',
      'alipay-android',
    ])
    expect(read.paths).toEqual({ 'api.example.com': ['/health'], 'wss://ws.example.com': ['/socket'] })
    expect(read.rules).toEqual({
      'certificate/expires-soon': { level: 'warning', parameters: { days: 30 } },
      'http/charset': { level: 'off' },
      'domain/port': { level: 'error', parameters: { ports: 'forbid' } },
    })
    expect(read.waivers).toEqual([
      {
        rule: 'certificate/chain-complete',
        host: 'old.example.com',
        until: '2026-12-31',
        reason: 'moves',
        place: { file: 'hefa.config.json', line: 19, column: 16 },
      },
    ])
    expect(read).toMatchObject({
      file: 'hefa.config.json',
      limits: { domainsPerApi: 20, domainsPerApp: 30 },
      supportedOs: { ios: '15', android: '10' },
      legacyOs: { ios: '12', android: '7.0' },
      plugins: ['./my-rule.mjs'],
      icp: { 'example.com': '京ICP备2024000001号-1' },
    })
  })

  test('lists a shared entry once per family, but not where the family has an own list of that API', async () => {
    const { entries } = await config(CONTRACT)
    expect(entries.map(({ family, api, text }) => `${family} ${api} ${text}`)).toEqual([
      'alipay request https://api.example.com',
      'alipay request https://api.example.com:8443',
      'wechat connectSocket wss://ws.example.com',
      'alipay connectSocket wss://ws.example.com',
      'wechat uploadFile https://up.example.com',
      'alipay uploadFile https://up.example.com',
      'wechat downloadFile https://cdn.example.com',
      'alipay downloadFile https://cdn.example.com',
    ])
    expect(entries[1]).toEqual({
      family: 'alipay',
      api: 'request',
      text: 'https://api.example.com:8443',
      file: 'hefa.config.json',
      line: 5,
      column: 49,
    })
  })

  test('fills in every default', async () => {
    expect(await config('{"domains":{"request":["https://a.cn"]}}')).toEqual({
      file: 'hefa.config.json',
      platforms: ['wechat-ios', 'wechat-android', 'wechat-devtools'],
      entries: [
        {
          family: 'wechat',
          api: 'request',
          text: 'https://a.cn',
          file: 'hefa.config.json',
          line: 1,
          column: 24,
        },
      ],
      limits: { domainsPerApi: 20, domainsPerApp: 30 },
      supportedOs: { ios: '15', android: '10' },
      legacyOs: { ios: '12', android: '7.0' },
      paths: {},
      plugins: [],
      icp: {},
      rules: {},
      waivers: [],
    })
  })
})

describe('domain lists', () => {
  test('a family\'s own list replaces the shared one of that API alone, also as "socket"', async () => {
    const { entries } = await config(
      '{"domains":{"connectSocket":["wss://a.cn"],"request":["https://a.cn"]},"wechat":{"domains":{"socket":["wss://b.cn"]}}}',
    )
    expect(entries.map(({ api, text }) => `${api} ${text}`)).toEqual([
      'request https://a.cn',
      'connectSocket wss://b.cn',
    ])
  })

  test("shared udp and tcp entries are WeChat's", async () => {
    const { entries } = await config(
      '{"platforms":["wechat","mpaas"],"domains":{"udp":["udp://a.cn"],"tcp":["tcp://a.cn"]}}',
    )
    expect(entries.map(({ family, api }) => `${family} ${api}`)).toEqual(['wechat udp', 'wechat tcp'])
  })

  test('the list of a family that is not judged gives no entries', async () => {
    const { entries } = await config(
      '{"domains":{"request":["https://a.cn"]},"alipay":{"domains":{"request":["https://b.cn"]}}}',
    )
    expect(entries.map(({ text }) => text)).toEqual(['https://a.cn'])
  })

  test('single platforms, and platforms chosen from outside', async () => {
    const text = '{"platforms":["mpaas-ios","mpaas-ios","alipay"],"domains":{"request":["https://a.cn"]}}'
    expect((await config(text)).platforms).toEqual(['alipay-ios', 'alipay-android', 'mpaas-ios'])
    const chosen = await config(text, { platforms: ['wechat-ios'] })
    expect(chosen.platforms).toEqual(['wechat-ios'])
    expect(chosen.entries.map(({ family }) => family)).toEqual(['wechat'])
  })
})

describe('other formats', () => {
  test('YAML, with anchors and merged maps', async () => {
    const read = await config(
      [
        'x: &shared',
        '  - https://a.cn',
        'domains:',
        '  request: *shared',
        '  uploadFile: ["https://b.cn"] # comment',
      ]
        .join('\n')
        .replace(
          'x: &shared\n  - https://a.cn\ndomains:\n  request: *shared',
          'domains:\n  request: &shared\n    - https://a.cn\n  downloadFile: *shared',
        ),
      yaml,
    )
    expect(read.entries.map(({ api, text, line, column }) => [api, text, line, column])).toEqual([
      ['request', 'https://a.cn', 3, 7],
      ['downloadFile', 'https://a.cn', 3, 7],
      ['uploadFile', 'https://b.cn', 5, 16],
    ])
  })

  test('YAML merge keys: own keys win', async () => {
    const read = await config(
      'waivers:\n- &w {rule: http/charset, host: a.cn, until: 2027-01-01, reason: r}\n- {<<: *w, host: b.cn}\ndomains: {request: [https://a.cn]}',
      yaml,
    )
    expect(read.waivers.map(({ host, rule }) => [host, rule])).toEqual([
      ['a.cn', 'http/charset'],
      ['b.cn', 'http/charset'],
    ])
  })

  test('package.json: only the "hefa" key, positions inside the file', async () => {
    const read = await config('{\n "name": 5,\n "hefa": {"domains": {"request": ["https://a.cn"]}}\n}', {
      file: 'app/package.json',
    })
    expect(read.entries[0]).toMatchObject({ file: 'app/package.json', line: 3, column: 35 })
  })

  test("the answer of WeChat's domain interface", async () => {
    const { entries } = await config(
      JSON.stringify({
        errcode: 0,
        errmsg: 'ok',
        requestdomain: ['https://a.cn'],
        wsrequestdomain: ['wss://b.cn'],
        uploaddomain: ['https://c.cn'],
        downloaddomain: ['https://d.cn'],
        udpdomain: ['udp://e.cn'],
        tcpdomain: ['tcp://f.cn'],
        bizdomain: ['https://g.cn'],
        invalid_requestdomain: [],
      }),
    )
    expect(entries.map(({ family, api, text }) => `${family} ${api} ${text}`)).toEqual([
      'wechat request https://a.cn',
      'wechat connectSocket wss://b.cn',
      'wechat uploadFile https://c.cn',
      'wechat downloadFile https://d.cn',
      'wechat udp udp://e.cn',
      'wechat tcp tcp://f.cn',
    ])
  })

  test.each([
    ['an object', '  {"domains":{"request":["https://a.cn"]}}'],
    ['comments first', '// mine\n/* and\nmore */ {"domains":{"request":["https://a.cn"],},}'],
    ['YAML', '# mine\ndomains:\n  request: [https://a.cn]\n'],
    ['YAML with a document mark', '---\ndomains: {request: [https://a.cn]}\n'],
  ])('standard input is reported by its first characters: %s', async (_, text) => {
    expect((await config(text, { file: '-' })).entries.map(({ text }) => text)).toEqual(['https://a.cn'])
  })

  test("a byte order mark isn't a column, CRLF one line end", async () => {
    const read = await config('\uFEFF{"domains":{"request":[\r\n"https://a.cn"]}}')
    expect(read.entries[0]).toMatchObject({ line: 2, column: 1 })
    const first = await config('\uFEFF{"domains":{"request":["https://a.cn"]}}')
    expect(first.entries[0]).toMatchObject({ line: 1, column: 24 })
    const inYaml = await config('\uFEFFdomains:\r\n  request:\r\n    - https://a.cn\r\n', yaml)
    expect(inYaml.entries[0]).toMatchObject({ line: 3, column: 7 })
  })

  test('a key named __proto__ is a key', async () => {
    const outcome = await parse('{"__proto__": {"domains": {}}, "domains":{"request":["https://a.cn"]}}')
    expect(outcome).toEqual({
      problems: [{ file: 'hefa.config.json', line: 1, column: 2, message: 'unknown key "__proto__"' }],
    })
  })
})

describe('plugins', () => {
  test('are loaded before rule ids are judged', async () => {
    const asked: (readonly string[])[] = []
    const known = async (plugins: readonly string[]) => {
      asked.push(plugins)
      const rule = { parameters: {}, reasons: [] }
      return { rules: { 'my/rule': rule, 'my/other': rule } }
    }
    const text = '{"plugins":["./my.mjs"],"rules":{"my/rule":"off"},"domains":{"request":["https://a.cn"]}}'
    expect((await config(text, { known })).rules).toEqual({ 'my/rule': { level: 'off' } })
    expect(asked).toEqual([['./my.mjs']])
  })

  test('levels by reason', async () => {
    const rules = {
      'http/charset': { declared: 'error', 'no-answer': 'off' },
      'certificate/expires-soon': [{ soon: 'info' }, { days: 3 }],
    }
    expect((await config(JSON.stringify({ rules, domains: { request: ['https://a.cn'] } }))).rules).toEqual({
      'http/charset': { levels: { declared: 'error', 'no-answer': 'off' } },
      'certificate/expires-soon': { levels: { soon: 'info' }, parameters: { days: 3 } },
    })
  })

  test('that cannot be loaded are a problem of the config', async () => {
    const outcome = await parse('{"plugins":["./my.mjs"],"domains":{"request":["https://a.cn"]}}', {
      known: () => Promise.reject(new Error('no such file')),
    })
    expect(outcome).toEqual({
      problems: [
        { file: 'hefa.config.json', line: 1, column: 12, message: 'cannot load the plugins: no such file' },
      ],
    })
  })
})
