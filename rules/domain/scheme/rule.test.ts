import { expect, test } from 'vitest'
import type { ApiName } from '../../../src/types.js'
import { judgeEntry, words } from '../../../test/rules/domain/helpers.js'
import rule from './rule.js'

test.each<[ApiName, string, string]>([
  ['request', 'https://a.cn', 'pass'],
  ['request', 'HTTPS://a.cn', 'pass'],
  ['uploadFile', 'https://a.cn', 'pass'],
  ['downloadFile', 'https://a.cn', 'pass'],
  ['connectSocket', 'wss://a.cn', 'pass'],
  ['udp', 'udp://a.cn', 'pass'],
  ['tcp', 'tcp://a.cn', 'pass'],
  ['request', 'a.cn', 'missing'],
  ['request', 'a.cn:8443', 'missing'],
  ['request', '//a.cn', 'missing'],
  ['request', 'http://a.cn', 'insecure'],
  ['connectSocket', 'ws://a.cn', 'insecure'],
  ['connectSocket', 'https://a.cn', 'other-api'],
  ['request', 'wss://a.cn', 'other-api'],
  ['request', 'ftp://a.cn', 'unsupported'],
  ['request', 'httpss://a.cn', 'unsupported'],
])('%s %s', async (api, text, expected) => {
  expect(words(await judgeEntry(rule, api, text))).toEqual([expected])
})

test('names the APIs a scheme belongs to', async () => {
  expect(await judgeEntry(rule, 'connectSocket', 'https://a.cn')).toMatchObject([
    { evidence: { expected: 'wss', scheme: 'https', apis: ['request', 'uploadFile', 'downloadFile'] } },
  ])
})
