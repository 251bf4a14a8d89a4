/** `--write-baseline` and `--baseline` as a team uses them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Demo, startDemo } from '../../src/demo/index.js'
import { folder, hefa } from './hefa.js'

let demo: Demo
let cwd: string
beforeAll(async () => {
  demo = await startDemo()
  cwd = await folder({
    'root.pem': demo.ca,
    'hefa.config.json': demo.config,
    'broken.json': '{\n  "findings": oh',
  })
  const flags = [
    ...demo.resolve.flatMap((entry) => ['--resolve', entry]),
    '--ca',
    'root.pem',
    '--timeout',
    '1',
  ]
  await hefa(['check', ...flags, '--save-facts', 'facts.json', '-q'], { cwd })
})
afterAll(() => demo.close())

const judge = (...args: string[]) => hefa(['judge', 'facts.json', ...args], { cwd })

test('written, then used: nothing fails that failed before', async () => {
  expect((await judge()).status).toBe(1)
  const written = await judge('--write-baseline', 'known.json')
  expect(written.stderr).toMatch(/^wrote known\.json: \d+ known findings\n$/)
  expect(written.status).not.toBe(1)
  const again = await judge('--baseline', 'known.json')
  expect(again.status).toBe(written.status)
  expect(again.stdout).toMatch(/\d+ findings of the baseline/)
  expect(JSON.parse(readFileSync(join(cwd, 'known.json'), 'utf8')).findings.length).toBeGreaterThan(3)
})

test.each([
  [['--baseline', 'none.json'], 'hefa: --baseline: cannot read none.json: ENOENT\n'],
  [['--baseline', 'broken.json'], 'hefa: broken.json:2:15: not JSON\n'],
  [
    ['--baseline', 'hefa.config.json'],
    'hefa: hefa.config.json: not a baseline written by --write-baseline (at schemaVersion)\n',
  ],
  [
    ['--baseline', 'a.json', '--write-baseline', 'b.json'],
    'hefa: give either --baseline or --write-baseline\n',
  ],
])('%s ends with status 2', async (args, said) => {
  const { status, stderr, stdout } = await judge(...args)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toBe(said)
})
