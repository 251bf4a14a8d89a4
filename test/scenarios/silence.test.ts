/** Refusal is evidence, silence is not. */
import { once } from 'node:events'
import net from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Report } from '../../src/types.js'
import { hefa } from '../cli/hefa.js'

let silentPort = 0
let deadPort = 0
const silent = net.createServer((socket) => socket.on('error', () => {}))
/** Bound but never listening: nobody else can be given the port while the test runs. */
const held = net.createServer()

beforeAll(async () => {
  silent.listen(0, '127.0.0.1')
  await once(silent, 'listening')
  silentPort = (silent.address() as net.AddressInfo).port
  held.listen(0, '127.0.0.2')
  await once(held, 'listening')
  deadPort = (held.address() as net.AddressInfo).port
})
afterAll(() => {
  silent.close()
  held.close()
})

async function audit(...names: ('silent' | 'dead')[]): Promise<{ report: Report; status: number | null }> {
  const ports = { silent: silentPort, dead: deadPort }
  const targets = names.map((name) => `${name}.shop.example:${ports[name]}`)
  const { stdout, status } = await hefa([
    'audit',
    ...targets,
    ...targets.flatMap((target) => ['--resolve', `${target}:127.0.0.1`]),
    ...['--format', 'json', '--timeout', '0.5'],
  ])
  return { report: JSON.parse(stdout) as Report, status }
}

test('a dead host fails, a silent one is unknown: exit status 1', async () => {
  const { report, status } = await audit('dead', 'silent')
  expect(report.targets.map(({ verdicts }) => verdicts['wechat-android'])).toEqual(['fail', 'unknown'])
  expect(report.targets.map(({ addresses }) => addresses?.[0]?.state)).toEqual(['refused', 'silent'])
  expect(status).toBe(1)
})

test('only the silent one: exit status 3', async () => {
  const { report, status } = await audit('silent')
  expect(report.verdict).toBe('unknown')
  expect(report.exitCode).toBe(3)
  expect(status).toBe(3)
})
