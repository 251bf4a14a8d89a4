/** Content-Encoding undone as clients do, within bounds. */
import type { Transform } from 'node:stream'
import { crc32, createBrotliDecompress, createInflate, createInflateRaw } from 'node:zlib'
import type { Decoding } from '../../facts/index.js'
import { fieldOf } from './head.js'
import { MAX_BODY, type Response } from './reader.js'

export interface Decoded {
  decoding: Decoding
  /** As much of the content as was read; null where there is no telling what it is. */
  content: Buffer | null
  /** More of the content follows. */
  partial: boolean
}

/** Chromium undoes these and `zstd`; with any other name in the list it undoes nothing (net/filter/source_stream_type.cc). */
const CODINGS: Readonly<Record<string, (bytes: Buffer) => Promise<Undone>>> = {
  gzip: undoGzip,
  'x-gzip': undoGzip,
  deflate: undoDeflate,
  br: (bytes) => run(createBrotliDecompress(), bytes),
}

/** Null: the body is not coded. */
export async function decoded({ head, body, cut }: Response): Promise<Decoded | null> {
  const names = (fieldOf(head, 'content-encoding') ?? '').split(',').map((name) => name.trim().toLowerCase())
  const named = names.filter((name) => name !== '')
  if (named.every((name) => name === 'identity')) return null
  const partial = cut !== undefined
  if (named.includes('zstd')) return { decoding: 'not-read', content: null, partial }
  const steps = named.map((name) => (Object.hasOwn(CODINGS, name) ? CODINGS[name] : undefined))
  if (steps.some((step) => step === undefined)) return { decoding: 'no-coding', content: body, partial }
  if (body.length === 0)
    return { decoding: partial || !hasBody(head.status) ? 'decoded' : 'empty', content: body, partial }
  return undo(steps.flatMap((step) => step ?? []).reverse(), body, partial)
}

const hasBody = (status: number): boolean => status >= 200 && status !== 204 && status !== 304

async function undo(
  steps: readonly ((bytes: Buffer) => Promise<Undone>)[],
  body: Buffer,
  isCut: boolean,
): Promise<Decoded> {
  let content = body
  let partial = isCut
  let decoding: Decoding = 'decoded'
  for (const step of steps) {
    const { ended, out } = await step(content)
    if (ended === 'undecodable') return { decoding: ended, content: null, partial }
    if (ended === 'ends-early' && !partial) decoding = ended
    else if (ended === 'checksum' || ended === 'surplus') decoding = ended
    partial ||= ended === 'limit' || ended === 'ends-early'
    content = out
  }
  return { decoding, content, partial }
}

interface Undone {
  out: Buffer
  ended: 'whole' | 'ends-early' | 'limit' | 'undecodable' | 'checksum' | 'surplus'
}

/** No more than MAX_BODY comes out, however much goes in: a few bytes can stand for gigabytes. */
async function run(stream: Transform, bytes: Buffer): Promise<Undone> {
  const parts: Buffer[] = []
  let size = 0
  stream.end(bytes)
  try {
    for await (const part of stream as AsyncIterable<Buffer>) {
      parts.push(part.subarray(0, MAX_BODY - size))
      size += part.length
      if (size > MAX_BODY) return { out: Buffer.concat(parts), ended: 'limit' }
    }
    return { out: Buffer.concat(parts), ended: 'whole' }
  } catch (error) {
    const early = (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR'
    return { out: Buffer.concat(parts), ended: early ? 'ends-early' : 'undecodable' }
  }
}

/** RFC 1950 is what the name means, RFC 1951 what some servers send under it: clients accept both. */
function undoDeflate(bytes: Buffer): Promise<Undone> {
  const isZlib = ((bytes[0] ?? 0) & 0x0f) === 8 && bytes.length > 1 && bytes.readUInt16BE(0) % 31 === 0
  return run(isZlib ? createInflate() : createInflateRaw(), bytes)
}

/** Node's own takes further members and stops at what is none, and clients do not: so the frame is read here (RFC 1952). */
async function undoGzip(bytes: Buffer): Promise<Undone> {
  const start = gzipStart(bytes)
  if (typeof start !== 'number') return { out: Buffer.alloc(0), ended: start }
  const inflate = createInflateRaw()
  const { out, ended } = await run(inflate, bytes.subarray(start))
  if (ended !== 'whole') return { out, ended }
  const rest = bytes.subarray(start + inflate.bytesWritten)
  if (rest.length < 8) return { out, ended: 'ends-early' }
  const isIntact = rest.readUInt32LE(0) === crc32(out) && rest.readUInt32LE(4) === out.length
  return { out, ended: !isIntact ? 'checksum' : rest.length > 8 ? 'surplus' : 'whole' }
}

const [HEADER_CRC, EXTRA, NAME, COMMENT] = [2, 4, 8, 16]

/** Where the compressed data begin. */
function gzipStart(bytes: Buffer): number | 'undecodable' | 'ends-early' {
  const magic = Buffer.from([0x1f, 0x8b, 8])
  if (!magic.subarray(0, bytes.length).equals(bytes.subarray(0, 3))) return 'undecodable'
  const flags = bytes[3] ?? 0
  let at = 10
  if (flags & EXTRA) at += 2 + (bytes.length < at + 2 ? 0 : bytes.readUInt16LE(at))
  for (const text of [NAME, COMMENT]) {
    if (!(flags & text)) continue
    const end = bytes.indexOf(0, at)
    if (end < 0) return 'ends-early'
    at = end + 1
  }
  if (flags & HEADER_CRC) at += 2
  return at >= bytes.length ? 'ends-early' : at
}
