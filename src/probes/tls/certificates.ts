/** The Certificate message, exactly as sent, and what travels with it. */
import { MalformedError, reader } from './bytes.js'
import { EXTENSION } from './code-points.js'
import { type Extensions, readAll, readExtensions } from './server-hello.js'

export interface SentCertificates {
  certificates: Buffer[]
  ocspStaple?: Buffer
  sctList?: Buffer
}

/** SSL 3.0 to TLS 1.2 (RFC 5246 section 7.4.2). @throws MalformedError */
export function readCertificates12(body: Buffer): SentCertificates {
  const list = reader(readAll(body, (input) => input.vector24()))
  const certificates: Buffer[] = []
  while (list.left() > 0) certificates.push(nonEmpty(list.vector24()))
  return { certificates: atLeastOne(certificates) }
}

function certificateList(input: ReturnType<typeof reader>): Buffer {
  if (input.vector8().length > 0) throw new MalformedError('a certificate request context from a server')
  return input.vector24()
}

/**
 * TLS 1.3 (RFC 8446 section 4.4.2): staple and SCTs are the leaf's extensions.
 * @param check of the extensions of each certificate
 * @throws MalformedError
 */
export function readCertificates13(body: Buffer, check?: (extensions: Extensions) => void): SentCertificates {
  const list = reader(readAll(body, certificateList))
  const certificates: Buffer[] = []
  let ofLeaf: Extensions = new Map()
  while (list.left() > 0) {
    certificates.push(nonEmpty(list.vector24()))
    const extensions = readExtensions(list.vector16())
    check?.(extensions)
    if (certificates.length === 1) ofLeaf = extensions
  }
  const status = ofLeaf.get(EXTENSION.statusRequest)
  const sctList = ofLeaf.get(EXTENSION.signedCertificateTimestamp)
  return {
    certificates: atLeastOne(certificates),
    ...(status && { ocspStaple: readStatus(status) }),
    ...(sctList && { sctList }),
  }
}

/** CertificateStatus (RFC 6066 section 8): the OCSPResponse. @throws MalformedError */
export function readStatus(body: Buffer): Buffer {
  return readAll(body, (input) => {
    const type = input.u8()
    if (type !== 1) throw new MalformedError(`certificate status of type ${type}`)
    return nonEmpty(input.vector24())
  })
}

function nonEmpty(bytes: Buffer): Buffer {
  if (bytes.length === 0) throw new MalformedError('an empty certificate or status')
  return bytes
}

function atLeastOne(certificates: Buffer[]): Buffer[] {
  if (certificates.length === 0) throw new MalformedError('no certificate')
  return certificates
}

/** A record can't hold more (RFC 8446 section 5.1). */
const ONE_RECORD = 2 ** 14

/** Keeps the size of a Certificate message if it is noteworthy. */
export function noteSize(flight: { certificateBytes?: number }, body: Buffer): void {
  if (body.length > ONE_RECORD) flight.certificateBytes = body.length
}
