/** What is saved of the work must not be missed: methods named as the language's, values that come back to themselves. */
import { expect, test } from 'vitest'
import { analyse } from '../../../src/scan/trace/index.js'
import { projectOf, type Sources } from './sources.js'

async function told(sources: Sources): Promise<string[]> {
  const { calls } = await analyse(projectOf(sources))
  return calls.map(({ place, urls, undetermined }) => {
    const all = urls.map(({ text, complete }) => (complete ? text : `${text}…`)).join(' ')
    return `${place.file}:${place.line} ${all} ${undetermined}`
  })
}

const ask = (name: string) => `${name}(url) { wx.request({ url: 'https://api.example' + url }) }`

test.each([
  ['an object', `const queue = { ${ask('push')} }\nqueue.push('/a')`],
  ['a class', `class Queue { ${ask('push')} }\nnew Queue().push('/a')`],
  ['an assignment', `const queue = {}; queue.push = function ${ask('go')}\nqueue.push('/a')`],
  [
    'a key that is worked out',
    `const queue = {}; ['push', 'pop'].forEach((key) => { queue[key] = function ${ask('go')} })\nqueue.push('/a')`,
  ],
])('a method that is named as one of the language: of %s', (_, code) =>
  expect(told({ 'a.js': code })).resolves.toEqual(['a.js:2 https://api.example/a null']),
)

test('a method of another script that is named as one of the language', () =>
  expect(
    told({
      'queue.js': `export function ${ask('push')}`,
      'a.js': `import * as queue from './queue'\nqueue.push('/a')`,
    }),
  ).resolves.toEqual(['a.js:2 https://api.example/a null']))

test('a method of a library that is looked through only', async () => {
  const parts = Array.from({ length: 1_500 }, (_, at) => `function part${at}(value) { return value + ${at} }`)
  const library = `/*! loads v3.2.1 | MIT */
!function (root, make) { typeof exports === 'object' ? module.exports = make() : root.loads = make() }(this, function () {
${parts.join('\n')}
function Loads() {} Loads.prototype.push = function (url) { const x = new XMLHttpRequest(); x.open('GET', url); x.send() }
return new Loads() })`
  const code = "const loads = require('./lib/loads')\nloads.push('https://files.example/x')"
  expect(await told({ 'lib/loads.js': library, 'a.js': code })).toEqual([
    'a.js:2 https://files.example/x null',
  ])
})

test('functions that stand among arguments of the language are gone through', () =>
  expect(
    told({ 'a.js': `['/a', '/b'].forEach((path) => wx.request({ url: 'https://api.example' + path }))` }),
  ).resolves.toEqual(['a.js:1 https://api.example/a https://api.example/b null']))

test('a member that is made of itself in many places has what it begins with', () => {
  const turns = Array.from({ length: 30 }, (_, at) => `step${at}() { this.url = this.url + '/${at}' }`)
  return expect(
    told({
      'a.js': `class Way {
  constructor() { this.url = 'https://api.example' }
  ${turns.join('\n  ')}
  ask() { wx.request({ url: this.url }) }
}
const way = new Way()
way.ask()`,
    }),
  ).resolves.toEqual([expect.stringContaining('https://api.example/0')])
})

test('two members that are made of each other', () =>
  expect(
    told({
      'a.js': `const way = { base: 'https://api.example', path: '' }
function lead() { way.path = way.base + '/x'; way.base = way.path || way.base }
wx.request({ url: way.path })
wx.request({ url: way.base })`,
    }),
  ).resolves.toEqual([
    expect.stringContaining('https://api.example/x'),
    expect.stringMatching(/https:\/\/api\.example .*https:\/\/api\.example\/x/),
  ]))
