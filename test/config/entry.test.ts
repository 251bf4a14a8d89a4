import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEntry } from '../../src/config/index.js'
import type { EntryFact } from '../../src/facts/index.js'
import { runs } from '../helpers/thorough.js'

const read = (text: string) => readEntry({ family: 'wechat', api: 'request', text })

describe('well-formed entries', () => {
  test.each<[string, Partial<EntryFact>]>([
    [
      'https://api.example.com',
      { scheme: 'https', host: 'api.example.com', port: null, registrableDomain: 'example.com' },
    ],
    ['https://api.example.com:8443', { host: 'api.example.com', port: 8443, hostText: 'api.example.com' }],
    ['https://api.example.com:443', { port: 443 }],
    ['https://api.example.com:65535', { port: 65_535 }],
    [
      'https://a.b.com.cn',
      { registrableDomain: 'b.com.cn', publicSuffix: { suffix: 'com.cn', kind: 'registry' } },
    ],
    [
      'https://a.xn--55qx5d.cn',
      { registrableDomain: 'a.xn--55qx5d.cn', publicSuffix: { suffix: 'xn--55qx5d.cn', kind: 'registry' } },
    ],
    ['api.example.com', { scheme: null, host: 'api.example.com' }],
    ['api.example.com:8443', { scheme: null, host: 'api.example.com', port: 8443 }],
    ['http://api.example.com', { scheme: 'http', host: 'api.example.com' }],
    ['https://localhost', { host: 'localhost', registrableDomain: null, publicSuffix: null }],
    ['https://x.unlisted', { host: 'x.unlisted', registrableDomain: 'x.unlisted', publicSuffix: null }],
    [`https://${'a'.repeat(63)}.cn`, { host: `${'a'.repeat(63)}.cn` }],
  ])('%s', async (text, expected) => {
    const fact = await read(text)
    expect(fact).toMatchObject({ hostKind: 'name', syntax: [], folded: [], text, ...expected })
  })
})

describe('what is folded, with a note', () => {
  test.each<[string, string, EntryFact['folded']]>([
    ['  https://a.cn\t', 'a.cn', ['space']],
    ['\u3000https://a.cn', 'a.cn', ['space']],
    ['https://ａ１．cn', 'a1.cn', ['full-width']],
    ['https://a。cn', 'a.cn', ['full-width']],
    ['https://例子.中国', 'xn--fsqu00a.xn--fiqs8s', ['unicode-name']],
    ['HTTPS://API.a.cn', 'api.a.cn', ['upper-case']],
    [' https://Ａ。cn', 'a.cn', ['space', 'full-width', 'upper-case']],
  ])('%s', async (text, host, folded) => {
    expect(await read(text)).toMatchObject({ scheme: 'https', host, folded, syntax: [] })
  })
})

describe('addresses in every spelling', () => {
  test.each([
    ['https://127.0.0.1', '127.0.0.1'],
    ['https://127.1', '127.0.0.1'],
    ['https://0x7f.1', '127.0.0.1'],
    ['https://0x7f000001', '127.0.0.1'],
    ['https://2130706433', '127.0.0.1'],
    ['https://0177.0.0.1', '127.0.0.1'],
    ['https://１２７.０.０.１', '127.0.0.1'],
    ['https://127。0。0。1', '127.0.0.1'],
    ['https://10.0.0.1:8443', '10.0.0.1'],
    ['https://127.0.0.1.', '127.0.0.1'],
    ['https://127%2e0.0.1', '127.0.0.1'],
  ])('IPv4 %s', async (text, host) => {
    expect(await read(text)).toMatchObject({ hostKind: 'ipv4', host, registrableDomain: null })
  })

  test.each(['https://256.1.1.1', 'https://1.2.3.4.5', 'https://a.1'])(
    '%s is meant as one but is none',
    async (text) => {
      expect(await read(text)).toMatchObject({ hostKind: 'ipv4', host: null })
    },
  )

  test.each([
    ['https://[::1]', '::1', null, []],
    ['https://[2001:DB8:0::1]:8443', '2001:db8::1', 8443, []],
    ['https://[::ffff:10.0.0.1]', '::ffff:a00:1', null, []],
    ['https://2001:db8::1', '2001:db8::1', null, ['character']],
  ])('IPv6 %s', async (text, host, port, syntax) => {
    expect(await read(text)).toMatchObject({ hostKind: 'ipv6', host, port, syntax })
  })
})

