/** Certificates that could be any, since nobody saw them. */
import { describe, expect, test } from 'vitest'
import { renewalPlan } from '../../../src/report/renewals/plan.js'
import type { Target } from '../../../src/types.js'
import { result } from '../sample.js'
import { all, certificate, served } from './sample.js'

describe('an address whose certificate was not seen', () => {
  const leaf = certificate(60)
  const at = (...states: NonNullable<Target['addresses']>[number]['state'][]) =>
    states.map((state, index) => ({ address: `203.0.113.${index + 1}`, family: 4 as const, state }))
  const shown = (...addresses: string[]) => ({ addresses, clients: [], chain: [], certificate: leaf })
  const unseenOf = (part: Partial<Target>, allowUnknown = false) => {
    const { exitCode, unseen } = renewalPlan(all(served('a.example.com', leaf, part)), {
      within: 30 * 86_400_000,
      allowUnknown,
    })
    return { exitCode, unseen: unseen.map(({ host, reason, message }) => [host, reason, message]) }
  }
  const chains = [shown('203.0.113.1')]

  test.each(['silent', 'refused', 'answered'] as const)('is named, and open: %s', (state) => {
    const message = 'a.example.com: 203.0.113.2 gave no certificate.'
    const silence = result({
      ...{ rule: 'tls/reachable', status: state === 'silent' ? 'unknown' : 'fail', message },
      evidence: { reason: 'some-silent', dead: [{ address: '203.0.113.2' }], living: ['203.0.113.1'] },
    })
    const addresses = at('answered', state)
    const unseen = [['a.example.com', 'not-observed', message]]
    expect(unseenOf({ addresses, chains, results: [silence] })).toEqual({ exitCode: 3, unseen })
    expect(unseenOf({ addresses, chains, results: [silence] }, true)).toEqual({ exitCode: 0, unseen })
    expect(unseenOf({ addresses, chains, results: [] }).unseen[0]?.[2]).toBe('203.0.113.2')
  })
  test('is told once with others of the same sentence', () => {
    const message = '203.0.113.2 and 203.0.113.3 did not answer.'
    const silence = result({
      ...{ rule: 'tls/reachable', status: 'unknown', message },
      evidence: { reason: 'some-silent', addresses: ['203.0.113.2', '203.0.113.3'] },
    })
    const addresses = at('answered', 'silent', 'silent')
    expect(unseenOf({ addresses, chains, results: [silence] }).unseen).toHaveLength(1)
  })
  test('is told with all that nothing is said of, and of many some are named', () => {
    const states = Array.from({ length: 12 }, () => 'refused' as const)
    const { unseen } = unseenOf({ addresses: at('answered', ...states), chains, results: [] })
    expect(unseen).toHaveLength(1)
    expect(unseen[0]?.[2]).toMatch(/^203\.0\.113\.2, .*203\.0\.113\.11, \+2$/)
  })
  test('that was not tried is open where the audit leaves it open', () => {
    const left = result({
      ...{ rule: 'audit/complete', status: 'unknown', message: 'not all addresses were asked' },
      evidence: { reason: 'addresses-left', left: ['203.0.113.2'] },
    })
    const addresses = at('answered', 'not-tried')
    expect(unseenOf({ addresses, chains, results: [] }).exitCode).toBe(0)
    expect(unseenOf({ addresses, chains, results: [left] })).toEqual({
      exitCode: 3,
      unseen: [['a.example.com', 'not-observed', '203.0.113.2: not all addresses were asked']],
    })
  })
  test('from one place is named with it, though another place saw it', () => {
    const view = (vantage: string, ...states: Parameters<typeof at>) => ({
      ...{ vantage, verdicts: {}, addresses: at(...states), certificate: leaf },
    })
    const both = { ...shown('203.0.113.1'), vantages: ['hk', 'sg'] }
    const one = { ...shown('203.0.113.2'), chain: [], vantages: ['sg'] }
    const vantages = [view('hk', 'answered', 'silent'), view('sg', 'answered', 'answered')]
    expect(unseenOf({ vantages, chains: [both, one], results: [] })).toEqual({
      exitCode: 3,
      unseen: [['a.example.com', 'not-observed', 'hk: 203.0.113.2']],
    })
  })
})
