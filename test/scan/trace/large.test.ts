/** What is kept of large things gives what looking through them would. */
import { expect, test } from 'vitest'
import { callsOf } from './sources.js'

const many = (count: number, one: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => one(at)).join(', ')

test('an object of many properties: the last of a name counts, and what is spread behind it', async () => {
  const source = `
const more = { b: 'https://spread.cn/b' }
const urls = { a: 'https://first.cn/', b: 'https://first.cn/', ${many(40, (at) => `k${at}: '/k${at}'`)}, a: 'https://last.cn/a', ...more }
wx.request({ url: urls.a })
wx.request({ url: urls.b })
wx.request({ url: 'https://x.cn' + urls.k7 })
wx.request({ url: urls.none })`
  expect(await callsOf({ 'a.js': source })).toEqual([
    'a.js:4 wx.request https://last.cn/a',
    'a.js:5 wx.request https://spread.cn/b',
    'a.js:6 wx.request https://x.cn/k7',
    'a.js:7 wx.request ?missing',
  ])
})

test('many members of one object, asked for within one call', async () => {
  const source = `
const urls = { ${many(20, (at) => `k${at}: '/k${at}'`)} }
const all = (base) => wx.request({ url: base + ${Array.from({ length: 20 }, (_, at) => `urls.k${at}`).join(' + ')} })
all('https://x.cn')
all('https://y.cn')`
  const path = Array.from({ length: 20 }, (_, at) => `/k${at}`).join('')
  expect(await callsOf({ 'a.js': source })).toEqual([
    `a.js:4 wx.request https://x.cn${path}`,
    `a.js:5 wx.request https://y.cn${path}`,
  ])
})
