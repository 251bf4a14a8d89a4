import { expect, test } from 'vitest'
import { callsOf, type Sources } from './sources.js'

const U = `'https://a.com/x'`

const sightings: [name: string, source: string, expected: string[]][] = [
  ['wx', `wx.request({ url: ${U} })`, ['wx.request']],
  ['my', `my.request({ url: ${U} }); my.httpRequest({ url: ${U} })`, ['my.request', 'my.httpRequest']],
  [
    'uni',
    `uni.uploadFile({ url: ${U} }); uni.downloadFile({ url: ${U} })`,
    ['uni.uploadFile', 'uni.downloadFile'],
  ],
  ['a socket', `wx.connectSocket({ url: 'wss://a.com/x' })`, ['wx.connectSocket']],
  ['Taro', `import Taro from '@tarojs/taro'; Taro.request({ url: ${U} })`, ['Taro.request']],
  ['Taro as namespace', `import * as T from '@tarojs/taro'; T.request({ url: ${U} })`, ['Taro.request']],
  ['Taro by name', `import { request as r } from '@tarojs/taro'; r({ url: ${U} })`, ['Taro.request']],
  [
    'Taro by require',
    `const Taro = require('@tarojs/taro').default; Taro.request({ url: ${U} })`,
    ['Taro.request'],
  ],
  ['an optional call', `wx?.request?.({ url: ${U} })`, ['wx.request']],
  ['a computed name', `wx['request']({ url: ${U} })`, ['wx.request']],
  ['destructuring', `const { request } = wx; request({ url: ${U} })`, ['wx.request']],
  ['a new name', `const { request: r } = wx; r({ url: ${U} })`, ['wx.request']],
  ['an alias', `const w = wx; w.request({ url: ${U} })`, ['wx.request']],
  ['an alias of the function', `const req = wx.request; req({ url: ${U} })`, ['wx.request']],
  ['bind', `const req = wx.request.bind(wx); req({ url: ${U} })`, ['wx.request']],
  ['call', `wx.request.call(wx, { url: ${U} })`, ['wx.request']],
  ['globalThis', `globalThis.wx.request({ url: ${U} })`, ['wx.request']],
  [
    'promisify',
    `import { promisify } from 'util'; const r = promisify(wx.request); r({ url: ${U} })`,
    ['wx.request'],
  ],
  ['wx.pro', `wx.pro.request({ url: ${U} })`, ['wx.request']],
  [
    'promisifyAll',
    `import { promisifyAll } from 'miniprogram-api-promise'; const wxp = {}; promisifyAll(wx, wxp); wxp.request({ url: ${U} })`,
    ['wx.request'],
  ],
  [
    'promisifyAll on wx.p',
    `import { promisifyAll } from 'miniprogram-api-promise'; const wxp = wx.p = {}; promisifyAll(wx, wxp); wx.p.request({ url: ${U} })`,
    ['wx.request'],
  ],
  [
    'its own promisify',
    `const promisify = (api) => (o) => new Promise((success, fail) => api({ ...o, success, fail })); const r = promisify(wx.request); r({ url: ${U} })`,
    ['wx.request'],
  ],
  [
    'either platform',
    `const api = typeof my === 'undefined' ? wx : my; api.request({ url: ${U} })`,
    ['wx.request', 'my.request'],
  ],
  [
    'foreign platforms',
    `swan.request({ url: ${U} }); tt.request({ url: ${U} }); qq.request({ url: ${U} })`,
    ['swan.request', 'tt.request', 'qq.request'],
  ],
  ['a local of that name', `function f(wx) { wx.request({ url: ${U} }) }`, []],
  ['a shadow', `const uni = { request() {} }; uni.request({ url: ${U} })`, []],
  ['other members', `wx.requestPayment({ url: ${U} }); wx.cloud.downloadFile({ url: ${U} })`, []],
  [
    'comments and strings',
    `// wx.request({ url: ${U} })\nconst s = "wx.request({ url: 'https://b.com' })"; const unused = ${U}`,
    [],
  ],
]

test.each(sightings)('sees %s', async (_, source, expected) => {
  const calls = await callsOf(source)
  expect(calls.map((line) => line.split(' ')[1])).toEqual(expected)
  for (const line of calls) expect(line).toMatch(/ (https|wss):\/\/a\.com\/x$/)
})

