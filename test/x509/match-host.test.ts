import { describe, expect, test } from 'vitest'
import { matchHost } from '../../src/x509/index.js'
import { EXTENSIONS, general, make, read } from './factory.js'

const certificate = (names: readonly string[], ips: readonly string[] = []) =>
  read(make({ subject: 'common.test', names, ips }))

describe('names', () => {
  test.each<[string, string, boolean]>([
    ['a.test', 'a.test', true],
    ['A.Test', 'a.tEST', true],
    ['a.test', 'a.test.', true],
    ['a.test.', 'a.test', false],
    ['a.test', 'b.a.test', false],
    ['b.a.test', 'a.test', false],
    ['*.a.test', 'b.a.test', true],
    ['*.a.test', 'B.A.test.', true],
    ['*.a.test', 'a.test', false],
    ['*.a.test', 'c.b.a.test', false],
    ['*.a.test', '.a.test', false],
    ['*.a.test', '*.a.test', false],
    ['f*.a.test', 'foo.a.test', false],
    ['*o.a.test', 'foo.a.test', false],
    ['b.*.test', 'b.a.test', false],
    ['*.*.test', 'b.a.test', false],
    ['*', 'test', false],
    ['*.', 'test', false],
    ['*.test', 'a.test', true],
    ['*.test', 'test', false],
    ['xn--fiq228c.test', 'xn--fiq228c.test', true],
    ['*.xn--fiq228c.test', 'a.xn--fiq228c.test', true],
    ['xn--*.test', 'xn--fiq228c.test', false],
    ['a_b.test', 'a_b.test', true],
    ['a.test', 'a.test\0.evil.test', false],
    ['a.test\0.evil.test', 'a.test', false],
    ['a b.test', 'a b.test', false],
    ['', '', false],
    ['192.0.2.1', '192.0.2.1', false],
    ['*.0.2.1', '192.0.2.1', false],
  ])('%j for %j: %s', (entry, host, expected) => {
    expect(matchHost(certificate([entry]), host).matches).toBe(expected)
  })
  test('a name that is written in other characters than A-labels matches nothing', () => {
    expect(matchHost(certificate(['xn--fiq228c.test']), '中文.test').matches).toBe(false)
  })
  test('the common name never counts', () => {
    expect(matchHost(certificate([], ['192.0.2.1']), 'common.test').matches).toBe(false)
    expect(matchHost(read(make({ subject: 'common.test', names: [] })), 'common.test').matches).toBe(false)
  })
  test('says by which entry', () => {
    expect(matchHost(certificate(['x.test', '*.a.test']), 'b.a.test')).toEqual({
      matches: true,
      by: '*.a.test',
    })
    expect(matchHost(certificate(['x.test']), 'b.a.test')).toEqual({ matches: false })
  })
  test('other forms of names are no host names', () => {
    const san = EXTENSIONS.rawSan(general.email('a.test'), general.uri('a.test'), general.other())
    expect(matchHost(read(make({ subject: 'x', extensions: [san] })), 'a.test').matches).toBe(false)
  })
})

describe('addresses', () => {
  test.each<[string, string, boolean]>([
    ['192.0.2.1', '192.0.2.1', true],
    ['192.0.2.1', '192.0.2.2', false],
    ['2001:db8::1', '2001:db8::1', true],
    ['2001:db8::1', '2001:0DB8:0:0::0001', true],
    ['2001:db8::1', '[2001:db8::1]', true],
    ['2001:db8::1', '2001:db8::2', false],
    ['192.0.2.1', '::ffff:192.0.2.1', false],
    ['::ffff:192.0.2.1', '::ffff:c000:201', true],
  ])('%s for %s: %s', (entry, host, expected) => {
    expect(matchHost(certificate(['a.test'], [entry]), host).matches).toBe(expected)
  })
})

describe('a wildcard on a public suffix', () => {
  const isPublicSuffix = (domain: string) => ['test', 'co.test'].includes(domain)
  test.each<[string, string, boolean]>([
    ['*.test', 'a.test', false],
    ['*.co.test', 'a.co.test', false],
    ['*.a.test', 'b.a.test', true],
    ['a.test', 'a.test', true],
  ])('%s for %s with refuse: %s', (entry, host, expected) => {
    const options = { wildcardOnPublicSuffix: 'refuse', isPublicSuffix } as const
    expect(matchHost(certificate([entry]), host, options).matches).toBe(expected)
  })
  test('without a list only single labels count as such', () => {
    const options = { wildcardOnPublicSuffix: 'refuse' } as const
    expect(matchHost(certificate(['*.test']), 'a.test', options).matches).toBe(false)
    expect(matchHost(certificate(['*.co.test']), 'a.co.test', options).matches).toBe(true)
  })
})
