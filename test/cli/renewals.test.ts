/** `hefa renewals` against TLS servers on this machine. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startDemo } from '../../src/demo/index.js'
import { displayWidth } from '../../src/report/width.js'
import { readCalendar } from '../report/renewals/ics.js'
import { folder, hefa } from './hefa.js'

type Demo = Awaited<ReturnType<typeof startDemo>>
let demo: Demo
let cwd = ''

/** A config of these demo hosts only. */
function configOf(...names: string[]): string {
  const found = names.map((name) => demo.targets.find(({ host }) => host === `${name}.shop.example`))
  const request = found.map((one) => `https://${one?.host}:${one?.port}`)
  return JSON.stringify({ domains: { request } })
}

beforeAll(async () => {
  demo = await startDemo()
  cwd = await folder({
    'ca.pem': demo.ca,
    'good.json': configOf('api'),
    'soon.json': configOf('api', 'expires-soon'),
    'expired.json': configOf('expired'),
    'silent.json': configOf('api', 'refused'),
    'wrong.json': '{ "domains": { "reqest": [] } }',
  })
})
afterAll(() => demo.close())

const run = (...args: string[]) => {
  const resolve = demo.resolve.flatMap((one) => ['--resolve', one])
  return hefa(['renewals', ...args, '--ca', 'ca.pem', '--no-fetch', '--timeout', '4', ...resolve], { cwd })
}

describe('exit status', () => {
  test.each([
    [['good.json'], 0],
    [['good.json', '--within', '30d'], 0],
    [['good.json', '--within', '13w'], 1],
    [['good.json', '--within', '100d'], 1],
    [['soon.json', '--within', '30d'], 1],
    [['soon.json'], 0],
    [['expired.json', '--within', '12h'], 1],
    [['silent.json'], 3],
    [['silent.json', '--allow-unknown'], 0],
    [['silent.json', '--within', '365d'], 1],
    [['wrong.json'], 2],
    [['good.json', '--within', '30'], 2],
    [['good.json', '--within', 'soon'], 2],
    [['good.json', '--within', '-1d'], 2],
    [['good.json', '--format', 'sarif'], 2],
  ])('hefa renewals %j → %d', async (args, status) => {
    const ran = await run(...args)
    expect({ status: ran.status, stderr: status === 2 ? '' : ran.stderr }).toEqual({ status, stderr: '' })
    expect(ran.stdout === '').toBe(status === 2)
  })
})

test('the page, soonest first, within 80 columns', async () => {
  const { stdout } = await run('soon.json')
  for (const line of stdout.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80)
  expect(stdout.indexOf('expires-soon.shop.example')).toBeLessThan(stdout.indexOf('api.shop.example'))
  expect(stdout).toMatch(/[=#]\|[=#]+x/)
})

test('--at looks from another day', async () => {
  const later = new Date(Date.now() + 80 * 86_400_000).toISOString()
  const { status, stdout } = await run('good.json', '--within', '30d', '--at', later, '--format', 'json')
  expect(status).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({ withinSeconds: 2_592_000, renewals: [{ state: 'due' }] })
})

test('several formats at once, a calendar into a file', async () => {
  const { stdout } = await run('soon.json', '--format', 'json', '--format', 'ics', '--output', 'renewals.ics')
  const { renewals } = JSON.parse(stdout)
  const calendar = readCalendar(readFileSync(`${cwd}/renewals.ics`, 'utf8'))
  const uids = calendar.components.map(
    ({ properties }) => properties.find(({ name }) => name === 'UID')?.value,
  )
  expect(uids).toEqual(renewals.map(({ sha256 }: { sha256: string }) => `${sha256}@renewals.hefa`))
  expect(uids).toHaveLength(2)
})
