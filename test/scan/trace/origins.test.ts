import { expect, test } from 'vitest'
import { analyse } from '../../../src/scan/trace/index.js'
import { projectOf, type Sources } from './sources.js'

async function missingOf(sources: Sources): Promise<string[]> {
  const { calls } = await analyse(projectOf(sources))
  return calls.flatMap(({ missing = [] }) =>
    missing.map(
      ({ name, reason, place: { file, line, column } }) => `${file}:${line}:${column} ${name} ${reason}`,
    ),
  )
}

const told: [name: string, sources: Sources, expected: string[]][] = [
  [
    'what a build puts in',
    { 'a.js': 'const base = process.env.API_BASE\nwx.request({ url: base + "/x" })' },
    ['a.js:1:14 process.env.API_BASE computed'],
  ],
  [
    'a bare name a build puts in',
    { 'a.js': 'wx.request({ url: `${API_HOST}/x` })' },
    ['a.js:1:22 API_HOST computed'],
  ],
  [
    'a global by its own name, however it came there',
    { 'a.js': 'const { API_BASE: base } = process.env\nwx.request({ url: base + "/x" })' },
    ['a.js:1:9 process.env.API_BASE computed'],
  ],
  [
    'a server name that a path without a slash runs on from',
    { 'a.js': "const base = 'https://api.acme.cn'\nwx.request({ url: base + 'list/x' })" },
    ["a.js:1:14 'https://api.acme.cnlist' computed"],
  ],
  [
    'a storage',
    { 'a.js': 'wx.request({ url: wx.getStorageSync("base") + "/x" })' },
    ["a.js:1:19 wx.getStorageSync('base') server-data"],
  ],
  [
    'a module that is not there, once for every file that asks for it',
    {
      'a.js': "import { base } from './settings'\nwx.request({ url: base + '/x' })",
      'b.js': "const { base } = require('./settings')\nwx.request({ url: base + '/x' })",
    },
    ['a.js:1:10 settings#base import', 'b.js:1:26 settings#base import'],
  ],
  [
    'a member of an answer, as it is written',
    { 'a.js': 'wx.login({ success(res) { wx.request({ url: res.data.host + "/x" }) } })' },
    ['a.js:1:20 res.data.host server-data'],
  ],
  [
    'a parameter of a function that nobody calls',
    { 'a.js': 'export function get(options) {\n  return wx.request({ url: options.url })\n}' },
    ['a.js:1:21 options.url parameter'],
  ],
  [
    'a parameter that is taken apart',
    { 'a.js': 'export const get = ({ url }) => wx.request({ url })' },
    ['a.js:1:23 url parameter'],
  ],
  [
    'the innermost: behind functions and other files',
    {
      'a.js': "import { baseOf } from './b.js'\nwx.request({ url: baseOf() + '/x' })",
      'b.js': 'export const baseOf = () => settings().base\nconst settings = () => NOWHERE.settings',
    },
    ['b.js:1:29 NOWHERE.settings.base computed'],
  ],
  [
    'of two things both, each once',
    { 'a.js': 'wx.request({ url: on ? A.base : B.base })\nwx.request({ url: "https://a" + C })' },
    ['a.js:1:24 A.base computed', 'a.js:1:33 B.base computed', 'a.js:2:33 C computed'],
  ],
]

test.each(told)('%s', async (_, sources, expected) => {
  expect(await missingOf(sources)).toEqual(expected)
})

test('names are bounded', async () => {
  const [one = ''] = await missingOf({ 'a.js': `wx.request({ url: f("${'x'.repeat(5000)}") })` })
  expect(one.length).toBeLessThan(120)
})

test('nothing is missing where the host is known', async () => {
  const { calls } = await analyse(projectOf({ 'a.js': 'wx.request({ url: "https://a.com/" + path })' }))
  expect(calls).toHaveLength(1)
  expect(calls[0]).not.toHaveProperty('missing')
})
