/**
 * Every framework and library has a file of cases beside it: a script whose lines say behind `//=` which calls they are,
 * as `API CALLEE URL`, several divided by commas; `-` behind a line says that nothing else in it is one.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FAMILIES, familyData } from '../../../src/platforms/index.js'
import { FRAMEWORKS } from '../../../src/scan/frameworks/index.js'
import { analyse } from '../../../src/scan/trace/index.js'
import { projectOf } from '../trace/sources.js'

const CASES = join(import.meta.dirname, 'cases')
const SOURCE = join(import.meta.dirname, '../../../src/scan/frameworks')
const HELPERS = [
  'all',
  'builds',
  'channels',
  'copies',
  'detect',
  'families',
  'index',
  'libraries',
  'packed',
  'shapes',
  'types',
  'words',
]

const WITHOUT_CALLS = ['auto-import', 'kbone', 'mpvue', 'taro-http', 'vite', 'vue-cli', 'webpack']

const names = (folder: string) =>
  readdirSync(folder)
    .map((file) => file.replace(/\.\w+$/, ''))
    .sort()

/** Those whose objects no family before them has. */
const families = FAMILIES.filter((family, at) => {
  const before = FAMILIES.slice(0, at).flatMap((one) => familyData(one).source.objects)
  return familyData(family).source.objects.some((object) => !before.includes(object))
})

test('every framework and family has cases, and every file of cases is of one', () => {
  const withCalls = names(SOURCE).filter((name) => !HELPERS.includes(name) && !WITHOUT_CALLS.includes(name))
  expect(names(CASES)).toEqual([...withCalls, ...families].sort())
})

test.each(names(CASES))('%s', async (name) => {
  const code = readFileSync(join(CASES, `${name}.txt`), 'utf8')
  const { calls, resources } = await analyse(projectOf({ 'a.js': code }))
  const found = [
    ...calls.map(({ place, api, callee, urls, undetermined }) => ({
      line: place.line,
      text: [
        api,
        callee,
        ...urls.map(({ text }) => text),
        ...(undetermined ? [`?${undetermined}`] : []),
      ].join(' '),
    })),
    ...resources.map(({ place, tag, url }) => ({ line: place.line, text: `${tag} ${url}` })),
  ]
  const told = code.split('\n').map((_, at) =>
    found
      .filter(({ line }) => line === at + 1)
      .map(({ text }) => text)
      .sort()
      .join(', '),
  )
  expect(told).toEqual(code.split('\n').map((line) => /\/\/= (.*)$/.exec(line)?.[1] ?? ''))
})

test('names are told apart', () => {
  const clients = FRAMEWORKS.flatMap(({ clients: own = [] }) => own.map(({ name }) => name))
  const paths = FRAMEWORKS.flatMap(({ objects = [] }) => objects.map(({ path }) => path))
  expect(new Set(clients).size).toBe(clients.length)
  expect(new Set(paths).size).toBe(paths.length)
})
