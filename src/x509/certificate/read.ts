/** Certificate (RFC 5280 section 4.1). */
import { createHash } from 'node:crypto'
import {
  bitString,
  children,
  content,
  DerError,
  type Extent,
  explicit,
  inner,
  isPadded,
  items,
  type Node,
  parse,
  scan,
  smallInteger,
  TAG,
  tagOf,
  time,
  toBuffer,
  toHex,
} from '../der/index.js'
import { EXTENSION } from '../oids.js'
import type { Certificate, EncodingFault, Signed } from '../types.js'
import { signatureAlgorithm } from './algorithm.js'
import type { ExtensionFields } from './extension-fields.js'
import { noExtensions, readExtensions } from './extensions.js'
import { keyInfo, publicKeyOf } from './key.js'
import { nameIn } from './name.js'
import { areOddParameters, isOddName, isRefusedExtension } from './strict.js'

/** A field as parsed, and where its bytes stand. */
interface Field {
  node: Node
  extent: Extent
}

/** Octets of a serial number (RFC 5280 section 4.1.2.2), without a leading zero that only keeps it positive. */
const MAX_SERIAL = 20

/**
 * Reads one certificate. Whatever deviates from the RFC but can be understood is noted in `encodingFaults`.
 * @throws DerError, and nothing else, for any bytes that are not a certificate
 */
export function readCertificate(der: Uint8Array): Certificate {
  const bytes = Buffer.from(der)
  const outline = scan(bytes)
  const tree = parse(bytes.toString('latin1', 0, outline.root.end))
  const [tbs, algorithm, signature, ...rest] = pair(bytes, tree, outline.root, 'certificate')
  if (tbs === undefined || algorithm === undefined || signature === undefined || rest.length > 0) {
    throw new DerError('certificate: wrong content')
  }
  const faults = new Set<EncodingFault>()
  if (outline.trailingBytes) faults.add('trailing-bytes')
  if (outline.berLength) faults.add('ber-length')
  const outer = signatureAlgorithm(algorithm.node)
  const fields = readTbs(bytes, pair(bytes, tbs.node, tbs.extent, 'TBSCertificate'), faults)
  const slice = ({ start, end }: Extent): Buffer => bytes.subarray(start, end)
  if (!slice(fields.algorithm.extent).equals(slice(algorithm.extent))) faults.add('algorithm-mismatch')
  if (areOddParameters(algorithm.node, outer)) faults.add('algorithm-parameters')
  const { octets, unused } = bitString(signature.node, 'signature')
  if (unused > 0) faults.add('unaligned-bits')
  const signed: Signed = { bytes: slice(tbs.extent), algorithm: outer, signature: toBuffer(octets) }
  const { algorithm: innerField, ...certificate } = fields
  return {
    ...certificate,
    der: bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    signature: { oid: outer.oid, name: outer.name, hash: outer.hash },
    signed,
    encodingFaults: [...faults],
    publicKey: () => publicKeyOf(certificate.spki),
    ...(faults.has('algorithm-mismatch') && { innerSignature: signatureAlgorithm(innerField.node).name }),
  }
}

/** The children of a SEQUENCE with their places. @throws DerError */
function pair(bytes: Buffer, node: Node, extent: Extent, what: string): Field[] {
  const extents = children(bytes, extent)
  return items(node, TAG.sequence, what).map((child, i) => {
    const place = extents[i]
    if (place === undefined) throw new DerError(`${what}: wrong content`)
    return { node: child, extent: place }
  })
}

