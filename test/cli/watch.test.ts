/** `hefa watch` against real servers and a webhook on this machine. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Demo, startDemo } from '../../src/demo/index.js'
import { answering } from '../helpers/answering.js'
import { folder, hefa, hefaProcess } from './hefa.js'

let demo: Demo
let hook: Server
let got: { verdict: string; changes: { target: string }[]; text: string }[] = []
let status = 200
beforeAll(async () => {
  demo = await startDemo()
  hook = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      if (status === 200) got.push(JSON.parse(body))
      response.writeHead(status).end('{}', () => hook.emit('taken'))
    })
  })
  await new Promise<void>((done) => hook.listen(0, '127.0.0.1', done))
})
beforeEach(() => {
  got = []
  status = 200
})
afterAll(() => {
  hook.close()
  demo.close()
})

async function place() {
  const cwd = await folder({ 'root.pem': demo.ca, 'hefa.config.json': answering(demo).config })
  const flags = [
    ...answering(demo).resolve.flatMap((entry) => ['--resolve', entry]),
    ...['--ca', 'root.pem', '--timeout', '60'],
  ]
  const url = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/?key=very-secret`
  const running = { cwd, env: { HEFA_WEBHOOK_URL: url } }
  return {
    once: (...args: string[]) => hefa(['watch', '--once', ...flags, ...args], running),
    process: (...args: string[]) => hefaProcess(['watch', '--once', ...flags, ...args], running),
    /** Ended by the signal once the webhook has its message. */
    until: (signal: NodeJS.Signals) =>
      hefaProcess(['watch', '--every', '1h', '-q', ...flags, '--notify', 'json'], {
        ...running,
        started: (child) => hook.once('taken', () => child.kill(signal)),
      }),
  }
}

test('what is wrong is reported once, over any number of runs', async () => {
  const { once: watch } = await place()
  const first = await watch('--notify', 'json')
  expect(first.stderr).toBe('')
  expect(first.status).toBe(1)
  expect(first.stdout).toMatch(/^2\d{3}-\d\d-\d\dT\d\d:\d\dZ {2}hefa: not fit for release\n/)
  expect(got.length).toBe(1)
  expect(got[0]?.changes.length).toBeGreaterThan(3)
  const again = await watch('--notify', 'json')
  expect(again).toMatchObject({ status: 1, stdout: '', stderr: '' })
  expect(got.length).toBe(1)
})

test('a webhook that fails is reported, without its key, and gets the message later', async () => {
  const { once: watch } = await place()
  status = 503
  const failed = await watch('--notify', 'json')
  expect(failed.stderr).toContain('json did not take the message (HTTP status 503)')
  expect(failed.stderr + failed.stdout).not.toContain('very-secret')
  status = 200
  await watch('--notify', 'json')
  expect(got.length).toBe(1)
  await watch('--notify', 'json')
  expect(got.length).toBe(1)
})

test.each([
  ['SIGTERM', 143],
  ['SIGINT', 130],
  ['SIGKILL', null],
] as const)('ended by %s and started again, it repeats nothing', async (signal, status) => {
  const { until, once } = await place()
  expect((await until(signal)).status).toBe(status)
  expect(got.length).toBe(1)
  await once('--notify', 'json')
  expect(got.length).toBe(1)
})

test('a command reads the message', async () => {
  const { process: watch } = await place()
  const { stderr } = await watch('--exec', 'head -c 60')
  expect(stderr).toMatch(/^\{"schemaVersion":1,"id":"/)
})

test.each([
  [['--notify', 'feishu'], 'hefa: --notify feishu: the environment has no HEFA_FEISHU_URL\n'],
  [['--notify', 'slack'], 'hefa: --notify: "slack" is not one of wecom, dingtalk, feishu, json\n'],
  [['-'], 'hefa: watch reads its config again each time: give a file, not -\n'],
  [['--state', 'root.pem'], 'hefa: root.pem: not a state file of hefa watch\n'],
])('%s ends with status 2', async (args, said) => {
  const { once: watch } = await place()
  expect(await watch(...args)).toMatchObject({ status: 2, stdout: '', stderr: said })
})