const wrappers: [name: string, sources: Sources | string, expected: string[]][] = [
  [
    'an arrow',
    `const BASE = 'https://a.com'\nconst http = (o) => wx.request({ ...o, url: BASE + o.url })\nhttp({ url: '/x' })\nhttp({ url: '/y' })`,
    ['a.js:3 wx.request https://a.com/x', 'a.js:4 wx.request https://a.com/y'],
  ],
  [
    'two levels',
    `const request = (o) => wx.request({ ...o, url: 'https://a.com' + o.url })\nfunction get(path) { return request({ url: path }) }\nget('/x')`,
    ['a.js:3 wx.request https://a.com/x'],
  ],
  [
    'a promise',
    `function http(url, data) {\n return new Promise((resolve, reject) => {\n wx.request({ url: 'https://a.com' + url, data, success: resolve }) }) }\nhttp('/x').then(() => http('/y'))`,
    ['a.js:4 wx.request https://a.com/x', 'a.js:4 wx.request https://a.com/y'],
  ],
  ['nobody calls it', `export const http = (o) => wx.request(o)`, ['a.js:1 wx.request ?parameter']],
  [
    'nobody calls it, host known',
    `export const http = (p) => wx.request({ url: 'https://a.com/' + p })`,
    ['a.js:1 wx.request https://a.com/*'],
  ],
  [
    'recursion',
    `function http(o) { wx.request({ url: o.url, fail() { http(o) } }) }\nhttp({ url: 'https://a.com/x' })`,
    ['a.js:2 wx.request https://a.com/x'],
  ],
  [
    'an absolute URL or a path',
    `const B = 'https://a.com'\nfunction http(o) { let url = o.url; if (!/^https?:/.test(url)) url = B + url; wx.request({ url }) }\nhttp({ url: '/x' })\nhttp({ url: 'https://b.com/y' })`,
    ['a.js:3 wx.request https://a.com/x', 'a.js:4 wx.request https://b.com/y'],
  ],
  [
    'startsWith',
    `const B = 'https://a.com'\nconst http = (u) => wx.request({ url: u.startsWith('http') ? u : B + u })\nhttp('/x')\nhttp('https://b.com/y')`,
    ['a.js:3 wx.request https://a.com/x', 'a.js:4 wx.request https://b.com/y'],
  ],
  [
    'indexOf',
    `const B = 'https://a.com'\nconst http = (u) => { if (u.indexOf('http') === -1) { u = B + u } wx.request({ url: u }) }\nhttp('/x')\nhttp('https://b.com/y')`,
    ['a.js:3 wx.request https://a.com/x', 'a.js:4 wx.request https://b.com/y'],
  ],
  [
    'options changed in place',
    `function http(o) { o.url = 'https://a.com' + o.url; wx.request(o) }\nhttp({ url: '/x' })`,
    ['a.js:2 wx.request https://a.com/x'],
  ],
  [
    'destructured options',
    `function http({ url, base = 'https://a.com', method = 'GET' }) { wx.request({ url: base + url, method }) }\nhttp({ url: '/x' })`,
    ['a.js:2 wx.request https://a.com/x'],
  ],
  [
    'a class',
    `class Http { constructor(base) { this.base = base }\n request(o) { wx.request({ ...o, url: this.base + o.url }) }\n get(p) { return this.request({ url: p }) } }\nconst h = new Http('https://a.com')\nh.get('/x')`,
    ['a.js:5 wx.request https://a.com/x'],
  ],
  [
    'two instances',
    `class Http { constructor(base) { this.base = base }\n get(p) { wx.request({ url: this.base + p }) } }\nnew Http('https://a.com').get('/x')\nnew Http('https://b.com').get('/x')`,
    ['a.js:3 wx.request https://a.com/x', 'a.js:4 wx.request https://b.com/x'],
  ],
  [
    'a subclass',
    `class Http { get(p) { wx.request({ url: this.base + p }) } }\nclass Api extends Http { base = 'https://a.com'; user() { return this.get('/user') } }\nnew Api().user()`,
    ['a.js:2 wx.request https://a.com/user'],
  ],
  [
    'super',
    `class Http { constructor(b) { this.b = b }\n go(p) { wx.request({ url: this.b + p }) } }\nclass Api extends Http { constructor() { super('https://a.com') } user() { super.go('/u') } }`,
    ['a.js:3 wx.request https://a.com/u'],
  ],
  [
    'static methods',
    `class Http { static get(p) { return wx.request({ url: Http.base + p }) } static base = 'https://a.com' }\nHttp.get('/x')`,
    ['a.js:2 wx.request https://a.com/x'],
  ],
  [
    'an object of functions',
    `const http = { base: 'https://a.com', get(p) { return this.send(p) }, send(p) { wx.request({ url: this.base + p }) } }\nhttp.get('/x')`,
    ['a.js:2 wx.request https://a.com/x'],
  ],
  [
    'a page',
    `Page({ onLoad() {\n this.load('/x') },\n load(p) { wx.request({ url: 'https://a.com' + p }) } })`,
    ['a.js:2 wx.request https://a.com/x'],
  ],
  [
    'methods of Vue',
    `export default { onLoad() {\n this.load('/x') }, methods: {\n load(p) { uni.request({ url: 'https://a.com' + p }) } } }`,
    ['a.js:2 uni.request https://a.com/x'],
  ],
  [
    'both branches',
    `const http = (u, t) => t ? wx.request({ url: u }) : wx.request({ url: u, header: {} })\nhttp('https://a.com/x', f())`,
    ['a.js:2 wx.request https://a.com/x'],
  ],
  [
    'a table of endpoints',
    `const api = { user: '/user', pay: '/pay' }\nconst http = (k) => wx.request({ url: 'https://a.com' + api[k] })\nhttp('user')`,
    ['a.js:3 wx.request https://a.com/user'],
  ],
  [
    'methods made by a loop',
    `const http = {}; ['get', 'post'].forEach((m) => { http[m] = (u) => wx.request({ url: u, method: m }) })`,
    ['a.js:1 wx.request ?parameter'],
  ],
  [
    'modules',
    {
      'base.js': `export const BASE = 'https://a.com'`,
      'http.js': `import { BASE } from './base'\nexport default function http(p) { return wx.request({ url: BASE + p }) }\nexport const post = (p) => http(p)`,
      'index.js': `export { default as http } from './http'\nexport * from './http'`,
      'page.js': `import { http, post } from './index'\nhttp('/x')\npost('/y')`,
    },
    ['page.js:2 wx.request https://a.com/x', 'page.js:3 wx.request https://a.com/y'],
  ],
  [
    'CommonJS',
    {
      'c.js': `module.exports = { BASE: 'https://a.com' }`,
      'http.js': `const { BASE } = require('./c')\nexports.get = (p) => wx.request({ url: BASE + p })`,
      'page.js': `const http = require('./http.js')\nhttp.get('/x')`,
    },
    ['page.js:2 wx.request https://a.com/x'],
  ],
  [
    'module.exports as a function',
    {
      'http.js': `module.exports = (p) => wx.request({ url: 'https://a.com' + p })`,
      'page.js': `const http = require('./http')\nhttp('/x')`,
    },
    ['page.js:2 wx.request https://a.com/x'],
  ],
  [
    'CommonJS by import',
    {
      'c.js': `module.exports = { B: 'https://a.com' }`,
      'page.js': `import c, { B } from './c'\nwx.request({ url: c.B + '/x' })\nwx.request({ url: B + '/y' })`,
    },
    ['page.js:2 wx.request https://a.com/x', 'page.js:3 wx.request https://a.com/y'],
  ],
  [
    'a namespace',
    {
      'api.js': `export const get = (p) => wx.request({ url: 'https://a.com' + p })`,
      'page.js': `import * as api from './api'\napi.get('/x')`,
    },
    ['page.js:2 wx.request https://a.com/x'],
  ],
  [
    'a dynamic import',
    {
      'api.js': `export const get = (p) => wx.request({ url: 'https://a.com' + p })`,
      'page.js': `async function f() { const api = await import('./api')\n api.get('/x') }`,
    },
    ['page.js:2 wx.request https://a.com/x'],
  ],
  [
    'an exported instance',
    {
      'h.ts': `class H { constructor(private base: string) {}\n get<T>(p: string): Promise<T> { return wx.request({ url: this.base + p }) as any } }\nexport default new H('https://a.com')`,
      'p.ts': `import h from './h'\nh.get<string>('/x')`,
    },
    ['p.ts:2 wx.request https://a.com/x'],
  ],
  [
    'a cycle of imports',
    {
      'a.js': `import { b } from './b'\nexport const a = b`,
      'b.js': `import { a } from './a'\nexport const b = a\nwx.request({ url: b + '/x' })`,
    },
    ['b.js:3 wx.request ?import'],
  ],
  [
    'a function handed on',
    `function run(send) { send('/x') }\nrun((p) => wx.request({ url: 'https://a.com' + p }))`,
    ['a.js:1 wx.request https://a.com/x'],
  ],
  [
    'bound on the app',
    {
      'app.js': `import { http } from './http'\nApp({ http })`,
      'http.js': `export const http = (p) => wx.request({ url: 'https://a.com' + p })`,
      'page.js': `const app = getApp()\napp.http('/x')`,
    },
    ['page.js:2 wx.request https://a.com/x'],
  ],
  [
    'put on wx',
    `wx.$http = (p) => wx.request({ url: 'https://a.com' + p })\nwx.$http('/x')`,
    ['a.js:2 wx.request https://a.com/x'],
  ],
]

