/** Parts of a config without effect are named, where they stand. */
import { expect, test } from 'vitest'
import { loadConfig } from '../../src/index.js'

const waiver = (host: string, rule = 'tls/version') => ({ rule, host, until: '2999-12-31', reason: 'r' })
const base = { domains: { request: ['https://api.a.cn'], connectSocket: ['wss://ws.a.cn'] } }

async function partsOf(config: object, platforms?: Parameters<typeof loadConfig>[1]) {
  const loaded = await loadConfig('c.json', { text: JSON.stringify(config), ...platforms })
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems))
  return (loaded.config.unused ?? []).map(({ part, key }) => `${part} ${key}`)
}

test.each<[string, object, string[]]>([
  [
    'nothing',
    {
      paths: { 'api.a.cn': ['/'], 'wss://ws.a.cn': ['/'] },
      icp: { 'a.cn': 'x' },
      waivers: [waiver('api.a.cn')],
    },
    [],
  ],
  ['a path of no host', { paths: { 'typo.a.cn': ['/'] } }, ['paths typo.a.cn']],
  ['a path of a socket host without its scheme', { paths: { 'ws.a.cn': ['/'] } }, ['paths ws.a.cn']],
  ['a filing', { icp: { 'b.cn': 'x' } }, ['icp b.cn']],
  ['a waiver', { waivers: [waiver('api.a.cn'), waiver('b.cn')] }, ['waivers[1] b.cn']],
  ['a waiver for a call of the source is none', { waivers: [waiver('b.cn', 'project/unlisted-domain')] }, []],
  [
    'a list of a family that is not judged',
    { alipay: { domains: { request: ['https://b.cn'] } } },
    ['alipay alipay'],
  ],
  [
    'a shared list that every family replaces',
    { wechat: { domains: { request: ['https://b.cn'] } } },
    ['domains.request domains.request'],
  ],
  [
    'a limit of another console',
    { limits: { domainsPerApp: 3 } },
    ['limits.domainsPerApp limits.domainsPerApp'],
  ],
  [
    'a system no platform has',
    { platforms: ['wechat-ios'], supportedOs: { android: '12', ios: '16' } },
    ['supportedOs.android supportedOs.android'],
  ],
  [
    'a rule nobody judged demands',
    { platforms: ['wechat-android'], rules: { 'tls/ats-cipher': 'off' } },
    ['rules["tls/ats-cipher"] rules["tls/ats-cipher"]'],
  ],
])('%s', async (_, more, parts) => {
  expect(await partsOf({ ...base, ...more })).toEqual(parts)
})

test('platforms chosen for one run make nothing unused', async () => {
  const config = {
    ...base,
    platforms: ['wechat', 'alipay'],
    alipay: { domains: { request: ['https://b.cn'] } },
  }
  const chosen = { platforms: ['wechat-ios'] as const }
  expect(
    await partsOf({ ...config, limits: { domainsPerApp: 3 }, paths: { 'b.cn': ['/'] } }, chosen),
  ).toEqual([])
  const loaded = await loadConfig('c.json', { text: JSON.stringify(config), ...chosen })
  expect(loaded).toMatchObject({ config: { elsewhere: expect.arrayContaining(['b.cn:443']) } })
})

test('with its place', async () => {
  const text = '{"domains":{"request":["https://a.cn"]},\n  "paths": {"b.cn":["/"]}}'
  expect(await loadConfig('c.json', { text })).toMatchObject({
    config: { unused: [{ kind: 'no-such-host', place: { file: 'c.json', line: 2, column: 13 } }] },
  })
})
