/** Who gets at a queue, and what is said when nobody does. Its password is never reported. */
import { cpSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeCertificate } from '../../src/demo/index.js'
import { readQueueUrl } from '../../src/fleet/index.js'
import { beat } from '../../src/fleet/places.js'
import { teach } from '../../src/fleet/scripts.js'
import { folder, hefaProcess as hefa } from '../cli/hefa.js'
import { freePort, REDIS, startRedis, startWorker } from './world.js'

test.each([
  [
    'redis://queue.example.com',
    { host: 'queue.example.com', port: 6379, db: 0, tls: false, shown: 'redis://queue.example.com:6379' },
  ],
  [
    'rediss://me:p%40ss@[2001:db8::1]:7000/3',
    {
      host: '2001:db8::1',
      port: 7000,
      db: 3,
      tls: true,
      username: 'me',
      password: 'p@ss',
      shown: 'rediss://[2001:db8::1]:7000/3',
    },
  ],
])('%s', (url, address) => expect(readQueueUrl(url)).toEqual(address))

test.each([
  '',
  'queue',
  'http://queue',
  'redis://',
  'redis://a/b',
  'redis://a?x=1',
  'redis://u:%zz@a',
  'unix:///run/redis',
])('"%s" is no queue', (url) => expect(readQueueUrl(url)).toBeNull())

test('the password of the environment is used where the URL has none', () => {
  expect(readQueueUrl('redis://a', 'secret')?.password).toBe('secret')
  expect(readQueueUrl('redis://:own@a', 'secret')?.password).toBe('own')
})

const SECRET = 'very-secret-password'
const audit = (url: string, env: Record<string, string> = {}, ...more: string[]) =>
  hefa(['audit', 'api.example.com', '--via', url, ...more], { env })

test('a queue that is not there is one line and status 2', async () => {
  const url = `redis://me:${SECRET}@127.0.0.1:${await freePort()}`
  const ran = await audit(url)
  expect(ran).toMatchObject({ status: 2, stdout: '' })
  expect(ran.stderr).toMatch(/^hefa: the queue redis:\/\/127\.0\.0\.1:\d+ cannot be used: ECONNREFUSED\n$/)
})

test.each([
  [
    ['audit', 'a.example.com', '--via', `http://${SECRET}@a`],
    '--via: not redis[s]://[USER:PASSWORD@]HOST[:PORT][/DB]',
  ],
  [
    ['audit', 'a.example.com', '--via', 'redis://127.0.0.1', '--dns', '127.0.0.1'],
    '--dns belongs to the workers',
  ],
  [
    ['audit', 'a.example.com', '--via', 'redis://127.0.0.1', '--allow-private'],
    '--allow-private belongs to the workers',
  ],
  [['audit', 'a.example.com', '--wait', '3s'], '--wait: only with --via'],
  [['worker', '--vantage', 'a'], 'no queue: give its URL, or set HEFA_QUEUE'],
  [['worker', '--queue', 'redis://127.0.0.1'], 'name this place: --vantage NAME'],
  [['worker', '--queue', 'redis://127.0.0.1', '--vantage', '../x'], '--vantage: "../x"'],
])('%j', async (args, said) => {
  const ran = await hefa(args)
  expect(ran).toMatchObject({ status: 2, stdout: '' })
  expect(ran.stderr).toContain(said)
  expect(ran.stderr).not.toContain(SECRET)
})

test('without BullMQ one line says what to install', async () => {
  const place = await folder()
  const home = join(import.meta.dirname, '../..')
  for (const part of ['bin', 'dist', 'package.json'])
    cpSync(join(home, part), join(place, part), { recursive: true })
  mkdirSync(join(place, 'node_modules'))
  for (const name of ['chalk', 'commander', 'node-forge', 'ora', 'psl'])
    symlinkSync(join(home, 'node_modules', name), join(place, 'node_modules', name))
  const bin = join(place, 'bin/hefa.js')
  for (const args of [
    ['audit', 'api.example.com', '--via', 'redis://127.0.0.1'],
    ['worker', '--queue', 'redis://127.0.0.1', '--vantage', 'a'],
  ]) {
    const ran = await hefa(args, { bin })
    expect(ran).toMatchObject({ status: 2, stdout: '' })
    expect(ran.stderr).toMatch(/^hefa: .*npm i bullmq ioredis\n$/)
  }
  expect(await hefa(['--version'], { bin })).toMatchObject({ status: 0 })
})

describe.skipIf(!REDIS)('with a Redis', () => {
  test('over TLS with a password; a wrong one is reported without it', async () => {
    const root = makeCertificate({ subject: 'Queue Root', ca: true })
    const own = makeCertificate({ names: ['127.0.0.1', 'localhost'], issuer: root })
    const place = await folder({ 'root.pem': root.pem, 'cert.pem': own.pem, 'key.pem': own.keyPem })
    const file = (name: string) => join(place, name)
    const redis = await startRedis(
      [
        ...['--tls-cert-file', file('cert.pem'), '--tls-key-file', file('key.pem')],
        ...['--tls-ca-cert-file', file('root.pem'), '--tls-auth-clients', 'no', '--requirepass', SECRET],
      ],
      { tls: true },
    )
    const url = `rediss://localhost:${redis.port}`
    const trusting = { NODE_EXTRA_CA_CERTS: file('root.pem') }
    await startWorker(url, 'safe', [], { env: { ...trusting, HEFA_QUEUE_PASSWORD: SECRET } })
    const good = await audit(
      url,
      { ...trusting, HEFA_QUEUE_PASSWORD: SECRET },
      '--resolve',
      'api.example.com:443:127.0.0.1',
    )
    expect(good.stdout).toContain('safe')
    const wrong = await audit(url, { ...trusting, HEFA_QUEUE_PASSWORD: `${SECRET}-not` })
    expect(wrong).toMatchObject({ status: 2, stdout: '' })
    expect(wrong.stderr).toContain('WRONGPASS')
    const stranger = await audit(url, { HEFA_QUEUE_PASSWORD: SECRET })
    expect(stranger).toMatchObject({ status: 2, stdout: '' })
    expect(stranger.stderr).toContain('cannot be used')
    for (const ran of [good, wrong, stranger]) expect(ran.stderr).not.toContain(SECRET)
  })

  test('nobody there is status 2; a worker of another version is refused by name', async () => {
    const { url, client } = await startRedis()
    const alone = await audit(url)
    expect(alone).toMatchObject({ status: 2, stdout: '' })
    expect(alone.stderr).toContain('start one with hefa worker')
    teach(client)
    const old = {
      vantage: 'old',
      id: 'abcdefabcdef',
      version: '9.0.0',
      schema: 99,
      listsReadOn: '2026-11-20',
    }
    await beat(client, old)
    const skewed = await audit(url, {}, '--vantage', 'old')
    expect(skewed).toMatchObject({ status: 2, stdout: '' })
    expect(skewed.stderr).toContain('worker abcdefabcdef in old (hefa 9.0.0)')
  })
})
