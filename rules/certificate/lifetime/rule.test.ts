import { describe, expect, test } from 'vitest'
import {
  authority,
  chainFact,
  evidenceOf,
  issue,
  judgeChain,
  lasting,
  toldOf,
} from '../../../test/helpers/chains.js'
import { column, endpoint, judgments, target } from '../../../test/helpers/targets.js'
import rule from './rule.js'

const DAY = 86_400
const HOUR = 3600
const told = (from: string, seconds: number) => toldOf(rule, chainFact([lasting(from, seconds)]))

/** `seconds` is notAfter - notBefore. */
describe('refused by clients: counted without the last second', () => {
  test.each([
    ['2020-09-01T00:00:00Z', 398 * DAY, ['pass']],
    ['2020-09-01T00:00:00Z', 398 * DAY + 1, ['fail over-398']],
    ['2020-08-31T23:59:59Z', 398 * DAY, ['pass']],
    ['2020-08-31T23:59:59Z', 398 * DAY + 1, ['fail over-398-chromium']],
    ['2020-09-01T00:00:00Z', 900 * DAY, ['fail over-398']],
    ['2026-03-15T00:00:00Z', 398 * DAY + 1, ['fail over-398']],
    ['2019-07-01T00:00:00Z', 825 * DAY, ['fail over-398-chromium']],
    ['2019-07-01T00:00:00Z', 825 * DAY + 1, ['fail over-398-chromium']],
    ['2019-07-01T00:00:00Z', 825 * DAY + HOUR, ['fail over-398-chromium']],
    ['2019-07-01T00:00:00Z', 825 * DAY + HOUR + 1, ['fail over-825-ios', 'fail over-398-chromium']],
    ['2019-06-30T23:59:59Z', 825 * DAY + HOUR + 1, ['fail over-398-chromium']],
    ['2015-01-01T00:00:00Z', 398 * DAY, ['pass']],
    ['2015-01-01T00:00:00Z', 398 * DAY + 1, ['fail over-398-chromium']],
  ])('from %s, %d s: %s', (from, seconds, expected) => expect(told(from, seconds)).toEqual(expected))
})

describe('issued against the rules: both ends counted, so a second less', () => {
  test.each([
    ['2026-03-14T23:59:59Z', 200 * DAY, ['pass']],
    ['2026-03-14T23:59:59Z', 398 * DAY, ['pass']],
    ['2026-03-15T00:00:00Z', 200 * DAY - 1, ['pass']],
    ['2026-03-15T00:00:00Z', 200 * DAY, ['fail mis-issued']],
    ['2026-03-15T00:00:00Z', 398 * DAY, ['fail mis-issued']],
    ['2027-03-14T23:59:59Z', 200 * DAY - 1, ['pass']],
    ['2027-03-15T00:00:00Z', 100 * DAY - 1, ['pass']],
    ['2027-03-15T00:00:00Z', 100 * DAY, ['fail mis-issued']],
    ['2029-03-14T23:59:59Z', 100 * DAY - 1, ['pass']],
    ['2029-03-15T00:00:00Z', 47 * DAY - 1, ['pass']],
    ['2029-03-15T00:00:00Z', 47 * DAY, ['fail mis-issued']],
  ])('from %s, %d s: %s', (from, seconds, expected) => expect(told(from, seconds)).toEqual(expected))
})

test('evidence names the limit and the day it holds from', () => {
  expect(evidenceOf(judgeChain(rule, chainFact([lasting('2026-04-01T00:00:00Z', 300 * DAY)])))).toEqual({
    days: 300,
    limit: 200,
    notBefore: '2026-04-01T00:00:00Z',
    notAfter: '2027-01-26T00:00:00Z',
    issuedFrom: '2026-03-15',
    issuable: 200,
  })
})

test('the leaf alone is judged', () => {
  const { root, intermediate } = authority
  expect(toldOf(rule, chainFact([issue({}), intermediate, root]), { ca: [root] })).toEqual(['pass'])
})

test('a --ca anchor counts as built in', () => {
  const chain = chainFact([lasting('2026-01-01T00:00:00Z', 399 * DAY), authority.intermediate])
  expect(toldOf(rule, chain, { ca: [authority.root] })).toEqual(['fail over-398'])
})

test('a leaf our reader can’t make out', () => {
  expect(toldOf(rule, chainFact(['AAAA']))).toEqual(['unknown not-observed'])
})

test.each([
  [
    '2026-01-01T00:00:00Z',
    399 * DAY,
    ['fail error over-398', 'fail warning over-398', 'fail error over-398'],
  ],
  [
    '2019-08-01T00:00:00Z',
    825 * DAY + 1,
    [
      'not-applicable error over-398-chromium',
      'fail warning over-398-chromium',
      'fail error over-398-chromium',
    ],
  ],
  [
    '2019-08-01T00:00:00Z',
    900 * DAY,
    ['fail error over-825-ios', 'fail warning over-398-chromium', 'fail error over-398-chromium'],
  ],
  ['2026-04-01T00:00:00Z', 300 * DAY, Array(3).fill('fail warning mis-issued')],
])('levels: from %s, %d s', (from, seconds, expected) => {
  const chains = [chainFact([lasting(from, seconds)])]
  const all = judgments(target([endpoint('93.184.216.34', { chains })]), { rules: [rule] })
  const platforms = ['wechat-ios', 'wechat-android', 'wechat-devtools'] as const
  expect(platforms.map((platform) => column(all, rule.id, platform).join())).toEqual(expected)
})

test.each([
  ['2026-03-14T23:59:59Z', 398],
  ['2026-03-15T00:00:00Z', 200],
  ['2027-03-15T00:00:00Z', 100],
  ['2029-03-15T00:00:00Z', 47],
])('what a public CA may issue, asked on %s: %i days', (now, issuable) => {
  const chain = chainFact([lasting('2021-01-01T00:00:00Z', 3000 * DAY)])
  const found = judgeChain(rule, chain, { now: Date.parse(now) })
  expect(evidenceOf(found)).toMatchObject({ issuable })
})
