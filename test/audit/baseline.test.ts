/** What a baseline knows fails no run; whatever is new, harder or was not looked at does. */
import { expect, test } from 'vitest'
import type { Baseline } from '../../src/audit/baseline/index.js'
import { unobserved } from '../../src/audit/empty-facts.js'
import { baselineOf, baselineText, judge, readBaseline } from '../../src/audit/index.js'
import type { Facts, JudgeSettings } from '../../src/audit/types.js'
import { targetsOf } from '../../src/config/index.js'
import { loadConfig } from '../../src/index.js'
import type { Report } from '../../src/types.js'
import { authority, base64, chainFact, HOST, issue, NOW } from '../helpers/chains.js'
import { endpoint, target } from '../helpers/targets.js'
import { callFact, projectFacts } from './scan-facts.js'

const whole = chainFact([issue({}), authority.intermediate])
const bare = chainFact([issue({})])

async function facts(more: object = {}, chain = bare, rest: Partial<Facts> = {}): Promise<Facts> {
  const text = JSON.stringify({ domains: { request: [`https://${HOST}`] }, ...more })
  const loaded = await loadConfig('c.json', { text })
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems))
  const { config } = loaded
  const targets = [target([endpoint('93.184.216.34', { chains: [chain] })], { entries: config.entries })]
  return {
    ...{ schemaVersion: 1, tool: { name: 'hefa', version: '0' }, gatheredAt: new Date(NOW).toISOString() },
    ...{ config, ca: [base64(authority.root)], fetch: false, given: [], targets },
    ...rest,
  }
}

const judged = (of: Facts, baseline?: JudgeSettings['baseline']): Promise<Report> =>
  judge(of, { at: NOW, language: 'en', ...(baseline && { baseline }) })

async function recorded(of: Facts): Promise<Baseline> {
  const read = await readBaseline(baselineText(baselineOf(await judged(of, 'all'))))
  if ('fault' in read) throw new Error(JSON.stringify(read))
  return read
}

const open = ({ config, targets }: Report) =>
  [...config, ...targets.flatMap(({ results }) => results)].filter(
    ({ status, level }) => status === 'fail' && level === 'error',
  )
const said = ({ config }: Report) =>
  config.filter(({ rule }) => rule === 'audit/unused').map(({ evidence }) => evidence?.reason)

test('known findings fail no run, and are reported as waived', async () => {
  const of = await facts()
  expect((await judged(of)).exitCode).toBe(1)
  const again = await judged(of, await recorded(of))
  expect(open(again)).toEqual([])
  expect(again.exitCode).not.toBe(1)
  expect(again.scope.waived).toBeGreaterThan(0)
  expect(said(again)).toEqual([])
})

test('what is new fails, also where it would follow from what is known', async () => {
  const known = await recorded(await facts())
  const [first] = known.findings.filter(({ level }) => level === 'error')
  const without = { ...known, findings: known.findings.filter((one) => one !== first) }
  const again = await judged(await facts(), without)
  expect(again.exitCode).toBe(1)
  expect(open(again).map(({ rule }) => rule)).toContain(first?.rule)
})

test('a finding that weighs more than when it was recorded is new', async () => {
  const of = await facts()
  const known = await recorded(of)
  const lighter = {
    ...known,
    findings: known.findings.map((one) => ({ ...one, level: 'warning' as const })),
  }
  expect((await judged(of, lighter)).exitCode).toBe(1)
})

test('a finding known on one platform is new on another', async () => {
  const of = await facts()
  const known = await recorded(of)
  const ios = {
    ...known,
    findings: known.findings.flatMap((one) =>
      one.platforms.includes('wechat-ios') ? [{ ...one, platforms: ['wechat-ios' as const] }] : [],
    ),
  }
  const again = await judged(of, ios)
  expect(again.verdicts['wechat-ios']).not.toBe('fail')
  expect(again.verdicts['wechat-android']).toBe('fail')
})

test('what is fixed is reported, so that it can not come back unnoticed', async () => {
  const known = await recorded(await facts())
  const again = await judged(await facts({}, whole), known)
  expect(said(again)).toEqual(['fixed-in-baseline'])
})

test('a share of the targets says nothing of those that are left out', async () => {
  const known = await recorded(await facts())
  const again = await judged(await facts({}, whole, { targets: [], shard: { index: 2, count: 2 } }), known)
  expect(said(again)).toEqual([])
})

test('what was not looked at is never recorded', async () => {
  const whole = await facts()
  const none = { ...whole, targets: targetsOf(whole.config).map(unobserved) }
  const known = await recorded(none)
  expect(known.findings.filter(({ status }) => status === 'unknown')).toEqual([])
  expect((await judged(none, known)).exitCode).toBe(3)
})

test('of source, calls are counted: one more in the same file is new', async () => {
  const calls = (count: number) =>
    Array.from({ length: count }, (_, at) =>
      callFact(null, { place: { file: 'a.js', line: 1 + at, column: 1 } }),
    )
  const scanned = (count: number) =>
    facts({}, whole, {
      project: { folder: '.', compared: true, alone: true, facts: projectFacts({ calls: calls(count) }) },
      targets: [],
    })
  const known = await recorded(await scanned(1))
  expect((await judged(await scanned(1), known)).exitCode).toBe(0)
  expect((await judged(await scanned(2), known)).exitCode).toBe(3)
})

test.each([
  ['{', { fault: 'not-json' }],
  ['[]', { fault: 'shape' }],
  ['{"schemaVersion":2}', { fault: 'shape', place: 'schemaVersion' }],
  [
    '{"schemaVersion":1,"tool":{"name":"hefa","version":"0"},"at":"2026-01-01T00:00:00.000Z","findings":[{}]}',
    { fault: 'shape', place: 'findings.0.rule' },
  ],
])('%s is no baseline', async (text, fault) => {
  expect(await readBaseline(text)).toMatchObject(fault)
})
