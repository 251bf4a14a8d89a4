import { expect, test } from 'vitest'
import { analyse } from '../../../src/scan/trace/index.js'
import { callsOf, projectOf, type Sources } from './sources.js'

const SEND = `const send = (o) => wx.request({ ...o, url: 'https://a.com' + o.url })`

/** Ways in which real projects reach a network API. */
const rows: [name: string, sources: Sources | string, expected: string[]][] = [
  [
    'an API among the entries of the platform',
    `for (const [name, api] of Object.entries(wx)) if (name === 'request') api({ url: 'https://a.com/x' })\nObject.values(wx)[0]({ url: 'wss://a.com/x' })\nObject.values(wx)[1]({ title: 'x' })`,
    ['a.js:1 wx[…] ?computed', 'a.js:2 wx[…] ?computed'],
  ],
  [
    'an API by a name that is not known, given a whole address',
    `Page({ go(name) { wx[name]({ url: 'https://a.com/x' }); wx[name]({ url: '/pages/x' }) } })`,
    ['a.js:1 wx[…] ?computed'],
  ],
  [
    'a call that is borrowed of all functions',
    `Function.prototype.call.call(wx.request, wx, { url: 'https://a.com/x' })\n;(() => {}).apply.call(wx.request, wx, [{ url: 'https://a.com/y' }])`,
    ['a.js:1 wx.request https://a.com/x', 'a.js:2 wx.request https://a.com/y'],
  ],
  [
    'what is put on by functions of the language',
    {
      'http.js': `Object.defineProperty(exports, '__esModule', { value: true })\nObject.defineProperty(exports, 'http', { enumerable: true, get: function () { return wx.request } })`,
      'p.js': `require('./http').http({ url: 'https://a.com/x' })\nconst o = { url: '/x' }\nReflect.set(o, 'url', 'https://a.com/y')\nwx.request(o)\nconst own = { __proto__: wx }\nown.request({ url: 'https://a.com/z' })`,
    },
    [
      'p.js:1 wx.request https://a.com/x',
      'p.js:4 wx.request https://a.com/y',
      'p.js:6 wx.request https://a.com/z',
    ],
  ],
  [
    'an API out of a list, a set or a map',
    `for (const api of new Set([wx.request])) api({ url: 'https://a.com/1' })\nnew Map([['ask', wx.request]]).get('ask')({ url: 'https://a.com/2' })\nArray.of(wx.request)[0]({ url: 'https://a.com/3' })\nArray.from([[wx.request]]).flat().sort()[0]({ url: 'https://a.com/4' })`,
    [
      'a.js:1 wx.request https://a.com/1',
      'a.js:2 wx.request https://a.com/2',
      'a.js:3 wx.request https://a.com/3',
      'a.js:4 wx.request https://a.com/4',
    ],
  ],
  [
    'what a generator gives',
    `function* all() { yield* ['https://a.com/x']; yield 'https://a.com/y' }\nfor (const url of all()) wx.request({ url })\nfunction* apis() { yield wx.request }\nfor (const api of apis()) api({ url: 'https://a.com/z' })`,
    ['a.js:2 wx.request https://a.com/x https://a.com/y', 'a.js:4 wx.request https://a.com/z'],
  ],
  [
    'options changed within the function of a promise',
    `function http(o) { return new Promise((resolve) => { o.url = 'https://a.com' + o.url\nwx.request(o) }) }\nhttp({ url: '/x' })`,
    ['a.js:3 wx.request https://a.com/x'],
  ],
  [
    'options merged and changed behind a login',
    `function http(o) { return login().then(() => { Object.assign(o, { url: 'https://a.com' + o.url }); return new Promise((done) => { o.success = done; wx.request(o) }) }) }\nhttp({ url: '/x' })`,
    ['a.js:2 wx.request https://a.com/x'],
  ],
  [
    'what one function sees of a variable is not what another one sees',
    `function http(o) { const signed = () => { o.url = o.url + '?s'; return o.url }\nwx.request({ url: 'https://a.com' + o.url }) ; signed() }\nhttp({ url: '/x' })`,
    ['a.js:3 wx.request https://a.com/x'],
  ],
  [
    'a variable of a function around, assigned anew',
    `function http(o) { later(() => { o.head = 1; o = { url: 'https://a.com/y' } })\nwx.request(o) }\nhttp({ url: 'https://a.com/x' })`,
    ['a.js:3 wx.request https://a.com/x https://a.com/y'],
  ],
  [
    'methods put on a function, behind a default',
    {
      'http.js': `${SEND}\nexport function http(o) { return send(o) }\n;['get', 'post'].forEach((m) => { http[m] = (url, data) => http({ url, data, method: m }) })`,
      'rest.js': `import { http } from './http'\nexport class Rest { constructor(url, by) { this.url = url; this.by = by || http }\n one(id) { return this.by.get(this.url + '/' + id) } }`,
      'p.js': `import { Rest } from './rest'\nconst cart = new Rest('/cart')\ncart.one(1)`,
    },
    ['p.js:3 wx.request https://a.com/cart/1'],
  ],
  [
    'methods given to what a class made',
    `class Rest { constructor(url) { this.url = url } send(path) { wx.request({ url: 'https://a.com' + path }) }\n static of(url, more) { const made = new Rest(url); Object.assign(made, more); return made } }\nconst orders = Rest.of('/orders', { pay() {\nthis.send(this.url + '/pay') } })\norders.pay()`,
    ['a.js:4 wx.request https://a.com/orders/pay'],
  ],
  [
    'methods given to the prototype of a class',
    `class Http { send(o) { wx.request({ url: 'https://a.com' + o.url }) } }\nObject.assign(Http.prototype, { get(url) { return this.send({ url }) } })\nnew Http().get('/x')`,
    ['a.js:3 wx.request https://a.com/x'],
  ],
  [
    'a page that gets more methods',
    {
      'base.js': `export const page = (options) => Page({ ...options, $get(path) { return wx.request({ url: 'https://a.com' + path }) } })`,
      'p.js': `import { page } from './base'\npage({ onLoad() {\nthis.$get('/x') } })`,
    },
    ['p.js:3 wx.request https://a.com/x'],
  ],
  [
    "a Page of the project's own",
    {
      'app.js': `const plain = Page\nPage = function (options) { options.$get = (path) => wx.request({ url: 'https://a.com' + path }); plain(options) }`,
      'p.js': `Page({ onLoad() {\nthis.$get('/x') } })`,
    },
    ['p.js:2 wx.request https://a.com/x'],
  ],
  [
    'a behavior',
    {
      'b.js': `module.exports = Behavior({ methods: { get(path) { wx.request({ url: 'https://a.com' + path }) } } })`,
      'p.js': `Component({ behaviors: [require('./b')], methods: { go() {\nthis.get('/x') } } })`,
    },
    ['p.js:2 wx.request https://a.com/x'],
  ],
  [
    'Reflect',
    `Reflect.get(wx, 'request')({ url: 'https://a.com/x' })\nReflect.apply(wx.request, wx, [{ url: 'https://a.com/y' }])`,
    ['a.js:1 wx.request https://a.com/x', 'a.js:2 wx.request https://a.com/y'],
  ],
  [
    'all that the platform has, by a loop',
    `const api = {}\nfor (const name in wx) { api[name] = (o) => new Promise((success) => wx[name]({ ...o, success })) }\napi.request({ url: 'https://a.com/x' })\napi.showToast({ title: 'x' })`,
    ['a.js:3 wx.request https://a.com/x'],
  ],
  [
    "another subpackage's module",
    {
      'sub/api.js': `exports.get = (path) => wx.request({ url: 'https://a.com' + path })`,
      'p.js': `require.async('./sub/api.js').then((api) =>\napi.get('/x'))\nrequire('./sub/api.js', (api) =>\napi.get('/y'))`,
    },
    ['p.js:2 wx.request https://a.com/x', 'p.js:4 wx.request https://a.com/y'],
  ],
  [
    'a function that is slowed down',
    `import { debounce } from 'lodash'\nconst find = debounce((word) => wx.request({ url: 'https://a.com/' + word }), 300)\nfind('x')`,
    ['a.js:3 wx.request https://a.com/x'],
  ],
  [
    'two requests of one wrapper, one of which no caller needs',
    {
      'http.js': `import axios from 'axios'\nexport const http = (given) => { const o = { ...given }\nif (o.headers['x-form'] === '1') return axios.post('https://a.com' + o.url, o.data)\nreturn axios.create({ baseURL: 'https://a.com' })(o) }`,
      'hook.js': `import { http } from './http'\nexport const useData = ({ param }) => { useEffect(() => { http(param) }, [param.url]) }`,
      'p.js': `import { useData } from './hook'\nexport default () => { useData({ param: { url: '/x' } })\nuseData({ param: { url: '/y' } }) }`,
    },
    ['p.js:2 axios https://a.com/x', 'p.js:3 axios https://a.com/y'],
  ],
  [
    'a component that writes members by names nobody knows',
    {
      'main.js': `import Vue from 'vue'\nVue.prototype.$send = (url) => uni.request({ url: 'https://a.com' + url })`,
      'p.vue': `export default { data() { return { popup: 'none' } }, methods: { show(type) { this[type] = 'show' }, load() {\nthis.$send('/x') } } }`,
    },
    ['p.vue:2 uni.request https://a.com/x'],
  ],
  [
    'a mixin that asks the component which takes it over',
    {
      'list.js': `export default { methods: { load() {\nreturn uni.request({ url: 'https://a.com' + this.path }) } } }`,
      'p.vue': `import list from './list'\nexport default { mixins: [list], data() { return { path: '/x' } } }`,
      'q.vue': `import list from './list'\nexport default { mixins: [list], data() { return { path: '/y' } } }`,
    },
    ['list.js:2 uni.request https://a.com/x https://a.com/y'],
  ],
  [
    'what is missing behind a host is no part of its name',
    `const options = { name: 'x' }\nwx.request({ url: 'https://a.com' + options.path })`,
    ['a.js:2 wx.request https://a.com/*'],
  ],
  [
    'the instance of a component',
    {
      'main.js': `import { createSSRApp } from 'vue'\nconst app = createSSRApp({})\napp.config.globalProperties.$send = (url) => uni.request({ url: 'https://a.com' + url })`,
      'p.js': `import { getCurrentInstance } from 'vue'\nconst { proxy, appContext } = getCurrentInstance()\nproxy.$send('/x')\nappContext.config.globalProperties.$send('/y')\ngetCurrentInstance().ctx.$send('/z')`,
    },
    [
      'p.js:3 uni.request https://a.com/x',
      'p.js:4 uni.request https://a.com/y',
      'p.js:5 uni.request https://a.com/z',
    ],
  ],
  [
    'what is provided and injected',
    {
      'main.js': `import { createSSRApp } from 'vue'\nconst app = createSSRApp({})\napp.provide('send', (url) => uni.request({ url: 'https://a.com' + url }))`,
      'p.js': `import { inject } from 'vue'\nconst send = inject('send')\nsend('/x')`,
    },
    ['p.js:3 uni.request https://a.com/x'],
  ],
  [
    'a context of React',
    {
      'c.js': `import { createContext } from 'react'\nexport const Api = createContext({ get: (url) => wx.request({ url: 'https://a.com' + url }) })`,
      'p.js': `import { useContext } from 'react'\nimport { Api } from './c'\nexport default () => { const api = useContext(Api)\napi.get('/x') }`,
    },
    ['p.js:4 wx.request https://a.com/x'],
  ],
  [
    'an interceptor of Taro',
    {
      'i.js': `import Taro from '@tarojs/taro'\nTaro.addInterceptor((chain) => { const { requestParams } = chain\nreturn chain.proceed({ ...requestParams, url: 'https://a.com' + requestParams.url }).then((r) => r) })\nTaro.addInterceptor(Taro.interceptors.logInterceptor)`,
      'p.js': `import Taro from '@tarojs/taro'\nTaro.request({ url: '/x' })`,
    },
    ['p.js:2 Taro.request https://a.com/x'],
  ],
  [
    'options with data are no component whose members may change',
    `function get(o) { const base = o.type === 'TTS' ? 'https://b.com/' : 'https://a.com/'\nwx.request({ url: base + o.url, data: o.data }) }\nget({ url: 'x', data: { n: 1 } })`,
    ['a.js:3 wx.request https://a.com/x'],
  ],
  [
    'a library that a package carries',
    `import Request from 'uview-plus/libs/luch-request/index'\nconst http = new Request({ baseURL: 'https://a.com' })\nhttp.get('/x')`,
    ['a.js:3 luch-request.get https://a.com/x'],
  ],
  [
    'settings beside what an adapter brings',
    `import adapter from '@alova/adapter-uniapp'\nimport { createAlova } from 'alova'\nconst api = createAlova({ baseURL: 'https://a.com', ...adapter() })\napi.Get('/x')`,
    ['a.js:4 alova.Get https://a.com/x'],
  ],
]

