import { defineConfig } from 'vitest/config'
// The root lists are built, not committed.
import './scripts/data/pack.mjs'
import { ALL, LONG, MOCKING } from './test/suites.js'

const long = Object.values(LONG).flat()
const project = (
  name: string,
  test: { include: readonly string[]; exclude?: readonly string[]; isolate: boolean },
) => ({
  extends: true as const,
  test: { ...test, name, include: [...test.include], exclude: [...(test.exclude ?? [])] },
})

export default defineConfig({
  test: {
    reporters: ['./test/reporter.ts'],
    setupFiles: ['test/setup.ts'],
    // Most files wait for servers and programs of theirs: one worker would leave the machine idle.
    maxWorkers: '100%',
    // Generous: no test depends on time, and machines are shared.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      // What is loaded once serves all files of a worker: that is most of what small files cost.
      project('shared', { include: ALL, exclude: [...long, ...MOCKING], isolate: false }),
      project('mocking', { include: MOCKING, isolate: true }),
      ...Object.entries(LONG).map(([name, folders]) =>
        project(name, { include: folders.map((folder) => `${folder}/*.test.ts`), isolate: true }),
      ),
    ],
  },
})
