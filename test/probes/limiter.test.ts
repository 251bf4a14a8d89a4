import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { limiter } from '../../src/probes/limiter.js'

test('never more than the limit at once, in order, all in the end', async () => {
  const run = limiter(3)
  const started: number[] = []
  let active = 0
  let most = 0
  await Promise.all(
    Array.from({ length: 3000 }, (_, index) =>
      run(async () => {
        started.push(index)
        active += 1
        most = Math.max(most, active)
        await turn()
        active -= 1
      }),
    ),
  )
  expect(most).toBe(3)
  expect(started).toEqual(Array.from({ length: 3000 }, (_, index) => index))
})

test('a task that fails gives its place back', async () => {
  const run = limiter(1)
  const failed = run(() => Promise.reject(new Error('no')))
  const next = run(() => Promise.resolve('yes'))
  await expect(failed).rejects.toThrow('no')
  expect(await next).toBe('yes')
})

test('a newcomer does not slip in while a place passes on', async () => {
  const run = limiter(1)
  let active = 0
  let most = 0
  const enter = (): void => {
    active += 1
    most = Math.max(most, active)
  }
  const late: Promise<void>[] = []
  const slow = async () => {
    enter()
    await turn()
    active -= 1
  }
  const all = Array.from({ length: 50 }, () =>
    run(async () => {
      enter()
      active -= 1
      // One newcomer in each of the next turns of the microtask queue: one meets the moment of passing on.
      let hop = Promise.resolve()
      for (let turns = 0; turns < 5; turns += 1) hop = hop.then(() => void late.push(run(slow)))
    }),
  )
  await Promise.all(all)
  await Promise.all(late)
  expect(late).toHaveLength(250)
  expect(most).toBe(1)
})
