/** What had no effect in a run is a warning. */
import { expect, test } from 'vitest'
import { judge } from '../../src/audit/index.js'
import type { Facts } from '../../src/audit/types.js'
import { loadConfig } from '../../src/index.js'
import type { Report } from '../../src/types.js'
import { authority, base64, chainFact, HOST, issue, NOW } from '../helpers/chains.js'
import { endpoint, target } from '../helpers/targets.js'
import { callFact, projectFacts } from './scan-facts.js'

const SETTINGS = { at: NOW, language: 'en' } as const
const chain = chainFact([issue({}), authority.intermediate])

async function report(more: object, facts: Partial<Facts> = {}): Promise<Report> {
  const text = JSON.stringify({ domains: { request: [`https://${HOST}`] }, ...more })
  const loaded = await loadConfig('c.json', { text })
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems))
  const { config } = loaded
  const targets = [target([endpoint('93.184.216.34', { chains: [chain] })], { entries: config.entries })]
  const base = {
    schemaVersion: 1,
    tool: { name: 'hefa', version: '0' },
    gatheredAt: new Date(NOW).toISOString(),
  } as const
  return judge(
    { ...base, config, ca: [base64(authority.root)], fetch: false, given: [], targets, ...facts },
    SETTINGS,
  )
}
const unused = ({ config }: Report) =>
  config
    .filter(({ rule }) => rule === 'audit/unused')
    .map(({ level, evidence }) => `${level} ${evidence?.reason} ${evidence?.part}`)
const waiver = (rule: string, host = HOST) => ({ rule, host, until: '2999-12-31', reason: 'r' })

test('a waiver that waived nothing', async () => {
  expect(unused(await report({ waivers: [waiver('certificate/hostname')] }))).toEqual([
    'warning nothing-waived waivers[0]',
  ])
  const needed = await report({ waivers: [waiver('domain/icp-filing')] })
  expect(unused(needed)).toEqual([])
})

test('a waiver of a finding about a list, used or idle', async () => {
  const twice = { domains: { request: [`https://${HOST}`, `https://${HOST}`] } }
  expect(unused(await report({ ...twice, waivers: [waiver('domain/duplicate')] }))).toEqual([])
  expect(unused(await report({ waivers: [waiver('domain/duplicate')] }))).toEqual([
    'warning nothing-waived waivers[0]',
  ])
  const filing = { icp: { 'example.com': '京ICP备2024000001号-1' }, waivers: [waiver('domain/icp-filing')] }
  expect(unused(await report(filing))).toEqual(['warning nothing-waived waivers[0]'])
})

test('a waiver for a host above those of the list, and one of a rule that is off', async () => {
  const idle = ['warning nothing-waived waivers[0]']
  expect(unused(await report({ waivers: [waiver('certificate/hostname', 'example.com')] }))).toEqual(idle)
  const off = { rules: { 'certificate/hostname': 'off' }, waivers: [waiver('certificate/hostname')] }
  expect(unused(await report(off))).toEqual(idle)
})

test('waivers of what a source does: judged with a scan only', async () => {
  const waivers = [waiver('project/unlisted-domain', 'b.example.com'), waiver('project/unlisted-domain')]
  expect(unused(await report({ waivers }))).toEqual([])
  const facts = projectFacts({ calls: [callFact('https://b.example.com/x')] })
  const source = { project: { folder: 'mp', compared: true, alone: false, facts } }
  expect(unused(await report({ waivers }, source))).toEqual(['warning nothing-waived waivers[1]'])
})

test('an address for a host in no list', async () => {
  expect(unused(await report({}, { given: ['typo.cn:443', `${HOST}:443`, '*:443', '*:8443'] }))).toEqual([
    'warning no-such-host --resolve',
    'warning no-such-host --resolve',
  ])
  expect(unused(await report({}, { given: [`${HOST}:8443`] }))).toHaveLength(1)
})

test('what the config knows of itself, switched off like any rule', async () => {
  const paths = { paths: { 'typo.cn': ['/'] } }
  const told = await report(paths)
  expect(unused(told)).toEqual(['warning no-such-host paths'])
  expect(told.config.find(({ rule }) => rule === 'audit/unused')?.entry).toMatchObject({
    file: 'c.json',
    line: 1,
  })
  const off = await report({ ...paths, rules: { 'audit/unused': 'off' } })
  expect(unused(off)).toEqual([])
  expect(off.scope.rulesOff).toEqual(['audit/unused'])
})

test('the scope tells what is off, lowered, has other numbers, and is waived', async () => {
  const { scope } = await report({
    rules: {
      'http/charset': 'off',
      'certificate/hostname': 'warning',
      'certificate/expires-soon': ['error', { days: 3 }],
      'project/app-secret': 'off',
    },
    waivers: [waiver('domain/icp-filing')],
  })
  expect(scope).toEqual({
    servers: 1,
    source: false,
    files: 0,
    rulesOff: ['http/charset'],
    levelsChanged: ['certificate/expires-soon', 'certificate/hostname'],
    levelsLowered: ['certificate/hostname'],
    parametersChanged: ['certificate/expires-soon'],
    waived: 1,
    listsReadOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
  })
})

test.each([
  [{ legacyOs: { ios: '15' } }, [{ os: 'ios', before: '15', effect: 'not-judged' }]],
  [{ supportedOs: { ios: '16' } }, [{ os: 'ios', before: '16', effect: 'warning' }]],
  [
    { supportedOs: { android: '12' }, legacyOs: { android: '12' } },
    [{ os: 'android', before: '12', effect: 'not-judged' }],
  ],
  [
    { supportedOs: { android: '13' }, legacyOs: { android: '9' } },
    [
      { os: 'android', before: '9', effect: 'not-judged' },
      { os: 'android', before: '13', effect: 'warning' },
    ],
  ],
  [{ supportedOs: { ios: '15.0' }, legacyOs: { android: '7' } }, undefined],
  [{ supportedOs: { ios: '12' }, legacyOs: { ios: '9' } }, undefined],
])('of versions %j', async (config, narrowed) => {
  const { scope } = await report(config)
  expect(scope.versionsNarrowed).toEqual(narrowed)
})

test('versions of a system that no chosen platform has leave nothing out', async () => {
  const { scope } = await report({ platforms: ['wechat-devtools'], legacyOs: { ios: '15' } })
  expect(scope.versionsNarrowed).toBeUndefined()
})
