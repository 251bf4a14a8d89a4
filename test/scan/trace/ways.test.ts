/** How calls are reached: closures, calls of oneself, other builds' assignments, objects that are not there. */
import { expect, test } from 'vitest'
import { analyse } from '../../../src/scan/trace/index.js'
import { projectOf, type Sources } from './sources.js'

async function told(sources: Sources): Promise<string[]> {
  const { calls } = await analyse(projectOf(sources))
  return calls.map(({ place, callee, urls, undetermined }) => {
    const all = urls.map(({ text, complete }) => (complete ? text : `${text}…`)).join(' ')
    return `${place.file}:${place.line} ${callee} ${all} ${undetermined}`
  })
}

test('a closure that is handed over is reported where it is written', () =>
  expect(
    told({
      'auth.js': 'export function whenLoggedIn(go) { if (ok) { go(); return } }',
      'a.js': `import { whenLoggedIn } from './auth'
Page({ vote(kind) {
  whenLoggedIn(() => {
    wx.request({ url: 'https://a.example/vote/' + kind })
  })
} })`,
      'b.js': `import { whenLoggedIn } from './auth'
Page({ like(id) {
  whenLoggedIn(() => {
    wx.request({ url: 'https://b.example/like/' + id })
  })
} })`,
    }),
  ).resolves.toEqual([
    'a.js:4 wx.request https://a.example/vote/… null',
    'b.js:4 wx.request https://b.example/like/… null',
  ]))

test('a wrapper that calls itself with another URL', () =>
  expect(
    told({
      'a.js': `function ask(url) {
  wx.request({ url, fail() {
    ask('https://login.example/again')
    ask(url)
  } })
}
ask('https://api.example/x')`,
    }),
  ).resolves.toEqual([
    'a.js:3 wx.request https://login.example/again null',
    'a.js:7 wx.request https://api.example/x null',
  ]))

test('what only another build assigns is kept apart', async () => {
  const { calls, otherBuilds } = await analyse(
    projectOf({
      'a.js': `const app = { data: { base: '' } }
function start() {
  switch (__wxConfig.envVersion) {
    case 'develop': app.data.base = 'http://dev.example'; break
    case 'release': app.data.base = 'https://api.example'; break
  }
}
start()
wx.request({ url: app.data.base + '/x' })`,
    }),
  )
  expect(calls.flatMap(({ urls }) => urls.map(({ text }) => text))).toEqual(['https://api.example/x'])
  expect(otherBuilds.map(({ text }) => text)).toEqual(['http://dev.example'])
})

test('an object that is called like the platform and is not there', () =>
  expect(
    told({
      'a.js': `const wx2my = require('./wx2my')
wx2my.request({ url: 'https://a.example/x' })
wx2my.navigateTo({ url: '/pages/a' })
wx2my.request({ url: '/pages/a' })
maker.uploadFile({ url: 'https://b.example/y' })`,
    }),
  ).resolves.toEqual([
    'a.js:2 wx2my.request https://a.example/x null',
    'a.js:5 maker.uploadFile https://b.example/y null',
  ]))

test('a build of Taro by Vite asks its runtime, whose own functions are no calls', () =>
  expect(
    told({
      'taro.js': `function je(e,t,n){n.modifyApis(t),n.needPromiseApis.forEach(r=>{e[r]=function(i){return n.transformMeta(r,i),t[r](i)}})}
var T={exports:{}};!function(e){k.isExist("initNativeApi")&&k.call("initNativeApi",i),je(i,wx,{modifyApis(){},needPromiseApis:["request"],transformMeta(){}}),e.exports=i}(T);
exports.Taro=W(T.exports),exports.taroExports=T.exports`,
      'pages/a.js': `const n=require("../taro.js")
n.Taro.request({url:"https://api.example/x"}),n.taroExports.downloadFile({url:"https://cdn.example/y"})`,
    }),
  ).resolves.toEqual([
    'pages/a.js:2 Taro.request https://api.example/x null',
    'pages/a.js:2 Taro.downloadFile https://cdn.example/y null',
  ]))

test('a build of uni-app asks its runtime', () =>
  expect(
    told({
      'common/vendor.js': `const table = { upx2px }, api = /^create|Manager$/
const made = new Proxy({}, { get: (target, key) => wx[key] })
exports.index = made; exports.ref = (value) => ({ value })`,
      'pages/a.js': `const e = require("../common/vendor.js")
e.index.request({ url: "https://api.example/x" }), e.ref(1)`,
      'other/vendor.js': 'exports.index = { request() {} }',
      'pages/b.js': `const e = require("../other/vendor.js")
e.index.request({ url: "https://no.example" })`,
    }),
  ).resolves.toEqual(['pages/a.js:2 uni.request https://api.example/x null']))
