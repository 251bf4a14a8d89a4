import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { sharedLimiter } from '../../src/probes/shared-limiter.js'

const always = () => true

test('never more than the limit at once over all owners, all in the end', async () => {
  const shared = sharedLimiter(3)
  let active = 0
  let most = 0
  let done = 0
  const tasks = Array.from({ length: 3000 }, (_, index) =>
    shared.of(
      `owner ${index % 7}`,
      always,
    )(async () => {
      active += 1
      most = Math.max(most, active)
      await turn()
      active -= 1
      done += 1
    }),
  )
  await Promise.all(tasks)
  expect(most).toBe(3)
  expect(done).toBe(3000)
  expect(shared.crowded()).toBe(true)
})

test('everybody has one before anybody has a second', async () => {
  const shared = sharedLimiter(2)
  const order: string[] = []
  const task = (owner: string) =>
    shared.of(
      owner,
      always,
    )(async () => {
      order.push(owner)
      await turn()
    })
  const tasks = [...'aaaaaa'].map(task)
  await Promise.all([...tasks, ...['b', 'c', 'd'].map(task)])
  expect(order.slice(0, 4).toSorted()).toEqual(['a', 'b', 'c', 'd'])
  expect(order).toHaveLength(9)
})

test('in a crowd, nobody gets a second place before the first has found something out', async () => {
  const shared = sharedLimiter(2)
  const found = new Set<string>()
  const early: string[] = []
  const task = (owner: string, index: number) =>
    shared.of(owner, () => found.has(owner))(async () => {
      if (index > 0 && !found.has(owner)) early.push(owner)
      await turn()
      found.add(owner)
    })
  const owners = ['a', 'b', 'c', 'd', 'e']
  await Promise.all(owners.flatMap((owner) => [0, 1, 2].map((index) => task(owner, index))))
  expect(shared.crowded()).toBe(true)
  expect(early).toEqual([])
})

test('owners that found nothing out are served all the same, one task after the other', async () => {
  const shared = sharedLimiter(3)
  const active = new Map<string, number>()
  let [most, done] = [0, 0]
  const task = (owner: string) =>
    shared.of(
      owner,
      () => false,
    )(async () => {
      active.set(owner, (active.get(owner) ?? 0) + 1)
      most = Math.max(most, active.get(owner) ?? 0)
      await turn()
      active.set(owner, (active.get(owner) ?? 0) - 1)
      done += 1
    })
  await Promise.all(['a', 'b', 'c'].flatMap((owner) => Array.from({ length: 10 }, () => task(owner))))
  expect({ most, done }).toEqual({ most: 1, done: 30 })
})

test('a task that fails gives its place back, and a lone owner is not crowded', async () => {
  const shared = sharedLimiter(1)
  await expect(shared.of('a', always)(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await shared.of('a', always)(() => Promise.resolve('yes'))).toBe('yes')
  expect(shared.crowded()).toBe(false)
})
