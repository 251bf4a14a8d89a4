import { expect, test } from 'vitest'
import { readEntry } from '../../../src/config/index.js'
import { judgeFacts, levelOf, place, words } from '../../../test/rules/project/helpers.js'
import rule from './rule.js'

test.each([
  ['image', 'https://img.a.cn', 'media'],
  ['video', 'https://img.a.cn:8443', 'media'],
  ['audio', 'http://img.a.cn', 'media'],
  ['web-view', 'https://h5.a.cn', 'web-view'],
  ['image', 'https://', 'not-applicable'],
])('%s of %s: %s', async (tag, url, expected) => {
  const origin = await readEntry({ family: 'wechat', api: 'downloadFile', text: url })
  expect(words(judgeFacts(rule, { resource: { place, tag, url }, origin }))).toEqual([expected])
})

test('is information', () => {
  for (const family of ['wechat', 'alipay', 'mpaas'] as const) {
    expect(levelOf(family, rule, 'media')).toBe('info')
    expect(levelOf(family, rule, 'web-view')).toBe('info')
  }
})
