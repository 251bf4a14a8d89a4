/** SubjectPublicKeyInfo: what the key is, and node:crypto's handle on it. */
import { createPublicKey, type KeyObject } from 'node:crypto'
import {
  bitString,
  content,
  DerError,
  items,
  type Node,
  oidOf,
  parseScanned,
  TAG,
  tagOf,
  toBuffer,
} from '../der/index.js'
import { CURVES, KEYS } from '../oids.js'
import type { KeyInfo } from '../types.js'

const CACHE_SIZE = 512
const cache = new Map<string, KeyObject | null>()

function bitLength(octets: string): number {
  const trimmed = octets.replace(/^\x00+/, '')
  return trimmed === '' ? 0 : trimmed.length * 8 - (Math.clz32(trimmed.charCodeAt(0)) - 24)
}

function rsaParts(spki: Node): { modulus: string; exponent: string } {
  const { octets } = bitString(items(spki, TAG.sequence, 'public key')[1], 'RSA key')
  const [modulus, exponent] = items(parseScanned(octets), TAG.sequence, 'RSA key')
  return {
    modulus: content(modulus, TAG.integer, 'RSA modulus'),
    exponent: content(exponent, TAG.integer, 'RSA exponent'),
  }
}

function ecInfo(parameters: Node | undefined): KeyInfo {
  // A curve given by its numbers has no name we could compare; RFC 5480 section 2.1.1 forbids it.
  if (parameters === undefined || tagOf(parameters) !== TAG.oid)
    return { type: 'unknown', oid: KEYS.ec, bits: 0 }
  const curve = oidOf(parameters, 'curve')
  return { type: 'ec', ...(CURVES[curve] ?? { curve, bits: 0 }) }
}

function dsaInfo(parameters: Node | undefined): KeyInfo {
  const [prime] = items(parameters, TAG.sequence, 'DSA key')
  return { type: 'dsa', bits: bitLength(content(prime, TAG.integer, 'DSA prime')) }
}

/** A key with garbage inside has type `unknown`. @throws DerError */
export function keyInfo(spki: Node): KeyInfo {
  const [algorithm] = items(spki, TAG.sequence, 'public key')
  const [id, parameters] = items(algorithm, TAG.sequence, 'public key algorithm')
  const oid = oidOf(id, 'public key algorithm')
  try {
    if (oid === KEYS.rsa) return { type: 'rsa', bits: bitLength(rsaParts(spki).modulus) }
    if (oid === KEYS.rsaPss) return { type: 'rsa-pss', bits: bitLength(rsaParts(spki).modulus) }
    if (oid === KEYS.ec) return ecInfo(parameters)
    if (oid === KEYS.ed25519) return { type: 'ed25519', bits: 256 }
    if (oid === KEYS.ed448) return { type: 'ed448', bits: 456 }
    if (oid === KEYS.dsa) return dsaInfo(parameters)
  } catch (error) {
    if (!(error instanceof DerError)) throw error
  }
  return { type: 'unknown', oid, bits: 0 }
}

// A JWK is read seventeen times faster than a SubjectPublicKeyInfo by OpenSSL 3, and most chains have RSA keys.
function importRsa(spki: Node): KeyObject {
  const { modulus, exponent } = rsaParts(spki)
  if (modulus.charCodeAt(0) >= 0x80 || exponent.charCodeAt(0) >= 0x80) throw new DerError('negative RSA key')
  const base64url = (octets: string): string => toBuffer(octets).toString('base64url')
  return createPublicKey({
    key: { kty: 'RSA', n: base64url(modulus), e: base64url(exponent) },
    format: 'jwk',
  })
}

function importKey(spki: Buffer): KeyObject | null {
  try {
    const node = parseScanned(spki.toString('latin1'))
    const info = keyInfo(node)
    if (info.type === 'unknown' || info.bits > MAX_BITS) return null
    if (info.type === 'rsa') return importRsa(node)
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' })
    return key.asymmetricKeyType === undefined ? null : key
  } catch {
    return null
  }
}

/** One verification with a larger key would take longer than a whole audit. */
const MAX_BITS = 16_384

/** The key of a SubjectPublicKeyInfo (DER, hex); null when node:crypto can't read it. Cached, bounded. */
export function publicKeyOf(spki: string): KeyObject | null {
  const known = cache.get(spki)
  if (known !== undefined) return known
  const key = importKey(Buffer.from(spki, 'hex'))
  if (cache.size >= CACHE_SIZE) cache.delete(cache.keys().next().value as string)
  cache.set(spki, key)
  return key
}
