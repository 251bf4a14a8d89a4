import { describe, expect, test } from 'vitest'
import type { ApiName } from '../../../src/types.js'
import { callOf, judgeFacts, judgeUrl, levelOf, words } from '../../../test/rules/project/helpers.js'
import rule from './rule.js'

type Api = Exclude<ApiName, 'udp' | 'tcp'>

describe('WeChat compares https origins as text', () => {
  test.each<[string, string[], string]>([
    ['https://a.cn/x', ['request https://a.cn'], 'pass'],
    ['https://a.cn', ['request https://a.cn'], 'pass'],
    ['https://a.cn?x=1', ['request https://a.cn'], 'pass'],
    ['https://a.cn:443/x', ['request https://a.cn'], 'unlisted'],
    ['https://a.cn/x', ['request https://a.cn:443'], 'unlisted'],
    ['https://a.cn:443/x', ['request https://a.cn:443'], 'pass'],
    ['https://a.cn:8443/x', ['request https://a.cn:8443'], 'pass'],
    ['https://a.cn:8443/x', ['request https://a.cn:8442', 'request https://a.cn'], 'unlisted'],
    ['https://b.a.cn/x', ['request https://a.cn'], 'unlisted'],
    ['https://a.cn/x', ['request https://b.a.cn'], 'unlisted'],
    ['https://a.cn.evil.cn/x', ['request https://a.cn'], 'unlisted'],
    ['https://a.cn/x', ['uploadFile https://a.cn'], 'unlisted'],
    ['https://a.cn/x', [], 'unlisted'],
    ['https://A.cn/x', ['request https://a.cn'], 'letter-case'],
    ['https://a.cn/x', ['request https://A.cn'], 'pass'],
    ['https://a.cn:/x', ['request https://a.cn'], 'malformed'],
    ['https://me@a.cn/x', ['request https://a.cn'], 'malformed'],
    ['https://a.cn./x', ['request https://a.cn'], 'malformed'],
    ['https://a.cn:99999/x', ['request https://a.cn'], 'malformed'],
    ['https:///x', ['request https://a.cn'], 'malformed'],
    ['https://a_b.cn/x', ['request https://a_b.cn'], 'pass'],
  ])('%s with %j: %s', async (url, listed, expected) => {
    expect(words(await judgeUrl(rule, url, { listed }))).toEqual([expected])
  })

  test.each<[Api, string, string[], string]>([
    ['connectSocket', 'wss://a.cn/x', ['connectSocket wss://a.cn'], 'pass'],
    ['connectSocket', 'wss://a.cn:9000/x', ['connectSocket wss://a.cn'], 'pass'],
    ['connectSocket', 'wss://a.cn:9000/x', ['connectSocket wss://a.cn:8000'], 'pass'],
    ['connectSocket', 'wxs://a.cn/mqtt', ['connectSocket wss://a.cn'], 'pass'],
    ['connectSocket', 'alis://b.cn/mqtt', ['connectSocket wss://a.cn'], 'unlisted'],
    ['connectSocket', 'wss://b.cn/x', ['connectSocket wss://a.cn'], 'unlisted'],
    ['connectSocket', 'wss://a.cn/x', ['request https://a.cn'], 'unlisted'],
    ['connectSocket', 'https://a.cn/x', ['connectSocket wss://a.cn'], 'unlisted'],
    ['uploadFile', 'https://a.cn/x', ['uploadFile https://a.cn'], 'pass'],
    ['uploadFile', 'https://a.cn/x', ['request https://a.cn'], 'unlisted'],
    ['downloadFile', 'https://a.cn/x', ['downloadFile https://a.cn'], 'pass'],
    ['downloadFile', 'https://a.cn/x', ['request https://a.cn'], 'unlisted-download'],
  ])('%s %s with %j: %s', async (api, url, listed, expected) => {
    expect(words(await judgeUrl(rule, url, { listed, call: { api } }))).toEqual([expected])
  })
})

