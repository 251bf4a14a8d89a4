import { expect, test } from 'vitest'
import { callsOf, type Sources } from './sources.js'

const rows: [name: string, sources: Sources | string, expected: string[]][] = [
  [
    'an ES5 class',
    `function Http(base) { this.base = base }\nHttp.prototype.get = function (p) { return this.send(p) }\nHttp.prototype.send = function (p) { wx.request({ url: this.base + p }) }\nvar h = new Http('https://a.com')\nh.get('/x')`,
    ['a.js:5 wx.request https://a.com/x'],
  ],
  [
    'the prototype of Vue',
    {
      'main.js': `import Vue from 'vue'\nimport http from './http'\nVue.prototype.$http = http`,
      'http.js': `class H { get(p) { return uni.request({ url: 'https://a.com' + p }) } }\nexport default new H()`,
      'p.vue': `export default { methods: { go() {\nthis.$http.get('/x') } } }`,
    },
    ['p.vue:2 uni.request https://a.com/x'],
  ],
  [
    'a choice of bases',
    `const BASE = { a: 'https://a.com', b: 'https://b.com' }\nasync function http({ url, type = 'a' }) { const res = await uni.request({ url: BASE[type] + url }); return res.data }\nhttp({ url: '/x' })\nhttp({ url: '/y', type: 'b' })`,
    ['a.js:3 uni.request https://a.com/x', 'a.js:4 uni.request https://b.com/y'],
  ],
  [
    'an object of methods',
    `const http = { get: (u) => send('GET', u), post: (u) => send('POST', u) }\nfunction send(method, u) { wx.request({ url: 'https://a.com' + u, method }) }\nhttp.get('/x')\nhttp.post('/y')`,
    ['a.js:3 wx.request https://a.com/x', 'a.js:4 wx.request https://a.com/y'],
  ],
  [
    'a function called at once',
    `(function (w) { w.request({ url: 'https://a.com/x' }) })(wx)`,
    ['a.js:1 wx.request https://a.com/x'],
  ],
  [
    'a spread of arguments',
    `const http = (...args) => send(...args)\nconst send = (u) => wx.request({ url: 'https://a.com' + u })\nhttp('/x')`,
    ['a.js:3 wx.request https://a.com/x'],
  ],
  [
    'a dead branch',
    `const MOCK = false\nfunction http(u) { if (MOCK) { wx.request({ url: 'http://mock.com' + u }) } else { wx.request({ url: 'https://a.com' + u }) } }\nhttp('/x')`,
    ['a.js:3 wx.request https://a.com/x'],
  ],
  [
    'an early return',
    `function http(u) { if (u.indexOf('http') === 0) { return wx.request({ url: u }) }\n return wx.request({ url: 'https://a.com' + u }) }\nhttp('/x')\nhttp('https://b.com/y')`,
    ['a.js:3 wx.request https://a.com/x', 'a.js:4 wx.request https://b.com/y'],
  ],
  [
    'a maker of wrappers',
    `const make = (base) => (p) => wx.request({ url: base + p })\nconst a = make('https://a.com')\nconst b = make('https://b.com')\na('/x')\nb('/y')`,
    ['a.js:4 wx.request https://a.com/x', 'a.js:5 wx.request https://b.com/y'],
  ],
  [
    'uploads and downloads',
    `const up = (p) => wx.uploadFile({ url: 'https://a.com' + p, filePath: f, name: 'file' })\nconst down = (url) => wx.downloadFile({ url })\nup('/u')\ndown('https://b.com/d')`,
    ['a.js:3 wx.uploadFile https://a.com/u', 'a.js:4 wx.downloadFile https://b.com/d'],
  ],
  [
    'a class around a socket',
    `class S { constructor(url) { this.url = url } open() { this.task = wx.connectSocket({ url: this.url }) } }\nnew S('wss://a.com/s').open()`,
    ['a.js:1 wx.connectSocket wss://a.com/s'],
  ],
  [
    'one wrapper through two others',
    `const send = (o) => wx.request({ url: 'https://a.com' + o.url })\nconst get = (url) => send({ url })\nconst post = (url) => send({ url })\nget('/x')\npost('/y')`,
    ['a.js:4 wx.request https://a.com/x', 'a.js:5 wx.request https://a.com/y'],
  ],
  [
    'functions of an API module',
    {
      'api.js': `import { http } from './http'\nexport const login = (data) => http({ url: '/login', data })\nexport const user = (id) =>\n  http({ url: '/user/' + id })`,
      'http.js': `export function http(o) { return new Promise((resolve) => wx.request({ ...o, url: 'https://a.com' + o.url, success: resolve })) }`,
      'p.js': `import * as api from './api'\napi.login({})\napi.user(7)`,
    },
    ['api.js:2 wx.request https://a.com/login', 'p.js:3 wx.request https://a.com/user/7'],
  ],
  [
    'one that is given what can not be told',
    `const http = (u) => wx.request({ url: u })\nhttp('https://a.com/x')\nhttp(wx.getStorageSync('u'))`,
    ['a.js:2 wx.request https://a.com/x', 'a.js:3 wx.request ?server-data'],
  ],
  [
    'Object.assign of options',
    `const http = (o) => wx.request(Object.assign({ method: 'GET' }, o, { url: 'https://a.com' + o.url }))\nhttp({ url: '/x' })`,
    ['a.js:2 wx.request https://a.com/x'],
  ],
  [
    'options in a variable',
    `const http = (o) => { const options = { url: '', data: o.data }; options.url = 'https://a.com' + o.url; return wx.request(options) }\nhttp({ url: '/x' })`,
    ['a.js:2 wx.request https://a.com/x'],
  ],
  [
    'a base of the options or a constant',
    `const http = ({ base, url }) => wx.request({ url: (base || 'https://a.com') + url })\nhttp({ url: '/x' })\nhttp({ base: 'https://b.com', url: '/x' })`,
    ['a.js:2 wx.request https://a.com/x', 'a.js:3 wx.request https://b.com/x'],
  ],
  [
    'self = this',
    `Page({ base: 'https://a.com', go() { var that = this; wx.login({ success(r) { wx.request({ url: that.base + '/x' }) } }) } })`,
    ['a.js:1 wx.request https://a.com/x'],
  ],
  [
    'arrow fields',
    `class A { base = 'https://a.com'; get = (p) => wx.request({ url: this.base + p }) }\nnew A().get('/x')`,
    ['a.js:2 wx.request https://a.com/x'],
  ],
  [
    'a class in another module',
    {
      'h.js': `export class H { static b = 'https://a.com'\n static get(p) { return H.send({ url: p }) }\n static send(o) { return wx.request({ url: this.b + o.url }) } }`,
      'p.js': `import { H } from './h'\nH.get('/x')`,
    },
    ['p.js:2 wx.request https://a.com/x'],
  ],
  [
    'replaced slashes',
    `const http = (u) => wx.request({ url: 'https://a.com/' + u.replace(/^\\//, '') })\nhttp('/x')`,
    ['a.js:2 wx.request https://a.com/x'],
  ],
  [
    'a template with an inner function',
    'const q = (o) => "?" + Object.keys(o).join("&")\nconst http = (u, o) => wx.request({ url: `https://a.com${u}${q(o)}` })\nhttp("/x", { a: 1 })',
    ['a.js:3 wx.request https://a.com/x?*'],
  ],
  [
    'a module that exports an object of itself',
    {
      'http.js': `const http = { get(p) { return this.r(p) }, r(p) { return wx.request({ url: 'https://a.com' + p }) } }\nmodule.exports = http`,
      'p.js': `const { get } = require('./http')\nconst http = require('./http')\nhttp.get('/x')`,
    },
    ['p.js:3 wx.request https://a.com/x'],
  ],
]

