/** Lists change, and nothing else of a config's text. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editLists, listsOf } from '../../src/config/index.js'
import type { ApiName } from '../../src/types.js'
import { runs } from '../helpers/thorough.js'

const edit = (source: string, lists: Partial<Record<ApiName, string[]>>, ending: 'json' | 'yaml' = 'json') =>
  editLists(source, ending, ['domains'], new Map(Object.entries(lists) as [ApiName, string[]][]))

const COMMENTED = `{
  // who may be called
  "domains": {
    "request": [
      "https://a.example.com", // the gateway
      // pictures
      "https://b.example.com" // last
    ],
    "connectSocket": ["wss://a.example.com"]
  },
  "rules": { "http/charset": "off" } // why not
}
`

describe('JSON with comments', () => {
  test('the same lists leave the text as it is', async () => {
    const same = {
      request: ['https://b.example.com', 'https://a.example.com'],
      connectSocket: ['wss://a.example.com'],
    }
    expect(await edit(COMMENTED, same)).toBe(COMMENTED)
  })

  test('one goes with its comments, one comes at the end', async () => {
    expect(await edit(COMMENTED, { request: ['https://a.example.com', 'https://c.example.com'] })).toBe(
      COMMENTED.replace(
        '      // pictures\n      "https://b.example.com" // last\n',
        '      "https://c.example.com"\n',
      ),
    )
  })

  test('the last one goes, and its comma', async () => {
    expect(await edit(COMMENTED, { request: ['https://a.example.com'] })).toContain(
      '"https://a.example.com" // the gateway\n    ],',
    )
  })

  test('a list that becomes empty, and one that was not there', async () => {
    const edited = await edit(COMMENTED, { connectSocket: [], uploadFile: ['https://u.example.com'] })
    expect(edited).toContain('"connectSocket": []')
    expect(edited).toContain('"domains": {\n    "uploadFile": ["https://u.example.com"],\n    "request": [')
  })

  test("what isn't a list of strings is left alone", async () => {
    expect(await edit('{"domains":{"request":[{"a":1}]}}', { request: ['https://a.cn'] })).toBeNull()
    expect(await edit('{"platforms":[]}', { request: ['https://a.cn'] })).toBeNull()
    expect(await edit('{"domains":', { request: ['https://a.cn'] })).toBeNull()
  })
})

test('two comments of one line are not taken for one around a value', async () => {
  const source = '{"domains":{"request":["https://a.cn", /* , */ "https://b.cn" /* , */\n]}}'
  expect(await edit(source, { request: ['https://a.cn'] })).toBe('{"domains":{"request":["https://a.cn"\n]}}')
})

test('YAML keeps its comments', async () => {
  const source = `# ours
domains:
  request:
    - https://a.example.com # the gateway
    - https://b.example.com
rules:
  http/charset: off # why not
`
  expect(await edit(source, { request: ['https://a.example.com', 'https://c.example.com'] }, 'yaml')).toBe(
    source.replace('https://b.example.com', 'https://c.example.com'),
  )
})

test('whatever the lists were and are, the text then says what was asked for', async () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd').map((one) => `https://${one}.cn`)
  const list = fc.uniqueArray(name)
  const space = fc.constantFrom('', ' ', '\n  ', ' // x\n', ' /* , */ ', '\r\n\t')
  const written = fc.tuple(list, fc.array(space, { minLength: 12, maxLength: 12 })).map(([own, gaps]) => {
    const items = own.map((one, at) => `${gaps[at * 2]}"${one}"${gaps[at * 2 + 1]}`)
    return `{"domains":{"request":[${items.join(',')}${gaps[11]}]}}`
  })
  await fc.assert(
    fc.asyncProperty(written, list, async (source, wanted) => {
      const edited = await edit(source, { request: wanted })
      const plain = (edited ?? '').replace(/\/\/ x|\/\* , \*\//g, '')
      expect(JSON.parse(plain).domains.request.toSorted()).toEqual(wanted.toSorted())
    }),
    { numRuns: runs(500) },
  )
})

test.each([
  [{ domains: {} }, [], ['domains']],
  [{ domains: {}, platforms: ['wechat-ios'] }, [], ['domains']],
  [{ domains: {}, platforms: ['wechat', 'alipay'] }, [], null],
  [{ domains: {}, wechat: { domains: {} }, platforms: ['wechat', 'alipay'] }, [], ['wechat', 'domains']],
  [{ hefa: { domains: {} } }, ['hefa'], ['hefa', 'domains']],
  [[], [], null],
])('%j: where the lists stand', (root, prefix, path) => {
  expect(listsOf(root, 'wechat', prefix)?.path ?? null).toEqual(path)
})

test('a list of its own takes the place of the shared one, API by API', () => {
  const root = { domains: { request: ['a'], uploadFile: ['b'] }, wechat: { domains: { request: ['c'] } } }
  const lists = listsOf(root, 'wechat', [])?.lists
  expect([lists?.get('request'), lists?.get('uploadFile')]).toEqual([['c'], ['b']])
})
