/** `hefa pull` against a stand-in of WeChat's server interfaces, built from what their pages document. */
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { folder, hefa } from './hefa.js'

const TOKEN = 'the-very-secret-token'
const LISTS = {
  requestdomain: ['https://a.example.com', 'https://b.example.com'],
  wsrequestdomain: ['wss://a.example.com'],
  ...{ uploaddomain: [], downloaddomain: [], udpdomain: [], tcpdomain: [] },
}
const EMPTY = Object.fromEntries(Object.keys(LISTS).map((name) => [name, []]))

let server: Server
let asked: { url: string; body: string }[] = []
let answer: { status?: number; body: unknown } | null
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      asked.push({ url: request.url ?? '', body })
      if (answer === null) return void request.socket.destroy()
      response.writeHead(answer.status ?? 200, { location: 'https://example.com/' })
      response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})
beforeEach(() => {
  asked = []
  answer = { body: { errcode: 0, errmsg: 'ok', effective_domain: LISTS, mp_domain: EMPTY } }
})
afterAll(() => server.close())

async function place(files: Record<string, string> = {}) {
  const cwd = await folder(files)
  const HEFA_CONSOLE_API = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    read: (file: string) => readFileSync(join(cwd, file), 'utf8'),
    write: (file: string, text: string) => writeFileSync(join(cwd, file), text),
    pull: (...args: string[]) =>
      hefa(['pull', ...args], { cwd, env: { HEFA_CONSOLE_API, HEFA_ACCESS_TOKEN: TOKEN } }),
    bare: (env: Record<string, string>) => hefa(['pull'], { cwd, env }),
  }
}

const CONFIG = `{
  "domains": {
    "request": ["https://a.example.com"] // the gateway
  },
  "rules": { "http/charset": "off" } // why not
}
`

test('what phones go by is asked for, with the token in the address only', async () => {
  const { pull } = await place()
  const { stdout, stderr } = await pull()
  expect(asked).toEqual([{ url: `/wxa/get_effective_domain?access_token=${TOKEN}`, body: '{}' }])
  expect(stdout + stderr).not.toContain(TOKEN)
})

test('without a config one is written that hefa accepts', async () => {
  const { pull, read } = await place()
  expect(await pull()).toEqual({ status: 0, stdout: '', stderr: 'wrote hefa.config.jsonc: 3 domains\n' })
  expect(read('hefa.config.jsonc')).toContain('"https://b.example.com"')
  expect(await pull('--check')).toMatchObject({ status: 0, stderr: '' })
})

test('standard input is no file to write into', async () => {
  const { pull } = await place()
  const { status, stderr } = await pull('-')
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: 'hefa: pull writes into the config: give a file, not -\n',
  })
})

test('a config keeps its comments, and a second pull changes nothing', async () => {
  const { pull, read } = await place({ 'hefa.config.json': CONFIG })
  await pull()
  const written = read('hefa.config.json')
  expect(written).toContain('// why not')
  expect(written).toContain('["https://a.example.com", "https://b.example.com"] // the gateway')
  expect((await pull()).stderr).toBe('hefa.config.json is up to date\n')
  expect(read('hefa.config.json')).toBe(written)
})

test('--check tells both sides and changes nothing', async () => {
  const config = CONFIG.replace('a.example.com', 'old.example.com')
  const { pull, read } = await place({ 'hefa.config.json': config })
  expect(await pull('--check')).toEqual({
    status: 1,
    stderr: '',
    stdout: [
      'The console and the config differ:',
      '  + request https://a.example.com (only in the console)',
      '  + request https://b.example.com (only in the console)',
      '  - request https://old.example.com (only in the config)',
      '  + connectSocket wss://a.example.com (only in the console)',
      '',
    ].join('\n'),
  })
  expect(read('hefa.config.json')).toBe(config)
})