test.each(rows)('%s', async (_, sources, expected) => {
  expect(await callsOf(sources)).toEqual(expected)
})

test('what scripts name without importing it, where a build does that', async () => {
  const sources = {
    'api/request.js': `${SEND}\nexport default { get: (url) => send({ url }) }`,
    'api/user.js': `export const me = () =>\nrequest.get('/me')\nexport const one = (id) => request.get('/u/' + id)\nexport const nobody = (id) => request.get(id)`,
    'p.js': `export default { created() { me()\none(1) } }`,
  }
  const { calls } = await analyse({ ...projectOf(sources), importsByName: true })
  const told = calls.map(({ place, urls }) => `${place.file}:${place.line} ${urls.map(({ text }) => text)}`)
  expect(told).toEqual(['api/user.js:2 https://a.com/me', 'p.js:2 https://a.com/u/1'])
  expect(await callsOf(sources)).toEqual(['api/request.js:2 wx.request https://a.com/*'])
})

test('a file that is sent by the word of a library', async () => {
  const source = `import Request from 'luch-request'\nconst http = new Request({ baseURL: 'https://a.com' })\nhttp.request({ url: '/x', method: 'UPLOAD' })`
  const { calls } = await analyse(projectOf({ 'a.js': source }))
  expect(calls).toMatchObject([{ api: 'uploadFile', methods: [], urls: [{ text: 'https://a.com/x' }] }])
})
