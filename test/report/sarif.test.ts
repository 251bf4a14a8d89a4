import { describe, expect, test } from 'vitest'
import { ruleCatalogue } from '../../src/index.js'
import type { RuleDescription } from '../../src/report/index.js'
import { renderSarif } from '../../src/report/sarif/index.js'
import { levelOf } from '../../src/report/sarif/rules.js'
import type { Descriptor, SarifResult } from '../../src/report/sarif/types.js'
import type { Entry, Report } from '../../src/types.js'
import { sarifSchema } from '../helpers/sarif.js'
import {
  ACTIVE,
  CORNERS,
  EN,
  entry,
  golden,
  noTargets,
  onlyUnknown,
  onlyWaived,
  placedFaults,
  ZH,
} from './machine-samples.js'
import { report, result, target } from './sample.js'

interface Run {
  tool: { driver: { name: string; version: string; rules: Descriptor[] } }
  invocations: { exitCode: number; executionSuccessful: boolean; toolExecutionNotifications: unknown[] }[]
  results: SarifResult[]
}

const CHAIN: RuleDescription = {
  ...{ id: 'certificate/chain-complete', title: 'The chain is complete', why: 'Phones fail {without} it.' },
  ...{ howToFix: '', subject: 'chain', parameters: {}, reasons: ['missing-intermediate'] },
  unknown: [{ when: 'the rule fails' }],
  platforms: (['wechat-ios', 'wechat-android'] as const).map((platform) => ({
    platform,
    levels: { 'missing-intermediate': platform === 'wechat-ios' ? ('warning' as const) : ('error' as const) },
    parameters: {},
    reference: {
      title: '网络 | 使用说明',
      url: 'https://example.com/network',
      quote: '证书的信任链必需完整',
    },
  })),
}

function runOf(sample: Report, options = EN): Run {
  const log = JSON.parse(renderSarif(sample, options)) as { version: string; runs: [Run] }
  expect(log.version).toBe('2.1.0')
  return log.runs[0]
}

const one = (message: string, entries: Entry[] = [entry()], host = 'a.example.com') =>
  runOf(
    report({
      targets: [
        target({ host, entries, results: [result({ rule: 'tls/version', reason: 'too-old', message })] }),
      ],
    }),
  ).results[0] as SarifResult

test.each([
  ['many-faults.en', { ...EN, rules: [CHAIN] }],
  ['many-faults.zh', ZH],
])('golden %s', (name, options) =>
  expect(renderSarif(placedFaults(), options)).toMatchFileSnapshot(golden(`${name}.sarif`)),
)

