import { expect, test } from 'vitest'
import { judgeUrl, levelOf, place, words } from '../../../test/rules/project/helpers.js'
import rule from './rule.js'

const url = (bytes: number) => 'https://a.cn/?'.padEnd(bytes, 'x')
const method = (text: string) => ({ text, place })

test.each<[string, string | null, Parameters<typeof judgeUrl>[2], string]>([
  ['1024 bytes', url(1024), {}, 'pass'],
  ['1025 bytes', url(1025), {}, 'too-long'],
  ['1024 known bytes', url(1024), { complete: false }, 'not-applicable'],
  ['1025 known bytes', url(1025), { complete: false }, 'too-long'],
  ['341 signs of three bytes each', `https://a.cn/?${'字'.repeat(341)}`, {}, 'too-long'],
  ['GET among others', url(1025), { call: { methods: [method('POST'), method('get')] } }, 'too-long'],
  ['POST alone', url(1025), { call: { methods: [method('POST')] } }, 'not-applicable'],
  ['axios.post', url(1025), { call: { callee: 'axios.post' } }, 'not-applicable'],
  ['http.put', url(1025), { call: { callee: 'uni.$u.http.put' } }, 'not-applicable'],
  ['axios.delete', url(1025), { call: { callee: 'axios.delete' } }, 'not-applicable'],
  ['axios.get', url(1025), { call: { callee: 'axios.get' } }, 'too-long'],
  ['axios itself', url(1025), { call: { callee: 'axios' } }, 'too-long'],
  ['uni-ajax.request', url(1025), { call: { callee: 'uni-ajax.request' } }, 'too-long'],
  ['a socket', url(1025), { call: { api: 'connectSocket' } }, 'not-applicable'],
  ['a limit of one’s own', url(21), { parameters: { bytes: 20 } }, 'too-long'],
  ['nothing known', null, {}, 'not-applicable'],
])('%s: %s', async (_, text, options, expected) => {
  expect(words(await judgeUrl(rule, text, options))).toEqual([expected])
})

test('says how many, and whether there may be more', async () => {
  expect(await judgeUrl(rule, url(1300), { complete: false })).toMatchObject([
    { evidence: { bytes: 1300, limit: 1024, complete: false } },
  ])
  expect(levelOf('wechat', rule, 'too-long')).toBe('warning')
})
