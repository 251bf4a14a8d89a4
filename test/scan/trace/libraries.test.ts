import { expect, test } from 'vitest'
import { engineOf, mayReachNetwork } from '../../../src/scan/frameworks/index.js'
import { mentionsInText } from '../../../src/scan/sweep/index.js'
import { analyse } from '../../../src/scan/trace/index.js'
import type { SourceUnit } from '../../../src/scan/types.js'
import { callsOf, projectOf, type Sources } from './sources.js'

const filling = Array.from(
  { length: 200 },
  (_, at) => `function part${at}(value) { return value + ${at} }`,
).join('\n')
/** A library as it is published, with that at its end. */
const library = (end = '') => `/*! charts v3.2.1 | MIT */
!function (root, make) { typeof exports === 'object' ? module.exports = make() : root.charts = make() }(this, function () {
${filling}
${end}
return { part0: part0, send: null, promisify: function (f) { return f } } })`

/** What was parsed, and what was looked through. */
async function readIn(sources: Sources) {
  const [parsed, aside]: string[][] = [[], []]
  const project = projectOf(sources)
  await analyse(project, {
    visit: ({ file }) => parsed?.push(file),
    visitAside: ({ file }) => aside?.push(file),
  })
  return { parsed, aside, passedOver: project.passedOver }
}

test('a library without a word of the network is not parsed', async () => {
  const broken = library('this is no script at all')
  expect(await readIn({ 'lib/charts.js': broken, 'a.js': "require('./lib/charts')" })).toEqual({
    parsed: ['a.js'],
    aside: ['lib/charts.js'],
    passedOver: [],
  })
})

test.each([
  ['a network API', 'part0(XMLHttpRequest)'],
  ['an API of the platform, by whatever name', 'x.uploadFile(y)'],
  ['the platform handed on', 'const all = wx; all[name](y)'],
  ['the platform by a computed name', "uni['req' + 'uest'](y)"],
  ['a method of the app', 'getApp().get("/x")'],
  ['what others read from the phone', 'wx.setStorageSync("base", x)'],
  ['a file of the project', "const own = require('../a.js')"],
  ['a secret', 'const appSecret = "0123456789abcdef0123456789abcdee"'],
])('one with %s is', async (_, end) => {
  const { parsed } = await readIn({ 'lib/charts.js': library(end), 'a.js': '' })
  expect(parsed).toEqual(['a.js', 'lib/charts.js'])
})

test.each([
  ['a larger one', '', true],
  ['a server of its own', 'x.open("GET", "https://log.sdk.example.com/v1")', false],
  ['a path of its own', 'x.open("POST", server + "/collect/events")', false],
  ['the app', 'getApp().get(y)', false],
  ['a name of a vocabulary', 'f("http://www.w3.org/2000/svg")', true],
])('one that asks for what it is given, with %s, is put aside: %s', async (_, end, is) => {
  const file = library(
    `${filling.repeat(6)}\nfunction load(url) { const x = new XMLHttpRequest(); x.open('GET', url) }\n${end}`,
  )
  const { parsed } = await readIn({ 'lib/charts.js': file })
  expect(parsed?.length === 0).toBe(is)
})

test('nor one that only asks whether there is a platform', async () => {
  const end = "if (typeof wx === 'object' && wx.getSystemInfoSync) part0(wx.getSystemInfoSync().model)"
  expect((await readIn({ 'lib/charts.js': library(end) })).aside).toEqual(['lib/charts.js'])
})

test('scripts of a project are, however long they are', async () => {
  const code = `${filling}\nmodule.exports = { base: 'https://api.example.com' }`
  expect((await readIn({ 'settings.js': code })).parsed).toEqual(['settings.js'])
})

test('conditional compilation is looked into', async () => {
  expect((await readIn({ 'lib/charts.js': library('// #ifdef MP-WEIXIN\n// #endif') })).aside).toEqual([])
})

test('what it is given is found all the same', async () => {
  const calls = await callsOf({
    'lib/charts.js': library(),
    'a.js': `const charts = require('./lib/charts')
charts.send = (o) => wx.request(o)
charts.send({ url: 'https://a.example.com/x' })
charts.promisify(wx.request)({ url: 'https://b.example.com/x' })
wx.request({ url: charts.part0('x') })
wx.request({ url: 'https://c.example.com/' + charts.part0('x') })
charts.part0(() => wx.request({ url: 'https://d.example.com/x' }))`,
  })
  expect(calls).toEqual([
    'a.js:3 wx.request https://a.example.com/x',
    'a.js:4 wx.request https://b.example.com/x',
    'a.js:5 wx.request ?import',
    'a.js:6 wx.request https://c.example.com/*',
    'a.js:7 wx.request https://d.example.com/x',
  ])
})

test('its addresses are reported, those of comments aside', () => {
  const code = `/* see https://docs.example.com */
// https://line.example.com
const a = "https://a.example.com/x" // https://behind.example.com
const accept = "*/*", b = 'wss://b.example.com'
  * https://star.example.com
/* not closed: https://open.example.com`
  const unit: SourceUnit = { file: 'lib.js', code, language: 'js' }
  expect(mentionsInText(unit).map(({ place, url }) => `${place.line} ${url}`)).toEqual([
    '3 https://a.example.com',
    '3 https://behind.example.com',
    '4 wss://b.example.com',
    '6 https://open.example.com',
  ])
})

test('however many there are', () => {
  const code = Array.from({ length: 300 }, (_, at) => `f('https://h${at}.example.com')`).join('\n')
  expect(mentionsInText({ file: 'lib.js', code, language: 'js' })).toHaveLength(300)
})

test.each([
  ['laya.core', 'window.Laya= (function (exports) {\n "use strict"', 'return exports;\n}({}));', true],
  ['a module of Laya', '(function (exports, Laya) {', '}(window.Laya = window.Laya || {}, Laya));', true],
  [
    'a module of Laya 2',
    '(function(window,document,Laya){\nvar __un=Laya.un',
    '})(window,document,Laya);',
    true,
  ],
  [
    'a game that was compiled in the same form',
    "(function(window,document,Laya){\nvar __un=Laya.un; __class(Main,'game.Main')",
    '})(window,document,Laya);',
    false,
  ],
  ['a game', '(function () {\n"use strict";', '}());', false],
  ['Egret', '//  Copyright\nvar egret;\n(function (egret) {', '})(egret || (egret = {}));', true],
  [
    'a module of Egret, minified',
    'var egret=window.egret;var __reflect=this&&this.__reflect||function(t,e){};',
    '__reflect(e.prototype,"eui.Label")}(eui||(eui={}));;window.eui = eui;',
    true,
  ],
  [
    'a game for Egret in the same form',
    'var egret=window.egret;var __reflect=this&&this.__reflect||function(t,e){};',
    '__reflect(e.prototype,"Main")}(egret||(egret={}));',
    false,
  ],
])('%s is known as a file of an engine or not', (_, head, tail, is) => {
  expect(engineOf(`${head}\n${filling}\n${tail}\n`) !== null).toBe(is)
})

test.each([
  ['var io = 1; io(t, e)', false],
  ["io('wss://a.example.com')", true],
  ['io.connect(t)', true],
  ['requestAnimationFrame(f)', false],
  ['o.request(f)', true],
  ['var wx = 1; f(wx)', false],
  ['f(wx)', true],
  ['Taro.getEnv()', false],
])('%s: may it reach the network? %s', (code, may) => {
  expect(mayReachNetwork(code)).toBe(may)
})
