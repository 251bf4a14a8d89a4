import { describe, expect, test } from 'vitest'
import { judgeUrl, levelOf, words } from '../../../test/rules/project/helpers.js'
import rule from './rule.js'

describe('WeChat', () => {
  test.each<['udp' | 'tcp', string, string[] | null, string]>([
    ['tcp', 'tcp://a.cn:9000', ['tcp tcp://a.cn'], 'pass'],
    ['tcp', 'tcp://a.cn', ['tcp tcp://a.cn'], 'pass'],
    ['tcp', 'tcp://a.cn:9000', ['tcp tcp://a.cn:9000'], 'pass'],
    ['tcp', 'tcp://a.cn:9000', ['tcp tcp://a.cn:9001'], 'other-port?'],
    ['tcp', 'tcp://a.cn', ['tcp tcp://a.cn:9001'], 'other-port?'],
    ['tcp', 'tcp://b.a.cn:9000', ['tcp tcp://a.cn'], 'unlisted-tcp'],
    ['tcp', 'tcp://a.cn:9000', ['request https://a.cn', 'udp udp://a.cn'], 'unlisted-tcp'],
    ['tcp', 'tcp://a.cn:9000', null, 'not-applicable'],
    ['tcp', 'tcp://a.cn:3306', null, 'closed-port'],
    ['tcp', 'tcp://a.cn:80', ['tcp tcp://a.cn'], 'closed-port'],
    ['tcp', 'tcp://a.cn:1024', ['tcp tcp://a.cn'], 'pass'],
    ['tcp', 'tcp://192.168.1.2:8888', [], 'closed-port'],
    ['tcp', 'tcp://192.168.1.2:9000', [], 'lan'],
    ['tcp', 'tcp://[fe80::1]:9000', [], 'lan'],
    ['tcp', 'tcp://120.77.1.1:9000', [], 'address'],
    ['tcp', 'tcp://127.0.0.1:9000', [], 'own'],
    ['tcp', 'tcp://localhost:9000', null, 'own'],
    ['tcp', 'https://a.cn', [], 'malformed'],
    ['udp', 'udp://a.cn:3306', ['udp udp://a.cn'], 'pass'],
    ['udp', 'udp://a.cn:9000', [], 'unlisted-udp'],
    ['udp', 'udp://120.77.1.1:9000', [], 'udp-address'],
    ['udp', 'udp://255.255.255.255:9000', [], 'udp-address'],
    ['udp', 'udp://239.255.255.250:1900', null, 'udp-address'],
    ['udp', 'udp://10.1.2.3:9000', [], 'lan'],
    ['udp', 'udp://127.0.0.1:9000', [], 'udp-address'],
    ['udp', 'udp://localhost:9000', null, 'udp-address'],
  ])('%s %s with %j: %s', async (api, url, listed, expected) => {
    expect(words(await judgeUrl(rule, url, { listed, call: { api } }))).toEqual([expected])
  })

  test('a name that UDP may reach without a list is warned of', () => {
    expect(levelOf('wechat', rule, 'unlisted-tcp')).toBe('error')
    expect(levelOf('wechat', rule, 'unlisted-udp')).toBe('warning')
    expect(levelOf('wechat', rule, 'udp-address')).toBe('info')
  })

  test('the nearest entry is named', async () => {
    const [found] = await judgeUrl(rule, 'tcp://acne.cn:9000', {
      call: { api: 'tcp' },
      near: 'tcp://acme.cn',
    })
    expect(found).toMatchObject({ evidence: { near: 'tcp://acme.cn' } })
  })
})

test('other calls and undetermined ones are left to other rules', async () => {
  expect(words(await judgeUrl(rule, 'https://a.cn', {}))).toEqual(['not-applicable'])
  expect(words(await judgeUrl(rule, null, { call: { api: 'tcp' } }))).toEqual(['not-applicable'])
  expect(words(await judgeUrl(rule, 'tcp://a.cn:9000', { call: { api: 'tcp', unreached: true } }))).toEqual([
    'not-applicable',
  ])
})

test.each(['alipay', 'mpaas', 'qq', 'douyin'] as const)(
  '%s has no such list: nobody can tell',
  async (family) => {
    const given = { family, listed: ['request https://a.cn'], call: { api: 'udp' } } as const
    expect(words(await judgeUrl(rule, 'udp://a.cn:9000', { ...given, listed: [...given.listed] }))).toEqual([
      'no-list?',
    ])
    expect(levelOf(family, rule, 'no-list')).toBe('warning')
  },
)

test('Kuaishou lists UDP servers, and no TCP ones', async () => {
  const family = 'kuaishou'
  const udp = { family, listed: ['udp udp://a.cn'], call: { api: 'udp' as const } } as const
  expect(words(await judgeUrl(rule, 'udp://a.cn:9000', { ...udp, listed: [...udp.listed] }))).toEqual([
    'pass',
  ])
  expect(words(await judgeUrl(rule, 'tcp://a.cn:9000', { family, call: { api: 'tcp' } }))).toEqual([
    'no-list?',
  ])
})
