/** Requests that wait in a queue for a login are those that were asked for: whoever empties it adds none. */
import { expect, test } from 'vitest'
import { analyse } from '../../../src/scan/trace/index.js'
import { projectOf } from './sources.js'

const app = 'App({ globalData: { waiting: [], isLoggingIn: false } })'

const login = `
const http = require('./http')
const again = () => {
  while (getApp().globalData.waiting.length) http.request(getApp().globalData.waiting.pop())
}
const refresh = (params) => {
  const kept = wx.getStorageSync('login')
  if (kept.until > Date.now()) return params
  getApp().globalData.waiting.push(params)
  return { path: '/login', isLogin: true, done: (res) => { again(res) } }
}
module.exports = { refresh }
`

const http = `
const login = require('./login')
const settings = { base: 'https://api.acme.cn' }
function request(params) {
  const { globalData } = getApp()
  if (!params.isLogin && !globalData.isLoggingIn) params = login.refresh(params)
  if (globalData.isLoggingIn) {
    globalData.waiting.push(params)
    return
  }
  if (Object.prototype.toString.call(params.data) === '[object Array]') params.data = JSON.stringify(params.data)
  wx.request({ url: (params.base ? params.base : settings.base) + params.path, data: params.data, success: params.done })
}
module.exports = { request }
`
/** More than the callers of which a parameter is joined. */
const COUNT = 260
const page = (at: number) => `
const http = require('./http')
Page({
  onLoad(query) {
    const rows = [query.id, wx.getStorageSync('rows${at}')].map((one) => (one ? { id: one } : one))
    http.request({ path: '/rows/${at}', data: rows.filter((one) => one.id !== '${at}') })
  },
})
`

test('each request is found, and its server known, however many wait in the same queue', async () => {
  const pages = Object.fromEntries(Array.from({ length: COUNT }, (_, at) => [`a${at}.js`, page(at)]))
  const { calls } = await analyse(projectOf({ 'app.js': app, 'login.js': login, 'http.js': http, ...pages }))
  const own = calls.filter(({ place }) => place.file.startsWith('a') && place.file !== 'app.js')
  expect(own.map(({ urls }) => urls.some(({ text }) => text.startsWith('https://api.acme.cn/rows')))).toEqual(
    Array(COUNT).fill(true),
  )
  expect(
    calls
      .filter(({ undetermined }) => undetermined !== null)
      .map(({ place, undetermined }) => `${place.file}:${place.line} ${undetermined}`),
  ).toEqual([])
})
