/** Types of x509. All pure data; instants are milliseconds since 1970, sha256 is lower-case hex. */
import type { KeyObject } from 'node:crypto'

/** A distinguished name (RFC 5280 section 4.1.2.4). */
export interface Name {
  /** Raw DER, hex. */
  der: string
  /** Canonical form for comparison (RFC 5280 section 7.1: case folded, inner space squeezed). */
  canonical: string
  /** RFC 4514 text for people, unescaped control characters never. */
  text: string
  commonName: string | null
  empty: boolean
}

export type KeyInfo =
  | { type: 'rsa' | 'rsa-pss'; bits: number }
  | { type: 'ec'; bits: number; curve: string }
  | { type: 'ed25519' | 'ed448'; bits: number }
  | { type: 'dsa'; bits: number }
  | { type: 'unknown'; oid: string; bits: 0 }

export interface SignatureAlgorithm {
  oid: string
  /** For example `sha256WithRSAEncryption`; the OID when unknown. */
  name: string
  /** `none` for Ed25519 and Ed448, `unknown` when the OID is not known. */
  hash: 'md2' | 'md5' | 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512' | 'none' | 'unknown'
}

export interface Certificate {
  der: Buffer
  sha256: string
  /** 1, 2 or 3. */
  version: number
  /** Hex of the INTEGER's content octets. */
  serial: string
  subject: Name
  issuer: Name
  notBefore: number
  notAfter: number
  /** SubjectPublicKeyInfo DER, hex. */
  spki: string
  key: KeyInfo
  signature: SignatureAlgorithm
  /** Null where there is no extension. */
  basicConstraints: { ca: boolean; pathLength: number | null } | null
  /** Names as in RFC 5280 section 4.2.1.3: `digitalSignature`, `keyCertSign`, ... */
  keyUsage: string[] | null
  /** OIDs. */
  extendedKeyUsage: string[] | null
  subjectAltName: { dns: string[]; ip: string[]; other: number } | null
  subjectKeyId: string | null
  authorityKeyId: string | null
  /** accessMethod id-ad-caIssuers and id-ad-ocsp URIs (RFC 5280 section 4.2.2.1). */
  caIssuers: string[]
  ocsp: string[]
  crl: string[]
  /** OIDs of certificatePolicies. */
  policies: string[] | null
  /** RFC 7633: TLS features; 5 = status_request, i.e. must-staple. */
  tlsFeatures: number[]
  /** Embedded SCTs (RFC 6962 section 3.3). */
  scts: Sct[]
  /** What strict parsers reject; `rules/certificate/encoding` says which of them do. */
  encodingFaults: EncodingFault[]
  /** The key, made when first asked for; null when node:crypto can't read it. */
  publicKey(): KeyObject | null
  /** What was signed; absent only in certificates made by hand, whose signature then counts as unchecked. */
  signed?: Signed
  /** Every extension, in order. */
  extensions?: Extension[]
  /** Every subjectAltName entry, also the forms `subjectAltName.other` only counts. */
  generalNames?: GeneralName[]
  nameConstraints?: NameConstraints
  policyMappings?: { issuer: string; subject: string }[]
  /** RFC 5280 section 4.2.1.11: number of certificates after which the requirement applies. */
  policyConstraints?: { requireExplicitPolicy: number | null; inhibitPolicyMapping: number | null }
  inhibitAnyPolicy?: number
  /** The authority key identifier also names the issuer's certificate, by issuer or serial number. */
  authorityNamesCertificate?: boolean
  /** Signature algorithm inside the TBSCertificate when it differs from the outer one, as text for people. */
  innerSignature?: string
}

/** A signed structure: certificate, CRL or OCSP response. */
export interface Signed {
  /** The signed bytes, DER. */
  bytes: Buffer
  algorithm: AlgorithmIdentifier
  signature: Buffer
}

export interface AlgorithmIdentifier extends SignatureAlgorithm {
  /** RSASSA-PSS parameters (RFC 4055 section 3.1). */
  pss?: { hash: SignatureAlgorithm['hash']; mgfHash: SignatureAlgorithm['hash']; saltLength: number }
}

