/** TLS connections that carry HTTP: one exchange at a time. */
import { type HttpFact, type HttpFailure, specialUse } from '../../facts/index.js'
import { unconnected } from '../attempt.js'
import { type Fates, isMute, noteRequested } from '../fates.js'
import type { Resolution } from '../names.js'
import { openSecureLine, type SecureLine } from '../net.js'
import type { ProxyRoute } from '../proxy.js'
import { type Reading, type ResponseReader, responseReader } from './reader.js'

/** Where a target is, and the settings of every connection to it. */
export interface Destination {
  names: Pick<Resolution, 'a' | 'aaaa' | 'inside'>
  port: number
  /** Host name for SNI; null sends none. */
  name: string | null
  /** Deadline of connecting, over all addresses, and of each exchange. */
  timeoutMs: number
  /** The proxy on the way to an address. */
  route?: ((address: string) => ProxyRoute | undefined) | undefined
  /** What is known of its addresses by now. */
  fates: Fates
  /** Do very many wait for a place among the connections? */
  crowded(): boolean
  signal?: AbortSignal | undefined
}

export interface Exchange {
  reading: Reading
  /** From the request sent to the first byte back; 0 when none came. */
  firstByteMs: number
}

/** What a reader may do beside reading. */
export interface Speaking {
  send(bytes: Buffer): void
  /** Gives what follows a deadline of its own. */
  within(milliseconds: number): void
}
/** Reads the answer; default: of HTTP. */
export type MakeReader = (speaking: Speaking) => ResponseReader

export interface Connection {
  fact: Extract<HttpFact['connection'], { kind: 'accepted' }>
  /** One at a time. */
  exchange(request: Buffer, read?: MakeReader): Promise<Exchange>
  /** Can it be used for another exchange? */
  usable(): boolean
  close(): void
}

export type Unconnected = Exclude<HttpFact['connection'], { kind: 'accepted' }>

/** A name with more addresses than this is tried at the first ones of each family. */
const MAX_TRIED = 4

/** A request there could trigger something that only insiders may do: the hellos find out enough. */
const INSIDE: Unconnected = { kind: 'no-answer', phase: 'connect', cause: 'special-use address' }

const mayAsk = ({ names }: Destination, address: string): boolean =>
  names.inside || specialUse(address) === null

/** Opens connections to the first address that completes a handshake, IPv4 first; later ones go there at once. */
export function connector(place: Destination): () => Promise<Connection | Unconnected> {
  let good: string | null = null
  return async () => {
    if (good !== null) return connect(place, good, place.timeoutMs)
    const until = performance.now() + place.timeoutMs
    let failure: Unconnected | null = null
    for (const family of ['a', 'aaaa'] as const) {
      const found = (await place.names[family]).addresses
      const addresses = found.filter((address) => mayAsk(place, address)).slice(0, MAX_TRIED)
      if (found.length > 0 && addresses.length === 0) failure ??= INSIDE
      for (const [index, address] of addresses.entries()) {
        // A silent address must not use up the others' share of the time.
        const share = (until - performance.now()) / (addresses.length - index)
        if (share < 1 || place.signal?.aborted) break
        const made = silentByNow(place, address) ?? (await connect(place, address, Math.floor(share)))
        if ('exchange' in made) {
          place.fates.of(address).heard = true
          good = address
          return made
        }
        remember(place, address, made)
        failure ??= made
      }
    }
    return failure ?? { kind: 'no-answer', phase: 'dns', cause: 'no-address' }
  }
}

/** At one address alone. */
export const connectTo = async (place: Destination, address: string): Promise<Connection | Unconnected> =>
  silentByNow(place, address) ?? connect(place, address, place.timeoutMs)

/** The addresses that `connector` does not begin with, as many as it tries. */
export async function othersOf(place: Destination): Promise<string[]> {
  const [a, aaaa] = await Promise.all([place.names.a, place.names.aaaa])
  const all = [a, aaaa].flatMap(({ addresses }) => addresses.filter((one) => mayAsk(place, one)))
  return all.slice(1, MAX_TRIED)
}

/** In a crowd, connections that were found to be silent aren't tried again. */
function silentByNow({ fates, crowded }: Destination, address: string): Unconnected | null {
  const known = fates.of(address)
  if (!crowded()) return null
  if (known.unreachable?.kind === 'no-answer') return known.unreachable
  return isMute(known, true) ? { kind: 'no-answer', phase: 'handshake', cause: 'timeout' } : null
}

