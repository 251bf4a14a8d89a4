/** Key pairs, and signing with them: algorithm identifiers and signatures. */
import { constants, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { context, integer, nothing, oid, sequence } from './der.js'

export type KeyKind =
  | `rsa-${1024 | 2048 | 3072 | 4096}`
  | 'ec-p224'
  | 'ec-p256'
  | 'ec-p384'
  | 'ec-p521'
  | 'ed25519'
export type Hash = 'md5' | 'sha1' | 'sha256' | 'sha384' | 'sha512'

const CURVES: Record<string, string> = {
  'ec-p224': 'secp224r1',
  'ec-p256': 'prime256v1',
  'ec-p384': 'secp384r1',
  'ec-p521': 'secp521r1',
}

/** By kind and label: making an RSA key takes up to a second, so the same one is made once per process. */
export const rsaKeys = new Map<string, KeyObject>()

/** A private key: fresh for curves, the same for each RSA kind and label. */
export function privateKey(kind: KeyKind, label: string): KeyObject {
  if (!kind.startsWith('rsa-')) return freshKey(kind)
  const slot = `${kind} ${label}`
  const key = rsaKeys.get(slot) ?? freshKey(kind)
  rsaKeys.set(slot, key)
  return key
}

/** A private key nobody else has. */
export function freshKey(kind: KeyKind): KeyObject {
  if (kind === 'ed25519') return generateKeyPairSync('ed25519').privateKey
  const namedCurve = CURVES[kind]
  if (namedCurve !== undefined) return generateKeyPairSync('ec', { namedCurve }).privateKey
  return generateKeyPairSync('rsa', { modulusLength: Number(kind.slice('rsa-'.length)) }).privateKey
}

/** SubjectPublicKeyInfo, DER. */
export function spkiOf(key: KeyObject): Buffer {
  return createPublicKey(key).export({ type: 'spki', format: 'der' })
}

const RSA_SIGNATURES: Record<Hash, string> = {
  md5: '1.2.840.113549.1.1.4',
  sha1: '1.2.840.113549.1.1.5',
  sha256: '1.2.840.113549.1.1.11',
  sha384: '1.2.840.113549.1.1.12',
  sha512: '1.2.840.113549.1.1.13',
}
const EC_SIGNATURES: Partial<Record<Hash, string>> = {
  sha1: '1.2.840.10045.4.1',
  sha256: '1.2.840.10045.4.3.2',
  sha384: '1.2.840.10045.4.3.3',
  sha512: '1.2.840.10045.4.3.4',
}
const HASHES: Record<Hash, { oid: string; bytes: number }> = {
  md5: { oid: '1.2.840.113549.2.5', bytes: 16 },
  sha1: { oid: '1.3.14.3.2.26', bytes: 20 },
  sha256: { oid: '2.16.840.1.101.3.4.2.1', bytes: 32 },
  sha384: { oid: '2.16.840.1.101.3.4.2.2', bytes: 48 },
  sha512: { oid: '2.16.840.1.101.3.4.2.3', bytes: 64 },
}

export interface SignWith {
  hash: Hash
  /** RSASSA-PSS instead of PKCS #1 v1.5. */
  pss: boolean
}

const isPss = (key: KeyObject, { pss }: SignWith) => pss || key.asymmetricKeyType === 'rsa-pss'

/** AlgorithmIdentifier of a signature made by `signature` with the same arguments (RFC 4055, 5758, 8410). */
export function signatureAlgorithm(key: KeyObject, how: SignWith): Buffer {
  if (key.asymmetricKeyType === 'ed25519') return sequence(oid('1.3.101.112'))
  if (key.asymmetricKeyType === 'ec') {
    const id = EC_SIGNATURES[how.hash]
    if (id === undefined) throw new RangeError(`no ECDSA with ${how.hash}`)
    return sequence(oid(id))
  }
  return isPss(key, how) ? pssAlgorithm(how.hash) : sequence(oid(RSA_SIGNATURES[how.hash]), nothing())
}

function pssAlgorithm(hash: Hash): Buffer {
  const digest = sequence(oid(HASHES[hash].oid), nothing())
  const mask = sequence(oid('1.2.840.113549.1.1.8'), digest)
  const salt = integer(HASHES[hash].bytes)
  return sequence(
    oid('1.2.840.113549.1.1.10'),
    sequence(context(0, digest), context(1, mask), context(2, salt)),
  )
}

export function signature(tbs: Buffer, key: KeyObject, how: SignWith): Buffer {
  if (key.asymmetricKeyType === 'ed25519') return sign(null, tbs, key)
  if (!isPss(key, how)) return sign(how.hash, tbs, key)
  const padding = constants.RSA_PKCS1_PSS_PADDING
  return sign(how.hash, tbs, { key, padding, saltLength: HASHES[how.hash].bytes })
}
