import { defineConfig } from 'vitest/config'
// The root lists are built, not committed.
import './scripts/data/pack.mjs'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'rules/**/*.test.ts'],
    // Most files wait for servers and programs of theirs: one worker would leave the machine idle.
    maxWorkers: '100%',
    // Generous: no test depends on time, and machines are shared.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
