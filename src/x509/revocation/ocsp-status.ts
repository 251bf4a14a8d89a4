/** OCSP: what a response says about one certificate (RFC 6960 section 3.2), and the request for it. */
import { createHash } from 'node:crypto'
import { publicKeyOf } from '../certificate/key.js'
import { bitString, items, parseScanned, TAG, toBuffer } from '../der/index.js'
import { EKU, EXTENSION } from '../oids.js'
import { verifyCertificate, verifySigned } from '../signature.js'
import type { Certificate } from '../types.js'
import type { BasicOcspResponse, OcspAnswer, OcspResponse } from './ocsp.js'
import { type Issuer, outOfTime, type Revocation, unknown } from './types.js'

/**
 * Verifies the signature by the issuer's key, or by a responder delegated by the issuer itself, and looks up the certificate.
 * Everything but a verified answer for this certificate at this instant is `unknown`.
 */
export function ocspStatus(
  response: OcspResponse,
  certificate: Certificate,
  issuer: Issuer,
  at: number,
): Revocation {
  const { basic } = response
  if (basic === null) return unknown('responder')
  if (certificate.issuer.canonical !== issuer.canonical) return unknown('other-certificate')
  const answers = basic.answers.filter((answer) => isAbout(answer, certificate, issuer))
  if (answers.length === 0) return unknown('other-certificate')
  if (!isAuthentic(basic, issuer, at)) return unknown('signature')
  const answer = answers.find((candidate) => outOfTime(bounded(candidate), at) === null)
  if (answer === undefined) return unknown(outOfTime(bounded(answers[0] as OcspAnswer), at) ?? 'stale')
  if (answer.revoked) return { status: 'revoked', ...answer.revoked }
  if (answer.status === 'unknown') return unknown('responder')
  return { status: 'good', thisUpdate: answer.thisUpdate, nextUpdate: answer.nextUpdate }
}

/** Baseline Requirements 4.9.10: the longest an answer may be valid; without nextUpdate it would be valid for ever. */
const LONGEST = 10 * 86_400_000

const bounded = ({ thisUpdate, nextUpdate }: OcspAnswer) => ({
  thisUpdate,
  nextUpdate: nextUpdate ?? thisUpdate + LONGEST,
})

const keyOctets = (spki: string): Buffer =>
  toBuffer(
    bitString(items(parseScanned(Buffer.from(spki, 'hex').toString('latin1')), TAG.sequence, 'key')[1], 'key')
      .octets,
  )

const digest = (hash: string, bytes: Buffer): string => createHash(hash).update(bytes).digest('hex')

/** Section 4.1.1: hashes of the issuer's name as it stands in the certificate, and of its key. */
function isAbout(answer: OcspAnswer, certificate: Certificate, issuer: Issuer): boolean {
  if (answer.serial !== certificate.serial || !['sha1', 'sha256', 'sha384', 'sha512'].includes(answer.hash)) {
    return false
  }
  return (
    answer.issuerNameHash === digest(answer.hash, Buffer.from(certificate.issuer.der, 'hex')) &&
    answer.issuerKeyHash === digest(answer.hash, keyOctets(issuer.spki))
  )
}

/** Section 4.2.2.2. */
function isAuthentic(basic: BasicOcspResponse, issuer: Issuer, at: number): boolean {
  const { responder, signed } = basic
  const named = (canonical: string, spki: string): boolean =>
    'name' in responder ? responder.name === canonical : responder.keyHash === digest('sha1', keyOctets(spki))
  if (named(issuer.canonical, issuer.spki) && verifySigned(signed, publicKeyOf(issuer.spki)) === 'valid')
    return true
  return basic.certificates.some(
    (delegate) =>
      named(delegate.subject.canonical, delegate.spki) &&
      isDelegate(delegate, issuer, at) &&
      verifySigned(signed, delegate.publicKey()) === 'valid',
  )
}

/** Issued by the very issuer, in force, and for signing OCSP responses. */
function isDelegate(delegate: Certificate, issuer: Issuer, at: number): boolean {
  const { keyUsage, extendedKeyUsage, encodingFaults, extensions = [] } = delegate
  const known: string[] = [EXTENSION.basicConstraints, EXTENSION.keyUsage, EXTENSION.extendedKeyUsage]
  return (
    delegate.issuer.canonical === issuer.canonical &&
    extendedKeyUsage?.includes(EKU.ocspSigning) === true &&
    (keyUsage === null || keyUsage.includes('digitalSignature') || keyUsage.includes('nonRepudiation')) &&
    at >= delegate.notBefore &&
    at <= delegate.notAfter &&
    !encodingFaults.includes('algorithm-mismatch') &&
    extensions.every(({ oid, critical }) => !critical || known.includes(oid)) &&
    verifyCertificate(delegate, issuer.spki) === 'valid'
  )
}

const tlv = (tag: number, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  // Everything in a request is shorter than 128 bytes, or 256 with a long serial number.
  const length = body.length < 128 ? [body.length] : [0x81, body.length]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}

const SHA1 = tlv(TAG.sequence, Buffer.from('06052b0e03021a', 'hex'), Buffer.from([TAG.null, 0]))
const MAX_SERIAL = 64

/**
 * OCSPRequest (section 4.1.1) for one certificate, with SHA-1 as RFC 5019 requires and without a nonce, so that
 * responders can answer from a cache. Null for a serial number no CA may issue.
 */
export function ocspRequest(certificate: Certificate, issuer: Issuer): Buffer | null {
  const serial = Buffer.from(certificate.serial, 'hex')
  if (serial.length > MAX_SERIAL) return null
  const hash = (bytes: Buffer): Buffer => tlv(TAG.octetString, createHash('sha1').update(bytes).digest())
  const id = tlv(
    TAG.sequence,
    SHA1,
    hash(Buffer.from(certificate.issuer.der, 'hex')),
    hash(keyOctets(issuer.spki)),
    tlv(TAG.integer, serial),
  )
  const request = tlv(TAG.sequence, id)
  return tlv(TAG.sequence, tlv(TAG.sequence, tlv(TAG.sequence, request)))
}
