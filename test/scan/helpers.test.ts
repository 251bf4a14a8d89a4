/** Scripts are read by several threads, and what is found is the same; the threads are those of the build. */
import { expect, test } from 'vitest'
import { LEAST_SCRIPTS, openHelpers } from '../../src/scan/helpers.js'
import { scanProject } from '../../src/scan/index.js'
import { newSeen } from '../../src/scan/look.js'
import type { SourceUnit } from '../../src/scan/types.js'
import { folderWith } from './project/folder.js'

const HEX = '0a1b2c3d4e5f60718293a4b5c6d7e8f9'
const WEBPACK = `(wx.webpackJsonp = wx.webpackJsonp || []).push([[1], {
  7: function (module, exports, load) { const { base } = load(8); exports.go = () => wx.request({ url: base + '/seven' }) },
  8: function (module, exports, load) { exports.base = 'https://bundled.example.com' },
}])`

/** Besides many plain pages, whatever is reported for a script by something else than its calls, or not at all. */
function files(): Record<string, string> {
  const made: Record<string, string> = {
    'project.config.json': '{ "appid": "wx0123456789abcdef" }',
    'app.json': '{ "pages": ["pages/p0"] }',
    'app.js': "App({ globalData: { base: 'https://app.example.com' } })",
    'request.js':
      "const base = 'https://api.example.com'\nexports.get = (url, data) => wx.request({ url: base + url, data, header: { a: 1 } })",
    'bundle.js': WEBPACK,
    'broken.js': "wx.request({ url: 'https://broken.example.com' })\nconst = 1",
    'deep.js': `wx.request({ url: a })\na = ${'['.repeat(60_000)}${']'.repeat(60_000)}`,
    'secret.js': `const secret = '${HEX}'\nwx.request({ url: 'https://x.example.com/?secret=${HEX}' })`,
    'prose.js': "// https://comment.example.com\nconst doc = 'https://docs.example.com/a'",
    'picture.jsx': "export const one = () => <Image src='https://img.example.com/a.png' />",
  }
  for (let at = 0; at < LEAST_SCRIPTS; at++)
    made[`pages/p${at}.js`] =
      `const { get } = require('../request')\nPage({ load() { get('/p${at}'); wx.uploadFile({ url: getApp().globalData.base + '/${at}' }) } })`
  return made
}

test('what is found does not depend on how many threads read', async () => {
  const folder = folderWith(files())
  const alone = await scanProject(folder, { jobs: 1 })
  expect(alone.calls.length).toBeGreaterThan(2 * LEAST_SCRIPTS)
  expect(alone.passedOver.map(({ file, reason }) => `${file} ${reason}`)).toEqual([
    'broken.js syntax',
    'deep.js nesting',
  ])
  for (const jobs of [2, 4]) expect(await scanProject(folder, { jobs })).toEqual(alone)
})

const unit = (file: string, code: string): SourceUnit => ({ file, code, language: 'js' })
const HOW = { isShared: undefined, isOwn: true }

test('another thread reads a script as this one would; what is too deep it leaves to this one', async () => {
  const seen = newSeen()
  const helpers = openHelpers(2, LEAST_SCRIPTS, (more) => seen.values.push(...more.values))
  try {
    const read = await helpers?.read(unit('a.js', `const secret = '${HEX}'\nwx.request({ url: a })`), HOW)
    expect(read?.fault).toBe(null)
    expect(read?.modules.map(({ file, calls }) => [file, calls.length])).toEqual([['a.js', 1]])
    expect(seen.values).toEqual([HEX])
    expect(await helpers?.read(unit('b.js', 'const = 1'), HOW)).toMatchObject({ fault: { line: 1 } })
    expect(await helpers?.read(unit('c.js', files()['deep.js'] ?? ''), HOW)).toBe(null)
  } finally {
    await helpers?.close()
  }
})

test('after they are gone everything is left to this thread', async () => {
  const helpers = openHelpers(3, LEAST_SCRIPTS, () => {})
  expect(helpers?.hasRoom()).toBe(true)
  const left = helpers?.read(unit('a.js', '1'), HOW)
  await helpers?.close()
  expect(await left).toBe(null)
  expect(helpers?.hasRoom()).toBe(false)
  expect(await helpers?.read(unit('a.js', '1'), HOW)).toBe(null)
})

test('one thread, and few scripts, start none', () => {
  expect(openHelpers(1, 10_000, () => {})).toBe(null)
  expect(openHelpers(4, LEAST_SCRIPTS - 1, () => {})).toBe(null)
})
