/** OCSP responses (RFC 6960 section 4.2): reading. */
import { rawExtensions } from '../certificate/extensions.js'
import { canonicalName } from '../certificate/name.js'
import { readCertificate } from '../certificate/read.js'
import {
  children,
  content,
  context,
  DerError,
  type Extent,
  explicit,
  inner,
  items,
  type Node,
  nodeAt,
  oidOf,
  parseScanned,
  scan,
  smallInteger,
  TAG,
  tagOf,
  time,
  toBuffer,
  toHex,
} from '../der/index.js'
import { HASHES } from '../oids.js'
import { readSctList } from '../sct.js'
import type { Certificate, Sct, Signed } from '../types.js'
import { readSigned } from './signed.js'
import { reasonName } from './types.js'

/** Section 4.2.1; all but the first come without a body. */
const STATUSES: Readonly<Record<number, string>> = {
  0: 'successful',
  1: 'malformedRequest',
  2: 'internalError',
  3: 'tryLater',
  5: 'sigRequired',
  6: 'unauthorized',
}

export interface OcspResponse {
  status: string
  /** Null unless successful. */
  basic: BasicOcspResponse | null
}

export interface BasicOcspResponse {
  /** Who signed: a name (canonical), or the SHA-1 of its key in hex. */
  responder: { name: string } | { keyHash: string }
  producedAt: number
  answers: OcspAnswer[]
  /** Certificates sent along, those we could read. */
  certificates: Certificate[]
  signed: Signed
}

export interface OcspAnswer {
  /** Names of hash functions as node:crypto has them; `unknown` for others. */
  hash: string
  /** Hex. */
  issuerNameHash: string
  issuerKeyHash: string
  serial: string
  status: 'good' | 'revoked' | 'unknown'
  revoked?: { at: number; reason: string }
  thisUpdate: number
  nextUpdate: number | null
  scts: Sct[]
}

const BASIC = '1.3.6.1.5.5.7.48.1.1'
const SCT_LIST = '1.3.6.1.4.1.11129.2.4.5'
const MAX_CERTIFICATES = 8
const MAX_ANSWERS = 256

/** Reads one response; nothing is verified yet: see ocspStatus. @throws DerError */
export function readOcspResponse(der: Uint8Array): OcspResponse {
  const bytes = Buffer.from(der)
  const [status, body] = items(nodeAt(bytes, scan(bytes).root), TAG.sequence, 'OCSP response')
  const code = smallInteger(content(status, TAG.enumerated, 'OCSP status'), 'OCSP status')
  const name = STATUSES[code] ?? `status ${code}`
  if (code !== 0) return { status: name, basic: null }
  if (body === undefined || tagOf(body) !== explicit(0)) throw new DerError('OCSP response: no body')
  const [type, octets] = items(inner(body, 'OCSP body'), TAG.sequence, 'OCSP body')
  if (oidOf(type, 'OCSP body') !== BASIC) throw new DerError('OCSP response: not a basic one')
  return { status: name, basic: readBasic(toBuffer(content(octets, TAG.octetString, 'OCSP body'))) }
}

function readBasic(bytes: Buffer): BasicOcspResponse {
  const { tbs, signed, rest } = readSigned(bytes, scan(bytes).root)
  const fields = items(nodeAt(bytes, tbs), TAG.sequence, 'OCSP data')
  const hasVersion = fields[0] !== undefined && tagOf(fields[0]) === explicit(0)
  const [responder, producedAt, answers] = fields.slice(hasVersion ? 1 : 0)
  if (responder === undefined || answers === undefined) throw new DerError('OCSP data: wrong content')
  return {
    responder: readResponder(responder),
    producedAt: time(producedAt, 'producedAt').at,
    answers: items(answers, TAG.sequence, 'OCSP answers').slice(0, MAX_ANSWERS).map(readAnswer),
    certificates: readCertificates(bytes, rest[0]),
    signed,
  }
}

function readResponder(node: Node): BasicOcspResponse['responder'] {
  if (tagOf(node) === explicit(1)) return { name: canonicalName(inner(node, 'responder')) }
  if (tagOf(node) !== explicit(2)) throw new DerError('responder: wrong type')
  return { keyHash: toHex(content(inner(node, 'responder'), TAG.octetString, 'responder')) }
}

function readAnswer(node: Node): OcspAnswer {
  const [id, status, thisUpdate, ...optional] = items(node, TAG.sequence, 'OCSP answer')
  const [algorithm, nameHash, keyHash, serial] = items(id, TAG.sequence, 'CertID')
  if (status === undefined) throw new DerError('OCSP answer: no status')
  const next = optional.find((part) => tagOf(part) === explicit(0))
  const extensions = optional.find((part) => tagOf(part) === explicit(1))
  return {
    hash: HASHES[oidOf(items(algorithm, TAG.sequence, 'CertID')[0], 'CertID')] ?? 'unknown',
    issuerNameHash: toHex(content(nameHash, TAG.octetString, 'issuerNameHash')),
    issuerKeyHash: toHex(content(keyHash, TAG.octetString, 'issuerKeyHash')),
    serial: toHex(content(serial, TAG.integer, 'serial number')),
    ...readStatus(status),
    thisUpdate: time(thisUpdate, 'thisUpdate').at,
    nextUpdate: next ? time(inner(next, 'nextUpdate'), 'nextUpdate').at : null,
    scts: extensions ? readScts(inner(extensions, 'OCSP extensions')) : [],
  }
}

function readStatus(node: Node): Pick<OcspAnswer, 'status' | 'revoked'> {
  if (tagOf(node) === context(0)) return { status: 'good' }
  if (tagOf(node) === context(2)) return { status: 'unknown' }
  if (tagOf(node) !== explicit(1) || !Array.isArray(node.value)) throw new DerError('OCSP status: wrong type')
  const [at, reason] = node.value
  const code = reason && content(inner(reason, 'reason'), TAG.enumerated, 'reason')
  return {
    status: 'revoked',
    revoked: {
      at: time(at, 'revocationTime').at,
      reason: reasonName(code === undefined ? undefined : smallInteger(code, 'reason')),
    },
  }
}

function readScts(list: Node): Sct[] {
  const extension = rawExtensions(list).find(({ oid }) => oid === SCT_LIST)
  if (extension === undefined) return []
  return readSctList(toBuffer(content(parseScanned(extension.value), TAG.octetString, 'SCT list')))
}

function readCertificates(bytes: Buffer, extent: Extent | undefined): Certificate[] {
  const [list] = extent?.tag === explicit(0) ? children(bytes, extent) : []
  const entries = list?.tag === TAG.sequence ? children(bytes, list) : []
  return entries.slice(0, MAX_CERTIFICATES).flatMap(({ start, end }) => {
    try {
      return [readCertificate(bytes.subarray(start, end))]
    } catch (error) {
      if (error instanceof DerError) return []
      throw error
    }
  })
}
