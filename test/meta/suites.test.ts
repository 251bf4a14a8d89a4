/** No test is left out: each file is in a suite, each suite has a name, and CI calls every name. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesOf, LONG, MOCKING, SHARED } from '../suites.js'

const root = join(import.meta.dirname, '../..')
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>
}
const ci = readFileSync(join(root, '.ci/run'), 'utf8')
const nameOf = (suite: string) => (`test:${suite}` in scripts ? `test:${suite}` : suite)

test.each(Object.keys(LONG))('the suite %s has files and a command', (suite) => {
  expect(filesOf(suite).length).toBeGreaterThan(0)
  expect(Object.keys(scripts)).toContain(nameOf(suite))
})

test('no file is in two suites', () => {
  const all = [...SHARED, ...MOCKING, ...Object.keys(LONG).flatMap(filesOf)]
  expect(all.length).toBe(new Set(all).size)
})

test.each([
  ...Object.keys(LONG).map(nameOf),
  ...Object.keys(scripts).filter((name) => name.startsWith('test:') && name !== 'test:all'),
  ...['types', 'lint', 'conformance', 'demo'],
])('.ci/run calls %s', (name) => {
  expect(ci).toMatch(new RegExp(`^(?:\\w+= )?npm run --silent ${name}$`, 'm'))
})

test('.ci/run begins with the command of the README', () => {
  expect(ci.indexOf('\nnpm ci ')).toBeLessThan(ci.indexOf('\nnpm test\n'))
  expect(ci.indexOf('\nnpm test\n')).toBeLessThan(ci.indexOf('npm run '))
  for (const page of ['README.md', 'README.zh-CN.md'])
    expect(readFileSync(join(root, page), 'utf8')).toContain('\nnpm ci && npm test ')
})
