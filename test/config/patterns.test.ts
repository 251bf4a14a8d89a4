import { expect, test } from 'vitest'
import { matcher } from '../../src/config/index.js'

test.each<[string, string[], string[]]>([
  ['a.js', ['a.js'], ['b/a.js', 'a.jsx', 'aXjs']],
  [
    'pages/dev',
    ['pages/dev', 'pages/dev/a.js', 'pages/dev/b/c.js'],
    ['pages/develop.js', 'x/pages/dev/a.js'],
  ],
  ['pages/dev/', ['pages/dev/a.js'], ['pages/dev.js']],
  ['./pages/*.js', ['pages/a.js'], ['pages/b/a.js', 'a.js']],
  ['**/*.min.js', ['a.min.js', 'x/y/a.min.js'], ['a.js']],
  ['libs/**', ['libs/a.js', 'libs/b/c.js'], ['lib/a.js']],
  ['a/**/b.js', ['a/b.js', 'a/x/y/b.js'], ['b.js', 'a/xb.js']],
  ['m?ck.js', ['mock.js'], ['mck.js', 'm/ck.js']],
  ['a(1)+[x].js', ['a(1)+[x].js'], ['a1x.js']],
])('%s', (pattern, meant, others) => {
  const test = matcher(pattern)
  expect(meant.filter((file) => !test(file))).toEqual([])
  expect(others.filter(test)).toEqual([])
})

test('no pattern takes long', () => {
  const started = process.cpuUsage().user
  matcher(`${'*a'.repeat(30)}b`)('a'.repeat(200))
  expect(process.cpuUsage().user - started).toBeLessThan(2_000_000)
})
