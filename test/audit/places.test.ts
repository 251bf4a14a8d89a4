/** Facts of several places: the worst counts, places are named, and a place that did not look is never a pass. */

import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { baselineOf, type Facts, openJudge, readFacts, saveFacts } from '../../src/audit/index.js'
import type { EndpointFacts, NotLooked } from '../../src/facts/index.js'
import { reportSchema } from '../../src/report/schema.js'
import { NOT_LOOKED } from '../../src/types.js'
import { authority, base64, chainFact, DAY, issue, NOW } from '../helpers/chains.js'
import { endpoint } from '../helpers/targets.js'
import { errors, factsOfPlaces, report, rightFor } from './facts.js'

const HOST = 'api.example.com'
const leaf = issue({ names: [HOST] })
const whole = endpoint('93.184.216.34', { chains: [chainFact([leaf, authority.intermediate])] })
const leafOnly = endpoint('93.184.216.35', { chains: [chainFact([leaf])] })
const older = endpoint('93.184.216.36', {
  chains: [
    chainFact([
      issue({ names: [HOST], notBefore: new Date(NOW - 80 * DAY), notAfter: new Date(NOW + 9 * DAY) }),
      authority.intermediate,
    ]),
  ],
})

const places = (seen: Record<string, EndpointFacts[] | NotLooked>) => factsOfPlaces(HOST, seen)

describe('a target seen from several places', () => {
  test('is one target, and passes where all pass', async () => {
    const made = await report(await places({ shanghai: rightFor(HOST), hk: rightFor(HOST) }))
    expect(made).toMatchObject({
      verdict: 'pass',
      exitCode: 0,
      scope: { servers: 1, vantages: ['shanghai', 'hk'] },
    })
    expect(made.targets).toHaveLength(1)
    expect(made.targets[0]?.vantages?.map(({ vantage }) => vantage)).toEqual(['shanghai', 'hk'])
    expect(v.safeParse(reportSchema, made).issues).toBeUndefined()
  })
  test('fails where one place fails, and the place is named', async () => {
    const made = await report(await places({ shanghai: [whole], hk: [leafOnly] }))
    expect(made).toMatchObject({ verdict: 'fail', exitCode: 1 })
    const [target] = made.targets
    const found = target?.results.find(
      ({ rule, status, level }) =>
        rule === 'certificate/chain-complete' && status === 'fail' && level === 'error',
    )
    expect(found).toMatchObject({ status: 'fail', vantages: ['hk'] })
    expect(found?.message).toMatch(/^From hk: /)
    expect(target?.vantages?.map(({ verdicts }) => verdicts['wechat-android'])).toEqual(['pass', 'fail'])
    expect(target?.chains?.map(({ vantages }) => vantages)).toEqual([['shanghai'], ['hk']])
  })
  test('tells what all see once, and names no place', async () => {
    const made = await report(await places({ shanghai: [leafOnly], hk: [leafOnly] }))
    const found = made.targets[0]?.results.filter(
      ({ rule, status, level }) =>
        rule === 'certificate/chain-complete' && status === 'fail' && level === 'error',
    )
    expect(found).toHaveLength(1)
    expect(found?.[0]?.vantages).toBeUndefined()
    expect(found?.[0]?.message).not.toContain('From ')
  })
  test('shows the certificate that expires first, of whichever place', async () => {
    const made = await report(await places({ shanghai: [whole], hk: [older] }))
    expect(made.targets[0]?.certificate?.daysLeft).toBe(9)
    const turned = await report(await places({ hk: [older], shanghai: [whole] }))
    expect(turned.targets[0]?.certificate?.daysLeft).toBe(9)
  })
  test('keeps what each resolver said', async () => {
    const made = await report(await places({ shanghai: [whole], hk: [older], sg: [] }))
    expect(
      made.targets[0]?.vantages?.map(({ addresses, dns }) => addresses?.map(({ address }) => address) ?? dns),
    ).toEqual([['93.184.216.34'], ['93.184.216.36'], 'nxdomain'])
  })
  test.each(NOT_LOOKED)('is unknown where a place did not look: %s', async (why) => {
    const made = await report(await places({ shanghai: [whole], hk: why }))
    expect(made).toMatchObject({ verdict: 'unknown', exitCode: 3 })
    expect(errors(made.targets[0]?.results ?? [])).toEqual(['unknown error audit/complete'])
    const found = made.targets[0]?.results.find(
      ({ rule, status }) => rule === 'audit/complete' && status === 'unknown',
    )
    expect(found).toMatchObject({ vantages: ['hk'], evidence: { reason: 'not-looked', vantage: 'hk', why } })
    expect(found?.message).toContain('hk')
    expect(made.targets[0]?.vantages?.[1]).toMatchObject({ vantage: 'hk', notLooked: why })
  })
  test('is unknown where nobody looked at all', async () => {
    const made = await report(await places({ shanghai: 'no-worker', hk: 'timed-out' }))
    expect(made).toMatchObject({ verdict: 'unknown', exitCode: 3, scope: { servers: 0 } })
  })
  test('is judged alike one by one', async () => {
    const facts = await places({ shanghai: [whole], hk: [leafOnly] })
    const judgeOne = await openJudge(
      facts.config,
      { ca: [base64(authority.root)] },
      { at: NOW, language: 'en' },
    )
    expect(judgeOne(facts.targets)).toEqual((await report(facts)).targets[0])
  })
  test('one place alone is named too', async () => {
    const made = await report(await places({ shanghai: [leafOnly] }))
    expect(made.scope.vantages).toEqual(['shanghai'])
    expect(made.targets[0]?.vantages?.[0]?.verdicts['wechat-android']).toBe('fail')
    expect(made.targets[0]?.results.every(({ vantages }) => vantages === undefined)).toBe(true)
  })
})

