/** Does a signature over the handshake prove that the server holds its leaf's key? */
import { constants, type KeyObject, verify } from 'node:crypto'
import { rememberedCertificate } from '../../x509/index.js'
import type { FlightProfile } from './hellos.js'

export type KeyProof = 'valid' | 'invalid' | 'unchecked'
/** A leaf's public key by its DER; null when it can't be read. */
export type KeyOf = (der: Buffer) => KeyObject | null

interface Scheme {
  hash: string | null
  /** asymmetricKeyType of the keys that can sign so. */
  key: string
  pss?: true
  /** The curve that TLS 1.3 binds it to; before, the hash alone is said. */
  curve?: string
}

/** SignatureScheme (RFC 8446 section 4.2.3). */
const SCHEMES: Record<number, Scheme> = {
  513: { hash: 'sha1', key: 'rsa' },
  1025: { hash: 'sha256', key: 'rsa' },
  1281: { hash: 'sha384', key: 'rsa' },
  1537: { hash: 'sha512', key: 'rsa' },
  515: { hash: 'sha1', key: 'ec' },
  1027: { hash: 'sha256', key: 'ec', curve: 'prime256v1' },
  1283: { hash: 'sha384', key: 'ec', curve: 'secp384r1' },
  1539: { hash: 'sha512', key: 'ec', curve: 'secp521r1' },
  2052: { hash: 'sha256', key: 'rsa', pss: true },
  2053: { hash: 'sha384', key: 'rsa', pss: true },
  2054: { hash: 'sha512', key: 'rsa', pss: true },
  2055: { hash: null, key: 'ed25519' },
  2056: { hash: null, key: 'ed448' },
  2057: { hash: 'sha256', key: 'rsa-pss', pss: true },
  2058: { hash: 'sha384', key: 'rsa-pss', pss: true },
  2059: { hash: 'sha512', key: 'rsa-pss', pss: true },
}

/** `unchecked` wherever the fault may be ours: an unknown scheme, a key node:crypto can't read or use. */
export function proveKey(
  algorithm: number,
  data: Buffer,
  signature: Buffer,
  key: KeyObject | null,
): KeyProof {
  const scheme = SCHEMES[algorithm]
  if (!scheme || !key?.asymmetricKeyType) return 'unchecked'
  if (key.asymmetricKeyType !== scheme.key) return 'invalid'
  const padding = scheme.pss && {
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
  }
  try {
    return verify(scheme.hash, data, { key, ...padding }, signature) ? 'valid' : 'invalid'
  } catch {
    return 'unchecked'
  }
}

/** May a key sign so in TLS 1.3? True also where the key can't be read. */
function isOnCurve(key: KeyObject | null, algorithm: number): boolean {
  const { namedCurve } = key?.asymmetricKeyDetails ?? {}
  const { curve } = SCHEMES[algorithm] ?? {}
  return curve === undefined || namedCurve === undefined || namedCurve === curve
}

/** How a server has proved which keys so far: versions and algorithms by key. */
export type Proofs = Map<KeyObject, Set<string>>

/** The same for the leaf of a handshake; `unchecked` also where its profile asks for no proof, or for no second one. */
export function proveLeaf(
  { profile, keyOf, proofs }: { profile: FlightProfile; keyOf: KeyOf; proofs: Proofs },
  signed: { algorithm: number; data: Buffer; signature: Buffer; leaf: Buffer },
): KeyProof {
  if (!profile.prove) return 'unchecked'
  const { algorithm, data, signature, leaf } = signed
  const key = keyOf(leaf)
  const way = `${profile.version} ${algorithm}`
  const known = key && proofs.get(key)
  if (profile.prove === 'new' && known?.has(way)) return 'unchecked'
  const bound = profile.version !== 'TLSv1.3' || isOnCurve(key, algorithm)
  const proof = bound ? proveKey(algorithm, data, signature, key) : 'invalid'
  if (key && proof === 'valid') proofs.set(key, (known ?? new Set()).add(way))
  return proof
}

/** Reads each leaf's key once: most hellos to one host draw the same leaf. */
export function keyCache(): KeyOf {
  const known: { der: Buffer; key: KeyObject | null }[] = []
  return (der) => {
    const found = known.find((entry) => entry.der.equals(der))
    if (found) return found.key
    const key = readKey(der)
    known.push({ der, key })
    return key
  }
}

const readKey = (der: Buffer): KeyObject | null =>
  rememberedCertificate(der.toString('base64'))?.publicKey() ?? null
