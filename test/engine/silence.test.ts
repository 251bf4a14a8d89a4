/** Silence never passes. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RULES } from '../../rules/index.js'
import type { ChainFact, Handshake, HelloId, TargetFacts } from '../../src/facts/index.js'
import { HELLO_IDS } from '../../src/facts/index.js'
import { authority, chainFact, issue } from '../helpers/chains.js'
import {
  accepted,
  closedPort,
  column,
  dnsAnswer,
  dnsFact,
  endpoint,
  everyHello,
  judgments,
  modern,
  notTls,
  refused,
  reset,
  silent,
  target,
  unconnected,
  VERSION_OF,
} from '../helpers/targets.js'
import { httpFact } from '../rules/http/helpers.js'

const TLS_RULES = RULES.filter(({ id }) => id.startsWith('tls/'))
const CHAIN_RULES = RULES.filter(({ subject }) => subject === 'chain')
const A = '93.184.216.34'

describe('over every combination of accepted, refused and silent handshakes', () => {
  const KINDS = ['+', '-', '?'] as const
  type Kind = (typeof KINDS)[number]
  const IDS: HelloId[] = ['ssl3', 'tls1.0', 'tls1.1', 'tls1.2', 'tls1.3', 'tls1.2-ats', 'tls1.2-ats-legacy']
  const answer = (id: HelloId, kind: Kind): Handshake =>
    kind === '+' ? accepted(VERSION_OF[id]) : kind === '-' ? refused : silent
  const factsOf = (kinds: readonly Kind[]): TargetFacts => {
    const handshakes = Object.fromEntries(IDS.map((id, index) => [id, answer(id, kinds[index] ?? '?')]))
    return target([endpoint(A, { handshakes })])
  }
  const combinations = (length: number): Kind[][] =>
    length === 0 ? [[]] : combinations(length - 1).flatMap((rest) => KINDS.map((kind) => [...rest, kind]))

  /** Told of each rule on iOS, or on Android where iOS demands nothing. */
  const statuses = (kinds: readonly Kind[]) => {
    const all = judgments(factsOf(kinds), { rules: TLS_RULES })
    return new Map(
      TLS_RULES.map(({ id }) => {
        const told = [...column(all, id, 'wechat-ios'), ...column(all, id, 'wechat-android')]
        return [id, told.map((one) => one.split(' ')[0] ?? '')]
      }),
    )
  }

  test('what passes with silence passes whatever the silent ones would have said', () => {
    const all = combinations(IDS.length)
    const known = new Map(all.map((kinds) => [kinds.join(''), statuses(kinds)]))
    for (const kinds of all) {
      const told = known.get(kinds.join(''))
      for (const [index, kind] of kinds.entries()) {
        if (kind !== '?') continue
        for (const instead of ['+', '-'] as const) {
          const other = known.get(kinds.with(index, instead).join(''))
          for (const [id, status] of told ?? []) {
            // Passed without knowing: knowing more may not turn it into a failure.
            const wasPass = status.length > 0 && status.every((one) => one === 'pass')
            if (wasPass)
              expect(other?.get(id), `${id} ${kinds.join('')}, ${IDS[index]} ${instead}`).not.toContain(
                'fail',
              )
          }
        }
      }
    }
  })

  test('silence alone is never a pass, of no rule', () => {
    for (const [id, status] of statuses(IDS.map(() => '?'))) {
      if (id === 'tls/reachable' || status.length === 0) continue
      expect([id, ...status]).not.toContain('pass')
    }
  })

  test('hellos that were never sent count as silence', () => {
    fc.assert(
      fc.property(fc.subarray([...HELLO_IDS]), (sent) => {
        const full = modern()
        const handshakes = Object.fromEntries(sent.map((id) => [id, full[id]]))
        const all = judgments(target([endpoint(A, { handshakes })]), { rules: TLS_RULES })
        const version = column(all, 'tls/version', 'wechat-ios')
        const asked = (['ssl3', 'tls1.0', 'tls1.1', 'tls1.2', 'tls1.3'] as const).every((id) =>
          sent.includes(id),
        )
        expect(version).toEqual([asked ? 'pass error' : 'unknown error not-observed'])
      }),
    )
  })
})