test.each(wrappers)('follows %s', async (_, sources, expected) => {
  expect(await callsOf(sources)).toEqual(expected)
})

const libraries: [name: string, sources: Sources | string, expected: string[]][] = [
  [
    'axios.create',
    `import axios from 'axios'; const h = axios.create({ baseURL: 'https://a.com/api/' }); h.get('/x'); h({ url: 'y' }); h.request({ url: '/z' })`,
    ['axios.get https://a.com/api/x', 'axios https://a.com/api/y', 'axios.request https://a.com/api/z'],
  ],
  [
    'axios.defaults',
    `import axios from 'axios'; axios.defaults.baseURL = 'https://a.com'; axios.post('/x'); axios.get('https://b.com/y')`,
    ['axios.post https://a.com/x', 'axios.get https://b.com/y'],
  ],
  ['axios without a base', `import axios from 'axios'; axios.get('/x')`, ['axios.get ?no-server']],
  [
    'defaults of an instance',
    `const axios = require('axios'); const h = axios.create(); h.defaults.baseURL = 'https://a.com'; h.get('/x')`,
    ['axios.get https://a.com/x'],
  ],
  [
    'axios behind a wrapper',
    {
      'request.ts': `import axios from 'axios'\nconst service = axios.create({ baseURL: 'https://a.com', timeout: 1 })\nservice.interceptors.request.use((c) => c)\nexport default service`,
      'utils/axios.ts': `import request from '../request'\nexport const get = (url: string) => request({ url, method: 'get' })`,
      'p.ts': `import { get } from './utils/axios'\nget('/x')`,
    },
    ['axios https://a.com/x'],
  ],
  [
    'luch-request',
    `import Request from 'luch-request'; const h = new Request({ baseURL: 'https://a.com' }); h.get('/x'); h.upload('/u', {}); h.download('/d')`,
    [
      'luch-request.get https://a.com/x',
      'luch-request.upload https://a.com/u',
      'luch-request.download https://a.com/d',
    ],
  ],
  [
    'luch-request setConfig',
    `import Request from '@/libs/luch-request/index.js'; const h = new Request(); h.setConfig((c) => { c.baseURL = 'https://a.com'; return c }); h.post('/x')`,
    ['luch-request.post https://a.com/x'],
  ],
  [
    'luch-request config',
    `import Request from 'luch-request'; const h = new Request(); h.config.baseURL = 'https://a.com'; h.request({ url: '/x' })`,
    ['luch-request.request https://a.com/x'],
  ],
  [
    'flyio',
    `const Fly = require('flyio/dist/npm/wx'); const fly = new Fly(); fly.config.baseURL = 'https://a.com'; fly.get('/x'); fly.request('/y', {}, { method: 'post' })`,
    ['flyio.get https://a.com/x', 'flyio.request https://a.com/y'],
  ],
  [
    'uni-ajax',
    `import ajax from 'uni-ajax'; const h = ajax.create({ baseURL: 'https://a.com' }); h.get('/x'); h({ url: '/y' })`,
    ['uni-ajax.get https://a.com/x', 'uni-ajax https://a.com/y'],
  ],
  [
    'uView',
    `uni.$u.http.setConfig((c) => { c.baseURL = 'https://a.com'; return c }); uni.$u.http.post('/x')`,
    ['uni.$u.http.post https://a.com/x'],
  ],
  [
    'mqtt',
    `import mqtt from 'mqtt'; mqtt.connect('wxs://m.com/mqtt'); mqtt.connect('alis://m.com/mqtt')`,
    ['mqtt.connect wss://m.com/mqtt', 'mqtt.connect wss://m.com/mqtt'],
  ],
  [
    'mqtt from a file',
    `const mqtt = require('../../utils/mqtt.min.js'); mqtt.connect('wxs://m.com/mqtt', {})`,
    ['mqtt.connect wss://m.com/mqtt'],
  ],
  [
    '@escook/request-miniprogram',
    `import { $http } from '@escook/request-miniprogram'; wx.$http = $http; $http.baseUrl = 'https://a.com'; wx.$http.get('/x')`,
    ['@escook/request-miniprogram.get https://a.com/x'],
  ],
]

test.each(libraries)('knows %s', async (_, sources, expected) => {
  const calls = await callsOf(sources)
  expect(calls.map((line) => line.split(' ').slice(1).join(' '))).toEqual(expected)
})
