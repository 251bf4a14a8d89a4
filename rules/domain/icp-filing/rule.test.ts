import { describe, expect, test } from 'vitest'
import { judgeList, levelOf, words } from '../../../test/rules/domain/helpers.js'
import rule from './rule.js'

describe('forms', () => {
  test.each([
    ['京ICP备2024000001号-1', 'pass'],
    ['陕ICP备15002899号-4', 'pass'],
    ['京ICP备16045432号-144', 'pass'],
    ['粤icp备 2024000001 号－1', 'pass'],
    ['京ICP备2024000001号', 'no-site-number'],
    ['陕ICP备2024026116号-1A', 'app-number'],
    ['京ICP备2026059598号-1X', 'mini-program-number'],
    ['京ICP备2026059598号-1K', 'quick-app-number'],
    ['京ICP证150476号', 'licence'],
    ['增值电信业务经营许可证', 'malformed'],
    ['粤B2-20090059', 'licence'],
    ['京ICP备1500289号-1', 'malformed'],
    ['京ICP备150028991号-1', 'malformed'],
    ['京ICP备20240000011号-1', 'malformed'],
    ['京ICP备2024000001号-0', 'malformed'],
    ['京ICP备2024000001-1', 'malformed'],
    ['外ICP备2024000001号-1', 'malformed'],
    ['ICP备2024000001号-1', 'malformed'],
    ['京ICP备2024000001号-1Z', 'malformed'],
    ['x京ICP备2024000001号-1', 'malformed'],
  ])('%s', async (number, expected) => {
    expect(words(await judgeList(rule, ['request https://api.a.cn'], { icp: { 'a.cn': number } }))).toEqual([
      expected,
    ])
  })
})

test('one answer per registrable domain; one that is not given is unknown', async () => {
  const lines = ['request https://x.a.cn', 'uploadFile https://y.a.cn', 'request https://b.com.cn']
  expect(await judgeList(rule, lines)).toMatchObject([
    {
      status: 'unknown',
      reason: 'not-given',
      evidence: { domain: 'a.cn', entry: 'https://x.a.cn', line: 1 },
    },
    { status: 'unknown', reason: 'not-given', evidence: { domain: 'b.com.cn', line: 3 } },
  ])
  expect(words(await judgeList(rule, lines, { icp: { 'a.cn': '京ICP备2024000001号-1A' } }))).toEqual([
    'app-number',
    'not-given?',
  ])
})

test.each([
  ['addresses', 'request https://10.0.0.1'],
  ['test names', 'request https://a.test'],
  ['suffixes', 'request https://com.cn'],
  ['names of a provider', 'request https://x.myqcloud.com'],
  ['unreadable names', 'request https://*.a.cn'],
])('%s are not asked for', async (_, line) => {
  expect(words(await judgeList(rule, [line]))).toEqual(['not-applicable'])
})

test("a key of every object isn't a number", async () => {
  expect(words(await judgeList(rule, ['request https://constructor.cn'], { icp: {} }))).toEqual([
    'not-given?',
  ])
})

test.each([
  ['not-given', 'warning'],
  ['no-site-number', 'warning'],
  ['app-number', 'error'],
  ['mini-program-number', 'error'],
  ['malformed', 'error'],
])('%s: %s', (reason, level) => {
  expect(levelOf('wechat', rule, reason)).toBe(level)
})
