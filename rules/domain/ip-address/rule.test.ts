import { expect, test } from 'vitest'
import { judgeEntry, words } from '../../../test/rules/domain/helpers.js'
import rule from './rule.js'

test.each([
  ['https://a.cn', 'pass'],
  ['https://1-2-3-4.cn', 'pass'],
  ['https://1.2.3.4.cn', 'pass'],
  ['https://8.8.8.8', 'address'],
  ['https://127.1', 'address'],
  ['https://0x7f.1', 'address'],
  ['https://２１３０７０６４３３', 'address'],
  ['https://256.1.1.1', 'address'],
  ['https://[2400:3200::1]', 'address'],
  ['https://[::1]', 'address'],
  ['https://172.15.255.255', 'address'],
  ['https://172.16.0.0', 'lan-address'],
  ['https://172.31.255.255', 'lan-address'],
  ['https://172.32.0.0', 'address'],
  ['https://192.168.1.2:8080', 'lan-address'],
  ['https://10.1', 'lan-address'],
  ['https://[fd00::1]', 'lan-address'],
  ['https://', 'not-applicable'],
])('%s', async (text, expected) => {
  expect(words(await judgeEntry(rule, 'request', text))).toEqual([expected])
})

test('shows what was written and what it is', async () => {
  expect(await judgeEntry(rule, 'request', 'https://0x7f.1')).toMatchObject([
    { evidence: { written: '0x7f.1', address: '127.0.0.1' } },
  ])
})
