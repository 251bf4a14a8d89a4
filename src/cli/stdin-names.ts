/** Names on standard input: one or more per line, without blank lines and `#` comments, with any line endings. */
import { holdsTwo, splitDomains } from '../config/split.js'

export interface NameLine {
  text: string
  /** Counts from 1. */
  line: number
}

/** What makes a line unusable: it is too long, or two addresses are not separated. */
export type LineFault = { fault: 'too-long' } | { fault: 'two'; text: string }

/** In bytes; longer than any list that is pasted as one line. */
export const MAX_LINE = 1 << 16
const LINE_FEED = 0x0a

/** @param stop makes the error thrown where names would be lost */
export async function* namesIn(
  pieces: AsyncIterable<Buffer>,
  stop: (line: number, fault: LineFault) => Error,
): AsyncGenerator<NameLine> {
  let [line, kept]: [number, Buffer] = [0, Buffer.alloc(0)]
  const keep = (part: Buffer): void => {
    if (kept.length + part.length > MAX_LINE) throw stop(line + 1, { fault: 'too-long' })
    if (part.length > 0) kept = Buffer.concat([kept, part])
  }
  for await (const piece of pieces) {
    let start = 0
    for (let end = piece.indexOf(LINE_FEED); end >= 0; end = piece.indexOf(LINE_FEED, start)) {
      keep(piece.subarray(start, end))
      line += 1
      yield* nameIn(kept, line, stop)
      kept = Buffer.alloc(0)
      start = end + 1
    }
    keep(piece.subarray(start))
  }
  yield* nameIn(kept, line + 1, stop)
}

function* nameIn(
  bytes: Buffer,
  line: number,
  stop: (line: number, fault: LineFault) => Error,
): Generator<NameLine> {
  const text = bytes
    .toString('utf8')
    .replace(line === 1 ? /^\ufeff/ : '', '')
    .replace(/(?:^|\s)#[\s\S]*$/, '')
    .trim()
  for (const name of splitDomains(text)) {
    if (holdsTwo(name)) throw stop(line, { fault: 'two', text: name })
    yield { text: name, line }
  }
}
