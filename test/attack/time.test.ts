import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeCertificate, startServer } from '../../src/demo/index.js'
import { hefaProcess as hefa } from '../cli/hefa.js'

/** Takes connections, says nothing, counts. */
let mute: Server
let connections = 0
beforeAll(async () => {
  mute = createServer((socket) => {
    connections += 1
    socket.on('error', () => {}).resume()
  }).listen(0, '127.0.0.1', 2000)
  await once(mute, 'listening')
})
afterAll(() => mute.close())

const port = () => (mute.address() as AddressInfo).port
const names = (count: number) => Array.from({ length: count }, (_, i) => `https://s${i}.example:${port()}`)
const audit = (count: number, ...flags: string[]) =>
  hefa(['audit', ...names(count), '--resolve', `*:${port()}:127.0.0.1`, '--format', 'json', ...flags])

describe('many hosts that stay silent', () => {
  // Counted, not timed: each connection lasts to its deadline, so connections divided by places are the rounds.
  test('400 of them take one round of connections', async () => {
    connections = 0
    const { stdout } = await audit(400, '--timeout', '2')
    expect(JSON.parse(stdout).targets).toHaveLength(400)
    expect(connections).toBeLessThan(2 * 400)
  })
  test('100 of them with 20 places take five, and it is told how many were silent', async () => {
    connections = 0
    const ran = await audit(100, '--timeout', '1', '--concurrency', '20')
    expect(connections).toBeLessThan(6 * 20)
    expect(ran.stderr).toContain('100 of 100 servers did not answer in time')
    for (const { results } of JSON.parse(ran.stdout).targets)
      expect(results).toContainEqual(expect.objectContaining({ rule: 'tls/reachable', status: 'unknown' }))
  })
})

describe('one slow host', () => {
  test('delays no other: they are reported before its time is over', async () => {
    const root = makeCertificate({ subject: 'Root', ca: true })
    const own = Array.from({ length: 20 }, (_, at) => `g${at}.example`)
    const good = await startServer({
      kind: 'tls',
      leaf: makeCertificate({ names: own, issuer: root }),
      others: [],
    })
    const hosts = [...names(1), ...own.map((name) => `https://${name}:${good.port}`)]
    const flags = [
      '--resolve',
      `*:${port()}:127.0.0.1`,
      '--resolve',
      `*:${good.port}:127.0.0.1`,
      '--timeout',
      '3600',
    ]
    let output = ''
    const told = () => new Set([...output.matchAll(/"host":"(g\d+)\.example"/g)].map(([, name]) => name))
    const ran = await hefa(['audit', ...hosts, ...flags, '--no-fetch', '--format', 'ndjson'], {
      started: (child) =>
        child.stdout?.on('data', (part: string) => {
          output += part
          // A second signal would end it at once, without a status.
          if (told().size === 20 && !child.killed) child.kill('SIGTERM')
        }),
    })
    await good.close()
    expect(ran.status).toBe(143)
    expect(told().size).toBe(20)
  })
})

describe('--max-time', () => {
  test('ends the run; what was not looked at is unknown', async () => {
    const ran = await audit(2, '--timeout', '3600', '--max-time', '1s')
    expect(ran).toMatchObject({ status: 3, stderr: expect.stringContaining('0 of 2') })
    expect(JSON.parse(ran.stdout)).toMatchObject({ verdict: 'unknown' })
  })
  test.each(['0', '-1', 'x', '1d', '1e9', '90000m'])('refuses %s', async (time) => {
    expect((await audit(1, '--max-time', time)).status).toBe(2)
  })
})