const valid = sarifSchema()
describe.skipIf(!valid)('the official schema', () => {
  test.each(CORNERS)('takes %s', (_, make) => {
    for (const options of [EN, { ...ZH, rules: [CHAIN] }]) {
      const ok = valid?.(JSON.parse(renderSarif(make(), options)))
      expect(valid?.errors ?? []).toEqual([])
      expect(ok).toBe(true)
    }
  })

  test.each(['en', 'zh'] as const)('takes the whole catalogue, %s', async (language) => {
    const rules = await ruleCatalogue(language)
    const log = JSON.parse(renderSarif(placedFaults(), { ...EN, language, rules }))
    valid?.(log)
    expect(valid?.errors ?? []).toEqual([])
    const told = (log.runs[0] as Run).tool.driver.rules
    expect(told.length).toBeLessThan(10)
    expect(told.find(({ id }) => id === 'domain/scheme')?.help?.text).toContain('http')
  })

  test('refuses what is none', () =>
    expect(valid?.({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false))
})

test.each(CORNERS)('%s: what the schema cannot say', (_, make) => {
  const { tool, results } = runOf(make())
  const { rules } = tool.driver
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  for (const { ruleId, ruleIndex, kind, level, locations, partialFingerprints } of results) {
    expect(rules[ruleIndex]?.id).toBe(ruleId)
    expect(level === 'none').toBe(kind !== 'fail')
    expect(locations).toHaveLength(1)
    expect(partialFingerprints['hefaFinding/v1']).toMatch(/^[0-9a-f]{64}$/)
  }
  const prints = results.map(({ partialFingerprints }) => partialFingerprints['hefaFinding/v1'])
  expect(new Set(prints).size).toBe(results.length)
  expect(renderSarif(make(), EN).replaceAll('\n', '')).not.toMatch(ACTIVE)
})

test('without findings there are no rules to explain', () => {
  const run = runOf(noTargets(), { ...EN, rules: [CHAIN] } as typeof EN)
  expect(run.results).toEqual([])
  expect(run.tool.driver.rules).toEqual([])
})

test("a note isn't an alert, but on request", () => {
  const note = result({ rule: 'tls/server-name', level: 'info', message: 'By the way.' })
  const sample = report({ targets: [target({ host: 'a.example.com', results: [note] })] })
  expect(runOf(sample).results).toEqual([])
  expect(runOf(sample, { ...EN, verbose: true }).results).toMatchObject([{ level: 'note' }])
})

test('what hangs on a finding is reported with it', () => {
  const old = result({ rule: 'tls/version', message: 'Old.', consequences: ['http/status'] })
  const [told] = runOf(report({ targets: [target({ host: 'a.example.com', results: [old] })] })).results
  expect(told?.message.text).toContain('and 1 check that depends on it: http/status')
  expect(told?.properties.followed).toEqual(['http/status'])
})

describe('rule metadata', () => {
  const broken = () =>
    report({ targets: [target({ host: 'a.example.com', results: [result({ rule: CHAIN.id })] })] })
  const [rule] = runOf(broken(), { ...EN, rules: [CHAIN] } as typeof EN).tool.driver.rules

  test('has the hardest level of the report, its source and its tags', () => {
    expect(rule).toMatchObject({
      shortDescription: { text: 'The chain is complete' },
      fullDescription: { text: 'Phones fail {{without}} it.' },
      helpUri: 'https://example.com/network',
      defaultConfiguration: { level: 'error' },
      properties: { tags: ['certificate', 'wechat'] },
    })
  })

  test('the level is that of the platforms judged', () => {
    const ios = { ...broken(), platforms: ['wechat-ios' as const] }
    const { rules } = runOf(ios, { ...EN, rules: [CHAIN] } as typeof EN).tool.driver
    expect(rules[0]?.defaultConfiguration).toEqual({ level: 'warning' })
  })

  test('help quotes the requirement, as text and as Markdown', () => {
    expect(rule?.help?.text).toContain('“证书的信任链必需完整” · 网络 | 使用说明')
    expect(rule?.help?.markdown).toContain(
      '> 证书的信任链必需完整\n>\n> <a href="https://example.com/network">',
    )
    expect(rule?.help?.markdown).toContain('网络 &#124; 使用说明')
  })

  test('an info level is a note', () => expect(levelOf('info')).toBe('note'))
})

describe('a place', () => {
  test('is file, line and column of the entry, relative to the source root', () => {
    const { locations, relatedLocations } = one('Old.', [entry(), entry({ line: 9, column: 7 })])
    expect(locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'conf/hefa.config.json', uriBaseId: '%SRCROOT%' },
      region: { startLine: 4, startColumn: 18 },
    })
    expect(relatedLocations?.[0]?.physicalLocation?.region).toEqual({ startLine: 9, startColumn: 7 })
  })

  test.each([
    ['./hefa.json', { uri: 'hefa.json', uriBaseId: '%SRCROOT%' }],
    ['conf\\hefa.json', { uri: 'conf/hefa.json', uriBaseId: '%SRCROOT%' }],
    ['../a b/域名.json', { uri: '../a%20b/%E5%9F%9F%E5%90%8D.json', uriBaseId: '%SRCROOT%' }],
    ['/etc/hefa.json', { uri: 'file:///etc/hefa.json' }],
    ['C:\\app\\hefa.json', { uri: 'file:///C:/app/hefa.json' }],
  ])('%s', (file, artifactLocation) => {
    expect(one('Old.', [entry({ file })]).locations[0]?.physicalLocation?.artifactLocation).toEqual(
      artifactLocation,
    )
  })

  test('of a domain given by hand is the host', () => {
    const { file: _, line: __, column: ___, ...typed } = entry()
    expect(one('Old.', [typed]).locations).toEqual([
      { logicalLocations: [{ fullyQualifiedName: 'a.example.com', kind: 'resource' }] },
    ])
    expect(one('Old.', [entry({ file: '<stdin>' })]).locations[0]?.physicalLocation).toBeUndefined()
  })

  test('of the config as a whole is its file, without a region', () => {
    const config = [result({ rule: 'domain/limit', reason: 'too-many', message: 'Too many domains.' })]
    const targets = [target({ host: 'a.example.com', entries: [entry()] })]
    expect(runOf(report({ config, targets })).results[0]?.locations).toEqual([
      { physicalLocation: { artifactLocation: { uri: 'conf/hefa.config.json', uriBaseId: '%SRCROOT%' } } },
    ])
  })

  test('of a family is not shown for another one', () => {
    const entries = [entry({ family: 'alipay', line: 30 }), entry({ line: 4 })]
    expect(one('Old.', entries).locations[0]?.physicalLocation?.region?.startLine).toBe(4)
    expect(one('Old.', entries).relatedLocations).toBeUndefined()
  })
})

test('the fingerprint stays when sentence and line change, and differs by host', () => {
  const print = (found: SarifResult) => found.partialFingerprints
  expect(print(one('19 days.'))).toEqual(print(one('18 days.', [entry({ line: 99 })])))
  expect(print(one('x'))).not.toEqual(print(one('x', [entry()], 'b.example.com')))
})

test('what could not be determined is open, and the run says so', () => {
  const { results, invocations } = runOf(onlyUnknown())
  expect(results).toMatchObject([
    { kind: 'open', level: 'none', properties: { notJudged: ['tls/version', 'tls/ats-cipher'] } },
  ])
  expect(invocations[0]?.exitCode).toBe(3)
  expect(invocations[0]?.toolExecutionNotifications).toHaveLength(1)
})

test('a waiver suppresses, with its reason; all other results say they are not', () => {
  expect(runOf(onlyWaived()).results).toMatchObject([
    {
      ...{ kind: 'fail', level: 'error' },
      suppressions: [
        {
          kind: 'external',
          status: 'accepted',
          justification: '“moves to the new gateway”, until 2026-12-31',
        },
      ],
    },
  ])
  const { results } = runOf(placedFaults())
  expect(results.filter(({ suppressions }) => suppressions.length === 0)).toHaveLength(results.length - 1)
})

test('a message holds no placeholder and no link', () => {
  expect(one('Sent {0} to [x](https://evil.example).').message.text).toContain(
    'a.example.com: Sent {{0}} to [x] (https://evil.example).',
  )
})

test("a passed rule isn't a result", () => {
  const results = [
    result({ rule: 'tls/version', status: 'pass' }),
    result({ rule: 'tls/x', status: 'not-applicable' }),
  ]
  expect(runOf(report({ targets: [target({ host: 'a.example.com', results })] })).results).toEqual([])
})
