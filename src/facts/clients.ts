/** The answers of one address to the hellos of simulated phones. */
import type { Answer, ServerFlight, TlsVersion } from './tls.js'

/** The properties of a leaf's public key that a handshake depends on. */
export interface LeafKey {
  /** node:crypto's name: `rsa`, `ec`, `ed25519`, ... */
  type: string
  /** Named group of an elliptic curve key (IANA TLS Supported Groups). */
  group?: number
}

/** A server's answer to a simulated phone's hello. Its certificates are in the chains of the address. */
export interface ClientFlight extends Omit<ServerFlight, 'certificates' | 'ocspStaple' | 'sctList'> {
  /** Index of the certificates in the chains of the address. Absent when none were read. */
  chain?: number
  leaf?: LeafKey
}

/**
 * What other hellos suggest. `open`: they say nothing, or what they suggested turned out wrong for a similar hello.
 * `from` is the hello, or the client, that would get the same answer.
 */
export type Prediction =
  | { kind: 'accepted'; version: TlsVersion; cipher: number; group?: number; from: string }
  | { kind: 'refused' }
  | { kind: 'open' }

/**
 * `connected`: its own hello was sent, or an identical one; `predicted`: it was not. `helloBytes`: length of the
 * ClientHello on the wire, including its record header.
 */
export type ClientFact =
  | { client: string; basis: 'connected'; handshake: Answer<ClientFlight>; helloBytes?: number }
  | { client: string; basis: 'predicted'; prediction: Prediction }
