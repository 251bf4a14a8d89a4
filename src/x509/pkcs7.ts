/** Certificates in a PKCS #7 SignedData without signers (RFC 5652, the .p7c that caIssuers may point to). */
import { children, DerError, explicit, nodeAt, oidOf, scan, TAG } from './der/index.js'

const SIGNED_DATA = '1.2.840.113549.1.7.2'
const MAX_CERTIFICATES = 64

/** The DER of each certificate, in order. Signatures over the whole are not checked. @throws DerError */
export function readPkcs7(der: Uint8Array): Buffer[] {
  const bytes = Buffer.from(der)
  const [type, content] = children(bytes, expectSequence(scan(bytes).root))
  if (type === undefined || oidOf(nodeAt(bytes, type), 'PKCS #7') !== SIGNED_DATA || content === undefined) {
    throw new DerError('PKCS #7: not SignedData')
  }
  const [signedData] = content.tag === explicit(0) ? children(bytes, content) : []
  if (signedData === undefined) throw new DerError('PKCS #7: empty')
  const set = children(bytes, expectSequence(signedData)).find(({ tag }) => tag === explicit(0))
  return (set ? children(bytes, set) : [])
    .filter(({ tag }) => tag === TAG.sequence)
    .slice(0, MAX_CERTIFICATES)
    .map(({ start, end }) => bytes.subarray(start, end))
}

function expectSequence<T extends { tag: number }>(extent: T): T {
  if (extent.tag !== TAG.sequence) throw new DerError('PKCS #7: wrong type')
  return extent
}
