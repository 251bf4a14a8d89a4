import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { domainToASCII } from 'node:url'
import fc from 'fast-check'
import psl from 'psl'
import { expect, test } from 'vitest'
import { loadPublicSuffixes } from '../../src/config/public-suffixes.js'

const folder = dirname(dirname(createRequire(import.meta.url).resolve('psl')))
const rules = [...readFileSync(join(folder, 'data/rules.js'), 'utf8').matchAll(/^ {2}"(.+)"/gm)].map(
  ([, rule = '']) => rule,
)
const suffixes = await loadPublicSuffixes()

/** What psl says of a name. */
function asPsl(host: string) {
  const parsed = psl.parse(host)
  if (parsed.error !== undefined || parsed.tld === null) return null
  const { listed, tld, domain } = parsed
  return { labels: tld.split('.').length, listed, registrable: domain !== null }
}

test('the whole list, and names below it, as psl reads them', () => {
  expect(rules.length).toBeGreaterThan(9000)
  for (const rule of rules) {
    const suffix = domainToASCII(rule.replace(/^(\*\.|!)/, ''))
    for (const host of [suffix, `a.${suffix}`, `b.a.${suffix}`, `c.b.a.${suffix}`]) {
      expect(suffixes(host), host).toEqual(asPsl(host))
    }
  }
})

test.each([
  ['example.com', { labels: 1, listed: true, registrable: true }],
  ['com', { labels: 1, listed: true, registrable: false }],
  ['example.com.cn', { labels: 2, listed: true, registrable: true }],
  ['city.kawasaki.jp', { labels: 2, listed: true, registrable: true }],
  ['a.b.kawasaki.jp', { labels: 3, listed: true, registrable: true }],
  ['b.kawasaki.jp', { labels: 3, listed: true, registrable: false }],
  ['example.xn--fiqs8s', { labels: 1, listed: true, registrable: true }],
  ['example.nosuchtld', { labels: 1, listed: false, registrable: true }],
  ['nosuchtld', null],
  ['printer.local', null],
  ['', null],
  ['a..com', null],
  ['-a.com', null],
  ['a-.com', null],
  ['a b.com', null],
  [`${'a'.repeat(64)}.com`, null],
  [`${'a.'.repeat(127)}com`, null],
])('%s', (host, found) => {
  expect(suffixes(host)).toEqual(found)
  expect(asPsl(host)).toEqual(found)
})

test('any text, as psl reads it', () => {
  const label = fc.stringMatching(/^[a-z0-9_-]{0,5}$/)
  const ending = fc.constantFrom('com', 'com.cn', 'ck', 'kawasaki.jp', 'local', 'xn--p1ai', 'zz', 'github.io')
  const host = fc
    .tuple(fc.array(label, { maxLength: 4 }), ending)
    .map(([own, end]) => [...own, end].join('.'))
  fc.assert(
    fc.property(host, (text) => {
      expect(suffixes(text)).toEqual(asPsl(text))
    }),
    { numRuns: 2000 },
  )
})
