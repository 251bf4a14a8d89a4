/** One name, two places that serve it differently: audited from each, judged together. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Facts } from '../../src/audit/index.js'
import type { Report } from '../../src/types.js'
import { type ADDRESSES, PLACE_HOST, startTwoPlaces, type TwoPlaces } from '../helpers/two-places.js'
import { folder, hefa } from './hefa.js'

type Name = keyof typeof ADDRESSES
let places: TwoPlaces
let cwd: string
beforeAll(async () => {
  places = await startTwoPlaces()
  const config = {
    domains: { request: [`https://${PLACE_HOST}:${places.port}`] },
    rules: { 'domain/icp-filing': 'off' },
  }
  cwd = await folder({ 'root.pem': places.root, 'hefa.config.json': JSON.stringify(config) })
  await places.serve('hk', { chain: [places.leaf] })
  await save('shanghai')
  await save('hk')
})
afterAll(() => places.close())

const flags = (place: Name) => ['--ca', 'root.pem', '--timeout', '4', ...places.resolve(place)]
const run = (...args: string[]) => hefa(args, { cwd })
const save = (place: Name, file = `${place}.json`, ...more: string[]) =>
  run('check', ...flags(place), '--vantage', place, '--save-facts', file, '--quiet', ...more)
const reportOf = ({ stdout }: { stdout: string }): Report => JSON.parse(stdout)
const write = (name: string, change: (facts: Facts) => void, from = 'hk.json') => {
  const facts = JSON.parse(readFileSync(join(cwd, from), 'utf8'))
  change(facts)
  writeFileSync(join(cwd, name), JSON.stringify(facts))
}

describe('check --vantage', () => {
  test('names the place in the report and in the facts', async () => {
    const ran = await run('check', ...flags('shanghai'), '--vantage', 'shanghai', '--format', 'json')
    expect(reportOf(ran)).toMatchObject({
      scope: { vantages: ['shanghai'] },
      targets: [
        { vantages: [{ vantage: 'shanghai', addresses: [{ address: '127.0.0.2', state: 'answered' }] }] },
      ],
    })
    expect(JSON.parse(readFileSync(join(cwd, 'shanghai.json'), 'utf8'))).toMatchObject({
      vantages: ['shanghai'],
      targets: [{ vantage: 'shanghai' }],
    })
  })
  test('names it in every line of ndjson, and of names from standard input', async () => {
    const [line = ''] = (
      await run('check', ...flags('hk'), '--vantage', 'hk', '--format', 'ndjson')
    ).stdout.split('\n')
    expect(JSON.parse(line)).toMatchObject({ vantages: [{ vantage: 'hk' }] })
    const { stdout } = await hefa(['audit', '-', ...flags('hk'), '--vantage', 'hk', '--format', 'ndjson'], {
      cwd,
      input: `${PLACE_HOST}:${places.port}\n`,
    })
    expect(JSON.parse(stdout.split('\n')[0] ?? '')).toMatchObject({ vantages: [{ vantage: 'hk' }] })
  })
  test.each(['', 'Shanghai', 'a b', '-a', 'a'.repeat(64), 'cn/1', 'a,b', 'all', 'a\u202eb'])(
    '%j is no name of one place: status 2, nothing is asked',
    async (name) => {
      const ran = await run('check', ...flags('hk'), '--vantage', name)
      expect(ran).toMatchObject({ status: 2, stdout: '' })
      expect(ran.stderr).toContain('--vantage')
    },
  )
})

describe('judge of several files', () => {
  test('the worst counts, and the place is named', async () => {
    const ran = await run('judge', 'shanghai.json', 'hk.json', '--format', 'json')
    const report = reportOf(ran)
    expect(ran).toMatchObject({ status: 1, stderr: '' })
    expect(report.scope).toMatchObject({ vantages: ['shanghai', 'hk'], servers: 1 })
    const [target] = report.targets
    expect(target?.vantages?.map(({ verdicts }) => verdicts['wechat-android'])).toEqual(['pass', 'fail'])
    const found = target?.results.find(
      ({ rule, status }) => rule === 'certificate/chain-complete' && status === 'fail',
    )
    expect(found).toMatchObject({ vantages: ['hk'], message: expect.stringMatching(/^From hk: /) })
  })
  test('in any order, also from standard input', async () => {
    const turned = await hefa(['judge', '-', 'shanghai.json', '--format', 'json'], {
      cwd,
      input: readFileSync(join(cwd, 'hk.json')),
    })
    expect(reportOf(turned)).toMatchObject({ exitCode: 1, scope: { vantages: ['hk', 'shanghai'] } })
  })
  test('one that was not named is here', async () => {
    await run('check', ...flags('shanghai'), '--save-facts', 'plain.json', '--quiet')
    const ran = await run('judge', 'plain.json', 'hk.json', '--format', 'json')
    expect(reportOf(ran).scope.vantages).toEqual(['here', 'hk'])
  })
  test('is as of the later, and says since when', async () => {
    write('early.json', (facts) => {
      facts.gatheredAt = '2026-01-01T00:00:00.000Z'
    })
    const report = reportOf(await run('judge', 'early.json', 'shanghai.json', '--format', 'json'))
    expect(report.scope.gatheredAt).toBe('2026-01-01T00:00:00.000Z')
    expect(report.at).toBe(JSON.parse(readFileSync(join(cwd, 'shanghai.json'), 'utf8')).gatheredAt)
  })
  test.each([
    ['the same file twice', ['hk.json', 'hk.json'], /hk\.json and hk\.json both hold what hk saw/],
    ['two without a place', ['plain.json', 'plain.json'], /name the places with --vantage/],
    ['standard input twice', ['-', '-'], /standard input/],
    ['one that is none', ['shanghai.json', 'hefa.config.json'], /hefa\.config\.json:\d+:\d+: not usable/],
  ])('%s: one clear error', async (_, files, message) => {
    const ran = await run('judge', ...files)
    expect(ran).toMatchObject({ status: 2, stdout: '' })
    expect(ran.stderr).toMatch(message)
    expect(ran.stderr.trim().split('\n')).toHaveLength(1)
  })
  test('other settings are an error that names them; a config settles it', async () => {
    write('strict.json', (facts) => {
      facts.config.rules['tls/version'] = { level: 'warning' }
    })
    const ran = await run('judge', 'shanghai.json', 'strict.json')
    expect(ran).toMatchObject({ status: 2, stdout: '' })
    expect(ran.stderr).toContain('strict.json differs from shanghai.json at config.rules.tls/version')
    const asked = await run(
      'judge',
      'shanghai.json',
      'strict.json',
      '--config',
      'hefa.config.json',
      '--format',
      'json',
    )
    expect(reportOf(asked).scope.vantages).toEqual(['shanghai', 'hk'])
    write('trusting.json', (facts) => {
      facts.ca = []
    })
    const other = await run('judge', 'shanghai.json', 'trusting.json', '--config', 'hefa.config.json')
    expect(other.status).toBe(2)
    expect(other.stderr).toContain('at ca')
  })
})

describe('judge of shares', () => {
  const shares = async (...shown: string[]) => {
    const config = {
      domains: { request: [`https://${PLACE_HOST}:${places.port}`, 'https://other.shop.example'] },
      rules: { 'domain/icp-filing': 'off' },
    }
    writeFileSync(join(cwd, 'two.json'), JSON.stringify(config))
    for (const share of ['1/2', '2/2'])
      await save(
        'shanghai',
        `share-${share[0]}.json`,
        '--config',
        'two.json',
        '--shard',
        share,
        '--resolve',
        'other.shop.example:443:127.0.0.2',
      )
    return run('judge', ...shown, '--format', 'json')
  }
  test('all of them are one run', async () => {
    const report = reportOf(await shares('share-1.json', 'share-2.json'))
    expect(report.scope.shard).toBeUndefined()
    expect(report.targets.map(({ host }) => host)).toEqual([PLACE_HOST, 'other.shop.example'])
    expect(report.targets.flatMap(({ vantages = [] }) => vantages.map(({ notLooked }) => notLooked))).toEqual(
      [undefined, undefined],
    )
  })
  test('one alone is a share; beside another place what it lacks is unknown', async () => {
    expect(reportOf(await shares('share-1.json')).scope.shard).toMatchObject({ index: 1, count: 2 })
    await save('hk', 'hk-two.json', '--config', 'two.json', '--resolve', 'other.shop.example:443:127.0.0.3')
    const report = reportOf(await run('judge', 'hk-two.json', 'share-1.json', '--format', 'json'))
    expect(report.targets[1]?.vantages?.[1]).toMatchObject({ vantage: 'shanghai', notLooked: 'missing' })
  })
})

test('reports of several places are compared place by place; facts are not taken for reports', async () => {
  await places.serve('hk', { chain: [places.leaf, places.intermediate] })
  await save('hk', 'fixed.json')
  await run('judge', 'shanghai.json', 'hk.json', '--format', 'json', '--output', 'before.json')
  await run('judge', 'shanghai.json', 'fixed.json', '--format', 'json', '--output', 'after.json')
  const ran = await run('diff', 'before.json', 'after.json')
  expect(ran.status).toBe(0)
  expect(ran.stdout).toMatch(/fixed · certificate\/chain-complete ·[^✔]* from hk/)
  for (const command of ['diff', 'merge']) {
    const refused = await run(command, 'hk.json', 'fixed.json')
    expect(refused).toMatchObject({ status: 2, stdout: '' })
    expect(refused.stderr).toContain('hk.json: not a report but saved facts')
  }
})
