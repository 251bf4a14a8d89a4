/** What the hellos of simulated phones drew from one address. */
import type { Answer, ServerFlight, TlsVersion } from './tls.js'

/** Public key of a leaf, as far as a handshake depends on it. */
export interface LeafKey {
  /** node:crypto's name: `rsa`, `ec`, `ed25519`, ... */
  type: string
  /** Named group of an elliptic curve key (IANA TLS Supported Groups). */
  group?: number
}

/**
 * What a simulated phone's hello drew from the server. Its certificates stand once, in the chains of the address.
 */
export interface ClientFlight extends Omit<ServerFlight, 'certificates' | 'ocspStaple' | 'sctList'> {
  /** Place of the certificates in the chains of the address. Absent when none were read. */
  chain?: number
  leaf?: LeafKey
}

/**
 * What other hellos suggest. `open`: they say nothing, or what they suggested turned out wrong for a similar hello.
 * `from` is the hello, or the client, whose answer would be this one's too.
 */
export type Prediction =
  | { kind: 'accepted'; version: TlsVersion; cipher: number; group?: number; from: string }
  | { kind: 'refused' }
  | { kind: 'open' }

/** `connected`: its own hello was sent, or one that offers the same; `predicted`: it was not.
 *  `helloBytes`: length of the ClientHello on the wire, its record header included. */
export type ClientFact =
  | { client: string; basis: 'connected'; handshake: Answer<ClientFlight>; helloBytes?: number }
  | { client: string; basis: 'predicted'; prediction: Prediction }
