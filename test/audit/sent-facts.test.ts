/** What a worker sends for one target of a run. */
import { expect, test } from 'vitest'
import { readSentFacts, sentFacts } from '../../src/audit/index.js'
import { targetsOf } from '../../src/config/index.js'
import { configOf, factsOf } from './facts.js'

test.each([1, 2, 3])('is read in share %i of 3 as in the first', async (index) => {
  const { targets, ...run } = await factsOf(configOf(['a.example.com', 'b.example.com', 'c.example.com']))
  const at = index - 1
  const [target, spec] = [targets[at], targetsOf(run.config)[at]]
  if (!target || !spec) throw new Error('no target')
  const whole = { ...run, shard: { index, count: 3 } }
  const read = await readSentFacts(sentFacts(target), spec, 'shanghai', whole)
  expect(read).toMatchObject({ host: target.host, vantage: 'shanghai', dns: target.dns })
  expect(read).not.toHaveProperty('notLooked')
})
