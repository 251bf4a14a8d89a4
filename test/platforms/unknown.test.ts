/** Where nobody publishes roots or library, nothing passes by likeness to another platform. */
import { describe, expect, test } from 'vitest'
import { CLAUSES } from '../../rules/index.js'
import { textsOf } from '../../rules/texts/index.js'
import { judgeProject } from '../../src/audit/index.js'
import { toResult } from '../../src/audit/render.js'
import { loadConfig } from '../../src/index.js'
import {
  FAMILIES,
  type Family,
  familyData,
  familyOf,
  PLATFORM_IDS,
  type PlatformId,
  platformData,
  runtimeOf,
  systemOf,
} from '../../src/platforms/index.js'
import { scanProject } from '../../src/scan/index.js'
import { authority, chainFact, issue } from '../helpers/chains.js'
import { endpoint, judgments, modern, target } from '../helpers/targets.js'
import { folderWith } from '../scan/project/folder.js'

const chain = chainFact([issue({}), authority.intermediate])
const good = target([endpoint('93.184.216.34', { handshakes: modern(chain), chains: [chain] })])
const toldTo = (platform: PlatformId, rule: string) =>
  judgments(good, { platforms: [platform], ca: [] }).filter((one) => one.rule === rule)

const unknown = PLATFORM_IDS.filter((id) => systemOf(id).store === null)
const unheard = PLATFORM_IDS.filter((id) => platformData(id).stacks.length === 0)

describe.each(unknown)('%s', (platform) => {
  test('its roots are not known, whatever the chain', () => {
    expect(toldTo(platform, 'certificate/trusted')).toMatchObject([
      { status: 'unknown', level: 'warning', reason: 'not-known', evidence: { what: 'roots' } },
    ])
  })

  test('nothing that only a client minds is demanded there', () => {
    const ids = CLAUSES[familyOf(platform)]
      .filter(({ on }) => on.includes(runtimeOf(platform)))
      .map(({ rule }) => rule)
    for (const rule of ['certificate/path', 'certificate/lifetime', 'certificate/key-strength'])
      expect(ids).not.toContain(rule)
  })

  test('a family’s name does not stand for it', () => {
    expect(platformData(platform).isExtra).toBe(true)
  })
})

const callOf = (family: Family, url: string) =>
  `${familyData(family).source.objects[0]?.path}.request({ url: '${url}' })`

const unlisted = FAMILIES.filter((family) =>
  CLAUSES[family].some(({ rule, notKnown }) => rule === 'domain/scheme' && notKnown === 'lists'),
)

test('there are families whose pages name no list', () => {
  expect(unlisted).toContain('feishu')
})

test.each(unlisted)(
  '%s: whether a list limits calls is not known, and an unlisted server is a warning',
  async (family) => {
    const facts = await scanProject(folderWith({ 'app.js': callOf(family, 'https://b.example.com') }), {
      judged: [family],
    })
    const text = JSON.stringify({ platforms: [family], domains: { request: ['https://a.example.com'] } })
    const loaded = await loadConfig('hefa.config.json', { text })
    if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems))
    const results = await judgeProject(facts, {
      config: loaded.config,
      at: Date.UTC(2026, 10, 28),
      language: 'en',
    })
    expect(results.filter(({ rule }) => rule === 'project/unlisted-domain')).toMatchObject([
      { status: 'fail', level: 'warning', evidence: { reason: 'unlisted' } },
    ])
    expect(results.filter(({ rule }) => rule === 'project/unused-domain')).toMatchObject([
      { status: 'unknown', level: 'warning', evidence: { reason: 'not-known', what: 'lists' } },
    ])
  },
)

test.each(unheard)('no simulated client passes for %s', (platform) => {
  expect(toldTo(platform, 'tls/client-handshake')).toMatchObject([
    { status: 'unknown', level: 'warning', reason: 'not-known', evidence: { what: 'clients' } },
  ])
})

test('the sentence names the platform, in both languages', async () => {
  const [judgment] = toldTo('wechat-harmonyos', 'certificate/trusted')
  if (!judgment) throw new Error('nothing told')
  const said = async (language: 'en' | 'zh') =>
    toResult(judgment, 'api.example.com', await textsOf(language)).message
  expect(await said('en')).toMatch(/^Not known: the root certificates trusted on WeChat HarmonyOS\./)
  expect(await said('zh')).toMatch(/^无法判断：微信 HarmonyOS 信任哪些根证书/)
})
