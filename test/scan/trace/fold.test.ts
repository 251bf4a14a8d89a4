import { expect, test } from 'vitest'
import { callsOf } from './sources.js'

const rows: [name: string, source: string, expected: string[]][] = [
  [
    'a member by a computed key',
    `const o = { a: 'https://a.com/' }; o[key()] = 'https://b.com/'; wx.request({ url: o.a })`,
    ['https://a.com/', 'https://b.com/'],
  ],
  [
    'a member by a key of another name',
    `const o = { a: 'https://a.com/' }; const k = 'b'; o[k] = 'https://b.com/'; wx.request({ url: o.a })`,
    ['https://a.com/'],
  ],
  [
    'Object.assign to what is there already',
    `const o = { a: 'https://a.com/' }; Object.assign(o, { a: 'https://b.com/' }); wx.request({ url: o.a })`,
    ['https://a.com/', 'https://b.com/'],
  ],
  [
    'Object.assign of what nobody knows',
    `const o = { a: 'https://a.com/' }; Object.assign(o, wx.getStorageSync('o')); wx.request({ url: o.a })`,
    ['https://a.com/', '?server-data'],
  ],
  [
    'what a constructor is given, as members',
    `class C { constructor(p) { Object.assign(this, p) } go() { wx.request({ url: this.base + '/x' }) } }
     new C({ base: 'https://a.com' }).go()`,
    ['https://a.com/x'],
  ],
  [
    'a list that grows',
    `const l = ['https://a.com/']; l.push('https://b.com/'); for (const u of l) wx.request({ url: u })`,
    ['https://a.com/', 'https://b.com/'],
  ],
  [
    'an empty list that is filled by index',
    `const l = []; l[0] = 'https://a.com/'; l[i()] = 'https://b.com/'; l.forEach((u) => wx.request({ url: u }))`,
    ['https://a.com/', 'https://b.com/'],
  ],
  [
    'a list that grows by itself',
    `const l = ['https://a.com/']; l.push(l[0] + 'x'); wx.request({ url: l[1] })`,
    ['https://a.com/x'],
  ],
  ['a literal', `wx.request({ url: 'https://a.com/x' })`, ['https://a.com/x']],
  ['a constant', `const U = 'https://a.com'; wx.request({ url: U + '/x' })`, ['https://a.com/x']],
  ['a template', 'const H = "a.com"; wx.request({ url: `https://${H}/x` })', ['https://a.com/x']],
  ['concat', `wx.request({ url: 'https://a.com'.concat('/x', '/y') })`, ['https://a.com/x/y']],
  ['join', `wx.request({ url: ['https://a.com', 'x'].join('/') })`, ['https://a.com/x']],
  ['a hole in the path', `wx.request({ url: 'https://a.com/x/' + Date.now() })`, ['https://a.com/x/*']],
  ['a hole in the host', 'wx.request({ url: `https://${Date.now()}.a.com/x` })', ['?computed']],
  [
    'a hole right after a whole server name',
    `wx.request({ url: 'https://a.com' + Date.now() })`,
    ['https://a.com/*'],
  ],
  ['a hole in a server name', `wx.request({ url: 'https://api' + Date.now() })`, ['?computed']],
  ['a hole where a port may be', `wx.request({ url: 'https://a.com' + cfg.port })`, ['?computed']],
  ['a hole in front', `wx.request({ url: Date.now() + '/x' })`, ['?computed']],
  ['a relative URL', `wx.request({ url: '/x' })`, ['?no-server']],
  ['no URL', `wx.request({ data: 1 })`, ['?missing']],
  ['no argument', `wx.request()`, ['?missing']],
  [
    'an object member',
    `const c = { api: { base: 'https://a.com' } }; wx.request({ url: c.api.base + '/x' })`,
    ['https://a.com/x'],
  ],
  [
    'a clone',
    `const c = structuredClone({ b: 'https://a.com/' }); wx.request({ url: c.b })`,
    ['https://a.com/'],
  ],
  [
    'a frozen object',
    `const c = Object.freeze({ b: 'https://a.com/' }); wx.request({ url: c.b })`,
    ['https://a.com/'],
  ],
  [
    'Object.assign',
    `const c = Object.assign({}, { b: 'https://a.com/' }); wx.request({ url: c.b })`,
    ['https://a.com/'],
  ],
  [
    'a spread',
    `const d = { b: 'https://a.com/' }; const c = { ...d }; wx.request({ url: c.b })`,
    ['https://a.com/'],
  ],
  [
    'a member by a known key',
    `const E = 'p'; const U = { p: 'https://a.com/', q: 'https://b.com/' }; wx.request({ url: U[E] })`,
    ['https://a.com/'],
  ],
  [
    'envVersion',
    `const U = { develop: 'https://d.com/', release: 'https://r.com/' }; wx.request({ url: U[__wxConfig.envVersion] })`,
    ['https://r.com/'],
  ],
  [
    'getAccountInfoSync',
    `const { miniProgram: { envVersion } } = wx.getAccountInfoSync(); const U = { develop: 'https://d.com/', release: 'https://r.com/' }; wx.request({ url: U[envVersion] })`,
    ['https://r.com/'],
  ],
  [
    'a ternary on the environment',
    `const B = process.env.NODE_ENV === 'production' ? 'https://r.com' : 'https://d.com'; wx.request({ url: B + '/x' })`,
    ['https://r.com/x'],
  ],
  [
    'if and else',
    `let B; if (process.env.X) { B = 'https://a.com' } else { B = 'https://b.com' } wx.request({ url: B + '/' })`,
    ['https://a.com/', 'https://b.com/'],
  ],
  [
    'an empty start',
    `let B = ''; if (process.env.X) B = 'https://a.com'; else B = 'https://b.com'; wx.request({ url: B + '/' })`,
    ['https://a.com/', 'https://b.com/'],
  ],
  [
    'switch',
    `let B = ''; switch (process.env.X) { case 'a': B = 'https://a.com'; break; default: B = 'https://b.com' } wx.request({ url: B + '/' })`,
    ['https://a.com/', 'https://b.com/'],
  ],
  [
    'or',
    `const B = process.env.B || 'https://a.com'; wx.request({ url: B + '/' })`,
    ['https://a.com/', '?computed'],
  ],
  ['nullish', `const o = {}; wx.request({ url: o.url ?? 'https://a.com/' })`, ['https://a.com/']],
  [
    'several assignments',
    `let B = 'https://a.com/'; function f() { B = 'https://b.com/' } wx.request({ url: B })`,
    ['https://a.com/', 'https://b.com/'],
  ],
  [
    'straight assignments',
    `let u = 'https://a.com'; u += '/x'; u = u + '?y'; wx.request({ url: u })`,
    ['https://a.com/x?y'],
  ],
  ['new URL', `wx.request({ url: new URL('/x', 'https://a.com/b').href })`, ['https://a.com/x']],
  [
    'new URL as a text',
    `wx.request({ url: new URL('x', 'https://a.com/b/').toString() })`,
    ['https://a.com/b/x'],
  ],
  [
    'encodeURIComponent',
    `wx.request({ url: 'https://a.com/?q=' + encodeURIComponent(q()) })`,
    ['https://a.com/?q=*'],
  ],
  [
    'globalData',
    `App({ globalData: { base: 'https://a.com' } }); const app = getApp(); wx.request({ url: app.globalData.base + '/x' })`,
    ['https://a.com/x'],
  ],
  [
    'globalData by this',
    `App({ globalData: { base: 'https://a.com' }, onLaunch() { wx.request({ url: this.globalData.base + '/x' }) } })`,
    ['https://a.com/x'],
  ],
  [
    'globalData set later',
    `App({ globalData: {} }); getApp().globalData.base = 'https://a.com'; wx.request({ url: getApp().globalData.base + '/x' })`,
    ['https://a.com/x'],
  ],
  [
    'a class field',
    `class A { base = 'https://a.com'; go() { wx.request({ url: this.base + '/x' }) } }`,
    ['https://a.com/x'],
  ],
  [
    'a field of the constructor',
    `class A { constructor() { this.base = 'https://a.com' } go() { wx.request({ url: this.base + '/x' }) } }`,
    ['https://a.com/x'],
  ],
  [
    'a getter',
    `class A { get base() { return 'https://a.com' } go() { wx.request({ url: this.base + '/x' }) } }`,
    ['https://a.com/x'],
  ],
  [
    'a static',
    `class A { static base = 'https://a.com' } wx.request({ url: A.base + '/x' })`,
    ['https://a.com/x'],
  ],
  [
    'data of a page',
    `Page({ data: { base: 'https://a.com' }, onLoad() { wx.request({ url: this.data.base + '/x' }) } })`,
    ['https://a.com/x'],
  ],
  [
    'Vue data',
    `export default { data() { return { base: 'https://a.com' } }, methods: { go() { uni.request({ url: this.base + '/x' }) } } }`,
    ['https://a.com/x'],
  ],
  [
    'Vue.prototype',
    `import Vue from 'vue'; Vue.prototype.$base = 'https://a.com'; export default { methods: { go() { uni.request({ url: this.$base + '/x' }) } } }`,
    ['https://a.com/x'],
  ],
  [
    'a member set on uni',
    `uni.$base = 'https://a.com'; uni.request({ url: uni.$base + '/x' })`,
    ['https://a.com/x'],
  ],
  [
    'a function that returns it',
    `function api(p) { return 'https://a.com' + p } wx.request({ url: api('/x') })`,
    ['https://a.com/x'],
  ],
  [
    'functions within functions',
    `const j = (a, b) => a + '/' + b; wx.request({ url: j(j('https://a.com', 'x'), 'y') })`,
    ['https://a.com/x/y'],
  ],
  [
    'a default parameter',
    `function api(p, b = 'https://a.com') { return b + p } wx.request({ url: api('/x') })`,
    ['https://a.com/x'],
  ],
  [
    'returns by environment',
    `function base() { if (process.env.X) return 'https://a.com'; return 'https://b.com' } wx.request({ url: base() + '/' })`,
    ['https://a.com/', 'https://b.com/'],
  ],
  ['storage', `wx.request({ url: wx.getStorageSync('base') + '/x' })`, ['?server-data']],
  ['an answer', `wx.login({ success: (r) => wx.request({ url: r.url }) })`, ['?server-data']],
  ['await', `async function f() { const r = await g(); wx.request({ url: r.url }) } f()`, ['?server-data']],
  ['a module that is not there', `import { B } from './none'; wx.request({ url: B + '/x' })`, ['?import']],
  [
    'a constant flag',
    `const DEV = false; const B = DEV ? 'http://d.com' : 'https://r.com'; wx.request({ url: B + '/' })`,
    ['https://r.com/'],
  ],
  [
    'a list walked through',
    `['https://a.com/', 'https://b.com/'].forEach((u) => wx.request({ url: u }))`,
    ['https://a.com/', 'https://b.com/'],
  ],
  [
    'a list looped over',
    `for (const u of ['https://a.com/', 'https://b.com/']) wx.request({ url: u })`,
    ['https://a.com/', 'https://b.com/'],
  ],
  ['a cycle', `const a = b; const b = a; wx.request({ url: a })`, ['?missing']],
  [
    'endless recursion',
    `const f = (x) => f(x + 'a'); wx.request({ url: f('https://a.com/') })`,
    ['?computed'],
  ],
]

test.each(rows)('folds %s', async (_, source, expected) => {
  const calls = await callsOf(source)
  expect(calls).toHaveLength(1)
  expect(calls[0]?.split(' ').slice(2)).toEqual(expected)
})
