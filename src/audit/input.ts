/** Certificate files in all common formats: PEM, DER, PKCS #7, PKCS #12. */
import { X509Certificate } from 'node:crypto'
import {
  DerError,
  Pkcs12Error,
  type Pkcs12Fault,
  readCertificate,
  readPkcs7,
  readPkcs12,
} from '../x509/index.js'
import type { CertificateInput, Container } from './input-types.js'
import { leafFirst } from './order.js'
import { type PemBlock, type PemFault, readPemFile } from './pem-file.js'

/** Larger than any certificate bundle. */
export const MAX_INPUT = 8 << 20
const MAX_CERTIFICATES = 512

export type InputFault =
  | PemFault
  | Pkcs12Fault
  | 'empty'
  | 'too-large'
  | 'too-many'
  | 'utf-16'
  | 'no-certificate'
  | 'key-only'
  | 'request-only'
  /** It should be a certificate but isn't. */
  | 'not-a-certificate'
  /** PKCS #7 or PKCS #12 that can't be read: broken, or BER where DER is meant. */
  | 'bad-container'

/** Why a file can't be used. `line` counts from 1. */
export interface InputProblem {
  fault: InputFault
  line?: number
  detail?: string
}

/** @param password for PKCS #12; null: the empty one is tried */
export function readInput(bytes: Buffer, password: string | null): CertificateInput | InputProblem {
  const found = readContainer(bytes, password)
  if ('fault' in found) return found
  if (found.certificates.length === 0) return { fault: found.hasKey ? 'key-only' : 'no-certificate' }
  return found.certificates.length > MAX_CERTIFICATES ? { fault: 'too-many' } : found
}

function readContainer(bytes: Buffer, password: string | null): CertificateInput | InputProblem {
  if (bytes.length > MAX_INPUT) return { fault: 'too-large' }
  if (bytes.every((octet) => octet === 0x20 || (octet >= 0x09 && octet <= 0x0d))) return { fault: 'empty' }
  if (bytes[0] === 0x30) return readDer(bytes, password)
  const mark = bytes.toString('hex', 0, 2)
  if (mark === 'feff' || mark === 'fffe') return { fault: 'utf-16' }
  const pem = readPemFile(bytes.toString('latin1').replace(/^\xef\xbb\xbf/, ''))
  return 'problem' in pem ? pem.problem : fromPem(pem.blocks)
}

/** RFC 7468 section 5.1, and older names for the same. */
const CERTIFICATE = ['CERTIFICATE', 'X509 CERTIFICATE', 'TRUSTED CERTIFICATE']
const PKCS7 = ['PKCS7', 'CMS', 'PKCS #7 SIGNED DATA']

/** OpenSSL's trusted format appends its own data to the certificate. */
const certificateIn = (label: string, der: Buffer): Buffer =>
  label === 'TRUSTED CERTIFICATE' ? firstElement(der) : der

const isRequest = ({ label }: PemBlock): boolean => label.endsWith('CERTIFICATE REQUEST')

function fromPem(blocks: readonly PemBlock[]): CertificateInput | InputProblem {
  const certificates: Buffer[] = []
  const hasKey = blocks.some(({ label }) => label.endsWith('PRIVATE KEY'))
  let container: Container = 'pem'
  for (const { label, line, der } of blocks) {
    if (CERTIFICATE.includes(label)) {
      const own = certificateIn(label, der)
      if (!isCertificate(own)) return { fault: 'not-a-certificate', line }
      certificates.push(own)
    } else if (PKCS7.includes(label)) {
      const inner = fromPkcs7(der)
      if ('fault' in inner) return { ...inner, line }
      container = 'pkcs7'
      certificates.push(...inner.certificates)
    }
  }
  if (certificates.length === 0 && blocks.some(isRequest)) return { fault: 'request-only' }
  return { certificates, container, hasKey }
}

/** Distinguishes formats by the first element inside the outer SEQUENCE. */
function readDer(bytes: Buffer, password: string | null): CertificateInput | InputProblem {
  const first = bytes[headerLength(bytes)]
  if (first === 0x06) return fromPkcs7(bytes)
  if (first === 0x02) return fromPkcs12(bytes, password)
  if (!isCertificate(bytes)) return { fault: 'not-a-certificate' }
  return { certificates: [bytes], container: 'der', hasKey: false }
}

function fromPkcs7(der: Buffer): CertificateInput | InputProblem {
  try {
    const certificates = readPkcs7(der)
    if (!certificates.every(isCertificate)) return { fault: 'not-a-certificate' }
    return { certificates: leafFirst(certificates), container: 'pkcs7', hasKey: false }
  } catch (error) {
    return broken(error)
  }
}

function fromPkcs12(der: Buffer, password: string | null): CertificateInput | InputProblem {
  // PKCS #1, SEC 1 and PKCS #8 keys begin with version 0 or 1, a PFX with 3.
  if (der[headerLength(der) + 2] !== 3) return { fault: 'key-only' }
  try {
    const certificates = readPkcs12(der, password)
    if (!certificates.every(isCertificate)) return { fault: 'not-a-certificate' }
    return { certificates: leafFirst(certificates), container: 'pkcs12', hasKey: true }
  } catch (error) {
    if (error instanceof Pkcs12Error) return { fault: error.fault, detail: error.detail }
    return broken(error)
  }
}

function broken(error: unknown): InputProblem {
  if (error instanceof DerError) return { fault: 'bad-container', detail: error.message }
  throw error
}

/** Tag and length (X.690 section 8.1); an indefinite length has one octet. */
function headerLength(bytes: Buffer): number {
  const length = bytes[1] ?? 0
  return 2 + (length > 0x80 ? length & 0x7f : 0)
}

function firstElement(bytes: Buffer): Buffer {
  const header = headerLength(bytes)
  const octets = header - 2
  if (octets > 4 || bytes.length < header) return bytes
  const length = octets === 0 ? (bytes[1] ?? 0) : bytes.readUIntBE(2, octets)
  return bytes.subarray(0, header + length)
}

/** What we reject and OpenSSL accepts still counts as a certificate: the rules report what they can. */
function isCertificate(der: Buffer): boolean {
  try {
    readCertificate(der)
    return true
  } catch (error) {
    if (!(error instanceof DerError)) throw error
  }
  try {
    return new X509Certificate(der).raw.equals(der)
  } catch {
    return false
  }
}
