/** Does a server that chooses HTTP/2 speak it? Phones that offer it get nothing else then. */
import { type EndpointFacts, type Http2Fact, type HttpFact, httpEnding } from '../../facts/index.js'
import type { Limiter } from '../limiter.js'
import { openSecureLine } from '../net.js'
import { pause } from '../pause.js'
import { escapeAscii } from '../tls/bytes.js'
import type { Destination } from './connection.js'

/** The client's preface: a text, and a SETTINGS frame that sets nothing (RFC 9113 section 3.4). */
const PREFACE = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0', 'latin1')
const FRAME_HEAD = 9
const [SETTINGS, SETTING_BYTES] = [4, 6]

/**
 * Asked once a server has answered in HTTP/1.1 and has chosen HTTP/2 for a hello that offers both.
 * @returns null where there is nothing to ask
 */
export async function observeHttp2(
  http: HttpFact,
  endpoints: readonly EndpointFacts[],
  { place, slot }: { place: Destination; slot: Limiter },
): Promise<Http2Fact | null> {
  const { connection } = http
  if (connection.kind !== 'accepted' || httpEnding(http).kind !== 'answered') return null
  const { address } = connection
  const chosen = endpoints
    .filter((one) => one.address === address)
    .flatMap(({ handshakes }) => Object.values(handshakes))
  if (!chosen.some((answer) => answer.kind === 'accepted' && answer.alpn === 'h2')) return null
  const first = await slot(() => ask(place, address))
  if (first.kind !== 'no-answer') return first
  await pause(place.signal)
  const second = place.signal?.aborted ? first : await slot(() => ask(place, address))
  const isSame = second.kind === 'no-answer' && second.phase === first.phase && second.cause === first.cause
  return isSame && second !== first ? { ...second, again: true } : second
}

function ask(place: Destination, address: string): Promise<Http2Fact> {
  const { port, name, timeoutMs, signal } = place
  return new Promise((resolve) => {
    let got: Buffer = Buffer.alloc(0)
    let connected = false
    const settle = (fact: Http2Fact): void => {
      line.close()
      resolve(fact)
    }
    const line = openSecureLine(
      { address, port, name, protocol: 'h2', timeoutMs, proxy: place.route?.(address), signal },
      {
        connected: () => {
          connected = true
          line.restart(timeoutMs)
          line.send(PREFACE)
        },
        data: (chunk) => {
          got = Buffer.concat([got, chunk])
          const fact = factOf(got)
          if (fact) settle(fact)
        },
        ended: (cause) => {
          if (got.length > 0) resolve({ kind: 'other', got: beginning(got) })
          else resolve({ kind: 'no-answer', phase: connected ? 'first-byte' : 'handshake', cause })
        },
      },
    )
  })
}

/** RFC 9113 section 3.4: the first frame of a server is SETTINGS; null while it may yet become one. */
function factOf(got: Buffer): Http2Fact | null {
  const other: Http2Fact = { kind: 'other', got: beginning(got) }
  if (got.length < FRAME_HEAD) return got[0] === 0 ? null : other
  const isSettings =
    got.readUIntBE(0, 3) % SETTING_BYTES === 0 &&
    got[3] === SETTINGS &&
    got[4] === 0 &&
    got.readUInt32BE(5) === 0
  return isSettings ? { kind: 'spoken' } : other
}

const beginning = (got: Buffer): string => escapeAscii(got.subarray(0, 64))