const kept: [name: string, source: string][] = [
  [
    'data of a page',
    `Page({ data: { on: false }, go() { if (this.data.on) wx.request({ url: 'https://a.com/' }) } })`,
  ],
  [
    'a global setting',
    `App({ globalData: { token: '' } }); if (getApp().globalData.token) wx.request({ url: 'https://a.com/' })`,
  ],
  [
    'an object',
    `const state = { on: false }; change(state); if (state.on) wx.request({ url: 'https://a.com/' })`,
  ],
  ['a field', `class A { on = false; go() { if (!this.on) return; wx.request({ url: 'https://a.com/' }) } }`],
  ['a counter', `let n = 0; n++; if (n > 0) wx.request({ url: 'https://a.com/' })`],
  ['a list', `const l = []; l.push(1); if (l.length > 0) wx.request({ url: 'https://a.com/' })`],
  [
    'a variable set elsewhere',
    `let on = false; export const turn = () => { on = true }; if (on) wx.request({ url: 'https://a.com/' })`,
  ],
  ['null or undefined', `const a = null; if (a == undefined) wx.request({ url: 'https://a.com/' })`],
  [
    'a copy of state',
    `Page({ data: { on: false }, go() { const { on } = this.data; if (on) wx.request({ url: 'https://a.com/' }) } })`,
  ],
]

test.each(kept)('keeps a call that depends on %s', async (_, source) => {
  expect(await callsOf(source)).toEqual(['a.js:1 wx.request https://a.com/'])
})

test('leaves out a call that a constant switches off', async () => {
  expect(await callsOf(`const MOCK = false; if (MOCK) wx.request({ url: 'http://mock.com/' })`)).toEqual([])
})

test('takes what setData changes', async () => {
  const source = `Page({ data: { u: 'https://a.com/' }, onLoad() { this.setData({ u: 'https://b.com/' }); wx.request({ url: this.data.u }) } })`
  expect(await callsOf(source)).toEqual(['a.js:1 wx.request https://a.com/ https://b.com/'])
})

test.each(rows)('follows %s', async (_, sources, expected) => {
  expect(await callsOf(sources)).toEqual(expected)
})
