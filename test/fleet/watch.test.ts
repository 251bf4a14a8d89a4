/** `hefa watch --via`: recurring audits by a fleet, kept for others to read. */
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeCertificate, startServer } from '../../src/demo/index.js'
import { folder, hefaProcess as hefa } from '../cli/hefa.js'
import { atEnd, REDIS, type RedisServer, said, startRedis, startWire, startWorker } from './world.js'

describe.skipIf(!REDIS)('a watch through a fleet', () => {
  let redis: RedisServer
  let cwd = ''
  let flags: string[] = []
  beforeAll(async () => {
    redis = await startRedis()
    const root = makeCertificate({ subject: 'Root', ca: true })
    const leaf = makeCertificate({ names: ['api.shop.example.com'], issuer: root })
    const server = await startServer({ kind: 'tls', leaf, others: [] })
    atEnd(server.close)
    const config = { domains: { request: [`https://api.shop.example.com:${server.port}`] } }
    cwd = await folder({ 'root.pem': root.pem, 'hefa.config.json': JSON.stringify(config) })
    flags = ['--resolve', `*:${server.port}:127.0.0.1`, '--ca', 'root.pem', '--no-fetch']
    await startWorker(redis.url, 'de-frankfurt', ['--allow-private'])
  })

  test('keeps the report of each look', async () => {
    const kept = ['--ndjson', 'last.ndjson', '--openmetrics', 'hefa.prom']
    const ran = await hefa(['schedule', '--once', '--via', redis.url, ...kept, ...flags], { cwd })
    expect(ran).toMatchObject({ status: 0, stderr: '' })
    const lines = (await readFile(join(cwd, 'last.ndjson'), 'utf8')).trim().split('\n')
    expect(lines.map((line) => JSON.parse(line).type)).toEqual(['target', 'summary'])
    expect(JSON.parse(lines[1] ?? '').scope.vantages).toEqual(['de-frankfurt'])
    expect(await readFile(join(cwd, 'hefa.prom'), 'utf8')).toMatch(/# EOF\n$/)
  })

  test('goes on when the queue is away at one look', async () => {
    const wire = await startWire(redis.port)
    const bin = fileURLToPath(new URL('../../bin/hefa.js', import.meta.url))
    // A look that the cut falls into ends after `--wait`; the one after it finds no queue.
    const every = ['--every', '1s', '--jitter', '0.1s', '--wait', '3s', '--state', 'other.json']
    const args = [
      'watch',
      ...every,
      '--via',
      `redis://127.0.0.1:${wire.port}`,
      '--ndjson',
      'each.ndjson',
      ...flags,
    ]
    const child = spawn(process.execPath, [bin, ...args], {
      cwd,
      env: { PATH: process.env.PATH, LANG: 'C' },
    })
    atEnd(() => child.kill('SIGKILL'))
    await said(child, 'stderr', 'checking every')
    const at = async () =>
      JSON.parse((await readFile(join(cwd, 'each.ndjson'), 'utf8')).trim().split('\n')[1] ?? '').at
    const reads = async (fits: (at: string) => boolean): Promise<string> => {
      for (;;) {
        const found = await at().catch(() => '')
        if (found !== '' && fits(found)) return found
        await new Promise((done) => setTimeout(done, 50))
      }
    }
    await reads(() => true)
    const away = said(child, 'stderr', 'cannot be used')
    wire.cut()
    await away
    const before = await at()
    wire.restore()
    expect(await reads((now) => now > before)).not.toBe(before)
    expect(child.exitCode).toBeNull()
  })

  test('says at once when there is no queue at all', async () => {
    const ran = await hefa(['watch', '--via', 'redis://127.0.0.1:1', ...flags], { cwd })
    expect(ran.status).toBe(2)
    expect(ran.stderr).toContain('cannot be used: ECONNREFUSED')
  })
})
