/** Certificates in a PKCS #12 file (RFC 7292), as servers' key stores keep them. Private keys are not decrypted. */
import { timingSafeEqual } from 'node:crypto'
import {
  children,
  content,
  DerError,
  type Extent,
  explicit,
  nodeAt,
  oidOf,
  scan,
  smallInteger,
  TAG,
} from './der/index.js'
import { decrypt } from './pkcs12/cipher.js'
import { passwordForms } from './pkcs12/derive.js'
import { Pkcs12Error } from './pkcs12/error.js'
import { macOf } from './pkcs12/mac.js'
import { octets, oidAt, part } from './pkcs12/parts.js'

const DATA = '1.2.840.113549.1.7.1'
const ENCRYPTED_DATA = '1.2.840.113549.1.7.6'
const CERT_BAG = '1.2.840.113549.1.12.10.1.3'
const SAFE_CONTENTS_BAG = '1.2.840.113549.1.12.10.1.6'
const X509_CERTIFICATE = '1.2.840.113549.1.9.22.1'
const LOCAL_KEY_ID = '1.2.840.113549.1.9.21'
const MAX_CERTIFICATES = 256
const MAX_SAFES = 16
/** Each costs a derivation of up to MAX_ITERATIONS; tools write one. */
const MAX_ENCRYPTED = 4
const MAX_NESTED = 4

/**
 * The DER of each certificate: those that belong to a key of the file first, else in the order of the file.
 * Without a password the empty one is tried.
 * @throws DerError for bytes that aren't PKCS #12, Pkcs12Error for a file that can't be opened, and why
 */
export function readPkcs12(der: Uint8Array, password: string | null): Buffer[] {
  const bytes = Buffer.from(der)
  const [version, authSafe, macData] = children(bytes, part(scan(bytes).root, TAG.sequence))
  const number = version && smallInteger(content(nodeAt(bytes, version), TAG.integer, 'PKCS #12'), 'PKCS #12')
  if (number !== 3 || authSafe === undefined) throw new DerError('PKCS #12: not a PFX')
  const [type, body] = children(bytes, part(authSafe, TAG.sequence))
  if (oidAt(bytes, type) !== DATA) throw new Pkcs12Error('public-key')
  const safe = octets(bytes, onlyChild(bytes, body))
  const form = formOf(safe, bytes, macData, password)
  const bags = safeContents(safe, form)
  const certificates = [...bags.filter(({ own }) => own), ...bags.filter(({ own }) => !own)]
  return certificates.map(({ certificate }) => certificate)
}

/** The form of the password that opens the file; without a MAC decryption will tell. */
function formOf(safe: Buffer, bytes: Buffer, macData: Extent | undefined, password: string | null): Buffer {
  const forms = passwordForms(password ?? '')
  const [first = Buffer.alloc(0)] = forms
  if (macData === undefined) return first
  const { digest, compute } = macOf(bytes, macData)
  const found = forms.find((form) => {
    const own = compute(safe, form, password ?? '')
    return own.length === digest.length && timingSafeEqual(own, digest)
  })
  if (found) return found
  throw new Pkcs12Error(password === null ? 'password-needed' : 'wrong-password')
}

interface Bag {
  certificate: Buffer
  /** Belongs to a key of the file. */
  own: boolean
}

function safeContents(safe: Buffer, form: Buffer): Bag[] {
  const parts = children(safe, part(scan(safe).root, TAG.sequence))
  if (parts.length > MAX_SAFES) throw new DerError('PKCS #12: too many parts')
  let encrypted = 0
  const bags = parts.flatMap((extent) => {
    const [type, body] = children(safe, part(extent, TAG.sequence))
    const oid = oidAt(safe, type)
    if (oid === DATA) return readBags(octets(safe, onlyChild(safe, body)), 0)
    if (oid === ENCRYPTED_DATA && ++encrypted > MAX_ENCRYPTED) throw new DerError('PKCS #12: too many parts')
    if (oid === ENCRYPTED_DATA) return readBags(decrypted(safe, onlyChild(safe, body), form), 0)
    throw new Pkcs12Error('public-key')
  })
  if (bags.length > MAX_CERTIFICATES) throw new DerError('PKCS #12: too many certificates')
  return bags
}

/** EncryptedData (RFC 5652 section 8). */
function decrypted(bytes: Buffer, encryptedData: Extent, form: Buffer): Buffer {
  const [, info] = children(bytes, part(encryptedData, TAG.sequence))
  const [, algorithm, sealed] = info ? children(bytes, part(info, TAG.sequence)) : []
  if (algorithm === undefined || sealed === undefined) throw new DerError('PKCS #12: nothing encrypted')
  return decrypt(bytes, part(algorithm, TAG.sequence), octets(bytes, sealed), form)
}

function readBags(bytes: Buffer, depth: number): Bag[] {
  if (depth > MAX_NESTED) throw new DerError('PKCS #12: nested too deep')
  return bagsAt(bytes, part(scan(bytes).root, TAG.sequence), depth)
}

function bagsAt(bytes: Buffer, list: Extent, depth: number): Bag[] {
  if (depth > MAX_NESTED) throw new DerError('PKCS #12: nested too deep')
  return children(bytes, list).flatMap((bag) => {
    const [type, value, attributes] = children(bytes, part(bag, TAG.sequence))
    const oid = oidAt(bytes, type)
    if (oid === SAFE_CONTENTS_BAG) {
      return bagsAt(bytes, part(onlyChild(bytes, value), TAG.sequence), depth + 1)
    }
    if (oid !== CERT_BAG) return []
    const [kind, held] = children(bytes, part(onlyChild(bytes, value), TAG.sequence))
    if (oidAt(bytes, kind) !== X509_CERTIFICATE) return []
    const certificate = octets(bytes, onlyChild(bytes, held))
    return [{ certificate, own: hasKeyId(bytes, attributes) }]
  })
}

function hasKeyId(bytes: Buffer, attributes: Extent | undefined): boolean {
  if (attributes?.tag !== TAG.set) return false
  return children(bytes, attributes).some((attribute) => {
    const [type] = children(bytes, part(attribute, TAG.sequence))
    return type !== undefined && oidOf(nodeAt(bytes, type), 'attribute') === LOCAL_KEY_ID
  })
}

/** What stands inside an explicit [0]. */
function onlyChild(bytes: Buffer, extent: Extent | undefined): Extent {
  const [child] = extent?.tag === explicit(0) ? children(bytes, extent) : []
  if (child === undefined) throw new DerError('PKCS #12: wrong content')
  return child
}

export { Pkcs12Error, type Pkcs12Fault } from './pkcs12/error.js'
