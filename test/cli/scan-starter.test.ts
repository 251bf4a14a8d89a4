/** What a config made of the source lists, what it leaves out, and how it is written. */
import { expect, test } from 'vitest'
import { starterText } from '../../src/cli/init/write.js'
import { fromHere } from '../../src/cli/scan/read.js'
import { starterParts } from '../../src/cli/scan/starter.js'
import { cliWords } from '../../src/i18n/cli.js'
import { loadConfig, type PlatformId } from '../../src/index.js'
import { callFact, projectFacts } from '../audit/scan-facts.js'

const WECHAT: PlatformId[] = ['wechat-ios', 'wechat-android', 'wechat-devtools']
const at = (line: number, file = 'a.js') => ({ file, line, column: 1 })

async function parts(calls: Parameters<typeof callFact>[], platforms = WECHAT) {
  const made = await starterParts(projectFacts({ calls: calls.map((one) => callFact(...one)) }), platforms)
  const texts = (list: readonly { text: string }[]) => list.map(({ text }) => text)
  return {
    domains: made.domains.map(({ api, text }) => `${api} ${text}`),
    leftOut: texts(made.leftOut),
    undetermined: texts(made.undetermined),
  }
}

test('origins by API, each once, as the platform spells them', async () => {
  const { domains } = await parts([
    ['https://API.example.com:443/v1?x'],
    ['https://api.example.com/v2'],
    ['https://api.example.com:8443/'],
    ['https://up.example.com/u', { api: 'uploadFile' }],
    ['wss://ws.example.com/socket', { api: 'connectSocket' }],
    ['https://例子.中国/'],
  ])
  expect(domains).toEqual([
    'request https://api.example.com',
    'request https://api.example.com:8443',
    'uploadFile https://up.example.com',
    'connectSocket wss://ws.example.com',
    'request https://xn--fsqu00a.xn--fiqs8s',
  ])
})

test('sockets without a URL by host: whether ports count is not documented', async () => {
  const udp = { api: 'udp', callee: 'wx.UDPSocket.send' } as const
  const tcp = { api: 'tcp', callee: 'wx.TCPSocket.connect' } as const
  expect(
    await parts([
      ['udp://udp.example.com:9000', udp],
      ['udp://udp.example.com:9001', udp],
      ['tcp://tcp.example.com:9000', tcp],
      ['udp://255.255.255.255:9000', udp],
      ['tcp://[fe80::1]:9000', tcp],
      ['https://tcp.example.com', tcp],
    ]),
  ).toEqual({
    domains: ['udp udp://udp.example.com', 'tcp tcp://tcp.example.com'],
    leftOut: ['udp://255.255.255.255', 'tcp://[fe80::1]', 'https://tcp.example.com'],
    undetermined: [],
  })
})

test.each([
  ['plain http', 'http://api.example.com', {}],
  ['an IP address', 'https://192.168.1.5', {}],
  ['an IP address, whatever its port', 'https://10.0.0.1:8443', {}],
  ['this machine', 'https://localhost', {}],
  ['a name of the company network', 'https://api.internal', {}],
  ["WeChat's own host", 'https://api.weixin.qq.com', {}],
  ['a public suffix', 'https://com.cn', {}],
  ['https for a socket', 'https://ws.example.com', { api: 'connectSocket' }],
  ['ws', 'ws://ws.example.com', { api: 'connectSocket' }],
  ['wss for a request', 'wss://api.example.com', {}],
  ['no host at all', '/relative/path', {}],
] as const)('%s is left out, by name', async (_, url, part) => {
  expect(await parts([[url, part]])).toEqual({ domains: [], leftOut: [url], undetermined: [] })
})

test("another vendor's platform has lists of its own", async () => {
  const foreign: Parameters<typeof callFact>[1] = { callee: 'swan.request', families: [], foreign: true }
  const { domains, undetermined } = await parts([
    ['https://swan.example.com', foreign],
    ['https://api.example.com', { ...foreign, undetermined: 'computed' }],
  ])
  expect([domains, undetermined]).toEqual([[], []])
})

test("what only WeChat refuses may stand in Alipay's list", async () => {
  const { domains } = await parts([['https://api.weixin.qq.com', { families: [] }]], ['alipay-ios'])
  expect(domains).toEqual(['request https://api.weixin.qq.com'])
})

test('calls of another platform are not asked for', async () => {
  const { domains } = await parts([
    ['https://wx.example.com', { families: ['wechat'] }],
    ['https://my.example.com', { families: ['alipay', 'mpaas'] }],
    ['https://both.example.com', { families: [] }],
  ])
  expect(domains).toEqual(['request https://wx.example.com', 'request https://both.example.com'])
})

test('a branch nobody can tell stands beside the known one', async () => {
  expect(await parts([['https://a.example.com', { undetermined: 'parameter' }], [null]])).toEqual({
    domains: ['request https://a.example.com'],
    leftOut: [],
    undetermined: ['wx.request'],
  })
})

test('places are reported once a line, with what could not be determined, and the text loads', async () => {
  const calls = [
    callFact('https://a.example.com', {
      urls: [url('https://a.example.com', at(3)), url('https://a.example.com/x', at(3))],
    }),
    callFact('https://a.example.com', { urls: [url('https://a.example.com/y', at(7, 'b */ "\n// x.js'))] }),
    callFact('http://c.example.com', { urls: [url('http://c.example.com', at(1, 'c.js'))] }),
    callFact(null, { place: at(5, 'd.js') }),
  ]
  const made = await starterParts(projectFacts({ calls }), WECHAT)
  for (const language of ['en', 'zh'] as const) {
    const { init } = await cliWords(language)
    for (const ending of ['jsonc', 'yaml'] as const) {
      const text = starterText(
        { ...made, schema: 'x', platforms: ['wechat'], domainsPerApi: 20, placeholder: false },
        ending,
        init,
      )
      expect(text).toContain('a.js:3, b */ "\\n// x.js:7')
      expect(text).toContain('  http://c.example.com (c.js:1)')
      expect(text).toContain('  wx.request (d.js:5)')
      const loaded = await loadConfig(`x.${ending}`, { text, cwd: '/nowhere' })
      expect('config' in loaded && loaded.config.entries.map((entry) => entry.text)).toEqual([
        'https://a.example.com',
      ])
    }
  }
})

function url(text: string, place: { file: string; line: number; column: number }) {
  return { text, complete: true, place }
}

test('places are told from the working directory on', () => {
  const place = at(1)
  const project = projectFacts({
    calls: [
      callFact('https://a.example.com', {
        ...{ place, urls: [url('https://a.example.com', place)] },
        ...{ methods: [{ text: 'get', place }], headers: [{ name: 'referer', place }] },
      }),
    ],
    passedOver: [{ file: 'x.js', reason: 'syntax', line: 1, column: 1 }],
    settings: [{ place, key: 'urlCheck', name: 'setting.urlCheck', value: false }],
    resources: [{ place, tag: 'image', url: 'https://a.example.com' }],
    secrets: [{ place, kind: 'app-secret', text: 'a…z' }],
  })
  const files = (value: unknown) =>
    [...JSON.stringify(value).matchAll(/"file":"([^"]*)"/g)].map(([, file]) => file)
  expect(new Set(files(fromHere(project, 'app/mini')))).toEqual(
    new Set(['app/mini/a.js', 'app/mini/x.js', 'app/mini/app.json']),
  )
  expect(files(fromHere(project, 'app/mini'))).toHaveLength(9)
  expect(fromHere(project, '')).toEqual(project)
})
