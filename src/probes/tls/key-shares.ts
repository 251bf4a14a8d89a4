/** Our half of the key exchange. One key pair per group and process: a probe has no secret to keep. */
import {
  createECDH,
  createPublicKey,
  diffieHellman,
  type ECDH,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto'
import { MalformedError } from './bytes.js'
import { GROUP } from './code-points.js'

export interface KeyPair {
  share: Buffer
  /** @throws whatever node:crypto throws for a bad peer share */
  agree(peer: Buffer): Buffer
}

const CURVES: Record<number, string> = {
  [GROUP.secp256r1]: 'prime256v1',
  [GROUP.secp384r1]: 'secp384r1',
  [GROUP.secp521r1]: 'secp521r1',
}

/** SubjectPublicKeyInfo of an X25519 key up to the key itself (RFC 8410 section 4). */
const X25519_SPKI = Buffer.from('302a300506032b656e032100', 'hex')

/** Groups for which a share stands in the first ClientHello. */
export const OFFERED_SHARES: readonly number[] = [GROUP.x25519, GROUP.secp256r1]
/** supported_groups, in the order of phones. */
export const OFFERED_GROUPS: readonly number[] = [
  GROUP.x25519,
  GROUP.secp256r1,
  GROUP.secp384r1,
  GROUP.secp521r1,
]

const pairs = new Map<number, KeyPair>()

/** Makes a group known that node:crypto has not. */
export function addKeyPair(group: number, pair: KeyPair): void {
  pairs.set(group, pair)
}

function makeX25519(): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('x25519')
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  return { share: spki.subarray(X25519_SPKI.length), agree: (peer) => agreeX25519(privateKey, peer) }
}

function agreeX25519(privateKey: KeyObject, peer: Buffer): Buffer {
  // As a JWK: node reads it seven times as fast as the same key in DER.
  const key = { kty: 'OKP', crv: 'X25519', x: peer.toString('base64url') }
  const publicKey = createPublicKey({ key, format: 'jwk' })
  return diffieHellman({ privateKey, publicKey })
}

function makeCurve(curve: string): KeyPair {
  const ecdh: ECDH = createECDH(curve)
  const share = ecdh.generateKeys()
  return { share, agree: (peer) => agreeCurve(ecdh, share.length, peer) }
}

function agreeCurve(ecdh: ECDH, length: number, peer: Buffer): Buffer {
  // Only the uncompressed form exists in TLS 1.3 (RFC 8446 section 4.2.8.2).
  if (peer.length !== length || peer[0] !== 4) throw new MalformedError('key share is no uncompressed point')
  return ecdh.computeSecret(peer)
}

function keyPair(group: number): KeyPair {
  const known = pairs.get(group)
  if (known) return known
  const curve = CURVES[group]
  if (group !== GROUP.x25519 && curve === undefined)
    throw new MalformedError(`group ${group} was not offered`)
  const made = curve === undefined ? makeX25519() : makeCurve(curve)
  pairs.set(group, made)
  return made
}

/** Our public share for `group`. */
export function shareOf(group: number): Buffer {
  return keyPair(group).share
}

/** The shared secret. @throws MalformedError for a share that is no point of the group. */
export function agree(group: number, peer: Buffer): Buffer {
  try {
    return keyPair(group).agree(peer)
  } catch (error) {
    throw error instanceof MalformedError ? error : new MalformedError('key share is no point of its group')
  }
}
