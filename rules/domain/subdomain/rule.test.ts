import { describe, expect, test } from 'vitest'
import { judgeList, words } from '../../../test/rules/domain/helpers.js'
import rule from './rule.js'

describe('WeChat matches hosts', () => {
  test.each([
    ['nothing', [], ['not-applicable']],
    ['sub domains only', ['request https://api.a.cn'], ['pass']],
    ['a parent alone', ['request https://a.cn'], ['parent-only']],
    ['a parent with a sub domain', ['request https://a.cn', 'request https://api.a.cn'], ['pass']],
    ['with one in another API', ['request https://a.cn', 'uploadFile https://api.a.cn'], ['parent-only']],
    [
      'with a name that only ends alike',
      ['request https://a.cn', 'request https://ba.cn'],
      ['parent-only', 'parent-only'],
    ],
  ])('%s', async (_, lines, expected) => {
    expect(words(await judgeList(rule, lines))).toEqual(expected)
  })
})

describe.each(['alipay', 'mpaas'] as const)('%s matches registrable domains', (family) => {
  test.each([
    ['a parent alone', ['request https://a.cn'], ['pass']],
    ['a sub domain alone', ['request https://api.a.cn'], ['pass']],
    ['both', ['request https://a.cn', 'request https://api.a.cn'], ['covered']],
    ['in different APIs', ['uploadFile https://api.a.cn', 'request https://a.cn'], ['covered']],
    ['two sub domains', ['request https://x.a.cn', 'request https://y.a.cn'], ['pass']],
    ['a suffix is no parent', ['request https://com.cn', 'request https://a.com.cn'], ['pass']],
  ])('%s', async (_, lines, expected) => {
    expect(words(await judgeList(rule, lines, { family }))).toEqual(expected)
  })
})
