/** Runs before each test file. Files share a worker and what it has loaded: each leaves it as it was. */
import { afterAll, vi } from 'vitest'
import { removeFolders } from './cli/hefa.js'
import { keepKeys, takeKeys } from './kept-keys.js'

takeKeys()

afterAll(async () => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  keepKeys()
  await removeFolders()
})
