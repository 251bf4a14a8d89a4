/** Each reason of each rule is found by the rule itself in some test: one that nothing leads to would be a mere word. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { RULES } from '../../rules/index.js'

const root = join(import.meta.dirname, '../..')

/** Runs the rules' tests with their judges watched. */
function producedReasons(): Set<string> {
  const place = mkdtempSync(join(tmpdir(), 'hefa-reasons-'))
  try {
    const file = join(place, 'reasons')
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/vitest/vitest.mjs'),
        'run',
        '--config',
        'test/meta/produced/vitest.config.ts',
        '--reporter',
        'dot',
      ],
      { cwd: root, env: { ...process.env, HEFA_REASONS: file, VITEST: undefined }, encoding: 'utf8' },
    )
    if (status !== 0) throw new Error(`${stdout}${stderr}`.slice(-4000))
    return new Set(readFileSync(file, 'utf8').trimEnd().split('\n'))
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

test('every reason', () => {
  const found = producedReasons()
  const missing = RULES.flatMap(({ id, reasons }) =>
    Object.keys(reasons).map((reason) => `${id} ${reason}`),
  ).filter((one) => !found.has(one))
  expect(missing).toEqual([])
})
