import { expect, test } from 'vitest'
import { auditConfig } from '../../src/config/index.js'
import { domainsIn, splitDomains } from '../../src/config/split.js'

test.each<[string, string[]]>([
  ['a.cn', ['a.cn']],
  ['https://a.cn/,https://b.cn', ['https://a.cn/', 'https://b.cn']],
  ['a.cn/ b.cn', ['a.cn/', 'b.cn']],
  ['a.cn;b.cn;', ['a.cn', 'b.cn']],
  ['a.cn；b.cn、c.cn，d.cn､e.cn', ['a.cn', 'b.cn', 'c.cn', 'd.cn', 'e.cn']],
  ['a.cn\r\n\tb.cn\u3000c.cn', ['a.cn', 'b.cn', 'c.cn']],
  [' , ;', []],
  ['https:// a.cn', ['https:// a.cn']],
  ['https://a.cn/x?ids=1,2,3', ['https://a.cn/x?ids=1,2,3']],
  ['https://a.cn/x?y,https://b.cn', ['https://a.cn/x?y', 'https://b.cn']],
  ['https://a.cn/x?y,b.cn', ['https://a.cn/x?y', 'b.cn']],
])('%j', (text, parts) => {
  expect(splitDomains(text)).toEqual(parts)
})

test.each<[string, string[]]>([
  ['https://a.cnhttps://b.cn', ['https://a.cn', 'https://b.cn']],
  ['https://a.cn|wss://b.cn', ['https://a.cn|', 'wss://b.cn']],
  [' https://a.cn ', ['https://a.cn']],
  ['https://a b.cn', ['https://a b.cn']],
  ['https://api. b.cn', ['https://api. b.cn']],
  ['[::1];localhost', ['[::1]', 'localhost']],
])('in an entry: %j', (text, parts) => {
  expect(domainsIn(text)).toEqual(parts)
})

test('every domain of an argument is an entry, and a note says so', () => {
  const made = auditConfig(['https://a.cn/,wss://b.cn', 'c.cn'])
  expect(made).toMatchObject({
    config: {
      entries: [
        { api: 'request', text: 'https://a.cn' },
        { api: 'connectSocket', text: 'wss://b.cn' },
        { api: 'request', text: 'https://c.cn' },
      ],
    },
    notes: [
      expect.stringContaining('taken as 2 domains'),
      expect.stringContaining('only https://a.cn is a server domain'),
    ],
  })
})

test.each(['https://a.cnhttps://b.cn', 'https://a.cn/?to=https://b.cn', 'https://a.cn,x://b.cn/y://z'])(
  'two addresses with nothing between are a problem: %s',
  (text) => {
    expect(auditConfig(['ok.cn', text])).toMatchObject({ problems: [{ column: 2 }] })
  },
)
