import { describe, expect, test } from 'vitest'
import { config, problems, yaml } from './helpers.js'

const ok = '"domains":{"request":["https://a.cn"]}'
const withScan = (scan: string) => `{${ok},\n"scan":${scan}}`

describe('scan: what is wrong, where it stands', () => {
  test.each<[string, string, string[]]>([
    ['no map', '[]', ['2:8: scan: expected a map, got list']],
    ['unknown key', '{"defines":{}}', ['2:9: unknown key "defines"; did you mean "define"?']],
    [
      'unknown mode',
      '{"mode":"prod"}',
      ['2:16: scan.mode: expected "release", "trial" or "development", got string "prod"'],
    ],
    [
      'root outside',
      '{"root":"../other"}',
      ['2:16: scan.root: expected a path inside the scanned folder, with "/", got string "../other"'],
    ],
    [
      'root with a drive',
      '{"root":"C:/x"}',
      ['2:16: scan.root: expected a path inside the scanned folder, with "/", got string "C:/x"'],
    ],
    ['empty root', '{"root":" "}', ['2:16: scan.root: empty']],
    [
      'define of no expression',
      '{"define":{"API BASE":"https://a.cn"}}',
      [
        '2:19: scan.define: expected an expression such as "process.env.API_BASE" or "utils/http.js:base", got "API BASE"',
      ],
    ],
    [
      'define of no text',
      '{"define":{"process.env.N":5}}',
      ['2:35: scan.define["process.env.N"]: expected a string, got number 5'],
    ],
    ['define twice', '{"define":{"A":"https://a.cn","A":"https://b.cn"}}', ['2:38: duplicate key "A"']],
    [
      'client of another API',
      '{"clients":{"$api.get":{"api":"image"}}}',
      [
        '2:38: scan.clients["$api.get"].api: expected "request", "connectSocket", "uploadFile", "downloadFile", "udp" or "tcp", got string "image"',
      ],
    ],
    ['client without an API', '{"clients":{"$api.get":{"url":0}}}', ['2:31: missing key "api"']],
    [
      'client with a key of its own',
      '{"clients":{"get":{"api":"request","prefix":""}}}',
      ['2:43: unknown key "prefix"'],
    ],
    [
      'client with a bad index',
      '{"clients":{"get":{"api":"request","url":-1}}}',
      [
        '2:49: scan.clients.get.url: expected a whole number of 0 or more: which argument is the URL, got number -1',
      ],
    ],
    [
      'client with a base that is none',
      '{"clients":{"get":{"api":"request","base":"api.a.cn"}}}',
      [
        '2:50: scan.clients.get.base: expected a URL such as "https://api.example.com", got string "api.a.cn"',
      ],
    ],
    [
      'client that is no function',
      '{"clients":{"get()":{"api":"request"}}}',
      ['2:20: scan.clients: expected a function as it is called, such as "$api.get", got "get()"'],
    ],
    [
      'exclude of no list',
      '{"exclude":"a"}',
      ['2:19: scan.exclude: expected a list of strings, got string "a"'],
    ],
    [
      'exclude outside',
      '{"exclude":["a/**","/etc/*"]}',
      ['2:27: scan.exclude[1]: expected a path inside the scanned folder, with "/", got string "/etc/*"'],
    ],
    [
      'accept that is over',
      '{"accept":[{"file":"a.js","reason":"r","until":"2026-11-19"}]}',
      ['2:55: this waiver ended on 2026-11-19: remove it, or fix what it excuses'],
    ],
    [
      'accept without a reason',
      '{"accept":[{"file":"a.js","until":"2027-01-01"}]}',
      ['2:19: missing key "reason"'],
    ],
    [
      'accept on no day',
      '{"accept":[{"file":"a.js","reason":"r","until":"2027-02-30"}]}',
      ['2:55: "2027-02-30" is not a date of the calendar; write YYYY-MM-DD'],
    ],
  ])('%s', async (_, scan, expected) => {
    expect(await problems(withScan(scan))).toEqual(expected)
  })

  test('in YAML as well, and all at once', async () => {
    const text = 'domains:\n  request: [https://a.cn]\nscan:\n  root: /x\n  mode: live\n  exclude: [../y]\n'
    const lines = (await problems(text, yaml)).map((line) => line.split(' ')[0])
    expect(lines).toEqual(['4:9:', '5:9:', '6:13:'])
  })
})

test('every part keeps its place', async () => {
  const { scan } = await config(`{${ok},
"scan": {
  "root": "miniprogram",
  "mode": "trial",
  "define": { "process.env.API_BASE": "https://b.cn" },
  "clients": { "$api.get": { "api": "socket" },
               "http": { "api": "request", "url": 1, "base": "https://b.cn" } },
  "exclude": ["dev/**"],
  "accept": [{ "file": "a.js", "reason": "r", "until": "2027-01-01" }]
}}`)
  const file = 'hefa.config.json'
  expect(scan).toEqual({
    root: { path: 'miniprogram', place: { file, line: 3, column: 11 } },
    mode: { mode: 'trial', place: { file, line: 4, column: 11 } },
    define: [{ name: 'process.env.API_BASE', value: 'https://b.cn', place: { file, line: 5, column: 15 } }],
    clients: [
      { name: '$api.get', api: 'connectSocket', url: 0, base: null, place: { file, line: 6, column: 16 } },
      { name: 'http', api: 'request', url: 1, base: 'https://b.cn', place: { file, line: 7, column: 16 } },
    ],
    exclude: [{ pattern: 'dev/**', place: { file, line: 8, column: 15 } }],
    accept: [{ file: 'a.js', reason: 'r', until: '2027-01-01', place: { file, line: 9, column: 14 } }],
  })
})

test('lists may be empty where a scan is set up', async () => {
  expect((await config('{"domains":{"request":[]},"scan":{}}')).entries).toEqual([])
  expect(await problems('{"domains":{"request":[]}}')).toHaveLength(1)
})
