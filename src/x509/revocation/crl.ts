/** Certificate revocation lists (RFC 5280 sections 5 and 6.3). */
import { type RawExtension, rawExtensions } from '../certificate/extensions.js'
import { generalName } from '../certificate/general-name.js'
import { publicKeyOf } from '../certificate/key.js'
import { nameIn } from '../certificate/name.js'
import {
  children,
  content,
  context,
  DerError,
  type Extent,
  explicit,
  inner,
  items,
  nodeAt,
  parseScanned,
  scan,
  smallInteger,
  TAG,
  tagOf,
  time,
} from '../der/index.js'
import { EXTENSION } from '../oids.js'
import { verifySigned } from '../signature.js'
import type { Certificate, Name, Signed } from '../types.js'
import { inside, readSigned } from './signed.js'
import { type Issuer, outOfTime, type Revocation, reasonName, unknown } from './types.js'

export interface Crl {
  issuer: Name
  thisUpdate: number
  nextUpdate: number | null
  signed: Signed
  /** Null: for every certificate of the issuer. */
  scope: CrlScope | null
  /** Breaks a MUST of RFC 5280 section 5, or has a critical extension we don't know. */
  unusable: boolean
  /** Hex of the serial number to what the list says of it; undefined when it isn't there. */
  find(serial: string): { at: number; reason: string } | undefined
}

/** IssuingDistributionPoint (RFC 5280 section 5.2.5). */
export interface CrlScope {
  uris: string[]
  only: 'users' | 'cas' | null
  /** Indirect, for some reasons or for attribute certificates only: we can't apply it. */
  unsupported: boolean
}

/** Large CAs have lists of some megabytes. */
const LIMITS = { bytes: 32 << 20, elements: 4_000_000 }

/** Reads one list; its entries are walked only when asked for. @throws DerError */
export function readCrl(der: Uint8Array): Crl {
  const bytes = Buffer.from(der)
  const { tbs, signed } = readSigned(bytes, scan(bytes, LIMITS).root)
  const fields = children(bytes, tbs)
  const hasVersion = fields[0]?.tag === TAG.integer
  const [, issuer, thisUpdate, ...optional] = fields.slice(hasVersion ? 1 : 0)
  if (issuer === undefined || thisUpdate === undefined) throw new DerError('CRL: wrong content')
  const isTime = ({ tag }: Extent): boolean => tag === TAG.utcTime || tag === TAG.generalizedTime
  const next = optional.find(isTime)
  const revoked = optional.find(({ tag }) => tag === TAG.sequence)
  const list = optional.find(({ tag }) => tag === explicit(0))
  const extensions = list ? rawExtensions(inner(nodeAt(bytes, list), 'CRL extensions')) : []
  return {
    issuer: nameIn(nodeAt(bytes, issuer), bytes.toString('hex', issuer.start, issuer.end)),
    thisUpdate: time(nodeAt(bytes, thisUpdate), 'thisUpdate').at,
    nextUpdate: next ? time(nodeAt(bytes, next), 'nextUpdate').at : null,
    signed,
    scope: readScope(extensions),
    unusable: next === undefined || isUnusable(extensions),
    find: (serial) => findEntry(bytes, revoked, serial),
  }
}

const KNOWN = new Set<string>([EXTENSION.authorityKeyId, EXTENSION.issuingDistributionPoint])

/** Sections 5.1.2.5 and 5.2.3: nextUpdate and a CRL number must be there, the number not critical. */
function isUnusable(extensions: readonly RawExtension[]): boolean {
  const number = extensions.find(({ oid }) => oid === EXTENSION.crlNumber)
  if (number === undefined || number.critical) return true
  return extensions.some(({ oid, critical }) => oid === EXTENSION.deltaCrl || (critical && !KNOWN.has(oid)))
}

function readScope(extensions: readonly RawExtension[]): CrlScope | null {
  const extension = extensions.find(({ oid }) => oid === EXTENSION.issuingDistributionPoint)
  if (extension === undefined) return null
  const scope: CrlScope = { uris: [], only: null, unsupported: false }
  for (const part of items(parseScanned(extension.value), TAG.sequence, 'distribution point')) {
    const tag = tagOf(part)
    if (tag === explicit(0)) {
      const names = inner(part, 'distribution point name')
      const list = tagOf(names) === explicit(0) && Array.isArray(names.value) ? names.value : []
      scope.uris = list.map(generalName).flatMap(({ form, value }) => (form === 'uri' ? [value] : []))
      if (scope.uris.length === 0) scope.unsupported = true
    } else if (tag === context(1) || tag === context(2)) {
      if (content(part, tag, 'only') !== '\x00') scope.only = tag === context(1) ? 'users' : 'cas'
    } else scope.unsupported = true
  }
  return scope
}

/** The octets of the serial number are compared as they stand in both. */
function findEntry(bytes: Buffer, revoked: Extent | undefined, serial: string) {
  const wanted = Buffer.from(serial, 'hex')
  for (const entry of inside(bytes, revoked)) {
    const [number, date, ...rest] = inside(bytes, entry)
    if (number?.tag !== TAG.integer || !bytes.subarray(number.content, number.end).equals(wanted)) continue
    if (date === undefined) throw new DerError('CRL entry: no date')
    return { at: time(nodeAt(bytes, date), 'revocationDate').at, reason: entryReason(bytes, rest[0]) }
  }
  return undefined
}

function entryReason(bytes: Buffer, list: Extent | undefined): string {
  if (list === undefined) return reasonName(undefined)
  const extension = rawExtensions(nodeAt(bytes, list)).find(({ oid }) => oid === EXTENSION.reasonCode)
  if (extension === undefined) return reasonName(undefined)
  const code = content(parseScanned(extension.value), TAG.enumerated, 'reason')
  return reasonName(smallInteger(code, 'reason'))
}

/** What `crl` says about a certificate of this issuer at this instant. */
export function crlStatus(crl: Crl, certificate: Certificate, issuer: Issuer, at: number): Revocation {
  if (crl.issuer.canonical !== certificate.issuer.canonical || issuer.canonical !== crl.issuer.canonical) {
    return unknown('other-certificate')
  }
  // Section 6.3.3 (f): keyUsage, where there is one, must allow it.
  const allowed = issuer.keyUsage === null || issuer.keyUsage.includes('cRLSign')
  if (!allowed || verifySigned(crl.signed, publicKeyOf(issuer.spki)) !== 'valid') return unknown('signature')
  if (crl.unusable) return unknown('malformed')
  if (!covers(crl.scope, certificate)) return unknown('scope')
  const untimely = outOfTime(crl, at)
  if (untimely) return unknown(untimely)
  return statusIn(crl, certificate.serial)
}

function statusIn(crl: Crl, serial: string): Revocation {
  try {
    const entry = crl.find(serial)
    if (entry !== undefined && entry.reason !== 'removeFromCRL') return { status: 'revoked', ...entry }
  } catch (error) {
    if (error instanceof DerError) return unknown('malformed')
    throw error
  }
  return { status: 'good', thisUpdate: crl.thisUpdate, nextUpdate: crl.nextUpdate }
}

/** Section 6.3.3 (b) (2). */
function covers(scope: CrlScope | null, certificate: Certificate): boolean {
  if (scope === null) return true
  if (scope.unsupported) return false
  const isCa = certificate.basicConstraints?.ca === true
  if (scope.only !== null && (scope.only === 'cas') !== isCa) return false
  return scope.uris.length === 0 || scope.uris.some((uri) => certificate.crl.includes(uri))
}
