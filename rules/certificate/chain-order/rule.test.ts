import { expect, test } from 'vitest'
import {
  authority,
  chainFact,
  evidenceOf,
  HOST,
  issue,
  issueCa,
  judgeChain,
  toldOf,
} from '../../../test/helpers/chains.js'
import { column, endpoint, judgments, target } from '../../../test/helpers/targets.js'
import rule from './rule.js'

const { root } = authority
const ca = [root]
const upper = issueCa({ subject: 'Upper', issuer: root })
const lower = issueCa({ subject: 'Lower', issuer: upper })
const leaf = issue({ issuer: lower })
const stranger = issueCa({ subject: 'Stranger' })

test.each([
  ['in order', [leaf, lower, upper], 'pass'],
  ['with the root', [leaf, lower, upper, root], 'pass'],
  ['the root in the middle is surplus', [leaf, root, lower, upper], 'pass'],
  ['a stranger in the middle is surplus', [leaf, lower, stranger, upper], 'pass'],
  ['duplicates in order', [leaf, leaf, lower, lower, upper, upper], 'pass'],
  ['a duplicate before its turn is surplus', [leaf, upper, lower, upper], 'pass'],
  ['the leaf again at the end', [leaf, lower, upper, leaf], 'pass'],
  ['swapped', [leaf, upper, lower], 'fail disorder'],
  ['swapped, root first', [leaf, root, upper, lower], 'fail disorder'],
  ['a leaf alone', [leaf], 'not-applicable'],
  ['a leaf and a stranger', [leaf, stranger], 'not-applicable'],
  ['no anchor, in order', [issue({ issuer: stranger }), stranger], 'pass'],
])('%s', (_, sent, expected) => expect(toldOf(rule, chainFact(sent), { ca })).toEqual([expected]))

test('without an anchor too', () => {
  expect(toldOf(rule, chainFact([leaf, upper, lower]))).toEqual(['fail disorder'])
})

test('evidence: as sent, and as it should be', () => {
  const found = judgeChain(rule, chainFact([leaf, upper, lower]), { ca })
  expect(evidenceOf(found)).toEqual({ sent: [HOST, 'Upper', 'Lower'], ordered: [HOST, 'Lower', 'Upper'] })
})

test('a leaf our reader can’t make out', () => {
  expect(toldOf(rule, chainFact(['AAAA', lower]))).toEqual(['unknown not-observed'])
})

test('is a warning', () => {
  const chains = [chainFact([leaf, upper, lower])]
  const all = judgments(target([endpoint('93.184.216.34', { chains })]), { rules: [rule], ca })
  expect(all).toMatchObject([{ status: 'fail', level: 'warning', platforms: { length: 7 } }])
  expect(column(all, rule.id, 'alipay-ios')).toEqual(['fail warning disorder'])
})

test('a file whose leaf is not first: what the server would take for its own', () => {
  const fact = { ...chainFact([leaf, lower, upper]), fromFile: true, leafAt: 2 }
  expect(toldOf(rule, fact)).toEqual(['fail leaf-not-first'])
  expect(evidenceOf(judgeChain(rule, fact))).toEqual({ position: 2, ordered: [HOST, 'Lower', 'Upper'] })
})
