/** Reads the answer to a WebSocket's opening handshake, and what its server says before it answers a ping. */
import type { SocketStart } from '../../facts/index.js'
import type { Speaking } from './connection.js'
import { type FrameReader, frameReader, PING } from './frames.js'
import { fieldOf } from './head.js'
import { type Reading, type Response, type ResponseReader, responseReader } from './reader.js'

/** A server that answers no ping is listened to for so long: twice what its answer took, within these bounds. */
const [SHORTEST_MS, LONGEST_MS] = [100, 1000]

/** @param accept the value that the key demands: what opens no WebSocket is sent nothing */
export function socketReader(accept: string, { send, within }: Speaking): ResponseReader {
  const inner = responseReader()
  const asked = performance.now()
  let opened: { answer: Response; frames: FrameReader } | null = null
  const told = (answer: Response, start: SocketStart): Response => ({ ...answer, start })
  const listen = (bytes: Buffer): Reading | null => {
    const start = opened?.frames.push(bytes)
    return opened && start ? told(opened.answer, start) : null
  }
  const open = (answer: Response): Reading | null => {
    const frames = frameReader()
    const isOpen = fieldOf(answer.head, 'sec-websocket-accept') === accept
    if (!isOpen) return told(answer, frames.push(answer.surplus) ?? {})
    opened = { answer, frames }
    const start = listen(answer.surplus)
    if (start) return start
    send(PING)
    within(Math.min(LONGEST_MS, Math.max(SHORTEST_MS, 2 * (performance.now() - asked))))
    return null
  }
  return {
    push: (chunk) => {
      if (opened) return listen(chunk)
      const reading = inner.push(chunk)
      return reading?.kind === 'response' && reading.head.status === 101 ? open(reading) : reading
    },
    end: (cause) => {
      if (!opened) return inner.end(cause)
      return told(opened.answer, ENDED.has(cause) ? { cut: true } : {})
    },
  }
}

const ENDED: ReadonlySet<string> = new Set(['closed', 'ECONNRESET', 'EPIPE'])
