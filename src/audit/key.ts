/** The public part of a private key: all that is needed to tell whether a certificate belongs to it. */
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { publicKeyOf } from '../x509/index.js'
import { readOrNull } from './order.js'

export type KeyFault = 'no-key' | 'key-password-needed' | 'key-wrong-password' | 'key-unreadable'

const PRIVATE_KEY = /-----BEGIN ((?:[A-Z0-9]+ )*PRIVATE KEY)-----[\s\S]*?-----END \1-----/

/**
 * SubjectPublicKeyInfo, DER as hex, of the first private key in PEM or DER; the key itself is not kept.
 * @param password null: none was given
 */
export function publicPartOf(bytes: Buffer, password: string | null): { spki: string } | { fault: KeyFault } {
  if (bytes[0] === 0x30) return fromDer(bytes, password)
  const pem = PRIVATE_KEY.exec(bytes.toString('latin1').replace(/\r\n?/g, '\n'))
  if (!pem) return { fault: 'no-key' }
  const sealed = pem[1]?.startsWith('ENCRYPTED') === true || /\nProc-Type: 4,ENCRYPTED/.test(pem[0])
  if (sealed && password === null) return { fault: 'key-password-needed' }
  const key = attempt(() =>
    createPrivateKey({ key: pem[0], ...(sealed ? { passphrase: password ?? '' } : {}) }),
  )
  return key ? { spki: spkiHex(key) } : { fault: sealed ? 'key-wrong-password' : 'key-unreadable' }
}

function fromDer(der: Buffer, password: string | null): { spki: string } | { fault: KeyFault } {
  for (const type of ['pkcs8', 'pkcs1', 'sec1'] as const) {
    const key = attempt(() => createPrivateKey({ key: der, format: 'der', type }))
    if (key) return { spki: spkiHex(key) }
  }
  // An EncryptedPrivateKeyInfo begins with an algorithm, a key in the clear with a version.
  if (der[der[1] === undefined || der[1] < 0x80 ? 2 : 2 + (der[1] & 0x7f)] !== 0x30)
    return { fault: 'no-key' }
  if (password === null) return { fault: 'key-password-needed' }
  const key = attempt(() =>
    createPrivateKey({ key: der, format: 'der', type: 'pkcs8', passphrase: password }),
  )
  return key ? { spki: spkiHex(key) } : { fault: 'key-wrong-password' }
}

/** node:crypto's messages aren't more precise than ours, and may contain key material. */
function attempt(read: () => KeyObject): KeyObject | null {
  try {
    return read()
  } catch {
    return null
  }
}

const spkiHex = (key: KeyObject): string =>
  createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('hex')

/** Re-encoded by the same library as the private key's public part, so that equal keys compare equal. */
export function spkiOf(der: Buffer): string | null {
  const certificate = readOrNull(der)
  if (certificate === null) return null
  const key = publicKeyOf(certificate.spki)
  return key ? key.export({ type: 'spki', format: 'der' }).toString('hex') : certificate.spki
}
