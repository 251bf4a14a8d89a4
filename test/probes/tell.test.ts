import { describe, expect, test } from 'vitest'
import { once, tellWaiting } from '../../src/probes/tell.js'

describe('a target that only waits for answers', () => {
  const tellings = async (order: readonly ('handshakes' | 'answers')[], asking = true): Promise<string[]> => {
    const told: string[] = []
    const done = { handshakes: () => {}, answers: () => {} }
    const observed = new Promise<string>((resolve) => {
      done.handshakes = () => resolve('facts')
    })
    const answered = new Promise<void>((resolve) => {
      done.answers = resolve
    })
    tellWaiting(observed, asking ? answered : undefined, (facts) => told.push(facts))
    for (const step of order) {
      done[step]()
      await new Promise(setImmediate)
    }
    return told
  }

  test('is told of', async () => {
    expect(await tellings(['handshakes', 'answers'])).toEqual(['facts'])
  })

  test('isn’t one whose answers came first', async () => {
    expect(await tellings(['answers', 'handshakes'])).toEqual([])
  })

  test('isn’t one that is sent no requests', async () => {
    expect(await tellings(['handshakes'], false)).toEqual([])
  })

  test('a failure is left to whoever awaits it', async () => {
    const failing = Promise.reject(new Error('gone'))
    tellWaiting(failing, failing, () => {})
    await expect(failing).rejects.toThrow('gone')
  })
})

test('once: the first call counts', () => {
  const told: number[] = []
  const tell = once((value: number) => told.push(value))
  for (const value of [1, 2, 3]) tell(value)
  expect(told).toEqual([1])
  expect(() => once<number>(undefined)(1)).not.toThrow()
})
