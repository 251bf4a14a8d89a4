/** Work in a thread of its own ends by a signal at any moment, however long it would take. */
import { expect, test } from 'vitest'
import { inThread } from '../../src/cli/scan/thread.js'

const ENDLESS = { script: '../test/helpers/endless.js', data: null }

test('work without an end is given up when the signal is aborted', async () => {
  const end = new AbortController()
  setTimeout(() => end.abort(), 50)
  expect(await inThread(ENDLESS, end.signal)).toBe('aborted')
})

test('what is aborted before the start does not start', async () => {
  expect(await inThread(ENDLESS, AbortSignal.abort())).toBe('aborted')
})
