import { describe, expect, test } from 'vitest'
import type { Handshake, HelloId } from '../../src/facts/index.js'
import type { Attempt } from '../../src/probes/attempt.js'
import { broken, decide, fateOfConnecting } from '../../src/probes/decide.js'

const of = (handshake: Handshake, connected = true): Attempt => ({ handshake, connected })
const accepted = of({ kind: 'accepted', version: 'TLSv1.2', cipher: 0xc02b })
const alert = of({ kind: 'refused', by: 'alert', alert: 40 })
const fault = of({ kind: 'refused', by: 'alert', alert: 80 })
const reset = of({ kind: 'no-answer', phase: 'hello', cause: 'ECONNRESET' })
const closed = of({ kind: 'no-answer', phase: 'hello', cause: 'closed' })
const afterRetry = of({ kind: 'no-answer', phase: 'handshake', cause: 'ECONNRESET' })
const timeout = of({ kind: 'no-answer', phase: 'hello', cause: 'timeout' })
const text = of({ kind: 'refused', by: 'not-tls', got: 'HTTP' })
const refused = of({ kind: 'refused', by: 'connection' }, false)
const silent = of({ kind: 'no-answer', phase: 'connect', cause: 'timeout' }, false)
const unrouted = of({ kind: 'no-answer', phase: 'connect', cause: 'local:ENETUNREACH' }, false)

const map = (attempts: Partial<Record<HelloId, Attempt>>) =>
  new Map(Object.entries(attempts)) as Map<HelloId, Attempt>

describe('the fate of a hello that was cut off, asked first and again', () => {
  test.each<[string, Attempt, Attempt | undefined, Attempt, Handshake]>([
    ['reset twice, another accepted', reset, reset, accepted, { kind: 'refused', by: 'reset' }],
    ['closed twice, another refused by alert', closed, closed, alert, { kind: 'refused', by: 'closed' }],
    ['closed, then reset', closed, reset, accepted, { kind: 'refused', by: 'reset' }],
    [
      'reset after a retry request, twice',
      afterRetry,
      afterRetry,
      accepted,
      { kind: 'refused', by: 'reset' },
    ],
    ['reset twice, no other answered', reset, reset, closed, reset.handshake],
    ['reset twice, another spoke no TLS', reset, reset, text, reset.handshake],
    ['reset twice, another timed out', reset, reset, timeout, reset.handshake],
    ['reset, not asked again', reset, undefined, accepted, reset.handshake],
    ['reset, then accepted', reset, accepted, alert, accepted.handshake],
    ['reset, then an alert', reset, alert, accepted, alert.handshake],
    ['reset, then silence', reset, timeout, accepted, timeout.handshake],
    [
      'TCP refused twice beside a living one',
      refused,
      refused,
      accepted,
      { kind: 'refused', by: 'connection' },
    ],
    [
      'TCP refused once beside a living one',
      refused,
      undefined,
      accepted,
      { kind: 'no-answer', phase: 'connect', cause: 'ECONNREFUSED' },
    ],
    ['TCP refused, then reset', refused, reset, accepted, reset.handshake],
    [
      'reset, then TCP refused',
      reset,
      refused,
      accepted,
      { kind: 'no-answer', phase: 'connect', cause: 'ECONNREFUSED' },
    ],
    ['a time-out is never a refusal', timeout, undefined, accepted, timeout.handshake],
    ['silence, then accepted', timeout, accepted, alert, accepted.handshake],
    ['silence, then reset', timeout, reset, accepted, timeout.handshake],
    ['an internal error, then accepted', fault, accepted, accepted, accepted.handshake],
    ['an internal error twice', fault, fault, accepted, fault.handshake],
  ])('%s', (_, first, second, other, expected) => {
    const decided = decide(map({ 'tls1.2': other, 'tls1.0': first }), map(second ? { 'tls1.0': second } : {}))
    expect(decided['tls1.0']).toEqual(expected)
    expect(decided['tls1.2']).toEqual(other.handshake)
  })
})

test('an address that answers only when asked again lets a second reset count', () => {
  const first = map({ 'tls1.2': reset, 'tls1.0': reset })
  expect(decide(first, map({ 'tls1.2': accepted, 'tls1.0': reset }))).toEqual({
    'tls1.2': accepted.handshake,
    'tls1.0': { kind: 'refused', by: 'reset' },
  })
})

test('what is cut by an address that cuts at times says nothing about its hello', () => {
  const first = map({ 'tls1.2': accepted, 'tls1.0': reset })
  expect(decide(first, map({ 'tls1.0': reset }), { steady: false })['tls1.0']).toEqual(reset.handshake)
})

test('a closed port refuses every hello', () => {
  const first = map({ 'tls1.2': refused, 'tls1.0': refused })
  expect(decide(first, new Map())).toEqual({ 'tls1.2': refused.handshake, 'tls1.0': refused.handshake })
  expect(broken(first, 'tls1.2')).toBe(false)
})

test.each<[string, Attempt, boolean]>([
  ['reset', reset, true],
  ['closed', closed, true],
  ['TCP refused', refused, true],
  ['timeout', timeout, false],
  ['connect timeout', silent, false],
  ['our own fault', unrouted, false],
  ['alert', alert, false],
  ['accepted', accepted, false],
])('%s is asked again: %s', (_, attempt, again) => {
  expect(broken(map({ 'tls1.3': accepted, 'tls1.2': attempt }), 'tls1.2')).toBe(again)
})

test.each<[string, Attempt[], object]>([
  ['any accepted', [refused, reset], { kind: 'accepted' }],
  ['all refused', [refused, refused], { kind: 'refused', by: 'connection' }],
  ['silence', [silent, refused], { kind: 'no-answer', phase: 'connect', cause: 'timeout' }],
  [
    'no route from here',
    [unrouted, unrouted],
    { kind: 'no-answer', phase: 'connect', cause: 'local:ENETUNREACH' },
  ],
])('connecting: %s', (_, [one, two], fate) => {
  expect(fateOfConnecting(map({ 'tls1.3': one as Attempt, 'tls1.2': two as Attempt }))).toEqual(fate)
})

describe('hellos cut once, where length tells what is cut', () => {
  const cut = (bytes: [number, number, number], again: Attempt = reset) => {
    const first = map({ 'tls1.2': accepted, 'tls1.3': reset, 'tls1.2-ats': closed })
    const ids = ['tls1.2', 'tls1.3', 'tls1.2-ats'] as const
    const helloBytes = new Map<string, number>(ids.map((id, at) => [id, bytes[at] ?? 0]))
    return decide(first, map({ 'tls1.3': again }), { helloBytes })['tls1.2-ats']
  }
  const refusal = { kind: 'refused', by: 'closed' }

  test.each<[string, [number, number, number], unknown]>([
    ['as long as the one cut twice', [300, 1500, 1500], refusal],
    ['longer', [300, 1500, 1700], refusal],
    ['shorter than the one cut twice', [300, 1500, 1499], closed.handshake],
    ['an answered one is as long', [1500, 1500, 1700], closed.handshake],
    ['an answered one is longer', [1800, 1500, 1700], closed.handshake],
  ])('%s', (_, bytes, expected) => expect(cut(bytes)).toEqual(expected))

  test('none was cut twice', () => {
    expect(cut([300, 1500, 1700], accepted)).toEqual(closed.handshake)
    expect(cut([300, 1500, 1700], timeout)).toEqual(closed.handshake)
  })
})
