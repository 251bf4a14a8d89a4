import { expect, test } from 'vitest'
import { readingJobs } from '../../src/cli/jobs.js'

test('a processor is left for what V8 does besides reading, and as few threads as asked for read', () => {
  expect(readingJobs(2, 2)).toBe(1)
  expect(readingJobs(8, 4)).toBe(3)
  expect(readingJobs(2, 8)).toBe(2)
  expect(readingJobs(1, 1)).toBe(1)
})
