import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { manyFaults } from '../report/sample.js'
import { folder, hefa } from './hefa.js'

const bad = JSON.stringify(manyFaults())
const good = JSON.stringify({
  ...manyFaults(),
  config: [],
  verdicts: {},
  targets: manyFaults().targets.map((one) => ({ ...one, results: [], verdicts: {} })),
})

/** @param index of a share of two */
function shared(index: number) {
  const { scope, ...rest } = manyFaults()
  return { ...rest, scope: { ...scope, shard: { index, count: 2 } } }
}

const run = async (args: string[], input?: string) =>
  hefa(['diff', ...args], {
    cwd: await folder({
      'bad.json': bad,
      'good.json': good,
      'share.json': JSON.stringify(shared(1)),
      'other.json': JSON.stringify(shared(2)),
      'broken.json': '{',
      'facts.json': '{"schemaVersion":1,"gatheredAt":"","targets":[]}',
      'shape.json': bad.replace('"port":443', '"port":"443"'),
      'later.json': bad.replace('"schemaVersion":1', '"schemaVersion":2'),
      'latin.json': Buffer.from([0x7b, 0xff]) as unknown as string,
    }),
    ...(input === undefined ? {} : { input }),
  })

test.each([
  [['good.json', 'bad.json'], 1, 'new · certificate/chain-complete'],
  [['bad.json', 'good.json'], 0, 'api.example.com'],
  [['bad.json', 'bad.json'], 0, 'Nothing changed.'],
  [['bad.json', 'bad.json', '--lang', 'zh'], 0, '没有变化。'],
])('hefa diff %j → %d', async (args, status, told) => {
  const ran = await run(args)
  expect({ status: ran.status, stderr: ran.stderr }).toEqual({ status, stderr: '' })
  expect(ran.stdout).toContain(told)
})

test.each([
  [['bad.json', 'share.json'], 2, 'hefa: share.json: only share 1/2 of a run: hefa merge joins them'],
  [['share.json', 'other.json'], 2, 'hefa: other.json: only share 2/2 of a run: hefa merge joins them'],
  [['share.json', 'share.json'], 0, ''],
  [['share.json', 'bad.json'], 0, ''],
])('hefa diff %j → %d: what a share lacks was not removed', async (args, status, told) => {
  const ran = await run(args)
  expect(ran.status).toBe(status)
  expect(ran.stderr).toContain(told)
})

test('one report may come from standard input, and the answer go into files', async () => {
  const ran = await run(['-', 'bad.json', '--format', 'json'], good)
  expect(ran.status).toBe(1)
  expect(JSON.parse(ran.stdout)).toMatchObject({ schemaVersion: 1, exitCode: 1 })
  const cwd = await folder({ 'a.json': good, 'b.json': bad })
  await hefa(['diff', 'a.json', 'b.json', '--format', 'markdown', '--output', 'diff.md'], { cwd })
  expect(readFileSync(`${cwd}/diff.md`, 'utf8')).toContain('❌')
})

describe("what isn't a report is status 2, one line that names the file", () => {
  test.each([
    [['none.json', 'bad.json'], 'cannot read none.json: ENOENT'],
    [['bad.json', 'broken.json'], 'broken.json:1:2: not JSON'],
    [['bad.json', 'facts.json'], 'facts.json: not a report but saved facts'],
    [
      ['shape.json', 'bad.json'],
      'shape.json:1:1132: not a report of "hefa check --format json": targets.0.port',
    ],
    [['later.json', 'bad.json'], 'later.json:1:18: a report of schema version 2'],
    [['latin.json', 'bad.json'], 'latin.json: not UTF-8'],
    [['-', '-'], 'standard input (-) can be read once only'],
    [['.', 'bad.json'], 'EISDIR'],
    [['bad.json'], 'missing argument AFTER.json'],
    [['bad.json', 'good.json', '--format', 'sarif'], 'is not one of pretty, json, markdown'],
  ])('%j', async (args, told) => {
    const { status, stdout, stderr } = await run(args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(told)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  })
})
