import { expect, test } from 'vitest'
import {
  authority,
  chainFact,
  evidenceOf,
  issue,
  issueCa,
  judgeChain,
  toldOf,
} from '../../../test/helpers/chains.js'
import { endpoint, judgments, target } from '../../../test/helpers/targets.js'
import rule from './rule.js'

const { root, intermediate } = authority
const ca = [root]
const serial = (hex: string) => issue({ serial: Buffer.from(hex, 'hex') })

test.each([
  ['an ordinary one', '5a'.repeat(16), 'pass'],
  ['20 octets', `5a${'00'.repeat(19)}`, 'pass'],
  ['21 octets', `5a${'00'.repeat(20)}`, 'fail faulty'],
  ['zero', '00', 'fail faulty'],
  ['negative', 'ff01', 'fail faulty'],
])('serial number: %s', (_, hex, expected) => {
  expect(toldOf(rule, chainFact([serial(hex), intermediate]), { ca })).toEqual([expected])
})

test('bytes after the end', () => {
  const bytes = Buffer.concat([issue({}).der, Buffer.from([0])]).toString('base64')
  const found = judgeChain(rule, chainFact([bytes, intermediate]), { ca })
  expect(evidenceOf(found).certificates).toEqual([
    { certificate: 'api.example.com', faults: ['trailing-bytes'] },
  ])
})

test('certificates of the path alone are judged', () => {
  const odd = issueCa({ subject: 'Odd', issuer: root, serial: Buffer.from([0]) })
  expect(toldOf(rule, chainFact([issue({}), intermediate, odd]), { ca })).toEqual(['pass'])
  expect(toldOf(rule, chainFact([issue({ issuer: odd }), odd]), { ca })).toEqual(['fail issuer-faulty'])
  const both = chainFact([issue({ issuer: odd, serial: Buffer.from([0]) }), odd])
  expect(toldOf(rule, both, { ca })).toEqual(['fail faulty', 'fail issuer-faulty'])
})

test('a leaf our reader can’t make out', () => {
  expect(toldOf(rule, chainFact(['AAAA']))).toEqual(['unknown not-observed'])
})

test('is a warning everywhere', () => {
  const chains = [chainFact([serial('00'), intermediate])]
  const all = judgments(target([endpoint('93.184.216.34', { chains })]), { rules: [rule], ca })
  expect(all).toMatchObject([{ status: 'fail', level: 'warning', platforms: { length: 7 } }])
})
