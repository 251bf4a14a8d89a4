/** What webpack makes of a project: modules by ids, in chunks that hand them over, or in the chunk that begins. */
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

const chunk = (id: string, modules: string) =>
  `"use strict";(wx["webpackJsonp"]=wx["webpackJsonp"]||[]).push([[${id}],{${modules}},function(e){e(e.s=1)}]);`

const TARO = chunk(
  '107',
  `954:function(e,t,n){var r=n(180).hooks,o=n(410).Z;r.isExist("initNativeApi")&&r.call("initNativeApi",o),e.exports=o,e.exports["default"]=e.exports},
410:function(e,t,n){n.d(t,{Z:function(){return i}});var i={}}`,
)

test('a page asks a wrapper of another chunk', () =>
  expect(
    told({
      'common.js': chunk(
        '216',
        `12:function(e,t,n){n.d(t,{U2:function(){return o}});var r=n(34);var o=function(e){return wx.request({url:r.a+e})}},
34:function(e,t){t.a="https://api.shop.example"}`,
      ),
      'pages/index.js': chunk('539', `885:(e,t,n)=>{var r=n(12);\nPage({open(){(0,r.U2)("/rows")}})}`),
    }),
  ).resolves.toEqual(['pages/index.js:2 wx.request https://api.shop.example/rows null']))

test("Taro's API is put on when the app begins", () =>
  expect(
    told({
      'taro.js': TARO,
      'pages/index.js': chunk(
        '539',
        `885:function(e,r,n){var a=n(954),i=n.n(a),u=function(e){return i().request({url:"https://api.shop.example"+e})};
u("/rows"),i().uploadFile({url:"https://files.shop.example/x"})}`,
      ),
    }),
  ).resolves.toEqual([
    'pages/index.js:2 Taro.request https://api.shop.example/rows null',
    'pages/index.js:2 Taro.uploadFile https://files.shop.example/x null',
  ]))

test("mpx's runtime exports its object under a short name, and a plugin puts xfetch on it", () =>
  expect(
    told({
      'bundle.js': `var self={};(()=>{var t,e={535:(t,e,n)=>{"use strict";n.d(e,{Ay:()=>y});var g={config:{ignoreProxyWhiteList:[],webviewConfig:{}}};n.g.__mpx=g;const y=g},9:t=>{t.exports=1}};})()`,
      'app.js': `var self={};self.webpackChunk=require("./bundle.js"),(self.webpackChunk=self.webpackChunk||[]).push([[524],{926:(e,t,r)=>{
var O=e=>wx.request(e);function I(t){t.xfetch=new F}class F{fetch(e){return new Promise((t,r)=>{e.cancelToken.then(e=>{r({__CANCEL__:!0})}),e.success=function(r){t(Object.assign({requestConfig:e},r))},e.fail=function(e){r({errMsg:e.errMsg})},O(e)})}}I(r(535).Ay)}},e=>{e(e.s=926)}]);`,
      'pages/index.js': `var self={};self.webpackChunk=require("../bundle.js"),(self.webpackChunk=self.webpackChunk||[]).push([[332],{485:(e,t,o)=>{var Z=o(535);
Z.Ay.xfetch.fetch({url:"https://api.shop.example/rows"})}},e=>{e(e.s=485)}]);`,
    }),
  ).resolves.toEqual(['pages/index.js:2 mpx.xfetch.fetch https://api.shop.example/rows null']))

test("uni-app's modules are given its object by what is around them", () =>
  expect(
    told({
      'common/vendor.js': `(global["webpackJsonp"]=global["webpackJsonp"]||[]).push([["common/vendor"],{"543d":function(e,t,n){"use strict";var r=/^create|Manager$/,o={upx2px:i};t.default=o}}]);`,
      'pages/index.js': `(global["webpackJsonp"]=global["webpackJsonp"]||[]).push([["pages/index"],{ab12:function(e,t,n){"use strict";(function(e){
t.default=void 0;e.request({url:"https://api.shop.example/rows"})}).call(this,n("543d")["default"])}},[["ab12","common/vendor"]]]);`,
    }),
  ).resolves.toEqual(['pages/index.js:2 uni.request https://api.shop.example/rows null']))

