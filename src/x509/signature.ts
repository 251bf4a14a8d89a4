/** Verifies the signature of a structure with a key. */
import { constants, type KeyObject, verify } from 'node:crypto'
import { publicKeyOf } from './certificate/key.js'
import { SIGNATURES, type SignatureFamily } from './oids.js'
import type { Certificate, Signed } from './types.js'

/** `unsupported`: node:crypto doesn't support the key or algorithm, so the result isn't known. */
export type Verification = 'valid' | 'invalid' | 'unsupported'

const KEY_TYPES: Readonly<Record<SignatureFamily, readonly string[]>> = {
  rsa: ['rsa'],
  'rsa-pss': ['rsa', 'rsa-pss'],
  ecdsa: ['ec'],
  dsa: ['dsa'],
  ed25519: ['ed25519'],
  ed448: ['ed448'],
}

/** RFC 5280 section 6.1.3 (a) (1). Weak hashes verify too: whether to trust them is for a rule to say. */
export function verifySigned({ bytes, algorithm, signature }: Signed, key: KeyObject | null): Verification {
  const family = SIGNATURES[algorithm.oid]?.family
  if (key === null || family === undefined) return 'unsupported'
  if (!KEY_TYPES[family].includes(key.asymmetricKeyType ?? '')) return 'invalid'
  const { hash, pss } = algorithm
  // node:crypto takes the same hash for MGF1 as for the message.
  if (hash === 'unknown' || hash === 'md2' || (pss && pss.mgfHash !== pss.hash)) return 'unsupported'
  const options = pss
    ? { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: pss.saltLength }
    : { key }
  try {
    return verify(hash === 'none' ? null : hash, bytes, options, signature) ? 'valid' : 'invalid'
  } catch {
    // An RSASSA-PSS key that is restricted to other parameters, or a library built without the hash.
    return key.asymmetricKeyType === 'rsa-pss' ? 'invalid' : 'unsupported'
  }
}

// Results live as long as the certificate they are about; the keys tried on one are bounded.
const MAX_KEYS = 128
let known = new WeakMap<Certificate, Map<string, Verification>>()

/** Was this signature checked with this key (SubjectPublicKeyInfo, hex) before? */
export const isVerified = (child: Certificate, spki: string): boolean => known.get(child)?.has(spki) ?? false

/** Checks once per certificate and key; checking again costs only a look-up. */
export function verifyCertificate(child: Certificate, spki: string, key?: KeyObject | null): Verification {
  const results = known.get(child) ?? new Map<string, Verification>()
  known.set(child, results)
  const found = results.get(spki)
  if (found !== undefined) return found
  if (results.size >= MAX_KEYS) results.clear()
  const result = child.signed ? verifySigned(child.signed, key ?? publicKeyOf(spki)) : 'unsupported'
  results.set(spki, result)
  return result
}

/** For measurements: forgets all results. */
export function forgetSignatures(): void {
  known = new WeakMap()
}

/** Subject and issuer are the same name (RFC 5280 section 3.2). */
export const isSelfIssued = ({ subject, issuer }: Certificate): boolean =>
  subject.canonical === issuer.canonical

/** Self-issued and signed by its own key; a key we can't read gets the benefit of the doubt. */
export const isSelfSigned = (certificate: Certificate): boolean =>
  isSelfIssued(certificate) && verifyCertificate(certificate, certificate.spki) !== 'invalid'
