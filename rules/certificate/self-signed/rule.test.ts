import { expect, test } from 'vitest'
import { authority, chainFact, issue, issueCa, NOW, STORES, toldOf } from '../../../test/helpers/chains.js'
import { column, endpoint, judgments, target } from '../../../test/helpers/targets.js'
import { RULES } from '../../index.js'
import rule from './rule.js'

const own = issue({ issuer: undefined as never })

test.each(STORES)('%s', (store) => {
  const { root, intermediate } = authority
  expect(toldOf(rule, chainFact([own]), { store })).toEqual(['fail self-signed'])
  expect(toldOf(rule, chainFact([own, own]), { store })).toEqual(['fail self-signed'])
  expect(toldOf(rule, chainFact([own]), { store, ca: [own] })).toEqual(['pass'])
  expect(toldOf(rule, chainFact([own]), { store, ca: [root] })).toEqual(['fail self-signed'])
  expect(toldOf(rule, chainFact([issue({}), intermediate]), { store, ca: [root] })).toEqual(['pass'])
  expect(toldOf(rule, chainFact([issue({})]), { store })).toEqual(['pass'])
})

test('with a CA flag it is one all the same', () => {
  expect(toldOf(rule, chainFact([issueCa({ subject: 'Appliance' })]))).toEqual(['fail self-signed'])
})

test('the same name with another issuer’s signature is not self-signed', () => {
  const impostor = issue({ subject: 'x.example.com', names: ['x.example.com'], issuerName: 'x.example.com' })
  expect(toldOf(rule, chainFact([impostor]))).toEqual(['pass'])
})

test('an anchor of the same name and another key does not help', () => {
  const namesake = issue({ issuer: undefined as never })
  expect(toldOf(rule, chainFact([own]), { ca: [namesake] })).toEqual(['fail self-signed'])
})

test.each([
  ['a leaf', own],
  [
    'a CA',
    issueCa({
      subject: 'Appliance',
      names: ['api.example.com'],
      extendedKeyUsage: ['serverAuth'],
      notAfter: new Date(NOW + 100 * 86_400_000),
      notBefore: new Date(NOW - 1000),
    }),
  ],
])('alone: of all rules only this one fails on Android (%s)', (_, leaf) => {
  const all = judgments(target([endpoint('93.184.216.34', { chains: [chainFact([leaf])] })]))
  const errors = all.filter(
    ({ status, level }) => (status === 'fail' || status === 'unknown') && level === 'error',
  )
  const own = errors.filter(({ toldBy = [] }) => !toldBy.includes('certificate/self-signed'))
  expect([...new Set(own.map(({ rule: id }) => id))]).toEqual(['certificate/self-signed'])
  expect(column(all, 'certificate/chain-complete', 'wechat-ios')).toEqual(['not-applicable error'])
  expect(column(all, 'certificate/trusted', 'wechat-devtools')).toEqual(['fail error unknown-root'])
  expect(RULES.length).toBeGreaterThan(20)
})

test('is an error everywhere', () => {
  const all = judgments(target([endpoint('93.184.216.34', { chains: [chainFact([own])] })]), {
    rules: [rule],
  })
  expect(all).toMatchObject([{ status: 'fail', level: 'error', platforms: { length: 7 } }])
})
