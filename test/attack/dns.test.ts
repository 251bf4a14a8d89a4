/** What a name server can answer: loops, thousands of addresses, other people's answers, another one each time. */
import dgram from 'node:dgram'
import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeCertificate, type RunningServer, startServer } from '../../src/demo/index.js'
import { folder, hefaProcess as hefa } from '../cli/hefa.js'

type Answer = { type: 'A' | 'CNAME'; owner?: string; value: string }[]
/** By the question, and by how often it was asked before. */
type Table = Record<string, (type: number, before: number) => Answer | 'silent' | 'noise' | 'another-id'>

const loop = (): Answer => [
  { type: 'CNAME', value: 'second.loop.cn' },
  { type: 'CNAME', owner: 'second.loop.cn', value: 'loop.cn' },
]
const onlyA = (answer: Answer) => (type: number) => (type === 1 ? answer : [])
const addresses = (count: number): Answer =>
  Array.from({ length: count }, (_, at) => ({ type: 'A', value: `127.66.${at >> 8}.${at & 255}` }))

const ELSEWHERE = '127.66.77.1'
let moved = 0

const TABLE: Table = {
  'loop.cn': loop,
  'second.loop.cn': loop,
  'itself.cn': () => [{ type: 'CNAME', value: 'itself.cn' }],
  'long.cn': () =>
    Array.from({ length: 300 }, (_, at) => ({
      type: 'CNAME',
      owner: at ? `n${at}.cn` : 'long.cn',
      value: `n${at + 1}.cn`,
    })),
  'five-hundred.cn': onlyA(addresses(500)),
  'five-thousand.cn': onlyA(addresses(5000)),
  // Each question for its address gets another answer than the first.
  'moves.cn': (type) => (type === 1 ? [{ type: 'A', value: moved++ === 0 ? '127.0.0.1' : ELSEWHERE }] : []),
  'silent.cn': () => 'silent',
  'noise.cn': () => 'noise',
  'another-id.cn': () => 'another-id',
}

let udp: dgram.Socket
let tcp: ReturnType<typeof createServer>
let dns: string
let place: string
let inside: RunningServer
const asked = new Map<string, number>()

beforeAll(async () => {
  const root = makeCertificate({ subject: 'Root', ca: true })
  inside = await startServer({
    kind: 'tls',
    leaf: makeCertificate({ names: Object.keys(TABLE), issuer: root }),
    others: [],
  })
  place = await folder({ 'root.pem': root.pem })
  tcp = createServer((socket) => {
    let got = Buffer.alloc(0)
    socket
      .on('error', () => {})
      .on('data', (part) => {
        got = Buffer.concat([got, part])
        while (got.length >= 2 && got.length >= 2 + got.readUInt16BE()) {
          const answer = answerTo(got.subarray(2, 2 + got.readUInt16BE()), 65_535)
          got = got.subarray(2 + got.readUInt16BE())
          if (answer) socket.write(Buffer.concat([u16(answer.length), answer]))
        }
      })
  })
  await new Promise<void>((ready) => tcp.listen(0, '127.0.0.1', ready))
  const { port } = tcp.address() as { port: number }
  udp = dgram.createSocket('udp4').on('message', (query, from) => {
    const answer = answerTo(query, 512)
    if (answer) udp.send(answer, from.port, from.address)
  })
  await new Promise<void>((ready) => udp.bind(port, '127.0.0.1', ready))
  dns = `127.0.0.1:${port}`
})
afterAll(async () => {
  udp.close()
  tcp.close()
  await inside.close()
})

const u16 = (value: number) => Buffer.from([value >> 8, value & 255])
const named = (name: string) =>
  Buffer.concat([
    ...name.split('.').map((label) => Buffer.from(`${String.fromCharCode(label.length)}${label}`)),
    Buffer.alloc(1),
  ])

