/** A connection in HTTP/2, and the requests over it one after the other. */
import type { Http2Answer, Http2Fact } from '../../facts/index.js'
import { noteRequested } from '../fates.js'
import type { Destination } from '../http/connection.js'
import type { Response } from '../http/reader.js'
import { openSecureLine } from '../net.js'
import { escapeAscii } from '../tls/bytes.js'
import { conversation, preface } from './conversation.js'
import { HEAD_LENGTH, TYPE } from './frames.js'
import type { Field } from './hpack.js'

const SETTING_BYTES = 6

/** An answer, what it said as far as it came, and how long its head took. */
export interface Heard {
  answer: Http2Answer
  said: Response | null
  firstByteMs: number
}

/** `spoken`: the answers in the order of the requests, as many as the connection lasted for. */
type Asked = Exclude<Http2Fact, { kind: 'spoken' }> | { kind: 'spoken'; heard: Heard[] }

export function askOver(
  place: Destination,
  address: string,
  requests: readonly (readonly Field[])[],
): Promise<Asked> {
  const { port, name, timeoutMs, signal } = place
  const talk = conversation()
  const heard: Heard[] = []
  let askedAt = 0
  let firstByteMs: number | null = null
  let got: Buffer = Buffer.alloc(0)
  let phase: 'connecting' | 'opening' | 'spoken' = 'connecting'
  return new Promise((resolve) => {
    const settle = (fact: Asked): void => {
      line.close()
      resolve(fact)
    }
    const asked = (): void => {
      askedAt = performance.now()
      firstByteMs = null
    }
    const next = (): void => {
      const fields = talk.usable() ? requests[heard.length] : undefined
      if (fields) {
        line.restart(timeoutMs)
        line.send(talk.ask(fields))
        asked()
      } else settle({ kind: 'spoken', heard })
    }
    const take = (answer: Http2Answer): void => {
      const said = answer.kind === 'answered' ? talk.response() : null
      heard.push({ answer, said, firstByteMs: Math.min(timeoutMs, firstByteMs ?? 0) })
    }
    const hear = (chunk: Buffer): void => {
      const { reply, answer } = talk.receive(chunk)
      if (reply.length > 0) line.send(reply)
      if (talk.response()) firstByteMs ??= Math.round(performance.now() - askedAt)
      if (!answer) return
      take(answer)
      next()
    }
    const open = (chunk: Buffer): void => {
      got = Buffer.concat([got, chunk])
      const begins = beginsWithSettings(got)
      if (begins === false) settle({ kind: 'other', got: beginning(got) })
      if (!begins) return
      phase = 'spoken'
      if (requests.length === 0) settle({ kind: 'spoken', heard })
      else hear(got)
    }
    const line = openSecureLine(
      { address, port, name, protocol: 'h2', timeoutMs, proxy: place.route?.(address), signal },
      {
        connected: () => {
          phase = 'opening'
          noteRequested(place.fates.of(address), line.certificates())
          line.restart(timeoutMs)
          // In one piece, as clients do: that saves a round trip.
          const [first] = requests
          line.send(Buffer.concat([preface(), ...(first ? [talk.ask(first)] : [])]))
          asked()
        },
        data: (chunk) => (phase === 'spoken' ? hear(chunk) : open(chunk)),
        ended: (cause) => {
          if (phase === 'spoken') {
            for (const answer of talk.end(cause)) take(answer)
            resolve({ kind: 'spoken', heard })
          } else if (got.length > 0) resolve({ kind: 'other', got: beginning(got) })
          else {
            const reached = phase === 'connecting' ? 'handshake' : 'first-byte'
            resolve({ kind: 'no-answer', phase: reached, cause })
          }
        },
      },
    )
  })
}

/** RFC 9113 section 3.4: a server's first frame; null while it may yet become one. */
function beginsWithSettings(got: Buffer): boolean | null {
  if (got.length < HEAD_LENGTH) return got[0] === 0 ? null : false
  return (
    got.readUIntBE(0, 3) % SETTING_BYTES === 0 &&
    got[3] === TYPE.settings &&
    got[4] === 0 &&
    got.readUInt32BE(5) === 0
  )
}

const beginning = (got: Buffer): string => escapeAscii(got.subarray(0, 64))
