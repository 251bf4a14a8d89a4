import { expect, test } from 'vitest'
import { judgeEntry, words } from '../../../test/rules/domain/helpers.js'
import rule from './rule.js'

test.each([
  ['https://a.cn', 'pass'],
  ['https://example.com', 'pass'],
  ['https://www.example.org', 'pass'],
  ['https://mylocalhost.cn', 'pass'],
  ['https://latest', 'single-label'],
  ['https://localhost', 'localhost'],
  ['https://localhost.', 'localhost'],
  ['https://LOCALHOST:8443', 'localhost'],
  ['https://api.localhost', 'localhost'],
  ['https://server', 'single-label'],
  ['https://test', 'single-label'],
  ['https://printer.local', 'special-use'],
  ['https://a.internal', 'special-use'],
  ['https://a.lan', 'special-use'],
  ['https://a.home.arpa', 'special-use'],
  ['https://a.arpa', 'pass'],
  ['https://a.invalid', 'special-use'],
  ['https://a.onion', 'special-use'],
  ['https://a.test', 'special-use'],
  ['https://a.example', 'special-use'],
  ['https://127.0.0.1', 'not-applicable'],
  ['https://a..cn', 'not-applicable'],
])('%s', async (text, expected) => {
  expect(words(await judgeEntry(rule, 'request', text))).toEqual([expected])
})

test.each([
  ['https://a.test', 'pass'],
  ['https://a.example', 'pass'],
  ['https://test', 'single-label'],
  ['https://a.local', 'special-use'],
  ['https://localhost', 'localhost'],
])('%s with an address from --resolve', async (text, expected) => {
  expect(words(await judgeEntry(rule, 'request', text, { given: true }))).toEqual([expected])
})
