import { expect, test, vi } from 'vitest'
import { onAbort } from '../../src/probes/abort.js'

test('everybody who still listens is notified once', () => {
  const abort = new AbortController()
  const [first, second, gone] = [vi.fn(), vi.fn(), vi.fn()]
  onAbort(abort.signal, first)
  const back = onAbort(abort.signal, gone)
  onAbort(abort.signal, second)
  back()
  abort.abort()
  for (const stop of [first, second]) expect(stop).toHaveBeenCalledTimes(1)
  expect(gone).not.toHaveBeenCalled()
})

test('who is taken back while others are notified is no longer notified', () => {
  const abort = new AbortController()
  const told: string[] = []
  const backs: (() => void)[] = []
  onAbort(abort.signal, () => {
    told.push('first')
    for (const back of backs) back()
  })
  backs.push(onAbort(abort.signal, () => told.push('second')))
  abort.abort()
  expect(told).toEqual(['first'])
})

test('a thousand listeners are one of the signal', () => {
  const { signal } = new AbortController()
  const add = vi.spyOn(signal, 'addEventListener')
  for (let count = 0; count < 1000; count += 1) onAbort(signal, () => {})
  expect(add).toHaveBeenCalledTimes(1)
})

test('without a signal nothing is ever told', () => {
  expect(onAbort(undefined, () => {})()).toBeUndefined()
})
