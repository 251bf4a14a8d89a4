/** The answers of one address to a ClientHello. */

/** Every version that is tested, oldest first. */
export const TLS_VERSIONS = ['SSLv3', 'TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const
/** A version of SSL or TLS. */
export type TlsVersion = (typeof TLS_VERSIONS)[number]

/**
 * How far a connection got before it went silent; `finish`: the server's first flight was read completely, and ours,
 * with Finished in it, was sent.
 */
export type Phase = 'dns' | 'connect' | 'hello' | 'handshake' | 'finish'

/** Silence: neither accepted nor refused. `cause` is an errno name, `timeout`, `limit`, `local:ERRNO` for a fault of this
 *  machine, or `alert:NUMBER` (RFC 8446 section 6) where the handshake was to be carried to its end. */
export interface NoAnswer {
  kind: 'no-answer'
  phase: Phase
  cause: string
  /** The same happened again on another connection after a pause. */
  again?: true
}

/** A refusal, which is evidence. */
export interface Refusal {
  kind: 'refused'
  /** `connection`: TCP refused; `alert`: a TLS alert; `other-version`: a ServerHello of another version;
   *  `reset` and `closed`: the connection ended after the hello, twice; `not-tls`: other bytes; `malformed`: broken TLS;
   *  `downgrade`: a ServerHello of TLS 1.2 marked as from a server of 1.3 (RFC 8446 section 4.1.3). */
  by: 'connection' | 'alert' | 'other-version' | 'reset' | 'closed' | 'not-tls' | 'malformed' | 'downgrade'
  /** TLS alert description (RFC 8446 section 6), for `alert`. */
  alert?: number
  /** The version answered instead, for `other-version`. */
  version?: TlsVersion
  /** For `not-tls`: the protocol that answers instead, `SSH` for example, or `unknown`. Never what it said. */
  got?: string
}

/** The result of a hello: the server carried on (`accepted`, with what it sent), refused, or did not answer. */
export type Answer<T> = ({ kind: 'accepted' } & T) | Refusal | NoAnswer

/** The part of the first flight we keep. Code points are numbers (IANA TLS registries). */
export interface ServerFlight {
  version: TlsVersion
  cipher: number
  group?: number
  helloRetryRequest?: boolean
  signatureAlgorithm?: number
  /** Did the signature over the handshake prove that the server holds the leaf's key?
   *  `unchecked` when this version or algorithm has no signature we can check. */
  keyProof?: 'valid' | 'invalid' | 'unchecked'
  alpn?: string
  /** A warning alert sent before the handshake went on (112 = unrecognized_name). */
  warningAlert?: number
  /** Finite field Diffie-Hellman prime, in bits. */
  dhBits?: number
  /** Base64 DER, exactly as sent, in the order sent, duplicates and all. Absent when not read. */
  certificates?: string[]
  /** Bytes of the Certificate message, uncompressed, where they are more than one record holds. */
  certificateBytes?: number
  /** Base64 OCSPResponse (RFC 6066 section 8, RFC 8446 section 4.4.2.1). */
  ocspStaple?: string
  /** Base64 SignedCertificateTimestampList (RFC 6962 section 3.3) from the TLS extension. */
  sctList?: string
  /** The server asked for a client certificate, which phones do not have. */
  clientCertificateRequested?: boolean
  /** Why the flight ended before its end, when it did: the rest could not be read. */
  incomplete?: NoAnswer | Refusal
}

/** The hellos we send; each is one connection, unless its answer follows from those to the others. */
export const HELLO_IDS = [
  'ssl3', // SSL 3.0 alone
  'tls1.0',
  'tls1.1',
  'tls1.2', // TLS 1.2 alone, every common suite, RSA and EC certificates
  'tls1.3', // TLS 1.3 alone, the same
  'tls1.2-ats', // TLS 1.2, the ECDHE suites iOS offers under ATS today
  'tls1.2-ats-legacy', // TLS 1.2, the CBC-SHA256/384 suites ATS offered up to iOS 15
  'tls1.2-rsa', // TLS 1.2, ECDHE suites, RSA certificates only
  'tls1.2-ecdsa', // TLS 1.2, ECDHE suites, EC certificates only
  'tls1.3-rsa',
  'tls1.3-ecdsa',
] as const
/** A general hello, which tests one thing; the hellos of phones have their own ids. */
export type HelloId = (typeof HELLO_IDS)[number]

/** Sent only if the answers to the others are inconclusive. */
export const HELLOS_IF_OPEN: readonly HelloId[] = ['tls1.2-ats-legacy', 'tls1.3-rsa', 'tls1.3-ecdsa']

/** The answer to a general hello. */
export type Handshake = Answer<ServerFlight>

/** One certificate chain and the hellos that got it. */
export interface ChainFact {
  /** Base64 DER, as sent. */
  certificates: string[]
  hellos: HelloId[]
  /** Ids of the simulated phones whose hello got it. */
  clients?: string[]
  /** True if it was sent to a hello that offers what current phones offer (both RSA and EC), or to a supported phone. */
  primary: boolean
  keyProof: 'valid' | 'invalid' | 'unchecked'
  ocspStaple?: string
  sctList?: string
  /** No hello got it: a connection that carried a request did, and what extensions came with it was not read. */
  byRequest?: true
  /** Read from a file, not sent by a server: `keyProof` says whether the private key at hand belongs to the leaf. */
  fromFile?: boolean
  /** Of a file: where its leaf stands, from 1, when it is not first; `certificates` has it first. */
  leafAt?: number
  /** Base64 DER found elsewhere (AIA) that completes the chain; filled by the fetch probe. */
  fetched?: FetchedIssuer[]
  /** The results of OCSP and CRLs, if requested. */
  revocation?: RevocationAnswer[]
}

/** The key exchange of each hello or client that got a chain; by its id. */
export interface KeyExchangeFact {
  by: string
  version: TlsVersion
  cipher: number
}

/** One address queried about one certificate; the answer's signature was checked against the issuer. */
export interface RevocationAnswer {
  /** sha256 of the certificate. */
  of: string
  source: 'ocsp' | 'crl'
  url: string
  /** Instants in milliseconds since 1970; null: no end is named. */
  found?:
    | { status: 'good'; thisUpdate: number; nextUpdate: number | null }
    | { status: 'revoked'; at: number; reason: string }
  /** Why there is no usable answer. */
  failure?: string
}

/** The outcome of asking a certificate's caIssuers address for its issuer (RFC 5280 section 4.2.2.1). */
export interface FetchedIssuer {
  /** sha256 of the certificate whose issuer was asked for. */
  of: string
  url: string
  certificates?: string[]
  /** Why there is none. */
  failure?: string
  /** The failure is the address's own answer (404, no certificate in it), not silence or a fault of this machine. */
  refused?: boolean
}
