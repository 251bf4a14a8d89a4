/** `hefa watch` against real servers and a webhook on this machine. */

import type { ChildProcess } from 'node:child_process'
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Demo, startDemo } from '../../src/demo/index.js'
import { answering } from '../helpers/answering.js'
import { folder, hefa, hefaProcess } from './hefa.js'

let demo: Demo
let hook: Server
let got: { verdict: string; changes: { target: string; usable?: boolean }[]; text: string }[] = []
let status: number | 'silent' = 200
beforeAll(async () => {
  demo = await startDemo()
  hook = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      if (status === 200 || status === 'silent') got.push(JSON.parse(body))
      if (status === 'silent') hook.emit('taken')
      else response.writeHead(status).end('{}', () => hook.emit('taken'))
    })
  })
  await new Promise<void>((done) => hook.listen(0, '127.0.0.1', done))
})
beforeEach(() => {
  got = []
  status = 200
  hook.removeAllListeners('taken')
})
afterAll(() => {
  hook.close()
  demo.close()
})

async function place() {
  const files: Record<string, string> = {
    ...{ 'root.pem': demo.ca, 'hefa.config.json': answering(demo).config },
    'known.json': `{"schemaVersion":1,"tool":{"name":"hefa","version":"0.2.0"},"at":"${new Date(0).toISOString()}","findings":[]}`,
  }
  const cwd = await folder(files)
  await mkdir(join(cwd, 'each'))
  await symlink('../state.json', join(cwd, 'each/link'))
  const flags = [
    ...answering(demo).resolve.flatMap((entry) => ['--resolve', entry]),
    ...['--ca', 'root.pem', '--timeout', '60'],
  ]
  const url = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/?key=very-secret`
  const running = { cwd, env: { HEFA_WEBHOOK_URL: url } }
  return {
    ...{ cwd, files },
    put: (name: string, text: string) => writeFile(join(cwd, name), text),
    remove: (name: string) => rm(join(cwd, name)),
    once: (...args: string[]) => hefa(['watch', '--once', ...flags, ...args], running),
    process: (...args: string[]) => hefaProcess(['watch', '--once', ...flags, ...args], running),
    /** With a step after each message that arrived. */
    service: (steps: ((child: ChildProcess) => unknown)[], ...args: string[]) =>
      hefaProcess(['watch', '--every', '1s', '-q', ...flags, '--notify', 'json', ...args], {
        ...running,
        started: (child) => hook.on('taken', () => steps.shift()?.(child)),
      }),
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

test('what the signal cut short is not sent again, and called neither failed nor sent', async () => {
  const { until, once } = await place()
  status = 'silent'
  expect(await until('SIGTERM')).toMatchObject({ status: 143, stderr: '' })
  status = 200
  expect((await once('--notify', 'json')).stderr).toMatch(
    /^note: the last run ended while it sent the message of \S+ to json: whether it arrived is not known\n$/,
  )
  expect(got).toHaveLength(1)
})

test('nor is a command run again that the signal cut short', async () => {
  const { process, once, cwd } = await place()
  const command = 'cat >> got.ndjson; kill -TERM $PPID; exec sleep 60'
  expect(await process('--exec', command)).toMatchObject({ status: 143, stderr: '' })
  expect((await once('--exec', 'cat >> got.ndjson')).stderr).toContain('whether it arrived is not known')
  expect((await readFile(join(cwd, 'got.ndjson'), 'utf8')).trimEnd().split('\n')).toHaveLength(1)
})

const LOST = { verdict: 'unknown', changes: [{ kind: 'config', usable: false }] }

test.each([
  ['a config', 'hefa.config.json', '{ "domains": x', /^hefa\.config\.json:1:14: .*\n$/],
  ['a file of --ca', 'root.pem', '', /^hefa: --ca: root\.pem holds no certificate in PEM or DER\n$/],
  ['a file of --baseline', 'known.json', '{', /^hefa: known\.json:1:\d: not JSON\n$/],
])('%s that broke is reported once, over any number of runs', async (_, name, text, said) => {
  const { once, put, files } = await place()
  const watch = () => once('--notify', 'json', '--baseline', 'known.json')
  await watch()
  got = []
  await put(name, text)
  expect(await watch()).toMatchObject({ status: 2, stderr: expect.stringMatching(said) })
  expect(got).toMatchObject([LOST])
  expect(await watch()).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(said) })
  expect(got).toHaveLength(1)
  await put(name, files[name] ?? '')
  await watch()
  expect(got.slice(1)).toMatchObject([{ verdict: 'fail', changes: [{ kind: 'config', usable: true }] }])
})

test('what never could be used is told to nobody, and ends a service too', async () => {
  const { once, service, put } = await place()
  await put('hefa.config.json', '{')
  for (const ran of [await once('--notify', 'json'), await service([])])
    expect(ran).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^hefa\.config\.json:1:/),
    })
  expect(got).toEqual([])
})

test('a service goes on while a file is missing', async () => {
  const { service, put, remove, files } = await place()
  const { status, stderr } = await service(
    [
      () => remove('root.pem'),
      () => put('root.pem', files['root.pem'] ?? ''),
      () => remove('known.json'),
      () => put('known.json', files['known.json'] ?? ''),
      (child) => child.kill('SIGTERM'),
    ],
    '--baseline',
    'known.json',
  )
  expect(status).toBe(143)
  expect(got.slice(1).map(({ changes }) => changes[0]?.usable)).toEqual([false, true, false, true])
  expect(stderr).toContain('hefa: --ca: cannot read root.pem: ENOENT\n')
  expect(stderr).toContain('hefa: --baseline: cannot read known.json: ENOENT\n')
})

test('a service goes on while a report cannot be written', async () => {
  const { service, put, cwd } = await place()
  const { status, stderr } = await service(
    [
      async () => {
        await rm(join(cwd, 'each'), { recursive: true })
        await put('hefa.config.json', '{')
      },
      // What follows is an audit without a place for its report.
      () => put('hefa.config.json', answering(demo).config),
      (child) => child.kill('SIGTERM'),
    ],
    '--ndjson',
    'each/one.ndjson',
  )
  expect([status, got.length]).toEqual([143, 3])
  expect(stderr).toContain('cannot write each/one.ndjson: ENOENT\n')
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
  ...['state.json', 'each/../state.json', 'each/link'].map((report): [string[], string] => [
    ['--state', 'state.json', '--ndjson', report],
    `hefa: --state: the state and a report would be written to ${report}\n`,
  ]),
  [
    ['--state', 'each/link', '--openmetrics', 'state.json'],
    'hefa: --state: the state and a report would be written to state.json\n',
  ],
  [['--state', 'away/state.json'], 'hefa: --state: cannot write away/state.json: ENOENT\n'],
  [['--state', 'root.pem'], 'hefa: root.pem:1:1: not JSON\n'],
  [['--state', 'hefa.config.json'], 'hefa: hefa.config.json:1:1: not a state file of hefa watch\n'],
  [['--state', 'known.json'], 'hefa: known.json:1:1: not a state file of hefa watch\n'],
] satisfies [string[], string][])('%s ends with status 2', async (args, said) => {
  const { once: watch } = await place()
  expect(await watch(...args)).toMatchObject({ status: 2, stdout: '', stderr: said })
})
