/** A ClientHello that was made, and what a second one repeats of it. */

export interface ClientHello {
  /** The handshake message, as it stands in the transcript. */
  message: Buffer
  /** What goes on the wire. */
  record: Buffer
  random: Buffer
  sessionId: Buffer
  /** Groups a key share was sent for; empty below TLS 1.3. */
  shares: readonly number[]
  /** What a phone draws by lot and repeats in its second hello. */
  lot?: Lot
}

/** Random choices of a phone's hello. */
export interface Lot {
  /** Reserved values (RFC 8701) for suites, groups, versions and two extensions. */
  grease: { suite: number; group: number; version: number; first: number; last: number }
  /** Extension types in the order they are sent. */
  order: readonly number[]
  /** Body of the encrypted_client_hello extension that only pretends. */
  ech: Buffer
}

/** What a HelloRetryRequest asked for (RFC 8446 section 4.1.4). */
export interface Retry {
  first: ClientHello
  group?: number
  cookie?: Buffer
}
