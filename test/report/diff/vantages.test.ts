/** Reports of several places compared: place by place. */
import { describe, expect, test } from 'vitest'
import type { EndpointFacts, NotLooked } from '../../../src/facts/index.js'
import { compareReports } from '../../../src/report/diff/compare.js'
import { DIFF_FORMATS } from '../../../src/report/index.js'
import { factsOfPlaces, report } from '../../audit/facts.js'
import { authority, chainFact, issue } from '../../helpers/chains.js'
import { endpoint } from '../../helpers/targets.js'

const HOST = 'api.example.com'
const leaf = issue({ names: [HOST] })
const good = [endpoint('93.184.216.34', { chains: [chainFact([leaf, authority.intermediate])] })]
const bad = [endpoint('93.184.216.34', { chains: [chainFact([leaf])] })]
const seen = async (places: Record<string, EndpointFacts[] | NotLooked>) =>
  report(await factsOfPlaces(HOST, places))
type Places = Parameters<typeof seen>[0]

async function changes(before: Places, after: Places) {
  const diff = compareReports(await seen(before), await seen(after))
  const told = diff.targets
    .flatMap(({ findings }) => findings)
    .filter(
      ({ rule, after: is, before: was }) =>
        rule !== 'vantage/consistent' && (is.level ?? was.level) === 'error',
    )
    .map(({ change, rule, vantages }) => [change, rule, vantages?.join() ?? 'all'].join(' '))
  return { diff, told: told.sort() }
}

describe('of the same places', () => {
  test('nothing changed', async () => {
    const { diff } = await changes({ cn: good, hk: bad }, { cn: good, hk: bad })
    expect(diff).toMatchObject({ exitCode: 0, targets: [], vantages: { added: [], removed: [] } })
  })
  test('one fails now', async () => {
    const { diff, told } = await changes({ cn: good, hk: good }, { cn: good, hk: bad })
    expect(told).toEqual(['new certificate/chain-complete hk'])
    expect(diff.exitCode).toBe(1)
  })
  test('all fail now', async () => {
    expect((await changes({ cn: good, hk: good }, { cn: bad, hk: bad })).told).toEqual([
      'new certificate/chain-complete all',
    ])
  })
  test('a fault that moved is new there, though no verdict changed', async () => {
    const { diff, told } = await changes({ cn: good, hk: bad }, { cn: bad, hk: good })
    expect(told).toEqual(['fixed certificate/chain-complete hk', 'new certificate/chain-complete cn'])
    expect(diff).toMatchObject({ exitCode: 1, verdicts: [] })
  })
  test('one that did not look has fixed nothing', async () => {
    const { told } = await changes({ cn: good, hk: bad }, { cn: good, hk: 'timed-out' })
    expect(told).toEqual(['new audit/complete hk', 'not-judged certificate/chain-complete hk'])
  })
})

describe('of other places', () => {
  test('a place that is gone took its faults along: that is nothing better', async () => {
    const { diff } = await changes({ cn: good, hk: bad }, { cn: good, sg: good })
    expect(diff.vantages).toEqual({ added: ['sg'], removed: ['hk'] })
    expect(diff.verdicts.map(({ direction }) => direction)).toEqual(['neutral'])
  })
  test('a new place that fails as others did is no new fault', async () => {
    expect((await changes({ hk: bad, cn: good }, { hk: bad, cn: good, sg: bad })).told).toEqual([])
    expect((await changes({ hk: good, cn: good }, { hk: good, cn: good, sg: bad })).told).toEqual([
      'new certificate/chain-complete sg',
    ])
  })
})

test.each(['en', 'zh'] as const)('told in words: %s', async (language) => {
  const { diff } = await changes({ cn: good, hk: good }, { cn: good, sg: bad })
  for (const format of ['pretty', 'markdown'] as const) {
    const text = (await DIFF_FORMATS[format]())(diff, { language, color: false, width: 100 })
    expect(text).toContain(language === 'en' ? 'no longer seen from hk' : '不再从 hk 探测')
    expect(text).toContain(language === 'en' ? 'from sg' : '从 sg 看')
  }
})