describe.each(['alipay', 'mpaas'] as const)('%s matches by registrable domain, over all lists', (family) => {
  test.each<[string, string[], string]>([
    ['https://b.a.cn/x', ['request https://a.cn'], 'pass'],
    ['https://b.a.cn:8443/x', ['request https://a.cn'], 'pass'],
    ['https://a.cn/x', ['uploadFile https://a.cn'], 'pass'],
    ['https://a.com.cn/x', ['request https://b.com.cn'], 'unlisted'],
    ['https://a.cn/x', ['request https://b.cn'], 'unlisted'],
    ['https://A.cn/x', ['request https://a.cn'], 'pass'],
  ])('%s with %j: %s', async (url, listed, expected) => {
    expect(words(await judgeUrl(rule, url, { listed, family }))).toEqual([expected])
  })

  test('a download weighs less there', () => {
    expect(levelOf(family, rule, 'unlisted')).toBe('error')
    expect(levelOf(family, rule, 'unlisted-download')).toBe('warning')
    expect(levelOf('wechat', rule, 'unlisted-download')).toBe('error')
  })
})

describe('what could not be determined', () => {
  test('is unknown at error level, with or without lists, and says why', async () => {
    for (const listed of [null, ['request https://a.cn']]) {
      expect(await judgeUrl(rule, null, { listed, call: { undetermined: 'server-data' } })).toEqual([
        {
          status: 'unknown',
          reason: 'not-determined',
          evidence: { api: 'request', callee: 'wx.request', why: 'server-data' },
        },
      ])
    }
    for (const family of ['wechat', 'alipay', 'mpaas'] as const)
      expect(levelOf(family, rule, 'not-determined')).toBe('error')
  })

  test('a value that is not in the source is named, with the setting that gives it', () => {
    const missing = {
      ...{ name: 'process.env.API', define: 'process.env.API', reason: 'computed' as const },
      place: { file: 'utils/api.js', line: 1, column: 9 },
    }
    const given = { call: callOf(), called: null, listed: null, near: null, missing }
    expect(judgeFacts(rule, given)).toEqual([
      {
        status: 'unknown',
        reason: 'missing-value',
        evidence: {
          ...{ name: 'process.env.API', define: 'process.env.API', file: 'utils/api.js', why: 'computed' },
          calls: ['pages/index.js:3:5'],
        },
      },
    ])
  })

  test('a path that the platform is given as it is fails; one that something may put a server before does not', () => {
    const path = {
      ...{ name: "'/api'", define: null, reason: 'no-server' as const },
      place: { file: 'utils/api.js', line: 1, column: 9 },
    }
    const given = { call: callOf(), called: null, listed: null, near: null }
    expect(words(judgeFacts(rule, { ...given, missing: path }))).toEqual(['missing-value?'])
    expect(judgeFacts(rule, { ...given, missing: { ...path, sure: true } })[0]).toMatchObject({
      status: 'fail',
      reason: 'missing-value',
      evidence: { name: "'/api'", sure: true, calls: ['pages/index.js:3:5'] },
    })
  })

  test('what is not known in a file that nothing leads to is one thing for the file', () => {
    const urls = [
      {
        text: 'https://api.example.com/a',
        complete: true,
        place: { file: 'pages/index.js', line: 3, column: 5 },
      },
    ]
    const call = callOf({ unreached: true, undetermined: 'parameter', urls })
    const given = { call, called: null, listed: null, near: null, missing: null }
    expect(judgeFacts(rule, given)).toEqual([
      {
        status: 'unknown',
        reason: 'not-reached',
        evidence: {
          file: 'pages/index.js',
          calls: ['pages/index.js:3:5'],
          origins: ['https://api.example.com'],
        },
      },
    ])
  })

  test.each([
    ['/api/login', ['wechat'] as const, 'no-origin'],
    ['//a.cn/x', ['wechat'] as const, 'no-origin'],
    ['a.cn/x', ['wechat'] as const, 'no-origin'],
    ['/api/login', [] as const, 'no-origin?'],
  ])('%s on %j names no host: %s', async (url, families, expected) => {
    const call = { families: [...families] }
    expect(words(await judgeUrl(rule, url, { listed: null, call }))).toEqual([expected])
  })
})

