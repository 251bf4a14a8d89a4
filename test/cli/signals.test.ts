/** Stopped half-way: what was done is reported, in every format, and the status says what happened. */
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { Ajv } from 'ajv'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeCertificate, type RunningServer, startServer } from '../../src/demo/index.js'
import { folder, hefaProcess as hefa } from './hefa.js'

const schema = JSON.parse(readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8'))
const valid = new Ajv({ formats: { 'date-time': true } }).compile(schema)

const root = makeCertificate({ subject: 'Signals Root', ca: true })
const leaf = makeCertificate({ names: ['*.stop.example'], issuer: root })
let good: RunningServer
let mute: Server
let place: string
let flags: string[]
beforeAll(async () => {
  good = await startServer({ kind: 'tls', leaf, others: [] })
  mute = createServer((socket) => socket.on('error', () => {}).resume()).listen(0, '127.0.0.1')
  await once(mute, 'listening')
  place = await folder({ 'root.pem': root.pem })
  const { port } = mute.address() as AddressInfo
  const resolve = [good.port, port].flatMap((to) => ['--resolve', `*:${to}:127.0.0.1`])
  flags = [...resolve, '--ca', 'root.pem', '--no-fetch', '--timeout', '60']
})
afterAll(async () => {
  await good.close()
  mute.close()
})

const done = () => `https://done.stop.example:${good.port}`
const slow = () => `https://slow.stop.example:${(mute.address() as AddressInfo).port}`

/** Calls back when the text has appeared on standard output. */
function when(child: ChildProcess, text: string, then: () => void): void {
  let seen = ''
  child.stdout?.on('data', function look(part: string) {
    seen += part
    if (!seen.includes(text)) return
    child.stdout?.off('data', look)
    then()
  })
}

describe.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s', (signal, status) => {
  test('every report tells what was done; the rest is unknown', async () => {
    const formats = ['--format', 'ndjson', '--format', 'json', '--output', `${signal}.json`]
    const pretty = ['--format', 'pretty', '--output', `${signal}.txt`, '--save-facts', `${signal}.facts`]
    const ran = await hefa(['audit', slow(), done(), ...flags, ...formats, ...pretty], {
      cwd: place,
      started: (child) => when(child, '"host":"done.stop.example"', () => child.kill(signal)),
    })
    expect(ran.status).toBe(status)
    const lines = ran.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map(({ type, host }) => host ?? type)).toEqual([
      'done.stop.example',
      'slow.stop.example',
      'summary',
    ])
    const report = JSON.parse(readFileSync(`${place}/${signal}.json`, 'utf8'))
    expect(valid(report) || valid.errors).toBe(true)
    const { targets, verdict } = report
    expect(verdict).toBe('unknown')
    expect(targets.map(({ host, verdicts }: never) => [host, verdicts['wechat-ios']])).toEqual([
      ['slow.stop.example', 'unknown'],
      ['done.stop.example', 'pass'],
    ])
    expect(readFileSync(`${place}/${signal}.txt`, 'utf8')).toContain('done.stop.example')
    expect(JSON.parse(readFileSync(`${place}/${signal}.facts`, 'utf8')).targets).toHaveLength(2)
  })

  test('names from standard input: those under way are unknown, and no more are read', async () => {
    const ran = await hefa(['audit', '-', '--format', 'ndjson', ...flags], {
      cwd: place,
      input: `${slow()}\n${done()}\n`,
      started: (child) => when(child, '"host":"done.stop.example"', () => child.kill(signal)),
    })
    expect({ status: ran.status, stderr: ran.stderr }).toEqual({ status, stderr: '' })
    const lines = ran.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map(({ type, host }) => host ?? type)).toEqual([
      'done.stop.example',
      'slow.stop.example',
      'summary',
    ])
    expect(lines[1].verdicts['wechat-ios']).toBe('unknown')
  })
})

test('standard input that stays open keeps nothing alive', async () => {
  const ran = await hefa(['audit', '-', '--format', 'ndjson', ...flags], {
    cwd: place,
    hold: true,
    started: (child) => {
      child.stdin?.write(`${done()}\n`)
      when(child, '"host":"done.stop.example"', () => child.kill('SIGINT'))
    },
  })
  expect(ran.status).toBe(130)
  expect(ran.stdout.trimEnd().split('\n')).toHaveLength(2)
})

test('a second signal ends at once', async () => {
  const ran = await hefa(['audit', slow(), ...flags, '--format', 'json'], {
    cwd: place,
    started: (child) =>
      mute.once('connection', () => {
        child.kill('SIGTERM')
        child.kill('SIGINT')
      }),
  })
  expect([130, 143]).toContain(ran.status)
})

test('a reader that goes away ends a stream quietly', async () => {
  const names = Array.from({ length: 3000 }, (_, index) => `https://n${index}.stop.example:${good.port}\n`)
  let told = 0
  const ran = await hefa(['audit', '-', '--format', 'ndjson', ...flags], {
    cwd: place,
    input: names.join(''),
    started: (child) =>
      child.stdout?.once('data', (part: string) => {
        told = part.split('\n').length
        child.stdout?.destroy()
      }),
  })
  expect({ status: ran.status, stderr: ran.stderr }).toEqual({ status: 141, stderr: '' })
  expect(told).toBeLessThan(100)
})
