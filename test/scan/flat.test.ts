import { expect, test } from 'vitest'
import { flat } from '../../src/scan/flat.js'

test('it gives what flatMap gives, in a list of its own', () => {
  const own = [1]
  const cases: [readonly number[], (one: number, at: number) => unknown][] = [
    [[], (one) => one],
    [[1, 2, 3], (one) => (one === 2 ? [] : one)],
    [[1, 2, 3], (one, at) => [one, at, [one]]],
    [[0], () => own],
    [[1, 2], () => undefined],
  ]
  for (const [list, of] of cases) expect(flat(list, of)).toEqual(list.flatMap(of))
  expect(flat([0], () => own)).not.toBe(own)
})

test('what is added to the list meanwhile is no part of it', () => {
  const list = [1, 2]
  expect(flat(list, (one) => list.push(one))).toEqual([3, 4])
})
