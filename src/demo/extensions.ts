/** Certificate extensions (RFC 5280 section 4.2) in DER. */
import { createHash } from 'node:crypto'
import { isIP } from '../ip.js'
import * as der from './der.js'

/** An extension by its parts; `value` is the DER inside the OCTET STRING. */
export interface RawExtension {
  oid: string
  critical?: boolean
  value: Buffer
}

export const KEY_USAGES = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const
export type KeyUsage = (typeof KEY_USAGES)[number]

const PURPOSES = {
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
  codeSigning: '1.3.6.1.5.5.7.3.3',
  emailProtection: '1.3.6.1.5.5.7.3.4',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  ocspSigning: '1.3.6.1.5.5.7.3.9',
  any: '2.5.29.37.0',
} as const
/** A purpose by name, or any other by its dotted OID. */
export type Purpose = keyof typeof PURPOSES | `${number}.${string}`

export const extension = ({ oid, critical = false, value }: RawExtension): Buffer =>
  der.sequence(der.oid(oid), ...(critical ? [der.boolean(true)] : []), der.octetString(value))

export const basicConstraints = (ca: boolean, pathLength?: number): RawExtension => ({
  oid: '2.5.29.19',
  critical: true,
  value: der.sequence(
    ...(ca ? [der.boolean(true)] : []),
    ...(pathLength === undefined ? [] : [der.integer(pathLength)]),
  ),
})

export const keyUsage = (usages: readonly KeyUsage[]): RawExtension => ({
  oid: '2.5.29.15',
  critical: true,
  value: der.namedBits(usages.map((usage) => KEY_USAGES.indexOf(usage))),
})

export const extendedKeyUsage = (purposes: readonly Purpose[]): RawExtension => ({
  oid: '2.5.29.37',
  value: der.sequence(...purposes.map((purpose) => der.oid(purposeOid(purpose)))),
})

const purposeOid = (purpose: Purpose): string => (purpose in PURPOSES ? PURPOSES[purpose as 'any'] : purpose)

export const subjectAltName = (
  names: readonly string[],
  ips: readonly string[],
  critical: boolean,
): RawExtension => ({
  oid: '2.5.29.17',
  critical,
  value: der.sequence(
    ...names.map((name) => der.contextPrimitive(2, Buffer.from(name, 'latin1'))),
    ...ips.map((ip) => der.contextPrimitive(7, addressOctets(ip))),
  ),
})

/** Key identifier by method 1 of RFC 5280 section 4.2.1.2: SHA-1 of the key's bits. */
export function keyIdentifier(spki: Buffer): Buffer {
  return createHash('sha1').update(subjectPublicKey(spki)).digest()
}

/** The content of the BIT STRING at the end of a SubjectPublicKeyInfo. */
export function subjectPublicKey(spki: Buffer): Buffer {
  const outer = contentStart(spki, 0)
  const algorithmEnd = contentEnd(spki, outer)
  return spki.subarray(contentStart(spki, algorithmEnd) + 1)
}

function contentStart(bytes: Buffer, at: number): number {
  const first = bytes[at + 1] ?? 0
  return at + 2 + (first < 0x80 ? 0 : first & 0x7f)
}

function contentEnd(bytes: Buffer, at: number): number {
  const start = contentStart(bytes, at)
  const first = bytes[at + 1] ?? 0
  return start + (first < 0x80 ? first : bytes.readUIntBE(at + 2, first & 0x7f))
}

export const subjectKeyId = (id: Buffer): RawExtension => ({ oid: '2.5.29.14', value: der.octetString(id) })

export const authorityKeyId = (id: Buffer): RawExtension => ({
  oid: '2.5.29.35',
  value: der.sequence(der.contextPrimitive(0, id)),
})

const uri = (text: string) => der.contextPrimitive(6, Buffer.from(text, 'latin1'))

