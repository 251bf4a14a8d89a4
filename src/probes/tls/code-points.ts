/** Numbers of the IANA TLS registries, as far as we send or understand them. */
import type { TlsVersion } from '../../facts/index.js'

export const VERSION_CODES: Record<TlsVersion, number> = {
  SSLv3: 0x0300,
  TLSv1: 0x0301,
  'TLSv1.1': 0x0302,
  'TLSv1.2': 0x0303,
  'TLSv1.3': 0x0304,
}

export function versionOfCode(code: number): TlsVersion | undefined {
  return (Object.keys(VERSION_CODES) as TlsVersion[]).find((version) => VERSION_CODES[version] === code)
}

export const CONTENT = { changeCipherSpec: 20, alert: 21, handshake: 22, applicationData: 23 } as const

export const MESSAGE = {
  helloRequest: 0,
  clientHello: 1,
  serverHello: 2,
  encryptedExtensions: 8,
  certificate: 11,
  serverKeyExchange: 12,
  certificateRequest: 13,
  serverHelloDone: 14,
  certificateVerify: 15,
  certificateStatus: 22,
  compressedCertificate: 25,
  messageHash: 254,
} as const

export const EXTENSION = {
  serverName: 0,
  statusRequest: 5,
  supportedGroups: 10,
  pointFormats: 11,
  signatureAlgorithms: 13,
  alpn: 16,
  signedCertificateTimestamp: 18,
  padding: 21,
  extendedMasterSecret: 23,
  compressCertificate: 27,
  sessionTicket: 35,
  supportedVersions: 43,
  cookie: 44,
  pskKeyExchangeModes: 45,
  signatureAlgorithmsCert: 50,
  keyShare: 51,
  renegotiationInfo: 0xff01,
  /** Application-layer protocol settings, by its earlier and its later code point. */
  applicationSettings: 0x4469,
  applicationSettingsNew: 0x44cd,
  encryptedClientHello: 0xfe0d,
} as const

export const GROUP = {
  secp256r1: 0x17,
  secp384r1: 0x18,
  secp521r1: 0x19,
  x25519: 0x1d,
  x25519MlKem768: 0x11ec,
  x25519Kyber768: 0x6399,
} as const

/** TLS_EMPTY_RENEGOTIATION_INFO_SCSV (RFC 5746), for hellos without extensions. */
export const RENEGOTIATION_SCSV = 0x00ff

export const TLS13_SUITES = [0x1301, 0x1302, 0x1303]

/** What iOS offers under ATS today: ECDHE with AES-GCM, ChaCha20-Poly1305 and AES-CBC-SHA. */
export const ATS_SUITES = [0xc02c, 0xc02b, 0xcca9, 0xc030, 0xc02f, 0xcca8, 0xc00a, 0xc009, 0xc014, 0xc013]

/** ECDHE with AES-CBC-SHA384 and -SHA256: in Apple's printed list, offered up to iOS 15. */
export const ATS_LEGACY_SUITES = [0xc024, 0xc023, 0xc028, 0xc027]

export const ECDHE_ECDSA_SUITES = [
  0xc02b, 0xc02c, 0xcca9, 0xc009, 0xc00a, 0xc023, 0xc024, 0xc0ac, 0xc0ad, 0xc0ae, 0xc0af,
]
export const ECDHE_RSA_SUITES = [0xc02f, 0xc030, 0xcca8, 0xc013, 0xc014, 0xc027, 0xc028]
/** DHE_RSA; needs no elliptic curves. */
const DHE_SUITES = [0x009e, 0x009f, 0xccaa, 0x0033, 0x0039, 0x0067, 0x006b, 0xc09e, 0xc09f]
const RSA_SUITES = [0x009c, 0x009d, 0xc09c, 0xc09d, 0x002f, 0x0035, 0x003c, 0x003d]
/** Triple DES and RC4, over ECDHE and without. */
const OLD_ECDHE_SUITES = [0xc008, 0xc012, 0xc007, 0xc011]
const OLD_SUITES = [0x0016, 0x000a, 0x0005, 0x0004]

/** Every common suite of TLS 1.2, in the order in which phones prefer them. */
export const TLS12_SUITES = [
  ...ECDHE_ECDSA_SUITES,
  ...ECDHE_RSA_SUITES,
  ...DHE_SUITES,
  ...RSA_SUITES,
  ...OLD_ECDHE_SUITES,
  ...OLD_SUITES,
]

/** Suites that exist in SSL 3.0: no curves, no AEAD, no SHA-2; Camellia last. */
export const SSL3_SUITES = [
  0x0033, 0x0039, 0x002f, 0x0035, 0x0016, 0x000a, 0x0005, 0x0004, 0x0045, 0x0088, 0x0041, 0x0084,
]

/** Suites that exist in TLS 1.0 and 1.1. */
export const TLS10_SUITES = [0xc009, 0xc00a, 0xc013, 0xc014, ...SSL3_SUITES, ...OLD_ECDHE_SUITES]

export const ECDSA_SIGNATURES = [0x0403, 0x0503, 0x0603]
export const RSA_SIGNATURES = [0x0804, 0x0401, 0x0805, 0x0501, 0x0806, 0x0601, 0x0809, 0x080a, 0x080b]
/** SHA-1 with RSA and ECDSA; Ed25519 and Ed448. */
const SHA1_SIGNATURES = [0x0201, 0x0203]
const EDWARDS_SIGNATURES = [0x0807, 0x0808]

/** Everything we can check, in the order of phones; Ed25519 stands last, since no phone offers it. */
export const ALL_SIGNATURES = [
  0x0403,
  0x0804,
  0x0401,
  0x0503,
  0x0805,
  0x0501,
  0x0603,
  0x0806,
  0x0601,
  0x0809,
  0x080a,
  0x080b,
  ...SHA1_SIGNATURES,
  ...EDWARDS_SIGNATURES,
]

/** What iOS offers; Edwards curves are not among them. */
export const IOS_SIGNATURES = [
  0x0403, 0x0804, 0x0401, 0x0503, 0x0203, 0x0805, 0x0501, 0x0603, 0x0806, 0x0601, 0x0201,
]

/** ALPN, as phones send it. */
export const OFFERED_PROTOCOLS: readonly string[] = ['h2', 'http/1.1']
