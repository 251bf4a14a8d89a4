/** Names on standard input: one a line, blank lines and `#` comments left out, whatever the line ends are. */

export interface NameLine {
  text: string
  /** Counts from 1. */
  line: number
}

/** In bytes; longer than any name or pasted URL worth reading. What follows is dropped. */
const MAX_LINE = 2048
const LINE_FEED = 0x0a

export async function* namesIn(pieces: AsyncIterable<Buffer>): AsyncGenerator<NameLine> {
  let [line, kept]: [number, Buffer] = [0, Buffer.alloc(0)]
  const keep = (part: Buffer): void => {
    const room = MAX_LINE - kept.length
    if (room > 0 && part.length > 0) kept = Buffer.concat([kept, part.subarray(0, room)])
  }
  for await (const piece of pieces) {
    let start = 0
    for (let end = piece.indexOf(LINE_FEED); end >= 0; end = piece.indexOf(LINE_FEED, start)) {
      keep(piece.subarray(start, end))
      line += 1
      yield* nameIn(kept, line)
      kept = Buffer.alloc(0)
      start = end + 1
    }
    keep(piece.subarray(start))
  }
  yield* nameIn(kept, line + 1)
}

function* nameIn(bytes: Buffer, line: number): Generator<NameLine> {
  const text = bytes
    .toString('utf8')
    .replace(line === 1 ? /^\ufeff/ : '', '')
    .trim()
  if (text !== '' && !text.startsWith('#')) yield { text, line }
}