function readTbs(bytes: Buffer, fields: Field[], faults: Set<EncodingFault>) {
  const hex = ({ start, end }: Extent): string => bytes.toString('hex', start, end)
  const version = readVersion(fields[0]?.node)
  const offset = version.given ? 1 : 0
  const [serial, algorithm, issuer, validity, subject, spki, ...optional] = fields.slice(offset)
  if (!serial || !algorithm || !issuer || !validity || !subject || !spki) {
    throw new DerError('TBSCertificate: wrong content')
  }
  const extended = readOptional(optional, version.number, faults)
  if (isOddName(issuer.node) || isOddName(subject.node)) faults.add('bad-name')
  if (bitString(items(spki.node, TAG.sequence, 'public key')[1], 'public key').unused > 0)
    faults.add('unaligned-bits')
  const subjectName = nameIn(subject.node, hex(subject.extent))
  // RFC 5280 section 4.2.1.6: the only name there is must be critical.
  const san = extended.extensions.find(({ oid }) => oid === EXTENSION.subjectAltName)
  if (subjectName.empty && san?.critical === false) faults.add('optional-san')
  return {
    version: version.number,
    serial: readSerial(serial.node, faults),
    algorithm,
    issuer: nameIn(issuer.node, hex(issuer.extent)),
    ...readValidity(validity.node, faults),
    subject: subjectName,
    spki: hex(spki.extent),
    key: keyInfo(spki.node),
    ...extended,
  }
}

function readVersion(first: Node | undefined): { given: boolean; number: number } {
  if (first === undefined || tagOf(first) !== explicit(0)) return { given: false, number: 1 }
  const octets = content(inner(first, 'version'), TAG.integer, 'version')
  return { given: true, number: smallInteger(octets, 'version') + 1 }
}

function readSerial(node: Node, faults: Set<EncodingFault>): string {
  const octets = content(node, TAG.integer, 'serial number')
  if (octets.length === 0) throw new DerError('serial number: empty')
  if (octets.charCodeAt(0) >= 0x80) faults.add('negative-serial')
  if (/^\x00+$/.test(octets)) faults.add('zero-serial')
  if (isPadded(octets)) faults.add('padded-serial')
  if (octets.replace(/^\x00/, '').length > MAX_SERIAL) faults.add('long-serial')
  return toHex(octets)
}

function readValidity(node: Node, faults: Set<EncodingFault>): { notBefore: number; notAfter: number } {
  const [first, last, ...rest] = items(node, TAG.sequence, 'validity')
  if (rest.length > 0) throw new DerError('validity: wrong content')
  const notBefore = time(first, 'notBefore')
  const notAfter = time(last, 'notAfter')
  if (notBefore.odd || notAfter.odd) faults.add('odd-time')
  return { notBefore: notBefore.at, notAfter: notAfter.at }
}

/** issuerUniqueID [1], subjectUniqueID [2], extensions [3]. */
function readOptional(optional: Field[], version: number, faults: Set<EncodingFault>) {
  const tags = optional.map(({ node }) => tagOf(node))
  const order = tags.map((tag) => [0x81, 0x82, explicit(3)].indexOf(tag))
  if (order.some((place, i) => place < 0 || (i > 0 && place <= (order[i - 1] as number)))) {
    throw new DerError('TBSCertificate: unexpected field')
  }
  // RFC 5280 section 4.1.2.1: unique identifiers from version 2 on, extensions only in version 3.
  const list = optional.find(({ node }) => tagOf(node) === explicit(3))
  const needed = list !== undefined ? 3 : optional.length > 0 ? 2 : 1
  if (version > 3 || version < needed) faults.add('version-mismatch')
  if (list === undefined) return { ...withoutOdd(noExtensions()), extensions: [] }
  const { fields, extensions, duplicate } = readExtensions(inner(list.node, 'extensions'))
  if (duplicate) faults.add('duplicate-extension')
  for (const odd of fields.odd) faults.add(odd)
  for (const extension of extensions.filter(({ unreadable }) => unreadable))
    faults.add(isRefusedExtension(extension) ? 'bad-identifier' : 'bad-extension')
  if (fields.generalNames?.length === 0) faults.add('empty-san')
  return { ...withoutOdd(fields), extensions }
}

const withoutOdd = ({ odd: _, ...fields }: ExtensionFields) => fields
