/** A queue that goes away for good: whoever uses it ends, in order. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { folder } from '../cli/hefa.js'
import { atEnd, REDIS, type RedisServer, said, startRedis, startWire, startWorker } from './world.js'

const BIN = fileURLToPath(new URL('../../bin/hefa.js', import.meta.url))

describe.skipIf(!REDIS)('a queue that goes away and does not come back', () => {
  let redis: RedisServer
  beforeAll(async () => {
    redis = await startRedis()
  })

  test('ends a run by its time, with everything unknown', async () => {
    const wire = await startWire(redis.port)
    const config = { domains: { request: ['https://api.shop.example.com'] } }
    const cwd = await folder({ 'hefa.config.json': JSON.stringify(config) })
    const via = ['--via', `redis://127.0.0.1:${wire.port}`, '--vantage', 'de-frankfurt', '--wait', '3s']
    const args = ['check', ...via, '--resolve', '*:443:127.0.0.1', '--format', 'json']
    const child = spawn(process.execPath, [BIN, ...args], { cwd, env: { PATH: process.env.PATH, LANG: 'C' } })
    atEnd(() => child.kill('SIGKILL'))
    let out = ''
    child.stdout.on('data', (part) => {
      out += part
    })
    await said(child, 'stderr', 'de-frankfurt')
    wire.cut()
    const [status] = await once(child, 'close')
    expect(status).toBe(3)
    const { verdicts } = JSON.parse(out)
    expect(new Set(Object.values(verdicts))).toEqual(new Set(['unknown']))
  })

  test('keeps no worker that is told to stop', async () => {
    const wire = await startWire(redis.port)
    const { child } = await startWorker(`redis://127.0.0.1:${wire.port}`, 'de-frankfurt')
    const lost = said(child, 'stderr', 'is lost')
    wire.cut()
    await lost
    child.kill('SIGTERM')
    const [status] = await once(child, 'close')
    expect(status).toBe(143)
  })
})
