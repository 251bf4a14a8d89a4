/** State shared by the readers of one server flight. */
import type { ServerFlight } from '../../facts/index.js'
import type { ClientHello } from './hello-types.js'
import type { FlightProfile } from './hellos.js'
import type { HandshakeMessage } from './messages.js'
import type { TlsRecord } from './records.js'
import type { KeyOf, Proofs } from './signature.js'

export interface HandshakeContext {
  profile: FlightProfile
  /** Host name for SNI; null sends none. */
  name: string | null
  /** The first hello, or after a HelloRetryRequest the second. */
  hello: ClientHello
  keyOf: KeyOf
  proofs: Proofs
}

/** Reads what follows a ServerHello into `flight`, message by message. */
export interface FlightReader {
  flight: ServerFlight
  /** True when the flight has been read as far as wanted. @throws MalformedError */
  read(message: HandshakeMessage): boolean
  /** Present when what follows is encrypted. @throws MalformedError */
  open?(record: TlsRecord): { type: number; body: Buffer }
}

export const base64 = (bytes: Buffer): string => bytes.toString('base64')
