/** Questions about offers: what a suite requires, and whether a client supports what a server chose. */
import type { LeafKey, TlsVersion } from '../facts/index.js'
import type { Client, Offer } from './types.js'

export type KeyExchange = 'tls13' | 'ecdhe' | 'ecdh' | 'dhe' | 'rsa'

const DHE = new Set([
  0x0011, 0x0012, 0x0013, 0x0014, 0x0015, 0x0016, 0x0032, 0x0033, 0x0038, 0x0039, 0x0040, 0x0045, 0x0067,
  0x006a, 0x006b, 0x0088, 0x009e, 0x009f, 0x00a2, 0x00a3, 0xc09e, 0xc09f, 0xccaa,
])
/** ECDH with the certificate's own key (removed by RFC 8422 section 2.1). */
const STATIC_ECDH = new Set([0xc001, 0xc002, 0xc003, 0xc004, 0xc005, 0xc00b, 0xc00c, 0xc00d, 0xc00e, 0xc00f])
const RSA_CCM = new Set([0xc09c, 0xc09d])

export function keyExchangeOf(suite: number): KeyExchange {
  if (suite >> 8 === 0x13) return 'tls13'
  if (DHE.has(suite)) return 'dhe'
  if (STATIC_ECDH.has(suite)) return 'ecdh'
  const high = suite >> 8
  return (high === 0xc0 || high === 0xcc) && !RSA_CCM.has(suite) ? 'ecdhe' : 'rsa'
}

/** AEAD and SHA-2 came with TLS 1.2 (RFC 5246, RFC 5288, RFC 5289). */
const existsBefore12 = (suite: number): boolean =>
  suite < 0x003b ||
  suite === 0x0041 ||
  suite === 0x0045 ||
  suite === 0x0084 ||
  suite === 0x0088 ||
  (suite >= 0xc001 && suite <= 0xc019)

/** The suites of an offer that exist in a version. */
export function suitesAt(offer: Offer, version: TlsVersion): number[] {
  return offer.suites.filter((suite) => {
    if (version === 'TLSv1.3') return keyExchangeOf(suite) === 'tls13'
    return keyExchangeOf(suite) !== 'tls13' && (version === 'TLSv1.2' || existsBefore12(suite))
  })
}

/** Only in TLS 1.3 do ECDSA schemes imply the curve (RFC 8446 section 4.2.3). */
const ECDSA_GROUPS: Record<number, number> = { 1027: 0x17, 1283: 0x18, 1539: 0x19 }
const isEcdsa = (scheme: number): boolean => (scheme & 0xff) === 3 && scheme >> 8 <= 6
const isRsaPkcs1 = (scheme: number): boolean => (scheme & 0xff) === 1 && scheme >> 8 <= 6
const isRsaPss = (scheme: number): boolean => scheme >= 0x0804 && scheme <= 0x0806

/** Why a client can't use a leaf's key, or null when it can. */
export type KeyFault = 'key-type' | 'curve'

/** Can a server with this key sign a handshake with an algorithm the client offers, on a curve it supports? */
export function keyFault(offer: Offer, version: TlsVersion, leaf: LeafKey): KeyFault | null {
  const { signatures, groups } = offer
  if (version === 'TLSv1.3') return keyFault13(signatures, leaf)
  if (leaf.type === 'ec') {
    if (leaf.group !== undefined && !groups.includes(leaf.group)) return 'curve'
    return version === 'TLSv1.2' && !signatures.some(isEcdsa) ? 'key-type' : null
  }
  if (leaf.type === 'rsa') {
    if (version !== 'TLSv1.2') return null
    return signatures.some((scheme) => isRsaPkcs1(scheme) || isRsaPss(scheme)) ? null : 'key-type'
  }
  return signatures.some((scheme) => SCHEME_OF_TYPE[leaf.type]?.includes(scheme)) ? null : 'key-type'
}

const SCHEME_OF_TYPE: Record<string, number[]> = {
  ed25519: [0x0807],
  ed448: [0x0808],
  'rsa-pss': [0x0809, 0x080a, 0x080b],
  dsa: [0x0202, 0x0302, 0x0402, 0x0502, 0x0602],
}

function keyFault13(signatures: readonly number[], leaf: LeafKey): KeyFault | null {
  if (leaf.type === 'rsa') return signatures.some(isRsaPss) ? null : 'key-type'
  if (leaf.type === 'ec') {
    const fits = signatures.some((scheme) => leaf.group !== undefined && ECDSA_GROUPS[scheme] === leaf.group)
    return fits ? null : 'curve'
  }
  return signatures.some((scheme) => SCHEME_OF_TYPE[leaf.type]?.includes(scheme)) ? null : 'key-type'
}

/** Clients with the same text send the same hello but for random bytes, and draw the same answer. */
export function helloKey(client: Client): string {
  const known = keys.get(client) ?? makeKey(client)
  keys.set(client, known)
  return known
}

const keys = new WeakMap<Client, string>()

function makeKey({ offer, shape }: Client): string {
  const extensions = [...shape.extensions].sort((a, b) => a - b)
  return JSON.stringify([offer, { ...shape, extensions, permuted: false, padded: false }])
}

/** Under both numbers that Chromium has sent them (draft-vvv-tls-alps). */
const APPLICATION_SETTINGS: readonly number[] = [0x4469, 0x44cd]

/** Properties of a hello that may break a server or middlebox, besides what it offers. */
export function traitsOf({ offer, shape }: Client): string[] {
  const hybrid = shape.shares.some((group) => group === 0x11ec || group === 0x6399)
  return [
    ...(offer.versions.includes('TLSv1.3') ? ['tls1.3'] : []),
    ...(shape.grease ? ['grease'] : []),
    ...(shape.extensions.includes(0xfe0d) ? ['ech'] : []),
    ...(shape.extensions.some((type) => APPLICATION_SETTINGS.includes(type)) ? ['application-settings'] : []),
    ...(shape.compress.length > 0 ? ['compress'] : []),
    ...(hybrid ? ['hybrid'] : []),
  ]
}
