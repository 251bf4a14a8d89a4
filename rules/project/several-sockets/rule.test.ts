import { expect, test } from 'vitest'
import { callOf, judgeFacts, levelOf, place, words } from '../../../test/rules/project/helpers.js'
import en from './en.js'
import rule from './rule.js'

const socket = (text: string) => callOf({ api: 'connectSocket', urls: [{ text, complete: true, place }] })

test.each([
  [[], 'not-applicable'],
  [['wss://a.cn/x'], 'pass'],
  [['wss://a.cn/x?a=1', 'wss://a.cn/x?a=2'], 'pass'],
  [['wss://a.cn/x', 'wss://b.cn/y'], 'several'],
])('%j: %s', (urls, expected) => {
  expect(words(judgeFacts(rule, { sockets: urls.map(socket) }))).toEqual([expected])
})

test('a warning where one is kept today, information where that is long ago', () => {
  expect(levelOf('wechat', rule, 'several')).toBe('info')
  expect(levelOf('alipay', rule, 'several')).toBe('warning')
  expect(levelOf('mpaas', rule, 'several')).toBe('warning')
})

test('every socket is named, and beyond eight how many more there are', () => {
  const sockets = (count: number) =>
    Array.from({ length: count }, (_, index) => socket(`wss://s${index}.acme.cn/`))
  const told = (count: number) => {
    const [finding] = judgeFacts(rule, { sockets: sockets(count) })
    if (finding?.status !== 'fail') throw new Error('no finding')
    return en.reasons.several.message(finding.evidence as never)
  }
  expect(told(7)).toContain('wss://s6.acme.cn/.')
  expect(told(20)).toContain('wss://s7.acme.cn/ and 12 more.')
})
