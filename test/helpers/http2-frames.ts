/** HTTP/2 written by hand, so that it can be wrong. */
import type tls from 'node:tls'
import { FLAG, TYPE, writeFrame } from '../../src/probes/http2/frames.js'
import { type Field, writeFields } from '../../src/probes/http2/hpack.js'

/** What a server sends upon a request, for its stream; `end` closes the connection. */
export type Piece = ((stream: number) => Buffer) | 'end'

export const frame = (
  type: number,
  flags: number,
  stream: number,
  payload: Buffer = Buffer.alloc(0),
): Buffer => writeFrame({ type, flags, stream, payload })

export const head =
  (fields: readonly Field[], flags: number = FLAG.endHeaders): Piece =>
  (stream) =>
    frame(TYPE.headers, flags, stream, writeFields(fields))
export const body =
  (text: string, flags: number = FLAG.end): Piece =>
  (stream) =>
    frame(TYPE.data, flags, stream, Buffer.from(text))
export const trailer = (fields: readonly Field[]): Piece => head(fields, FLAG.endHeaders | FLAG.end)
export const reset =
  (code: number): Piece =>
  (stream) =>
    frame(TYPE.reset, 0, stream, numbers(code))
export const goaway =
  (last: number, code: number): Piece =>
  () =>
    frame(TYPE.goaway, 0, 0, numbers(last, code))

export function numbers(...values: number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length)
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, 4 * index)
  return bytes
}

/** An answer with further fields. */
export const answerWith = (...fields: readonly Field[]): Piece[] => [
  head([[':status', '200'], ['content-type', 'text/plain'], ...fields]),
  body('ok'),
]

const PREFACE_LENGTH = 24

/** Reads the requests of one connection, and answers each. @param pieces by the number of the request, from 0 */
export function speakHttp2(socket: tls.TLSSocket, pieces: (request: number) => readonly Piece[]): void {
  let pending: Buffer = Buffer.alloc(0)
  let isOpen = false
  let requests = 0
  const take = (type: number, flags: number, stream: number): void => {
    if (type === TYPE.settings && !(flags & FLAG.ack)) socket.write(frame(TYPE.settings, FLAG.ack, 0))
    if (type !== TYPE.headers) return
    for (const piece of pieces(requests++)) {
      if (piece === 'end') socket.end()
      else socket.write(piece(stream))
    }
  }
  socket.on('error', () => socket.destroy())
  socket.write(frame(TYPE.settings, 0, 0))
  socket.on('data', (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk])
    if (!isOpen) {
      if (pending.length < PREFACE_LENGTH) return
      pending = pending.subarray(PREFACE_LENGTH)
      isOpen = true
    }
    while (pending.length >= 9 && pending.length >= 9 + pending.readUIntBE(0, 3)) {
      take(pending.readUInt8(3), pending.readUInt8(4), pending.readUInt32BE(5))
      pending = pending.subarray(9 + pending.readUIntBE(0, 3))
    }
  })
}