function remember({ fates }: Destination, address: string, made: Unconnected): void {
  const known = fates.of(address)
  if (made.kind !== 'no-answer' || made.cause !== 'timeout') return
  if (made.phase === 'connect') known.unreachable ??= made
  else if (made.phase === 'handshake') known.silences += 1
}

/** no_application_protocol (RFC 7301 section 3.2). */
const NO_PROTOCOL = 'alert:120'

/** A server that only speaks HTTP/2 is contacted again with that: its first frame is an answer too. */
async function connect(
  place: Destination,
  address: string,
  timeoutMs: number,
): Promise<Connection | Unconnected> {
  const made = await connectAs('http/1.1', place, address, timeoutMs)
  const refused = !('exchange' in made) && made.kind === 'no-answer' && made.cause === NO_PROTOCOL
  return refused ? connectAs('h2', place, address, timeoutMs) : made
}

function connectAs(
  protocol: 'http/1.1' | 'h2',
  place: Destination,
  address: string,
  timeoutMs: number,
): Promise<Connection | Unconnected> {
  const { port, name, signal } = place
  return new Promise((resolve) => {
    let carrier: Carrier | null = null
    const line = openSecureLine(
      { address, port, name, protocol, timeoutMs, proxy: place.route?.(address), signal },
      {
        connected: () => {
          carrier = carry(line, place.timeoutMs)
          noteRequested(place.fates.of(address), line.certificates())
          const fact = { kind: 'accepted' as const, address, version: line.version() }
          const { exchange, usable } = carrier
          resolve({ fact, exchange, usable, close: () => line.close() })
        },
        data: (chunk) => carrier?.data(chunk),
        ended: (cause) => {
          if (carrier) carrier.ended(cause)
          else resolve(line.reached() ? broken(line, cause) : unconnected(cause))
        },
      },
    )
  })
}

const broken = (line: SecureLine, cause: string): Unconnected => ({
  kind: 'no-answer',
  phase: line.finishing() ? 'finish' : 'handshake',
  cause,
})

/** Pieces. */
const MAX_EARLY = 16

type Carrier = Pick<Connection, 'exchange' | 'usable'> & {
  data(chunk: Buffer): void
  ended(cause: string): void
}

function carry(line: SecureLine, timeoutMs: number): Carrier {
  let usable = true
  let endedBy = 'closed'
  let early: Buffer[] | null = []
  let current: { reader: ResponseReader; finish(reading: Reading): void; firstByte(): void } | null = null
  const stop = (): void => {
    usable = false
    line.close()
  }
  const speaking: Speaking = { send: (bytes) => line.send(bytes), within: (ms) => line.restart(ms) }
  const exchange = (request: Buffer, read: MakeReader = responseReader): Promise<Exchange> =>
    new Promise((resolve) => {
      const before = early?.splice(0) ?? []
      early = null
      if (!usable && before.length === 0)
        return resolve({ reading: responseReader().end(endedBy), firstByteMs: 0 })
      line.restart(timeoutMs)
      line.send(request)
      const sentAt = performance.now()
      let firstByteMs: number | null = null
      const finish = (reading: Reading): void => {
        current = null
        if (reading.kind !== 'response' || !reading.reusable) stop()
        resolve({ reading, firstByteMs: firstByteMs ?? 0 })
      }
      const firstByte = (): void => {
        // It came before the deadline, however late this process got to it.
        firstByteMs ??= Math.min(timeoutMs, Math.round(performance.now() - sentAt))
      }
      current = { reader: read(speaking), finish, firstByte }
      for (const chunk of before) data(chunk)
      if (!usable) ended(endedBy)
    })
  const data = (chunk: Buffer): void => {
    if (current) {
      current.firstByte()
      const reading = current.reader.push(chunk)
      if (reading) current.finish(reading)
    }
    // Before the first request it is the answer to that, as clients have it; later, bytes can't be told from the next answer.
    else if (early && early.length < MAX_EARLY) early.push(chunk)
    else stop()
  }
  const ended = (cause: string): void => {
    usable = false
    endedBy = cause
    current?.finish(current.reader.end(cause))
  }
  return { exchange, usable: () => usable, data, ended }
}

/** Connecting failed: the result of a request that would have used that connection. */
export function notSent(failure: Unconnected): HttpFailure {
  if (failure.kind === 'refused') return { kind: 'no-answer', phase: 'connect', cause: 'ECONNREFUSED' }
  const phase = failure.phase === 'hello' ? 'handshake' : failure.phase
  return { kind: 'no-answer', phase, cause: failure.cause, ...(failure.again && { again: true }) }
}
