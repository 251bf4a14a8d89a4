import type { TlsVersion } from '../facts/index.js'
import type { StackFamily } from '../platforms/index.js'

export type ClientFamily = StackFamily
/**
 * `captured`: the code points come from a recorded hello; `derived`: reconstructed from source code and a related
 * client.
 */
export type Certainty = 'captured' | 'derived'

/** What a client accepts. Code points are numbers (IANA TLS registries); GREASE is in none of these lists. */
export interface Offer {
  /** Highest first. */
  versions: readonly TlsVersion[]
  suites: readonly number[]
  groups: readonly number[]
  signatures: readonly number[]
}

/** The layout of a ClientHello, besides what it offers. */
export interface HelloShape {
  recordVersion: number
  legacyVersion: number
  /** The suites including signalling values such as 0x00ff. */
  suites: readonly number[]
  /** Types in the order they are sent. */
  extensions: readonly number[]
  /** Groups a key share is sent for. */
  shares: readonly number[]
  alpn: readonly string[]
  /** Certificate compression algorithms (RFC 8879). */
  compress: readonly number[]
  grease: boolean
  /** The order of the extensions is random for each connection. */
  permuted: boolean
  /** Are hellos of 256 to 511 bytes padded (RFC 7685)? */
  padded: boolean
}

/** One generation of clients that send the same hello. */
export interface Client {
  id: string
  family: ClientFamily
  /** For example `iOS 16.0-17.7`. */
  name: string
  /** Versions of the operating system, or of Chromium, that it represents; both ends included. */
  from: string
  to: string
  stack: string
  certainty: Certainty
  /** What an app sends: on iOS the hello as restricted by App Transport Security. */
  offer: Offer
  shape: HelloShape
  source: { title: string; url: string; captured: string; readOn: string }
}
