import { expect, test } from 'vitest'
import { inventory } from '../../src/config/index.js'
import type { ApiName, Entry, Family } from '../../src/types.js'

const entry = (api: ApiName, text: string, family: Family = 'wechat'): Entry => ({ family, api, text })
const targets = async (...entries: Entry[]) =>
  (await inventory({ entries })).targets.map(
    ({ scheme, host, port, entries }) => `${scheme} ${host} ${port} ${entries.length}`,
  )

test('one target per host, port and scheme, in the order of the config', async () => {
  expect(
    await targets(
      entry('request', 'https://b.cn'),
      entry('request', 'https://a.cn:8443'),
      entry('uploadFile', 'HTTPS://B.cn:443/'),
      entry('connectSocket', 'wss://b.cn'),
      entry('request', 'https://b.cn', 'alipay'),
      entry('udp', 'udp://b.cn'),
      entry('tcp', 'tcp://b.cn:9000'),
    ),
  ).toEqual(['https b.cn 443 3', 'https a.cn 8443 1', 'wss b.cn 443 1', 'udp b.cn 0 1', 'tcp b.cn 9000 1'])
})

test.each([
  ['another scheme', entry('request', 'http://a.cn')],
  ['no scheme', entry('request', 'a.cn')],
  ['wss for request', entry('request', 'wss://a.cn')],
  ['https for a socket', entry('connectSocket', 'https://a.cn')],
  ['no host', entry('request', 'https://')],
  ['a wildcard', entry('request', 'https://*.a.cn')],
  ['a bad port', entry('request', 'https://a.cn:99999')],
])('%s gives no target but keeps its entry', async (_, one) => {
  const { entries, targets } = await inventory({ entries: [one] })
  expect(targets).toEqual([])
  expect(entries.map(({ entry }) => entry)).toEqual([one])
})

test.each([
  'https://a.cn/v1',
  'https://a.cn:',
  'https://a.cn.',
  'https://a_b.cn',
  'https://127.1',
  'https://[::1]',
  'https://localhost',
])('%s is wrong but can be probed', async (text) => {
  expect(await targets(entry('request', text))).toHaveLength(1)
})