test('modules in lists, as chunks hand them over where ids count up; chunks of webpack 3', () =>
  expect(
    told({
      'vendors.js': `(wx.webpackJsonp=wx.webpackJsonp||[]).push([[0],[function(e,t,n){"use strict";n.d(t,"a",function(){return d});var d=wx.uploadFile},,function(e,t){t.base="https://a.example"}]])`,
      'pages/a.js': `(wx.webpackJsonp=wx.webpackJsonp||[]).push([[4],{63:function(e,n,t){
Object(t(0).a)({url:t(2).base+"/x"})}},[[63,0]]])`,
      'pages/b.js': `global.webpackJsonpMpvue([3],{MhDc:function(e,n,l){
wx.request({url:l("Qt9A").a})},Qt9A:function(e,n){n.a="https://b.example"}},["MhDc"])`,
    }),
  ).resolves.toEqual([
    'pages/a.js:2 wx.uploadFile https://a.example/x null',
    'pages/b.js:2 wx.request https://b.example null',
  ]))

test('wepy 2 loads modules by their places in vendor.js', () =>
  expect(
    told({
      'vendor.js': `(function(modules){function load(id){return modules[id]}module.exports=load;return load})([
function(module,exports,load){var w={};console.warn("props will be ignore, if properties is set",w.externalClasses);module.exports=w}])`,
      'pages/c.js': `var _core = _interop(require('../vendor.js')(0))
function _interop(e) { return e && e.__esModule ? e : { default: e } }
_core.default.wx.connectSocket({ url: 'wss://c.example' })`,
    }),
  ).resolves.toEqual(['pages/c.js:3 wepy.connectSocket wss://c.example null']))

test('ids are one bundle’s own', () => {
  const bundle = (host: string) =>
    chunk('1', `1:(e,t,n)=>{wx.request({url:n(2).a})},2:(e,t)=>{t.a="https://${host}"}`)
  return expect(
    told({ 'a/index.js': bundle('a.example'), 'b/index.js': bundle('b.example') }),
  ).resolves.toEqual([
    'a/index.js:1 wx.request https://a.example null',
    'b/index.js:1 wx.request https://b.example null',
  ])
})

test("functions under numbers that aren't modules stay functions", () =>
  expect(
    told({
      'a.js': `const by = { 200: (answer, next, again) => again(answer), 401: () => {} }
by[200]('/x', null, (path) => wx.request({ url: 'https://api.shop.example' + path }))`,
    }),
  ).resolves.toEqual(['a.js:2 wx.request https://api.shop.example/x null']))

test("a module gives its exports' variable another value, as superagent does, and a polyfill the browser's objects", () =>
  expect(
    told({
      'sdk.js': `!function(e,t){module.exports=t()}(this,function(){return function(e){var n={};function t(r){if(n[r])return n[r].exports;var i=n[r]={i:r,l:!1,exports:{}};return e[r].call(i.exports,i,i.exports,t),i.l=!0,i.exports}return t.m=e,t.p="",t(t.s=0)}([
function(e,t,n){n(1);var r=n(2);e.exports={load:function(){return r("GET","https://api.acme.cn/x").end()}}},
function(e,t,n){window=window||{};try{XMLHttpRequest=XMLHttpRequest||n(3)}catch(e){}},
function(e,t,n){function l(e,t){this.method=e,this.url=t}var m=t=e.exports=function(e,n){return new t.Request(e,n)};t.Request=l,m.make=function(){return new XMLHttpRequest},
l.prototype.end=function(){var e=m.make();e.open(this.method,this.url,!0),e.send()}},
function(e,t,n){var a=t;function X(){var e=this;return e.state=0,e}X.prototype.open=function(e,t){this._url=t},
X.prototype.send=function(){wx.request({url:this._url})},e.exports=X}])});`,
      'pages/index.js': `require('../sdk').load()`,
    }),
  ).resolves.toEqual([
    'sdk.js:5 XMLHttpRequest.open https://api.acme.cn/x null',
    'sdk.js:7 wx.request https://api.acme.cn/x null',
  ]))

test.each([
  ['the exports themselves', 'e.exports=t,t.get=function(e){wx.request({url:e})}'],
  ['another name', 'var a=t;a.get=function(e){wx.request({url:e})}'],
  ['a loop', '["get"].forEach(function(e){t[e]=function(e){wx.request({url:e})}})'],
  [
    'a function that is exported',
    'e.exports=function(){};var a=e.exports;a.get=function(e){wx.request({url:e})}',
  ],
])("what is put on a module's exports by %s", (_, code) =>
  expect(
    told({
      'sdk.js': chunk('1', `12:function(e,t,n){${code}}`),
      'pages/index.js': chunk('2', `885:function(e,t,n){n(12).get("https://api.acme.cn/x")}`),
    }),
  ).resolves.toEqual(['pages/index.js:1 wx.request https://api.acme.cn/x null']),
)
