import { describe, expect, test } from 'vitest'
import type { Handshake } from '../../src/facts/index.js'
import type { Attempt } from '../../src/probes/attempt.js'
import { hasVanished, hasWavered, isScattered, missedAlone } from '../../src/probes/steady.js'

const of = (handshake: Handshake, connected = true): Attempt => ({ handshake, connected })
const ended = (cause: string, connected = true): Attempt =>
  of({ kind: 'no-answer', phase: connected ? 'hello' : 'connect', cause }, connected)
const good = of({ kind: 'accepted', version: 'TLSv1.2', cipher: 0xc02b })
const alert = of({ kind: 'refused', by: 'alert', alert: 40 })
const fault = of({ kind: 'refused', by: 'alert', alert: 80 })
const reset = ended('ECONNRESET')
const silence = ended('timeout')
const closedPort = of({ kind: 'refused', by: 'connection' }, false)

const attempts = (first: Attempt[], second: Record<number, Attempt> = {}) => ({
  first: new Map(first.map((made, index) => [`${index}`, made])),
  second: new Map(Object.entries(second)),
})

describe('one hello, two answers', () => {
  test.each<[string, Attempt[], Record<number, Attempt>, boolean]>([
    ['reset, then accepted', [good, reset], { 1: good }, true],
    ['reset, then an alert', [good, reset], { 1: alert }, true],
    ['silence, then accepted', [good, silence], { 1: good }, true],
    ['an internal error, then accepted', [good, fault], { 1: good }, true],
    ['an internal error, then another', [good, fault], { 1: fault }, false],
    ['reset twice', [good, reset], { 1: reset }, false],
    ['accepted, then reset', [good, reset], { 0: reset }, false],
    ['never asked again', [good, reset], {}, false],
  ])('%s', (_, first, second, expected) => expect(hasWavered(attempts(first, second))).toBe(expected))

  test.each<[string, Attempt[], boolean]>([
    ['the end of a burst', [good, good, reset], false],
    ['its beginning', [reset, good, good], false],
    ['in between', [good, reset, good], true],
  ])('%s', (_, first, expected) => {
    const at = first.indexOf(reset)
    expect(isScattered(attempts(first, { [at]: good }))).toBe(expected)
  })
})

test.each<[string, Attempt[], Record<number, Attempt>, boolean]>([
  ['accepted, then reset', [good, reset], { 0: reset }, true],
  ['an alert, then silence', [alert, reset], { 0: silence }, true],
  ['reset, then accepted', [good, reset], { 1: good }, false],
  ['reset twice', [good, reset], { 1: reset }, false],
])('an answer, and none: %s', (_, first, second, expected) =>
  expect(hasVanished(attempts(first, second))).toBe(expected),
)

describe('a hello that was answered, sent alone', () => {
  const usual = { times: 4, accepted: true, lasting: true }
  test.each<[string, Attempt[], number, number]>([
    ['answered each time', [good, good, good, good], 0, 4],
    ['an alert is an answer', [alert, alert, alert, alert], 0, 4],
    ['cut once', [good, reset, good], 1, 3],
    ['a closed port', [closedPort, good], 1, 2],
    ['an internal error', [fault, good], 1, 2],
    ['cut at the end', [good, good, good, reset], 1, 4],
    ['cut each time', [reset, reset, reset, reset], 4, 4],
    ['silence is waited for twice', [silence, silence], 2, 2],
    ['the run ends', [reset, ended('aborted')], 0, 2],
    ['a fault of this machine', [ended('local:EMFILE', false)], 0, 1],
  ])('%s', async (_, made, expected, asked) => {
    let next = 0
    const ask = async () => made[next++] ?? good
    expect(await missedAlone(ask, usual)).toBe(expected)
    expect(next).toBe(asked)
  })

  test('where it may be cut from some time on, it must have been answered later', async () => {
    expect(await missedAlone(async () => reset, { ...usual, lasting: false })).toBe(0)
    const made = [reset, good]
    expect(await missedAlone(async () => made.shift() ?? good, { ...usual, lasting: false })).toBe(1)
  })

  test('where it was never accepted, an internal error is its usual answer', async () => {
    expect(await missedAlone(async () => fault, { ...usual, accepted: false })).toBe(0)
  })

  test('no more often than there are places', async () => {
    expect(await missedAlone(async () => reset, { ...usual, times: 2 })).toBe(2)
  })
})
