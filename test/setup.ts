/** Runs before each test file. Files share a worker and what it has loaded: each leaves it as it was. */
import fc from 'fast-check'
import { afterAll, vi } from 'vitest'
import { removeFolders } from './cli/hefa.js'
import { keepKeys, takeKeys } from './kept-keys.js'

takeKeys()

// The same inputs in every run, so that a failure is the change's own; HEFA_SEED=n tries others.
fc.configureGlobal({ seed: Number(process.env.HEFA_SEED ?? 20_261_120) })

afterAll(async () => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  keepKeys()
  await removeFolders()
})