export function authorityInfoAccess(ocsp: readonly string[], caIssuers: readonly string[]): RawExtension {
  const entry = (method: string) => (url: string) => der.sequence(der.oid(method), uri(url))
  const value = der.sequence(
    ...ocsp.map(entry('1.3.6.1.5.5.7.48.1')),
    ...caIssuers.map(entry('1.3.6.1.5.5.7.48.2')),
  )
  return { oid: '1.3.6.1.5.5.7.1.1', value }
}

export const crlDistributionPoints = (urls: readonly string[]): RawExtension => ({
  oid: '2.5.29.31',
  value: der.sequence(...urls.map((url) => der.sequence(der.context(0, der.context(0, uri(url)))))),
})

export const certificatePolicies = (oids: readonly string[]): RawExtension => ({
  oid: '2.5.29.32',
  value: der.sequence(...oids.map((id) => der.sequence(der.oid(id)))),
})

/** RFC 7633: TLS features; 5 is status_request. */
export const tlsFeature = (features: readonly number[]): RawExtension => ({
  oid: '1.3.6.1.5.5.7.1.24',
  value: der.sequence(...features.map((feature) => der.integer(feature))),
})

/** Subtrees: a DNS name (`example.com`), or addresses as `192.0.2.0/24`. */
export interface NameConstraints {
  permitted?: readonly string[]
  excluded?: readonly string[]
}

export function nameConstraints({ permitted = [], excluded = [] }: NameConstraints): RawExtension {
  const trees = (number: number, bases: readonly string[]) =>
    bases.length === 0 ? [] : [der.context(number, ...bases.map((base) => der.sequence(subtreeBase(base))))]
  return {
    oid: '2.5.29.30',
    critical: true,
    value: der.sequence(...trees(0, permitted), ...trees(1, excluded)),
  }
}

function subtreeBase(base: string): Buffer {
  const [address = '', prefix = ''] = base.split('/')
  if (isIP(address) === 0) return der.contextPrimitive(2, Buffer.from(base, 'latin1'))
  const octets = addressOctets(address)
  const bits = prefix === '' ? octets.length * 8 : Number(prefix)
  const mask = octets.map((_, index) => 0xff & ~(0xff >> Math.max(0, Math.min(8, bits - index * 8))))
  return der.contextPrimitive(7, Buffer.concat([octets, mask]))
}

/** 4 or 16 octets. @throws RangeError for text that is no address. */
export function addressOctets(text: string): Buffer {
  if (isIP(text) === 4) return Buffer.from(text.split('.').map(Number))
  if (isIP(text) !== 6) throw new RangeError(`no IP address: ${text}`)
  const groups = new URL(`http://[${text}]`).hostname.slice(1, -1)
  const [head = '', tail] = groups.split('::')
  const words = (part: string) =>
    part === '' ? [] : part.split(':').map((word) => Number.parseInt(word, 16))
  const [before, after] = [words(head), words(tail ?? '')]
  const all =
    tail === undefined ? before : [...before, ...Array(8 - before.length - after.length).fill(0), ...after]
  return Buffer.from(all.flatMap((word: number) => [word >> 8, word & 0xff]))
}

/** One SCT as logs make them, without a signature that means anything (RFC 6962 section 3.2). */
export interface SctInput {
  /** 32 bytes. */
  logId: Buffer
  timestamp: Date
}

/** SignedCertificateTimestampList (RFC 6962 section 3.3), as a TLS extension or an OCSP answer carries it. */
export function sctList(scts: readonly SctInput[]): Buffer {
  return vector(Buffer.concat(scts.map((sct) => vector(sctBytes(sct)))))
}

function sctBytes({ logId, timestamp }: SctInput): Buffer {
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(BigInt(timestamp.getTime()))
  const ecdsaSha256 = Buffer.from([4, 3])
  return Buffer.concat([
    Buffer.from([0]),
    logId,
    time,
    vector(Buffer.alloc(0)),
    ecdsaSha256,
    vector(Buffer.alloc(70, 1)),
  ])
}

function vector(content: Buffer): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(content.length)
  return Buffer.concat([length, content])
}

export const embeddedScts = (list: Buffer): RawExtension => ({
  oid: '1.3.6.1.4.1.11129.2.4.2',
  value: der.octetString(list),
})
