import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { scanProject } from '../../../src/scan/index.js'
import { mentionsOf } from '../../../src/scan/sweep/index.js'

const root = mkdtempSync(join(tmpdir(), 'hefa-sweep-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let count = 0
async function scan(files: Record<string, string>) {
  count++
  const folder = join(root, String(count))
  for (const [file, text] of Object.entries({ 'app.json': '{"pages":["p"]}', ...files })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  return scanProject(folder)
}

const urlsIn = (text: string) =>
  mentionsOf(text).map(({ url, inProse }) => `${url}${inProse ? ' prose' : ''}`)

describe('addresses in a text', () => {
  test.each([
    ['https://api.acme.cn/x?y=1', ['https://api.acme.cn']],
    ['WSS://API.Acme.cn:8443', ['wss://api.acme.cn:8443']],
    ['https://user:secret@api.acme.cn/', ['https://api.acme.cn']],
    ['http://203.0.113.7:80', ['http://203.0.113.7:80']],
    ['<img src="https://cdn.acme.cn/a.png">', ['https://cdn.acme.cn']],
    ['url(https://cdn.acme.cn/a.png)', ['https://cdn.acme.cn']],
    ['https://a.acme.cn,https://b.acme.cn', ['https://a.acme.cn', 'https://b.acme.cn']],
    ['see https://www.acme.cn for more', ['https://www.acme.cn prose']],
    ['请访问：https://www.acme.cn。', ['https://www.acme.cn prose']],
    ['https://', []],
    ['http://%s/x', []],
    ['https://{host}/x', []],
    ['https://api', []],
    ['ftp://files.acme.cn', []],
    ['cloud://env.acme.cn/x', []],
  ])('%s', (text, expected) => expect(urlsIn(text)).toEqual(expected))
})

test('what a call, a page or a comment accounts for is not reported', async () => {
  const { mentions } = await scan({
    'p.js': [
      `const host = 'https://api.acme.cn'`,
      `wx.request({ url: host + '/x' })`,
      `const again = 'http://api.acme.cn/other'`,
      '// https://comment.acme.cn',
      `const shown = 'https://img.acme.cn/b.png'`,
      `const lost = { url: 'https://lost.acme.cn/c' }`,
    ].join('\n'),
    'p.wxml': '<image src="https://img.acme.cn/a.png" />',
    'test/a.js': `const never = 'https://test.acme.cn'`,
  })
  expect(mentions).toEqual([
    { place: { file: 'p.js', line: 6, column: 22 }, url: 'https://lost.acme.cn', inProse: false },
  ])
})

test('a host that is joined to a scheme is found', async () => {
  const { mentions } = await scan({
    'config.js': `export const host = 'joined.acme.cn'\nexport const port = 8443`,
    'p.js': `import { host, port } from './config'\nexport const a = 'https://' + host\nexport const b = \`wss://\${host}:\${port}/x\``,
  })
  expect(mentions.map(({ place, url }) => `${place.file}:${place.line} ${url}`)).toEqual([
    'config.js:1 https://joined.acme.cn',
    'config.js:1 wss://joined.acme.cn:8443',
  ])
})

test('copies of libraries are not gone through, whatever they mention', async () => {
  const { mentions } = await scan({
    'libs/axios.min.js': `module.exports = { home: 'https://axios.acme.cn' }`,
    'p.js': `const axios = require('./libs/axios.min')\naxios.get('https://api.acme.cn')`,
  })
  expect(mentions).toEqual([])
})

describe('libraries without calls', () => {
  test('imported and required ones are reported once each, used ones are not', async () => {
    const { silentClients } = await scan({
      'package.json': `{\n "dependencies": {\n  "axios": "1",\n  "ky": "1",\n  "alova": "3",\n  "lodash": "4"\n },\n "devDependencies": { "umi-request": "1" }\n}`,
      'p.js': `import axios from 'axios'\nimport { createAlova } from 'alova'\naxios.get('https://api.acme.cn')\nexport const api = createAlova({})`,
    })
    expect(silentClients).toEqual([
      { name: 'alova', place: { file: 'p.js', line: 2, column: 29 }, isImported: true },
      { name: 'ky', place: { file: 'package.json', line: 4, column: 3 }, isImported: false },
    ])
  })
})
