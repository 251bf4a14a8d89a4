import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { scanProject } from '../../../src/scan/index.js'

const root = mkdtempSync(join(tmpdir(), 'hefa-escapes-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let count = 0
async function scan(page: string, files: Record<string, string> = {}) {
  const folder = join(root, String(count++))
  mkdirSync(folder)
  for (const [file, text] of Object.entries({ 'app.json': '{"pages":["p"]}', 'p.js': page, ...files }))
    writeFileSync(join(folder, file), text)
  const { mentions, calls } = await scanProject(folder)
  return {
    escapes: mentions.map(
      ({ escape: gone }) => gone && `${gone.api} ${gone.to} ${gone.place.file}:${gone.place.line}`,
    ),
    urls: calls.flatMap(({ urls }) => urls.map(({ text }) => text)),
  }
}

const GIVEN = `{ url: 'https://hidden.acme.cn/x' }`

test('what Reflect constructs is followed', async () => {
  const page = `Reflect.construct(function (f) { f(${GIVEN}) }, [wx.request])`
  expect(await scan(page)).toEqual({ escapes: [], urls: ['https://hidden.acme.cn/x'] })
})

describe('an API that goes where it is not followed', () => {
  test.each([
    [
      'given by a generator',
      `function* g() { yield wx.request }\ng().next().value(${GIVEN})`,
      'wx.request yield p.js:1',
    ],
    ['in a plugin', `requirePlugin('x').init({ request: wx.request }, ${GIVEN})`, 'wx.request init p.js:1'],
    [
      'an emitter of a package',
      `import mitt from 'mitt'\nconst e = mitt()\ne.on('s', wx.request)\ne.emit('s', ${GIVEN})`,
      'wx.request e.on p.js:3',
    ],
    [
      'in options of a package',
      `import { init } from 'sdk'\ninit({ request: wx.request, ...${GIVEN} })`,
      'wx.request init p.js:2',
    ],
  ])('%s', async (_, page, expected) => {
    expect(await scan(page)).toEqual({ escapes: [expected], urls: [] })
  })

  test.each([
    ['entries', `const o = Object.fromEntries([['send', wx.request]])\no.send(${GIVEN})`],
    [
      'an emitter by keys',
      `class E { constructor() { this.h = {} } on(n, f) { this.h[n] = f } emit(n, a) { this.h[n](a) } }\nconst e = new E()\ne.on('s', wx.request)\ne.emit('s', ${GIVEN})`,
    ],
    [
      'an emitter by lists',
      `const on = {}\nconst e = { on(n, f) { (on[n] = on[n] || []).push(f) }, emit(n, ...a) { (on[n] || []).forEach((f) => f(...a)) } }\ne.on('s', wx.request)\ne.emit('s', ${GIVEN})`,
    ],
  ])('%s are followed', async (_, page) => {
    expect(await scan(page)).toEqual({ escapes: [], urls: ['https://hidden.acme.cn/x'] })
  })

  test('put on exports by a name that is made', async () => {
    const api = `const name = 'request' + Math.random()\nexports[name] = wx.request`
    const { escapes } = await scan(`const api = require('./api')\napi[getApp().name](${GIVEN})`, {
      'api.js': api,
    })
    expect(escapes).toEqual(['wx.request exports[…] api.js:2'])
  })
})

test.each([
  [
    'properties defined at once',
    `const o = {}\nObject.defineProperties(o, { send: { value: wx.request } })\no.send(${GIVEN})`,
  ],
  ['another prototype', `const x = {}\nObject.setPrototypeOf(x, wx)\nx.request(${GIVEN})`],
  ['a prototype of a class', `class C {}\nObject.setPrototypeOf(C.prototype, wx)\nnew C().request(${GIVEN})`],
  ['what is bound and queued', `queueMicrotask(wx.request.bind(wx, ${GIVEN}))`],
  ['a timer', `setTimeout(wx.request, 0, ${GIVEN})`],
  ['a list', `const all = [${GIVEN}]\nall.forEach(wx.request)`],
  ['a promise', `Promise.resolve(${GIVEN}).then(wx.request)`],
])('%s is followed', async (_, page) => {
  expect(await scan(page)).toEqual({ escapes: [], urls: ['https://hidden.acme.cn/x'] })
})

test.each([
  [
    'looked at',
    `console.log(wx.request, wx)\nif (Object.keys(wx).length) wx.request({ url: 'https://ok.acme.cn' })`,
  ],
  ['promisified', `import { promisify } from 'x'\npromisify(wx.request)({ url: 'https://ok.acme.cn' })`],
  [
    'handed to a function of its own',
    `const send = (api) => api({ url: 'https://ok.acme.cn' })\nsend(wx.request)`,
  ],
  [
    'a member of the app',
    `App({ globalData: { send: wx.request } })\ngetApp().globalData.send({ url: 'https://ok.acme.cn' })`,
  ],
  [
    'a method of a component',
    `Component({ methods: { send: wx.request, go() { this.send({ url: 'https://ok.acme.cn' }) } } })`,
  ],
  ['called by others', `wx.request.call(wx, { url: 'https://ok.acme.cn' })`],
  [
    'put on by names',
    `const api = {}\n;['request'].forEach((name) => { api[name] = (o) => wx[name](o) })\napi.request({ url: 'https://ok.acme.cn' })`,
  ],
])('%s is no escape', async (_, page) => {
  expect(await scan(`${page}\nexport const other = 'https://hidden.acme.cn'`)).toEqual({
    escapes: [undefined],
    urls: ['https://ok.acme.cn'],
  })
})
