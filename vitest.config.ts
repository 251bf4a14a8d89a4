import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Generous: no test depends on time, and machines are shared.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
