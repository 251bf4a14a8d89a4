/** Which scripts are libraries that need not be read. */
import { expect, test } from 'vitest'
import { libraryOf } from '../../../src/scan/ir/libraries.js'

const HEAD = `(function (global, factory) {
  typeof exports === 'object' ? factory(exports) : factory((global.charts = {}))
}(this, (function (exports) { 'use strict';
`
const BODY = 'exports.draw = function (at) { return at * 2 }\n'.repeat(1_000)
const libraryIn = (middle: string) =>
  libraryOf({ file: 'lib/charts.js', code: `${HEAD}${middle}${BODY}})))\n`, language: 'js' }, () => false)

test.each([
  ['a word of the network in a comment', '/*\n * The strategy to fetch (the coords):\n */\n'],
  ['one in a line of its own', '  // see XMLHttpRequest\n'],
  ['an address in a comment', "  // Check `https://bugs.example.org/show?id=1`\n  /* '/api/rows' */\n"],
])('%s does not count', (_, comment) => {
  expect(libraryIn(comment)).toMatchObject({ isAside: true })
})

test.each([
  ['behind a comment', "/* the server */ wx.request({ url: 'https://api.example.org/rows' })\n"],
  ['in a text that looks like one', "wx.request({ url: 'https:' + ['//api.example.org/rows'] })\n"],
])('an address %s does', (_, code) => {
  expect(libraryIn(code)?.isAside ?? false).toBe(false)
})

test('the home page that an engine tells the console is no server', () => {
  const code = `${HEAD}var Phaser = { gameTitle: '', gameURL: 'https://phaser.io' }\nnew XMLHttpRequest()\n${BODY}})))\n`
  expect(libraryOf({ file: 'lib/engine.js', code, language: 'js' }, () => false)).toMatchObject({
    name: 'Phaser',
    isAside: true,
  })
})
