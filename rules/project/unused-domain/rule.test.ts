import { expect, test } from 'vitest'
import type { Family } from '../../../src/types.js'
import { facts } from '../../../test/rules/domain/helpers.js'
import { judgeFacts, levelOf, words } from '../../../test/rules/project/helpers.js'
import rule from './rule.js'

type Gaps = { calls: number; files: number }

async function judge(
  line: string,
  hosts: string[],
  family: Family = 'wechat',
  gaps: Gaps = { calls: 0, files: 0 },
) {
  const [entry] = await facts([line], family)
  const reached = await facts(hosts.map((host) => `request https://${host}`))
  const mentions = {
    hosts: new Set(hosts),
    registrableDomains: new Set(reached.map(({ registrableDomain }) => registrableDomain)),
    gaps,
  }
  return words(judgeFacts(rule, { entry, mentions }, { family }))
}

test.each<[string, string[], Family, string]>([
  ['request https://a.cn', ['a.cn'], 'wechat', 'pass'],
  ['request https://A.cn:8443', ['a.cn'], 'wechat', 'pass'],
  ['request https://a.cn', ['b.cn'], 'wechat', 'unused'],
  ['request https://a.cn', ['x.a.cn'], 'wechat', 'unused'],
  ['request https://a.cn', ['x.a.cn'], 'alipay', 'pass'],
  ['request https://a.com.cn', ['b.com.cn'], 'alipay', 'unused'],
  ['request https://a.cn', [], 'mpaas', 'unused'],
  ['udp udp://a.cn', ['a.cn'], 'wechat', 'pass'],
  ['tcp tcp://a.cn:9000', [], 'wechat', 'unused'],
  ['request https://', [], 'wechat', 'not-applicable'],
])('%s where %j is called on %s: %s', async (line, hosts, family, expected) => {
  expect(await judge(line, hosts, family)).toEqual([expected])
})

test.each<[Gaps, string]>([
  [{ calls: 0, files: 0 }, 'unused'],
  [{ calls: 1, files: 0 }, 'not-determined?'],
  [{ calls: 0, files: 1 }, 'not-determined?'],
])('nothing is claimed with gaps %j', async (gaps, expected) => {
  expect(await judge('request https://a.cn', ['b.cn'], 'wechat', gaps)).toEqual([expected])
  expect(await judge('request https://a.cn', ['a.cn'], 'wechat', gaps)).toEqual(['pass'])
})

test('is information, known or not', () => {
  for (const family of ['wechat', 'alipay', 'mpaas'] as const) {
    expect(levelOf(family, rule, 'unused')).toBe('info')
    expect(levelOf(family, rule, 'not-determined')).toBe('info')
  }
})
