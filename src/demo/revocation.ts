/** OCSP answers (RFC 6960) and CRLs (RFC 5280 section 5) about certificates made here. */
import { createHash } from 'node:crypto'
import type { Issued } from './authority.js'
import * as der from './der.js'
import { authorityKeyId, extension, subjectPublicKey } from './extensions.js'
import { type Hash, signature, signatureAlgorithm } from './keys.js'

/** RFC 6960 section 4.2.1. */
export const OCSP_STATUS = {
  successful: 0,
  malformedRequest: 1,
  internalError: 2,
  tryLater: 3,
  sigRequired: 5,
  unauthorized: 6,
} as const

export interface OcspInput {
  certificate: Issued
  /** Default: the certificate's issuer. */
  issuer?: Issued
  /** Signs in the issuer's stead and is sent along; default the issuer signs. */
  responder?: Issued
  responseStatus?: keyof typeof OCSP_STATUS
  status?: 'good' | 'revoked' | 'unknown'
  revokedAt?: Date
  /** CRLReason (RFC 5280 section 5.3.1). */
  reason?: number
  /** What "now" is for the default dates; default the clock. */
  now?: Date
  producedAt?: Date
  /** Default: an hour ago. */
  thisUpdate?: Date
  /** Default: seven days ahead; null: none. */
  nextUpdate?: Date | null
  /** Of the CertID. */
  certIdHash?: 'sha1' | 'sha256'
  nonce?: Buffer
  /** SignedCertificateTimestampList bytes (RFC 6962 section 3.3). */
  scts?: Buffer
  hash?: Hash
  badSignature?: boolean
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** An OCSPResponse, DER: as a responder sends it and a server staples it. */
export function makeOcspResponse(input: OcspInput): Buffer {
  const responseStatus = der.enumerated(OCSP_STATUS[input.responseStatus ?? 'successful'])
  if ((input.responseStatus ?? 'successful') !== 'successful') return der.sequence(responseStatus)
  const issuer = input.issuer ?? input.certificate.issuer ?? input.certificate
  const signer = input.responder ?? issuer
  const signed = signAs(responseData(input, issuer, signer), signer, input)
  const certificates = input.responder ? [der.context(0, der.sequence(input.responder.der))] : []
  const basic = der.sequence(...signed, ...certificates)
  const bytes = der.sequence(der.oid('1.3.6.1.5.5.7.48.1.1'), der.octetString(basic))
  return der.sequence(responseStatus, der.context(0, bytes))
}

function responseData(input: OcspInput, issuer: Issued, signer: Issued): Buffer {
  const now = input.now?.getTime() ?? Date.now()
  const nonce = input.nonce && extension({ oid: '1.3.6.1.5.5.7.48.1.2', value: der.octetString(input.nonce) })
  return der.sequence(
    der.context(2, der.octetString(hashOf('sha1', subjectPublicKey(signer.spki)))),
    der.generalizedTime(input.producedAt ?? new Date(now - HOUR)),
    der.sequence(singleResponse(input, issuer, now)),
    ...(nonce ? [der.context(1, der.sequence(nonce))] : []),
  )
}

function singleResponse(input: OcspInput, issuer: Issued, now: number): Buffer {
  const nextUpdate = input.nextUpdate === undefined ? new Date(now + 7 * DAY) : input.nextUpdate
  const scts = input.scts && extension({ oid: '1.3.6.1.4.1.11129.2.4.5', value: der.octetString(input.scts) })
  return der.sequence(
    certId(input.certificate, issuer, input.certIdHash ?? 'sha1'),
    certStatus(input, now),
    der.generalizedTime(input.thisUpdate ?? new Date(now - HOUR)),
    ...(nextUpdate === null ? [] : [der.context(0, der.generalizedTime(nextUpdate))]),
    ...(scts ? [der.context(1, der.sequence(scts))] : []),
  )
}

const DIGEST_OIDS = { sha1: '1.3.14.3.2.26', sha256: '2.16.840.1.101.3.4.2.1' } as const

function certId(certificate: Issued, issuer: Issued, hash: 'sha1' | 'sha256'): Buffer {
  return der.sequence(
    der.sequence(der.oid(DIGEST_OIDS[hash]), der.nothing()),
    der.octetString(hashOf(hash, issuer.subjectDer)),
    der.octetString(hashOf(hash, subjectPublicKey(issuer.spki))),
    der.integer(certificate.serial),
  )
}

function certStatus({ status = 'good', revokedAt, reason }: OcspInput, now: number): Buffer {
  if (status === 'good') return der.contextPrimitive(0, Buffer.alloc(0))
  if (status === 'unknown') return der.contextPrimitive(2, Buffer.alloc(0))
  const time = der.generalizedTime(revokedAt ?? new Date(now - DAY))
  return der.context(1, time, ...(reason === undefined ? [] : [der.context(0, der.enumerated(reason))]))
}

const hashOf = (hash: string, bytes: Buffer) => createHash(hash).update(bytes).digest()

/** What was signed, the algorithm and the signature, as X.509 structures have them. */
function signAs(
  tbs: Buffer,
  signer: Issued,
  { hash = 'sha256', badSignature = false }: SignOptions,
): Buffer[] {
  const how = { hash, pss: false }
  const signed = signature(tbs, signer.key, how)
  if (badSignature) signed[signed.length - 1] = 0xff ^ (signed[signed.length - 1] ?? 0)
  return [tbs, signatureAlgorithm(signer.key, how), der.bitString(signed)]
}

interface SignOptions {
  hash?: Hash
  badSignature?: boolean
}

export interface CrlInput extends SignOptions {
  issuer: Issued
  revoked?: readonly { serial: Buffer; date?: Date; reason?: number }[]
  number?: number
  now?: Date
  /** Default: an hour ago. */
  thisUpdate?: Date
  /** Default: seven days ahead; null: none. */
  nextUpdate?: Date | null
}

/** A version 2 CertificateList, DER. */
export function makeCrl(input: CrlInput): Buffer {
  const { issuer, revoked = [] } = input
  const now = input.now?.getTime() ?? Date.now()
  const nextUpdate = input.nextUpdate === undefined ? new Date(now + 7 * DAY) : input.nextUpdate
  const entries = revoked.map(({ serial, date, reason }) =>
    der.sequence(
      der.integer(serial),
      der.time(date ?? new Date(now - DAY)),
      ...(reason === undefined
        ? []
        : [der.sequence(extension({ oid: '2.5.29.21', value: der.enumerated(reason) }))]),
    ),
  )
  const extensions = [
    extension(authorityKeyId(issuer.keyId)),
    extension({ oid: '2.5.29.20', value: der.integer(input.number ?? 1) }),
  ]
  const tbs = der.sequence(
    der.integer(1),
    signatureAlgorithm(issuer.key, { hash: input.hash ?? 'sha256', pss: false }),
    issuer.subjectDer,
    der.time(input.thisUpdate ?? new Date(now - HOUR)),
    ...(nextUpdate === null ? [] : [der.time(nextUpdate)]),
    ...(entries.length === 0 ? [] : [der.sequence(...entries)]),
    der.context(0, der.sequence(...extensions)),
  )
  return der.sequence(...signAs(tbs, issuer, input))
}
