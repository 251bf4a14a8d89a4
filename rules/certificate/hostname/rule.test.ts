import { describe, expect, test } from 'vitest'
import type { CertificateInput } from '../../../src/demo/index.js'
import { authority, chainFact, evidenceOf, issue, judgeChain, toldOf } from '../../../test/helpers/chains.js'
import { column, endpoint, judgments, target } from '../../../test/helpers/targets.js'
import rule from './rule.js'

const ca = [authority.root]
const certified = (input: Partial<CertificateInput>) => chainFact([issue(input), authority.intermediate])
const named = (...names: string[]) => certified({ subject: 'somebody', names })

test.each([
  ['the name itself', ['api.example.com'], 'api.example.com', 'pass'],
  ['in another case', ['API.Example.COM'], 'api.example.com', 'pass'],
  ['among others', ['a.example.com', 'api.example.com'], 'api.example.com', 'pass'],
  ['a wildcard', ['*.example.com'], 'api.example.com', 'pass'],
  ['a wildcard for the domain itself', ['*.example.com'], 'example.com', 'fail mismatch'],
  ['a wildcard two labels down', ['*.example.com'], 'v1.api.example.com', 'fail mismatch'],
  ['a wildcard in the middle', ['api.*.com'], 'api.example.com', 'fail mismatch'],
  ['part of a label', ['a*.example.com'], 'api.example.com', 'fail mismatch'],
  ['two wildcards', ['*.*.com'], 'api.example.com', 'fail mismatch'],
  ['a wildcard alone', ['*'], 'localhost', 'fail mismatch'],
  ['the parent', ['example.com'], 'api.example.com', 'fail mismatch'],
  ['a child', ['v1.api.example.com'], 'api.example.com', 'fail mismatch'],
  ['a longer name that ends the same', ['example.com'], 'notexample.com', 'fail mismatch'],
  ['A-labels', ['xn--fiq228c.example.com'], 'xn--fiq228c.example.com', 'pass'],
  ['an address as a name', ['93.184.216.34'], '93.184.216.34', 'fail mismatch'],
])('%s', (_, names, host, expected) => {
  expect(toldOf(rule, named(...names), { ca, host })).toEqual([expected])
})

describe('addresses', () => {
  const chain = certified({ subject: 'somebody', names: [], ips: ['93.184.216.34', '2001:db8::1'] })
  test.each([
    ['93.184.216.34', 'pass'],
    ['93.184.216.35', 'fail mismatch'],
    ['2001:db8:0:0::1', 'pass'],
    ['example.com', 'fail mismatch'],
  ])('%s: %s', (host, expected) => expect(toldOf(rule, chain, { ca, host })).toEqual([expected]))
})

describe('the common name never counts', () => {
  test('alone', () => {
    const chain = certified({ subject: 'api.example.com', names: [] })
    expect(evidenceOf(judgeChain(rule, chain, { ca }))).toEqual({
      host: 'api.example.com',
      commonName: 'api.example.com',
    })
    expect(toldOf(rule, chain, { ca })).toEqual(['fail common-name-only'])
  })
  test('beside other names', () => {
    const chain = certified({ subject: 'api.example.com', names: ['www.example.com'] })
    expect(toldOf(rule, chain, { ca })).toEqual(['fail mismatch'])
  })
  test('nor is one needed', () => {
    expect(toldOf(rule, certified({ subject: '', names: ['api.example.com'] }), { ca })).toEqual(['pass'])
    expect(toldOf(rule, certified({ subject: '', names: [] }), { ca })).toEqual(['fail mismatch'])
  })
})

describe('a wildcard directly below a public suffix', () => {
  const asked = { ca, host: 'example.com.cn', registrySuffix: 'com.cn' }
  const reason = 'fail wildcard-on-public-suffix'

  test.each([
    [['*.com.cn'], reason],
    [['*.COM.CN'], reason],
    [['*.com.cn', 'example.com.cn'], 'pass'],
    [['example.com.cn', '*.com.cn'], 'pass'],
    [['*.example.com.cn'], 'fail mismatch'],
  ])('%j: %s', (names, expected) => expect(toldOf(rule, named(...names), asked)).toEqual([expected]))

  test('Android takes it', () => {
    expect(
      toldOf(rule, named('*.com.cn'), { ...asked, parameters: { wildcardOnPublicSuffix: true } }),
    ).toEqual(['pass'])
  })
  test('a wildcard below a registrable domain is an ordinary one', () => {
    expect(toldOf(rule, named('*.example.com.cn'), { ...asked, host: 'api.example.com.cn' })).toEqual([
      'pass',
    ])
  })
  test('below a shared hosting suffix as well', () => {
    const hosted = { ca, host: 'shop.myqcloud.com', registrySuffix: null }
    expect(toldOf(rule, named('*.myqcloud.com'), hosted)).toEqual(['pass'])
  })
  test('columns', () => {
    const facts = target([endpoint('93.184.216.34', { chains: [named('*.com.cn')] })])
    const all = judgments(facts, { rules: [rule], ...asked })
    expect(column(all, rule.id, 'wechat-ios')).toEqual(['fail error wildcard-on-public-suffix'])
    expect(column(all, rule.id, 'wechat-devtools')).toEqual(['fail error wildcard-on-public-suffix'])
    expect(column(all, rule.id, 'wechat-android')).toEqual(['pass error'])
  })
})

describe('a dot at the end of a name', () => {
  test.each([
    [['api.example.com.'], 'fail trailing-dot', 'pass'],
    [['*.example.com.'], 'fail trailing-dot', 'pass'],
    [['*.example.com.', 'api.example.com'], 'pass', 'pass'],
    [['api.example.com..'], 'fail mismatch', 'fail mismatch'],
    [['*.com.'], 'fail mismatch', 'fail mismatch'],
  ])('%j', (names, without, taken) => {
    expect(toldOf(rule, named(...names), { ca })).toEqual([without])
    expect(toldOf(rule, named(...names), { ca, parameters: { trailingDot: true } })).toEqual([taken])
  })
  test('columns', () => {
    const facts = target([endpoint('93.184.216.34', { chains: [named('*.example.com.')] })])
    const all = judgments(facts, { rules: [rule], ca })
    expect(column(all, rule.id, 'wechat-ios')).toEqual(['fail error trailing-dot'])
    expect(column(all, rule.id, 'wechat-android')).toEqual(['pass error'])
    expect(column(all, rule.id, 'wechat-devtools')).toEqual(['pass error'])
  })
})

test('evidence shows ten names and counts the rest', () => {
  const names = Array.from({ length: 12 }, (_, index) => `h${index}.example.net`)
  const { names: shown, count, wildcardTooDeep } = evidenceOf(judgeChain(rule, named(...names), { ca }))
  expect([shown.length, count, wildcardTooDeep]).toEqual([10, 12, false])
  const deep = judgeChain(rule, named('*.example.com'), { ca, host: 'v1.api.example.com' })
  expect(evidenceOf(deep).wildcardTooDeep).toBe(true)
})

test('a leaf our reader can’t make out', () => {
  expect(toldOf(rule, chainFact(['AAAA']))).toEqual(['unknown not-observed'])
})