describe('what makes it no bare origin', () => {
  test.each<[string, EntryFact['syntax'], string | null]>([
    ['https://a.cn/', ['trailing-slash'], 'a.cn'],
    ['https://a.cn/v1', ['path'], 'a.cn'],
    ['https://a.cn//', ['path'], 'a.cn'],
    ['https://a.cn?x=1', ['query'], 'a.cn'],
    ['https://a.cn/?x=1#y', ['query', 'fragment'], 'a.cn'],
    ['https://a.cn#top', ['fragment'], 'a.cn'],
    ['https://a.cn#?', ['fragment'], 'a.cn'],
    ['https://a.cn\\x', ['path', 'character'], 'a.cn'],
    ['https://user:pw@a.cn', ['user-info'], 'a.cn'],
    ['https://*.a.cn', ['wildcard'], null],
    ['https://a b.cn', ['space'], null],
    ['https://a_b.cn', ['underscore'], 'a_b.cn'],
    ['https://a..cn', ['empty-label'], null],
    ['https://.a.cn', ['empty-label'], null],
    [`https://${'a'.repeat(64)}.cn`, ['long-label'], null],
    [`https://${'a.'.repeat(125)}acn`, [], `${'a.'.repeat(125)}acn`],
    [`https://${'a.'.repeat(125)}abcd`, ['long-name'], null],
    ['https://-a.cn', ['hyphen'], '-a.cn'],
    ['https://a-.cn', ['hyphen'], 'a-.cn'],
    ['https://a--b.cn', [], 'a--b.cn'],
    ['https://a.cn.', ['trailing-dot'], 'a.cn'],
    ['https://a.cn..', ['trailing-dot', 'empty-label'], null],
    ['https://a,b.cn', ['character'], null],
    ['https://a.cn;https://b.cn', ['several'], null],
    ['https://xn--a.cn', ['bad-a-label'], null],
    ['https://xn--.cn', ['hyphen', 'bad-a-label'], null],
    ['https://xn--abc-.cn', ['hyphen', 'bad-a-label'], null],
    ['https://a.cn:', ['empty-port'], 'a.cn'],
    ['https://a.cn:0', ['bad-port'], 'a.cn'],
    ['https://a.cn:65536', ['bad-port'], 'a.cn'],
    ['https://a.cn:https', ['bad-port'], 'a.cn'],
    ['https://', ['empty-host'], null],
    ['https://:443', ['empty-host'], null],
    ['https:///a.cn', ['path', 'empty-host'], null],
    ['https:a.cn', ['character'], 'a.cn'],
    ['https:/a.cn', ['character'], 'a.cn'],
    ['//a.cn', ['character'], 'a.cn'],
    ['https：／／a.cn', ['character'], 'a.cn'],
    ['https://a\u200b.cn', ['character'], null],
  ])('%s', async (text, syntax, host) => {
    const fact = await read(text)
    expect(fact.syntax).toEqual(syntax)
    expect(fact.host).toBe(host)
  })
})

describe('who keeps the suffix', () => {
  test.each<[string, EntryFact['publicSuffix'], string | null]>([
    ['com.cn', { suffix: 'com.cn', kind: 'registry' }, null],
    ['myqcloud.com', { suffix: 'myqcloud.com', kind: 'shared-hosting' }, null],
    ['b-1.cos.ap-guangzhou.myqcloud.com', { suffix: 'myqcloud.com', kind: 'shared-hosting' }, 'myqcloud.com'],
    ['x.fcapp.run', { suffix: 'fcapp.run', kind: 'shared-hosting' }, 'fcapp.run'],
    ['notmyqcloud.com', { suffix: 'com', kind: 'registry' }, 'notmyqcloud.com'],
    ['github.io', { suffix: 'github.io', kind: 'shared-hosting' }, null],
    ['me.github.io', { suffix: 'github.io', kind: 'shared-hosting' }, 'me.github.io'],
    ['me.vercel.app', { suffix: 'vercel.app', kind: 'shared-hosting' }, 'me.vercel.app'],
    ['me.co.uk', { suffix: 'co.uk', kind: 'registry' }, 'me.co.uk'],
    [
      'b.s3.cn-north-1.amazonaws.com.cn',
      { suffix: 'amazonaws.com.cn', kind: 'shared-hosting' },
      'b.s3.cn-north-1.amazonaws.com.cn',
    ],
  ])('%s', async (host, publicSuffix, registrableDomain) => {
    expect(await read(`https://${host}`)).toMatchObject({ publicSuffix, registrableDomain })
  })
})

test('no text breaks it, and a usable host is lower-case ASCII', async () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom('https', ':', '//', '.', 'xn--', '[', ']', '@', '。', '%', '0x', '1', 'a', '\u200b', ' '),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
      const { host, hostKind } = await read(pieces.join(''))
      if (host === null) return
      expect(host).toMatch(hostKind === 'ipv6' ? /^[\da-f:]+$/ : /^[a-z0-9._-]+$/)
      expect(() => new URL(`https://${hostKind === 'ipv6' ? `[${host}]` : host}/`)).not.toThrow()
    }),
    { numRuns: runs(2000), seed: 20_261_120 },
  )
})