describe('what places do not see alike', () => {
  const told = async (seen: Record<string, EndpointFacts[]>, level: string) =>
    (await report(await places(seen))).targets[0]?.results
      .filter((one) => one.rule === 'vantage/consistent' && one.level === level && one.status === 'fail')
      .map(({ evidence }) => evidence?.reason)
  test('is an error where one place fails and another does not', async () => {
    expect(await told({ shanghai: [whole], hk: [leafOnly] }, 'error')).toEqual(['fails-somewhere'])
    expect(await told({ shanghai: [leafOnly], hk: [leafOnly] }, 'error')).toEqual([])
  })
  test('is a warning where a renewal is not everywhere, and changes the verdict to no more than that', async () => {
    expect(await told({ shanghai: [whole], hk: [older] }, 'warning')).toEqual(['old-certificate'])
    expect((await report(await places({ shanghai: [whole], hk: [older] }))).verdict).toBe('warn')
  })
  test('is a note where only addresses differ', async () => {
    const moved = { ...whole, address: '93.184.216.40' }
    expect(await told({ shanghai: [whole], hk: [moved] }, 'info')).toEqual(['other-addresses'])
    expect((await report(await places({ shanghai: [whole], hk: [moved] }))).verdict).toBe('pass')
  })
  test('can be waived', async () => {
    const waiver = { rule: 'vantage/consistent', host: HOST, until: '2099-01-01', reason: 'moves' }
    const facts = await places({ shanghai: [whole], hk: [older] })
    const made = await report({ ...facts, config: { ...facts.config, waivers: [waiver] } })
    const own = made.targets[0]?.results.filter(({ rule }) => rule === 'vantage/consistent') ?? []
    expect(new Set(own.map(({ status }) => status))).toEqual(new Set(['waived']))
  })
})

describe('a baseline', () => {
  test('knows what several places find, each place once', async () => {
    const facts = await places({ shanghai: [leafOnly], hk: [leafOnly], sg: [whole] })
    const baseline = baselineOf(await report(facts, { baseline: 'all' }))
    expect((await report(facts, { baseline })).exitCode).toBe(0)
  })
})

describe('saved facts of several places', () => {
  const read = async (change: (facts: Facts) => Facts) =>
    readFacts(saveFacts(change(await places({ shanghai: [whole], hk: [leafOnly] }))))
  test('are read as they were written', async () => {
    expect(await read((facts) => facts)).toMatchObject({
      vantages: ['shanghai', 'hk'],
      targets: [{ vantage: 'shanghai' }, { vantage: 'hk' }],
    })
  })
  test('without what one place saw are not whole, and not passed', async () => {
    const facts = await read((all) => ({ ...all, targets: all.targets.slice(0, 1) }))
    if ('fault' in facts) throw new Error(facts.fault)
    expect(facts.targets[1]).toMatchObject({ vantage: 'hk', notLooked: 'missing', endpoints: [] })
    expect(await report(facts)).toMatchObject({ verdict: 'unknown', exitCode: 3 })
  })
  const changed = (change: object) => (all: Facts) => ({
    ...all,
    targets: all.targets.map((target, at) => (at === 1 ? { ...target, ...change } : target)),
  })
  test.each([
    ['a place that was not to look', changed({ vantage: 'sg' }), 'targets.1.vantage'],
    ['no place', changed({ vantage: undefined }), 'targets.1.vantage'],
    ['the same place twice', changed({ vantage: 'shanghai' }), 'targets.1.host'],
    [
      'a place that did not look and saw something',
      changed({ notLooked: 'timed-out' }),
      'targets.1.notLooked',
    ],
    ['an unheard reason', changed({ notLooked: 'rain' }), 'targets.1.notLooked'],
    ['a name with a space', changed({ vantage: 'h k' }), 'targets.1.vantage'],
    ['a name that ends a line', changed({ vantage: 'hk\n' }), 'targets.1.vantage'],
    ['a name too long', changed({ vantage: 'a'.repeat(64) }), 'targets.1.vantage'],
    ['places that are named nowhere', ({ vantages: _, ...all }: Facts) => all, 'targets.0.vantage'],
    ['no places at all', (all: Facts) => ({ ...all, vantages: [] }), 'vantages'],
    ['a place named twice', (all: Facts) => ({ ...all, vantages: ['shanghai', 'hk', 'hk'] }), 'vantages'],
    [
      'too many places',
      (all: Facts) => ({ ...all, vantages: Array.from({ length: 201 }, (_, n) => `p${n}`) }),
      'vantages',
    ],
  ] as [string, (facts: Facts) => Facts, string][])('with %s are not taken', async (_, change, place) => {
    expect(await read(change)).toEqual({ fault: 'shape', place })
  })
})
