/** A library in a Cocos project names its own packages: a script of that name doesn't make it the project's code. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { scanProject } from '../../../src/scan/index.js'

const root = mkdtempSync(join(tmpdir(), 'hefa-engine-names-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const LIBRARY = `/*! wire.js 1.0.0, licensed under the Apache License, Version 2.0 */
!(function (root, factory) {
  if (typeof define === 'function' && define.amd) define(['bytes'], factory)
  else module.exports = factory(require('bytes'))
})(this, function (bytes) {
  function load(name) { var xhr = new XMLHttpRequest(); xhr.open('GET', name); xhr.send() }
${Array.from({ length: 900 }, (_, at) => `  function part${at}(list) { return bytes.of(list[${at}]) }`).join('\n')}
  return { load: load }
})
`

test('a library stays one', async () => {
  const files = {
    'project.json': '{ "engine": "cocos2d-html5" }',
    'assets/Script/bytes.js': 'module.exports = { of: (text) => text }\n',
    'assets/Script/wire.js': LIBRARY,
    'assets/Script/room.js': "var wire = require('wire')\nfetch('https://api.acme.cn/x')\n",
  }
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  const { calls, libraries } = await scanProject(root)
  expect(calls.map(({ urls }) => urls.map(({ text }) => text))).toEqual([['https://api.acme.cn/x']])
  expect(libraries).toMatchObject([{ name: 'wire.js 1.0.0', isGiven: true }])
})