function answerTo(query: Buffer, most: number): Buffer | null {
  const labels: string[] = []
  let at = 12
  for (let length = query.readUInt8(at); length > 0; length = query.readUInt8(at)) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  const name = labels.join('.').toLowerCase()
  const before = asked.get(name) ?? 0
  asked.set(name, before + 1)
  const answer = TABLE[name]?.(query.readUInt16BE(at + 1), before) ?? []
  if (answer === 'silent') return null
  const head = Buffer.alloc(12)
  query.copy(head, 0, 0, 2)
  if (answer === 'another-id') head[0] = (head[0] ?? 0) ^ 0xff
  head.writeUInt16BE(0x8180, 2)
  head.writeUInt16BE(1, 4)
  if (answer === 'noise') return Buffer.concat([head, Buffer.alloc(300, 0xc0)])
  const list = answer === 'another-id' ? addresses(1) : answer
  const records = list.map(({ type, owner, value }) => {
    const data = type === 'A' ? Buffer.from(value.split('.').map(Number)) : named(value)
    const fixed = Buffer.concat([
      u16(type === 'A' ? 1 : 5),
      u16(1),
      Buffer.from([0, 0, 0, 60]),
      u16(data.length),
    ])
    return Buffer.concat([owner ? named(owner) : Buffer.from([0xc0, 12]), fixed, data])
  })
  let body = Buffer.concat(records)
  let count = records.length
  while (12 + body.length + at > most && most > 512) {
    count -= 1
    body = body.subarray(0, -(records[count]?.length ?? 0))
  }
  const cut = 12 + at + body.length > most
  if (cut) head.writeUInt16BE(0x8380, 2)
  head.writeUInt16BE(cut ? 0 : count, 6)
  return Buffer.concat([head, query.subarray(12, at + 5), ...(cut ? [] : [body])])
}

async function audited(name: string, ...flags: string[]) {
  const own = ['--dns', dns, '--ca', 'root.pem', '--timeout', '2', '--no-fetch', '--format', 'json']
  const ran = await hefa(['audit', `https://${name}:${inside.port}`, ...own, ...flags], { cwd: place })
  expect(ran.stderr).not.toContain('internal error')
  return { ...ran, report: JSON.parse(ran.stdout) }
}

describe('name servers that go in circles or lie', () => {
  test.each([
    ['loop.cn', 1],
    ['itself.cn', 1],
    ['long.cn', 1],
    ['silent.cn', 3],
    ['noise.cn', 3],
    ['another-id.cn', 3],
  ])('%s is no pass', async (name, status) => {
    const { report, status: got } = await audited(name)
    expect(report.targets[0].results).toContainEqual(
      expect.objectContaining({ rule: 'dns/resolves', status: status === 1 ? 'fail' : 'unknown' }),
    )
    expect(got).toBe(status)
    expect(asked.get(name)).toBeLessThan(40)
  })
})

describe('more addresses than anybody has', () => {
  test.each(['five-hundred.cn', 'five-thousand.cn'])(
    '%s: the first are looked at, the rest is unknown',
    async (name) => {
      const { report, stdout } = await audited(name)
      const [target] = report.targets
      const tried = target.addresses.filter(({ state }: { state: string }) => state !== 'not-tried')
      expect(tried).toHaveLength(64)
      expect(target.results).toContainEqual(
        expect.objectContaining({
          rule: 'audit/complete',
          status: 'unknown',
          level: 'error',
          evidence: expect.objectContaining({ reason: 'addresses-left', tried: 64 }),
        }),
      )
      expect(stdout.length).toBeLessThan(1_000_000)
    },
  )
})

describe('a name that moves while it is looked at', () => {
  test('every connection goes to the address that was judged', async () => {
    let connections = 0
    const elsewhere = createServer((socket) => {
      connections += 1
      socket.destroy()
    })
    await new Promise<void>((ready) => elsewhere.listen(inside.port, ELSEWHERE, ready))
    const { report } = await audited('moves.cn', '--allow-private', '--revocation')
    elsewhere.close()
    const [target] = report.targets
    expect(target.addresses).toEqual([{ address: '127.0.0.1', family: 4, state: 'answered' }])
    const answered = target.results.filter(({ rule }: { rule: string }) => rule === 'http/reachable')
    expect(answered).toContainEqual(expect.objectContaining({ status: 'pass' }))
    expect(connections).toBe(0)
  })
})
