/** One connection in HTTP/2: requests one after the other, and what comes of each. Bytes in, bytes out. */
import type { Http2Answer, Http2Fault } from '../../facts/index.js'
import { MAX_BODY, MAX_HEAD, type Response } from '../http/reader.js'
import { type Exchange, openExchange } from './exchange.js'
import { contentOf, FLAG, type Frame, frameReader, isMisshapen, TYPE, writeFrame } from './frames.js'
import { type Field, fieldReader, writeFields } from './hpack.js'

/** The client's preface (RFC 9113 section 3.4): no pushed answers, and room for every body that is read. */
export function preface(): Buffer {
  return Buffer.concat([
    Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'latin1'),
    frame(TYPE.settings, 0, 0, Buffer.concat([setting(ENABLE_PUSH, 0), setting(WINDOW_SIZE, 4 * MAX_BODY)])),
    frame(TYPE.windowUpdate, 0, 0, number(MAX_WINDOW - DEFAULT_WINDOW)),
  ])
}

const [ENABLE_PUSH, WINDOW_SIZE] = [2, 4]
const [DEFAULT_WINDOW, MAX_WINDOW] = [65_535, 2 ** 31 - 1]
/** Section 7. */
const [NO_ERROR, CANCEL] = [0, 8]
/** Bytes per answer, whatever they are: otherwise frames that tell nothing could go on for ever. */
const MAX_WIRE = MAX_HEAD + 4 * MAX_BODY

export interface Conversation {
  /** The request's bytes. */
  ask(fields: readonly Field[]): Buffer
  /** @returns what is to be sent, and the answer once it is there */
  receive(chunk: Buffer): { reply: Buffer; answer: Http2Answer | null }
  /** The connection ended before the answer did. */
  end(cause: string): Http2Answer[]
  /** What the current answer says, as far as it came; null before its head. */
  response(): Response | null
  /** May another request follow? */
  usable(): boolean
}

export function conversation(): Conversation {
  const cut = frameReader()
  let current = openExchange(-1)
  let wire = 0
  let usable = true
  const broken = (problem: Http2Fault['problem']): void => {
    usable = false
    current.broken({ problem })
  }
  const blocks = headerBlocks(broken)
  const windows = sendWindow()
  const take = (one: Frame): void => {
    const isOurs = one.stream === current.stream
    if (isMisshapen(one) || !windows.take(one)) broken('frame')
    else if (one.type === TYPE.headers || one.type === TYPE.continuation || blocks.isOpen())
      blocks.take(one, current)
    else if (one.type === TYPE.data) {
      const content = contentOf(one)
      if (!content) broken('frame')
      else if (isOurs) current.data(content, isEnd(one))
    } else if (one.type === TYPE.reset && isOurs) current.reset(numberIn(one, 0))
    else if (one.type === TYPE.push) broken('pushed')
    else if (one.type === TYPE.goaway) {
      usable = false
      const [last, code] = [numberIn(one, 0), numberIn(one, 4)]
      // Section 6.8: what came before the last stream named is still answered.
      if (last < current.stream || code !== NO_ERROR) current.goaway(code)
    }
  }
  const silence = (cause: string): void => {
    usable = false
    current.silence(cause)
  }
  return {
    usable: () => usable,
    response: () => current.response(),
    ask: (fields) => {
      current = openExchange(current.stream + 2)
      wire = 0
      return frame(TYPE.headers, FLAG.end | FLAG.endHeaders, current.stream, writeFields(fields))
    },
    receive: (chunk) => {
      const frames = cut(chunk)
      if (!frames) broken('frame')
      wire += chunk.length
      const replies = (frames ?? []).map((one) => {
        take(one)
        return replyTo(one)
      })
      if (wire > MAX_WIRE) silence('limit')
      const answer = current.answer()
      if (answer && !current.closed()) replies.push(frame(TYPE.reset, 0, current.stream, number(CANCEL)))
      return { reply: Buffer.concat(replies), answer }
    },
    end: (cause) => {
      silence(cause)
      const answer = current.answer()
      return answer ? [answer] : []
    },
  }
}

/** The connection's: an increment of zero, or beyond the largest window, ends it (section 6.9). */
function sendWindow(): { take(frame: Frame): boolean } {
  let size = DEFAULT_WINDOW
  return {
    take: (one) => {
      if (one.type !== TYPE.windowUpdate) return true
      const increment = numberIn(one, 0)
      if (one.stream === 0) size += increment
      return increment > 0 && size <= MAX_WINDOW
    },
  }
}

/** Puts HEADERS and their CONTINUATIONs together. All streams share one table, so those of others are read too. */
function headerBlocks(broken: (problem: Http2Fault['problem']) => void) {
  const reader = fieldReader(MAX_HEAD)
  let block: { first: Frame; pieces: Buffer[]; size: number } | null = null
  const close = ({ first, pieces }: NonNullable<typeof block>, current: Exchange): void => {
    block = null
    const fields = reader.read(Buffer.concat(pieces))
    if (!fields) broken('compression')
    else if (first.stream === current.stream) current.fields(fields, isEnd(first))
  }
  const take = (one: Frame, current: Exchange): void => {
    const piece = one.type === TYPE.headers ? contentOf(one) : one.payload
    // Section 6.10: nothing else may come in between.
    const isNext = one.type === (block ? TYPE.continuation : TYPE.headers)
    if (!piece || !isNext) {
      broken('frame')
      return
    }
    block ??= { first: one, pieces: [], size: 0 }
    block.pieces.push(piece)
    block.size += piece.length
    if (block.size > MAX_HEAD) broken('endless-head')
    else if (one.flags & FLAG.endHeaders) close(block, current)
  }
  return { take, isOpen: () => block !== null }
}

const isEnd = ({ flags }: Frame): boolean => (flags & FLAG.end) > 0

const NOTHING = Buffer.alloc(0)

/** Sections 6.5.3 and 6.7. */
function replyTo({ type, flags, payload }: Frame): Buffer {
  if (flags & FLAG.ack) return NOTHING
  if (type === TYPE.settings) return frame(TYPE.settings, FLAG.ack, 0)
  return type === TYPE.ping ? frame(TYPE.ping, FLAG.ack, 0, payload) : NOTHING
}

const frame = (type: number, flags: number, stream: number, payload: Buffer = NOTHING): Buffer =>
  writeFrame({ type, flags, stream, payload })

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

function setting(id: number, value: number): Buffer {
  const bytes = Buffer.alloc(6)
  bytes.writeUInt16BE(id)
  bytes.writeUInt32BE(value, 2)
  return bytes
}

const numberIn = ({ payload }: Frame, at: number): number =>
  payload.length >= at + 4 ? payload.readUInt32BE(at) & 0x7fffffff : 0