test('YAML, package.json, and the list of one family', async () => {
  const { pull, read, write } = await place({ 'c.yaml': 'domains:\n  request: [https://x.cn] # ours\n' })
  await pull('c.yaml')
  expect(read('c.yaml')).toBe(
    'domains:\n  request: [ https://a.example.com, https://b.example.com ] # ours\n  connectSocket:\n    - wss://a.example.com\n',
  )
  write('package.json', '{"name":"x","hefa":{"domains":{"request":[]}}}')
  await pull()
  expect(JSON.parse(read('package.json')).hefa.domains.request).toEqual(LISTS.requestdomain)
  const both = { platforms: ['wechat', 'alipay'], domains: { request: ['https://x.cn'] } }
  write('both.json', JSON.stringify(both))
  expect((await pull('both.json')).status).toBe(2)
  expect(JSON.parse(read('both.json'))).toEqual(both)
  write('own.json', JSON.stringify({ ...both, wechat: { domains: { request: [] } } }))
  await pull('own.json')
  expect(JSON.parse(read('own.json'))).toMatchObject({
    domains: both.domains,
    wechat: { domains: { request: LISTS.requestdomain } },
  })
})

test.each([
  ['modify_domain', '{"action":"get"}'],
  ['getwxadevinfo', '{"action":"getserverdomain"}'],
])('--via %s', async (via, body) => {
  answer = { body: { errcode: 0, errmsg: 'ok', ...LISTS } }
  const { pull } = await place()
  expect(await pull('--via', via)).toMatchObject({
    status: 0,
    stderr: 'wrote hefa.config.jsonc: 3 domains\n',
  })
  expect(asked[0]).toEqual({ url: `/wxa/${via}?access_token=${TOKEN}`, body })
})

test('an answer without the effective lists: those it is made of, together', async () => {
  answer = {
    body: { errcode: 0, mp_domain: LISTS, third_domain: { ...EMPTY, requestdomain: ['https://t.cn'] } },
  }
  const { pull, read } = await place()
  await pull()
  expect(read('hefa.config.jsonc')).toMatch(/b\.example\.com[\s\S]*t\.cn/)
})

describe('what goes wrong ends without a change', () => {
  const cases: [string, typeof answer, number, RegExp][] = [
    [
      'an expired token',
      { body: { errcode: 42001, errmsg: `access_token ${TOKEN} expired rid: 1` } },
      2,
      /get_effective_domain answered error 42001: access_token \*\*\* expired rid: 1\. The token has expired: get a new one\.\n$/,
    ],
    ['no permission', { body: { errcode: 48001, errmsg: 'api unauthorized' } }, 2, /--via getwxadevinfo/],
    ['a page', { body: '<html>' }, 2, /answered something that is not a domain list/],
    [
      'a list that is null',
      { body: { errcode: 0, effective_domain: { ...LISTS, uploaddomain: null } } },
      2,
      /is not a domain list/,
    ],
    ['a code that is none', { body: { errcode: { toString: 1 } } }, 2, /\{"toString":1\}/],
    ['other lists', { body: { errcode: 0, webviewdomain: [] } }, 2, /is not a domain list/],
    [
      'a list of numbers',
      { body: { errcode: 0, effective_domain: { requestdomain: [1] } } },
      2,
      /is not a domain list/,
    ],
    ['a redirect', { status: 302, body: '' }, 2, /HTTP status 302/],
    ['an endless answer', { body: 'x'.repeat(2 << 20) }, 2, /is not a domain list/],
    ['no answer', null, 3, /did not answer/],
  ]
  test.each(cases)('%s', async (_, given, status, said) => {
    answer = given
    const { pull, read } = await place({ 'hefa.config.json': CONFIG })
    const ran = await pull()
    expect(ran).toMatchObject({ status, stdout: '' })
    expect(ran.stderr).toMatch(said)
    expect(ran.stderr).not.toContain(TOKEN)
    expect(read('hefa.config.json')).toBe(CONFIG)
  })

  test('a config with a typo', async () => {
    const { pull, read } = await place({ 'hefa.config.json': '{\n  "domains": oops\n}' })
    const ran = await pull()
    expect(ran).toMatchObject({ status: 2 })
    expect(ran.stderr).toMatch(/^hefa\.config\.json:2:14: /)
    expect(read('hefa.config.json')).toContain('oops')
    expect(asked).toEqual([])
  })

  test('no token, and an address that would send it in the clear', async () => {
    const { bare } = await place()
    expect((await bare({})).stderr).toBe(
      'hefa: the environment has no HEFA_ACCESS_TOKEN: it must hold the access token\n',
    )
    const clear = { HEFA_ACCESS_TOKEN: TOKEN, HEFA_CONSOLE_API: 'http://api.example.com' }
    expect((await bare(clear)).stderr).toBe(
      'hefa: HEFA_CONSOLE_API: not an https address, or an http one of this machine\n',
    )
  })
})