describe('left to others', () => {
  test('without a list nothing is said of a known host', async () => {
    expect(words(await judgeUrl(rule, 'https://a.cn/x', { listed: null }))).toEqual(['not-applicable'])
  })

  test.each([
    'https://8.8.8.8/x',
    'https://[2001:db8::1]/x',
    'https://localhost/x',
    'http://192.168.1.5/x',
    'https://127.1/x',
    'https://api.weixin.qq.com/x',
  ])('%s can not be listed', async (url) => {
    expect(words(await judgeUrl(rule, url))).toEqual(['unlisted'])
  })

  test('http of a listed host is the scheme’s matter, of another host both', async () => {
    const listed = ['request https://a.cn']
    expect(words(await judgeUrl(rule, 'http://a.cn/x', { listed }))).toEqual(['unlisted'])
    expect(words(await judgeUrl(rule, 'http://b.cn/x', { listed }))).toEqual(['unlisted'])
  })

  test('what WeChat forbids may be listed elsewhere', async () => {
    const found = await judgeUrl(rule, 'https://api.weixin.qq.com/x', { family: 'alipay' })
    expect(words(found)).toEqual(['unlisted'])
  })
})

test.each<[string, string[], string | undefined, object]>([
  [
    'https://a.cn:8443/x',
    ['request https://a.cn'],
    undefined,
    { hint: 'other-port', listed: 'https://a.cn' },
  ],
  [
    'https://a.cn/x',
    ['uploadFile https://a.cn', 'downloadFile https://a.cn'],
    undefined,
    { hint: 'other-api', apis: ['uploadFile', 'downloadFile'] },
  ],
  ['https://a.cn/x', ['request wss://a.cn'], undefined, { hint: 'other-scheme', listed: 'wss://a.cn' }],
  [
    'https://ap.cn/x',
    ['request https://api.cn'],
    'https://api.cn',
    { hint: 'misspelled', listed: 'https://api.cn' },
  ],
  ['https://b.cn/x', ['request https://api.cn'], undefined, { hint: 'none' }],
])('%s with %j: what comes near', async (url, listed, near, hint) => {
  const found = await judgeUrl(rule, url, { listed, ...(near === undefined ? {} : { near }) })
  expect(found).toMatchObject([{ evidence: hint }])
})

test('an address of UDP that could not be determined is warned of, one of TCP is like a URL', async () => {
  const udp = { api: 'udp', callee: 'wx.UDPSocket.send', undetermined: 'server-data' } as const
  expect(words(await judgeUrl(rule, null, { call: udp }))).toEqual(['udp-not-determined?'])
  expect(words(await judgeUrl(rule, null, { call: { ...udp, api: 'tcp' } }))).toEqual(['not-determined?'])
  expect(levelOf('wechat', rule, 'udp-not-determined')).toBe('warning')
  // What is known is left to project/socket-address.
  expect(words(await judgeUrl(rule, 'udp://a.cn:9000', { call: udp }))).toEqual(['not-applicable'])
})

test('what may be a file only is warned of, once it could not be determined', async () => {
  const image = { api: 'downloadFile', callee: 'wx.getImageInfo', mayBeFile: true } as const
  expect(words(await judgeUrl(rule, null, { call: { ...image, undetermined: 'server-data' } }))).toEqual([
    'may-be-file?',
  ])
  expect(words(await judgeUrl(rule, 'https://a.cn/x.png', { call: image }))).toEqual(['unlisted-download'])
  expect(levelOf('wechat', rule, 'may-be-file')).toBe('warning')
})
