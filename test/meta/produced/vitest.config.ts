import { defineConfig } from 'vitest/config'

/** The rules' own tests in one world, with a witness. */
export default defineConfig({
  test: {
    root: new URL('../../..', import.meta.url).pathname,
    include: ['rules/**/*.test.ts', 'test/rules/**/*.test.ts'],
    setupFiles: [new URL('record.ts', import.meta.url).pathname],
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
