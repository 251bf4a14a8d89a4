import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
// The root lists are built, not committed.
import './scripts/data/pack.mjs'
import { filesOf, LONG, MOCKING, SHARED, THOROUGH } from './test/suites.js'

const project = (
  name: string,
  include: string[],
  more: TestProjectInlineConfiguration['test'] = {},
): TestProjectInlineConfiguration => ({ extends: true, test: { name, include, ...more } })

export default defineConfig({
  test: {
    // What was compiled once is read by the next run: by content, and only on this machine.
    experimental: { fsModuleCache: true, fsModuleCachePath: 'node_modules/.cache/vitest' },
    reporters: ['./test/reporter.ts'],
    setupFiles: ['test/setup.ts'],
    // Most files wait for servers and programs of theirs: one worker would leave the machine idle.
    maxWorkers: '100%',
    // Generous: no test depends on time, and machines are shared.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      // What is loaded once serves all files of a worker: that is most of what small files cost.
      project('shared', SHARED, { isolate: false }),
      project('mocking', MOCKING),
      ...Object.keys(LONG).map((name) => project(name, filesOf(name))),
      project('thorough', THOROUGH, { env: { HEFA_THOROUGH: '1' } }),
    ],
  },
})