describe('not observed', () => {
  const unresolved = target([], { dns: dnsFact(dnsAnswer('timeout'), dnsAnswer('timeout')) })
  const unlisted = target([], { dns: dnsFact(dnsAnswer('answered', A)) })
  const { dns: _, ...undiscovered } = target([])
  const quiet = target([endpoint(A, { connect: unconnected, handshakes: everyHello(unconnected) })])
  const unread = target([
    endpoint(A, { handshakes: { ...modern(), 'tls1.3': accepted('TLSv1.3', { incomplete: silent }) } }),
  ])
  const mute = target([endpoint(A, { handshakes: everyHello(silent) })])
  const unasked = target([endpoint(A, { handshakes: {} })])
  const cut = target([endpoint(A, { handshakes: everyHello(reset) })])

  test.each<[string, TargetFacts, object]>([
    ['DNS time-out', unresolved, { phase: 'dns', cause: 'timeout' }],
    ['DNS never asked', undiscovered, { phase: 'dns', cause: 'not-asked' }],
    ['addresses known, none tried', unlisted, { phase: 'connect', cause: 'not-tried' }],
    ['a silent connect', quiet, { phase: 'connect', cause: 'timeout', address: A }],
    ['silence after the hello', mute, { phase: 'hello', cause: 'timeout' }],
    ['no hello sent', unasked, { phase: 'hello', cause: 'not-tried' }],
    ['every connection cut', cut, { phase: 'hello', cause: 'ECONNRESET' }],
    ['a flight that broke off', unread, { phase: 'handshake', cause: 'timeout' }],
  ])('%s: every certificate rule is unknown, at its hardest level', (_, facts, evidence) => {
    const all = judgments(facts, { rules: CHAIN_RULES })
    expect(all.length).toBeGreaterThanOrEqual(CHAIN_RULES.length)
    for (const one of all) expect(one).toMatchObject({ status: 'unknown', reason: 'not-observed', evidence })
    expect(column(all, 'certificate/trusted', 'wechat-ios')).toEqual(['unknown error not-observed'])
    expect(column(all, 'certificate/expires-soon', 'wechat-ios')).toEqual(['unknown warning not-observed'])
  })

  test.each<[string, TargetFacts]>([
    ['DNS time-out', unresolved],
    ['DNS never asked', undiscovered],
    ['addresses known, none tried', unlisted],
    ['a silent connect', quiet],
    ['silence after the hello', mute],
    ['no hello sent', unasked],
    ['every connection cut', cut],
  ])('%s: no rule that is an error passes, and none is passed over', (_, facts) => {
    const http = httpFact({ connection: { kind: 'no-answer', phase: 'connect', cause: 'timeout' } })
    const all = judgments({ ...facts, http }).filter(({ level }) => level === 'error')
    const told = all.filter(({ rule }) => !rule.startsWith('dns/')).map(({ status }) => status)
    expect(told).not.toContain('pass')
    expect(all.some(({ status }) => status === 'unknown')).toBe(true)
  })
})

describe('nothing to judge', () => {
  test.each<[string, TargetFacts]>([
    ['no such name', target([], { dns: dnsFact(dnsAnswer('nxdomain'), dnsAnswer('nxdomain')) })],
    [
      'no such name, silence about AAAA',
      target([], { dns: dnsFact(dnsAnswer('nxdomain'), dnsAnswer('timeout')) }),
    ],
    ['a name without addresses', target([], { dns: dnsFact(dnsAnswer('no-data'), dnsAnswer('no-data')) })],
    [
      'a refused connection',
      target([endpoint(A, { connect: closedPort, handshakes: everyHello(closedPort) })]),
    ],
    ['plain HTTP', target([endpoint(A, { handshakes: everyHello(notTls) })])],
    [
      'HTTP that sometimes says nothing',
      target([endpoint(A, { handshakes: { ...everyHello(notTls), ssl3: silent, 'tls1.3': reset } })]),
    ],
  ])('%s', (_, facts) => {
    const rules = RULES.filter(({ subject }) => subject === 'endpoint' || subject === 'chain')
    const all = judgments(facts, { rules })
    expect(all.length).toBeGreaterThanOrEqual(rules.length)
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['not-applicable']))
    const verdicts = judgments(facts).filter(({ status, level }) => status === 'fail' && level === 'error')
    expect(verdicts.map(({ rule }) => rule)).toEqual([
      expect.stringMatching(/^(dns\/resolves|tls\/reachable)$/),
    ])
  })

  test('a chain from a file needs no handshake', () => {
    const chains = [chainFact([issue({}), authority.intermediate])]
    const all = judgments(target([endpoint(A, { handshakes: {}, chains })]), {
      rules: CHAIN_RULES,
      ca: [authority.root],
    })
    expect(all.map(({ status }) => status)).not.toContain('unknown')
  })
})

test('a chain that was sent and is not there to be judged is unknown', () => {
  const sent = chainFact([issue({}), authority.intermediate])
  const told = (chains: ChainFact[]) =>
    column(
      judgments(target([endpoint('93.184.216.34', { handshakes: modern(sent), chains })])),
      'certificate/hostname',
      'wechat-ios',
    )
  expect(told([sent])).toEqual(['pass error'])
  expect(told([])).toEqual(['unknown error not-observed'])
  expect(told([{ ...sent, primary: false }])).toContain('unknown error not-observed')
  expect(told([chainFact([authority.intermediate])])).toContain('unknown error not-observed')
})
