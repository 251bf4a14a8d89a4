import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import {
  type Recording,
  type RecordingFault,
  readHar,
  readLog,
  readRecording,
} from '../../../src/scan/seen/index.js'

const har = (...entries: object[]) => JSON.stringify({ log: { version: '1.2', entries } }, null, 1)
const entry = (url: unknown, type?: string) => ({
  ...(type ? { _resourceType: type } : {}),
  request: { url },
})
const told = (found: Recording | RecordingFault) =>
  'reason' in found
    ? found.reason
    : found.seen.map(({ api, origin, requests, place }) => `${api} ${origin} ${requests} ${place.line}`)

describe('a HAR file', () => {
  test('each API and origin once, where it is first asked', () => {
    const text = har(
      entry('https://a.cn/x?token=secret', 'xhr'),
      entry('https://a.cn/y', 'fetch'),
      entry('https://A.cn:443/z'),
      entry('https://a.cn:8443/z', 'xhr'),
      entry('wss://ws.a.cn/x', 'websocket'),
    )
    const found = readHar(text, 'a.har')
    expect(told(found)).toEqual([
      'request https://a.cn 3 8',
      'request https://a.cn:8443 1 25',
      'connectSocket wss://ws.a.cn 1 31',
    ])
    expect(JSON.stringify(found)).not.toContain('secret')
  })

  test('where an answer sends the client is asked as well, once', () => {
    const answered = (url: string, status: number, redirectURL: string, ...headers: object[]) => ({
      request: { url },
      response: { status, redirectURL, headers },
    })
    const text = har(
      answered('https://a.cn/x', 302, 'https://b.cn/y'),
      answered('https://c.cn/x', 307, '', { name: 'location', value: '//d.cn/y' }),
      answered('https://e.cn/x', 301, '/login'),
      answered('https://f.cn/x', 200, 'https://not-followed.cn/'),
      answered('https://g.cn/x', 303, 'https://h.cn/'),
      entry('https://h.cn/', 'xhr'),
      answered('https://i.cn/x', 302, 'http://['),
    )
    expect(told(readHar(text, 'a.har'))).toMatchObject(
      ['a.cn 1', 'b.cn 1', 'c.cn 1', 'd.cn 1', 'e.cn 2', 'f.cn 1', 'g.cn 1', 'h.cn 1', 'i.cn 1'].map((one) =>
        expect.stringContaining(`https://${one} `),
      ),
    )
  })

  test('what a proxy was sent: the host of a tunnel, and a path beside its host', () => {
    const sent = (method: string, url: string, ...headers: { name: string; value: string }[]) => ({
      request: { method, url, headers },
    })
    const text = har(
      sent('CONNECT', 'a.cn:443'),
      sent('CONNECT', 'b.cn:8443'),
      sent('GET', '/x', { name: 'Accept', value: 'c.cn' }, { name: 'host', value: 'd.cn' }),
      sent('GET', '/y', { name: ':authority', value: 'e.cn' }),
      sent('GET', '/z'),
    )
    expect(told(readHar(text, 'a.har'))).toMatchObject(
      [
        /^request https:\/\/a\.cn 1 /,
        /^request https:\/\/b\.cn:8443 1 /,
        /^request https:\/\/d\.cn 1 /,
        /^request https:\/\/e\.cn 1 /,
      ].map((one) => expect.stringMatching(one)),
    )
  })

  test.each([
    ['a page of the tools', entry('http://127.0.0.1:3453/__pageframe__/a', 'document')],
    ['a script of the tools', entry('http://127.0.0.1:3453/appservice/a.js')],
    ['a picture', entry('https://a.cn/a.png', 'image')],
    ['a style sheet', entry('https://a.cn/a.css', 'stylesheet')],
  ])('%s is none of the program’s', (_, one) => {
    expect(readHar(har(one), 'a.har')).toEqual({ seen: [], skipped: 1 })
  })

  test('what asks no server of the network, and WeChat’s own, is left out', () => {
    const text = har(
      entry('data:image/png;base64,AA'),
      entry('https://servicewechat.com/x', 'xhr'),
      entry('http://[::'),
    )
    expect(told(readHar(text, 'a.har'))).toEqual([])
  })

  test('a call of this machine that is the program’s own is reported', () => {
    expect(told(readHar(har(entry('http://127.0.0.1:8360/api', 'xhr')), 'a.har'))).toEqual([
      'request http://127.0.0.1:8360 1 8',
    ])
  })

  test.each([
    ['', 'empty', 0],
    [' \n', 'empty', 0],
    ['{', 'not-json', 1],
    ['{"log": x}', 'not-json', 8],
    ['[]', 'no-entries', 0],
    ['null', 'no-entries', 0],
    ['{"log":{"entries":{}}}', 'no-entries', 0],
    ['{"__proto__":{"log":{"entries":[]}}}', 'no-entries', 0],
    ['{"log":{"entries":[1]}}', 'no-url', 0],
    ['{"log":{"entries":[{"request":{"url":["https://a.cn"]}}]}}', 'no-url', 0],
    [`${'['.repeat(200_000)}`, 'not-json', 200_000],
    [`{"log":{"entries":[${'1,'.repeat(100_000)}1]}}`, 'too-many', 0],
  ])('%.40s: %s at %i', (text, reason, at) => {
    expect(readHar(text, 'a.har')).toEqual({ reason, at })
  })
})

describe('a phone’s console', () => {
  test.each([
    ['request: https://a.cn/x', ['request https://a.cn 1 1']],
    ['POST https://a.cn/x 200', ['request https://a.cn 1 1']],
    ['https://a.cn 不在以下 request 合法域名列表中', ['request https://a.cn 1 1']],
    ['uploadFile:fail url not in domain list https://a.cn', ['uploadFile https://a.cn 1 1']],
    ['downloadFile https://a.cn，完成', ['downloadFile https://a.cn 1 1']],
    ['\nWebSocket wss://a.cn/x opened', ['connectSocket wss://a.cn 1 2']],
    ['see https://docs.a.cn', []],
    ['see https://a.cn/request', []],
  ])('%s', (text, expected) => {
    expect(told(readLog(text, 'v.log'))).toEqual(expected)
  })

  test('an empty one is a fault, a long line is cut', () => {
    expect(readLog('', 'v.log')).toEqual({ reason: 'empty', at: 0 })
    expect(told(readLog(`request ${'x'.repeat(30_000)} https://a.cn`, 'v.log'))).toEqual([])
  })
})

describe('bytes of a recording', () => {
  const text = har(entry('https://a.cn/x', 'xhr'))
  const marked = Buffer.from(`\uFEFF${text}`, 'utf16le')
  const found = [expect.objectContaining({ origin: 'https://a.cn', requests: 1 })]

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16, as PowerShell writes it', marked],
    ['UTF-16 the other way round', Buffer.from(marked).swap16()],
    ['packed by gzip', gzipSync(text)],
    ['both', gzipSync(marked)],
  ])('%s', (_, bytes) => expect(readRecording('har', bytes, 'a.har')).toEqual({ seen: found }))

  test('what is cut off is no recording', () => {
    const packed = gzipSync(text)
    const cut = packed.subarray(0, packed.length - 12)
    expect(readRecording('har', cut, 'a.har')).toMatchObject({ reason: 'not-json' })
    expect(readRecording('har', marked.subarray(0, 101), 'a.har')).toMatchObject({ reason: 'not-json' })
  })
})
