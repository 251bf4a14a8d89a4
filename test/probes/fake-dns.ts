/** A DNS server on 127.0.0.1 that answers from a table. */
import dgram from 'node:dgram'

export type Zone = Record<
  string,
  Partial<Record<'A' | 'AAAA' | 'CNAME', string[]>> | 'nxdomain' | 'servfail' | 'refused' | 'silent'
>

export interface FakeDns {
  server: string
  /** Every question, as `NAME TYPE`. */
  asked: string[]
  close(): void
}

const TYPES = { 1: 'A', 28: 'AAAA', 5: 'CNAME' } as const
const CODES = { servfail: 2, nxdomain: 3, refused: 5 } as const

export async function fakeDns(zone: Zone): Promise<FakeDns> {
  const asked: string[] = []
  const socket = dgram.createSocket('udp4')
  socket.on('message', (query, from) => {
    const { name, type, question } = readQuestion(query)
    asked.push(`${name} ${type}`)
    const entry = zone[name] ?? 'nxdomain'
    if (entry === 'silent') return
    socket.send(answer(query, question, entry, type), from.port, from.address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  return { server: `127.0.0.1:${socket.address().port}`, asked, close: () => socket.close() }
}

function readQuestion(query: Buffer): { name: string; type: 'A' | 'AAAA' | 'CNAME'; question: Buffer } {
  const labels: string[] = []
  let at = 12
  for (let length = query.readUInt8(at); length > 0; length = query.readUInt8(at)) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  const type = TYPES[query.readUInt16BE(at + 1) as keyof typeof TYPES]
  return { name: labels.join('.').toLowerCase(), type, question: query.subarray(12, at + 5) }
}

function answer(
  query: Buffer,
  question: Buffer,
  entry: Exclude<Zone[string], 'silent'>,
  type: 'A' | 'AAAA' | 'CNAME',
): Buffer {
  const code = typeof entry === 'string' ? CODES[entry] : 0
  const values = typeof entry === 'string' ? [] : (entry[type] ?? [])
  const header = Buffer.alloc(12)
  query.copy(header, 0, 0, 2)
  header.writeUInt16BE(0x8180 | code, 2)
  header.writeUInt16BE(1, 4)
  header.writeUInt16BE(values.length, 6)
  return Buffer.concat([header, question, ...values.map((value) => resource(type, value))])
}

function resource(type: 'A' | 'AAAA' | 'CNAME', value: string): Buffer {
  const data = { A: v4, AAAA: v6, CNAME: encodeName }[type](value)
  const fixed = Buffer.from([
    0xc0,
    12,
    0,
    { A: 1, AAAA: 28, CNAME: 5 }[type],
    0,
    1,
    0,
    0,
    0,
    60,
    0,
    data.length,
  ])
  return Buffer.concat([fixed, data])
}

const v4 = (address: string): Buffer => Buffer.from(address.split('.').map(Number))
/** Full form only. */
const v6 = (address: string): Buffer =>
  Buffer.from(
    address
      .split(':')
      .map((part) => part.padStart(4, '0'))
      .join(''),
    'hex',
  )
const encodeName = (name: string): Buffer =>
  Buffer.concat([
    ...name.split('.').map((label) => Buffer.from(`${String.fromCharCode(label.length)}${label}`, 'latin1')),
    Buffer.alloc(1),
  ])