export interface Extension {
  oid: string
  critical: boolean
  /** We know the extension, but its value is not what it should be. */
  unreadable?: true
}

/** RFC 5280 section 4.2.1.6. `value` is the text, the address's octets in hex, or Name.canonical. */
export interface GeneralName {
  form: 'dns' | 'ip' | 'email' | 'uri' | 'directory' | 'other' | 'x400' | 'edi' | 'registered'
  value: string
}

/** RFC 5280 section 4.2.1.10. An ip value is address and mask, hex. */
export interface NameConstraints {
  permitted: GeneralName[]
  excluded: GeneralName[]
}

export interface Sct {
  version: number
  /** Hex. */
  logId: string
  timestamp: number
}

export type EncodingFault =
  | 'negative-serial'
  | 'zero-serial'
  | 'long-serial'
  | 'padded-serial'
  | 'trailing-bytes'
  | 'ber-length'
  | 'odd-time'
  | 'duplicate-extension'
  | 'empty-san'
  | 'algorithm-mismatch'
  | 'version-mismatch'
  /** DEFAULT FALSE is written out. */
  | 'explicit-default'
  /** A signature or key isn't whole octets. */
  | 'unaligned-bits'
  /** Parameters its signature algorithm doesn't have. */
  | 'algorithm-parameters'
  | 'bad-name'
  /** Name constraints without a name, a mask with a hole, a path of more than 255 authorities. */
  | 'odd-constraints'
  /** Without a subject, subjectAltName must be critical. */
  | 'optional-san'
  | 'bad-extension'
  /** A key identifier, or the address of the issuer's certificate: unreadable. */
  | 'bad-identifier'

/** A trust anchor is a name and a key (RFC 5280 section 6.1.1 d), not a certificate. */
export interface Anchor {
  /** Opaque to this room; the trust room's id, or the sha256 of a --ca certificate. */
  id: string
  name: string
  subjectDer: string
  /** Name.canonical of the subject. */
  subjectCanonical: string
  spki: string
  publicKey(): KeyObject | null
  /** The anchor's own certificate where it was given as one (--ca). */
  certificate?: Certificate
}

/** Finds anchors by canonical subject name. */
export interface AnchorSource {
  bySubject(canonical: string): readonly Anchor[]
}

/** Leaf first. `anchor` is null for a path that ends where no issuer was found. */
export interface Path {
  certificates: Certificate[]
  anchor: Anchor | null
  /** Why a path without an anchor goes no further. */
  end?: PathEnd
}

/** `signature`: issuers of that name were there, but none of their keys verifies the signature. */
export type PathEnd = 'no-issuer' | 'self-signed' | 'signature' | 'loop' | 'depth'

/** Bounds on the work spent on one leaf. */
export interface PathLimits {
  /** Certificates of one path, the leaf included. */
  depth: number
  paths: number
  signatures: number
}

export interface Paths {
  leaf: Certificate
  paths: Path[]
  /** The bounds on work were hit: there may be more paths. */
  truncated: boolean
}

export interface PathPolicy {
  /** Instant to judge for. */
  at: number
  /** Extended key usage required of the leaf's chain; default serverAuth. */
  extendedKeyUsage?: string
  /** Most intermediates between leaf and anchor; null: no limit. */
  maxDepth?: number | null
  /**
   * Also check what RFC 5280 section 4 and the CA/Browser Forum require of a CA but phones don't check:
   * see profile.ts for the list. Default false.
   */
  strict?: boolean
}

/** `index` counts from the leaf, 0. */
export interface Violation {
  code: ViolationCode
  index: number
  detail: string
}

export type ViolationCode =
  | 'expired'
  | 'not-yet-valid'
  | 'not-a-ca'
  | 'path-length'
  | 'no-key-cert-sign'
  | 'extended-key-usage'
  | 'name-constraints'
  | 'policy'
  | 'unknown-critical-extension'
  | 'algorithm-mismatch'
  | 'bad-version'
  | 'malformed'
  | 'unsupported-key'
  | 'bad-signature'
  | 'profile'
