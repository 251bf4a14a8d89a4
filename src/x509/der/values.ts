/** Primitive values (X.690 section 8, X.680). */
import { DerError } from './error.js'
import { content, type Node, TAG, tagOf } from './read.js'

const OID_CACHE_SIZE = 512
const oidCache = new Map<string, string>()

/** Content octets of an OBJECT IDENTIFIER as dotted text. @throws DerError */
export function oidText(octets: string): string {
  const known = oidCache.get(octets)
  if (known !== undefined) return known
  if (octets.length === 0 || octets.length > 128) throw new DerError('object identifier: bad length')
  const arcs: bigint[] = []
  let arc = 0n
  for (let i = 0; i < octets.length; i++) {
    const octet = octets.charCodeAt(i)
    if (arc === 0n && octet === 0x80) throw new DerError('object identifier: padded')
    arc = (arc << 7n) | BigInt(octet & 0x7f)
    if (octet < 0x80) {
      arcs.push(arc)
      arc = 0n
    } else if (i === octets.length - 1) throw new DerError('object identifier: truncated')
  }
  const first = arcs[0] as bigint
  const root = first < 80n ? first / 40n : 2n
  const text = [root, first - root * 40n, ...arcs.slice(1)].join('.')
  if (oidCache.size >= OID_CACHE_SIZE) oidCache.clear()
  oidCache.set(octets, text)
  return text
}

export const oidOf = (node: Node | undefined, what: string): string => oidText(content(node, TAG.oid, what))

/** An INTEGER with more octets than it needs (X.690 section 8.3.2). */
export const isPadded = (octets: string): boolean => /^(?:\x00[\x00-\x7f]|\xff[\x80-\xff])/.test(octets)

/** A small non-negative INTEGER; larger than 2^31 counts as 2^31. @throws DerError */
export function smallInteger(octets: string, what: string): number {
  if (octets.length === 0) throw new DerError(`${what}: empty integer`)
  if (isPadded(octets)) throw new DerError(`${what}: padded integer`)
  if (octets.charCodeAt(0) >= 0x80) throw new DerError(`${what}: negative`)
  let value = 0
  for (let i = 0; i < octets.length; i++) value = Math.min(value * 256 + octets.charCodeAt(i), 2 ** 31)
  return value
}

/** BOOLEAN; DER allows 00 and FF only (X.690 section 11.1). @throws DerError */
export function boolean(node: Node | undefined, what: string): boolean {
  const octets = content(node, TAG.boolean, what)
  if (octets !== '\xff' && octets !== '\x00') throw new DerError(`${what}: bad boolean`)
  return octets === '\xff'
}

/** BIT STRING: the octets after the count of unused bits. @throws DerError */
export function bitString(node: Node | undefined, what: string): { octets: string; unused: number } {
  const all = content(node, TAG.bitString, what)
  const unused = all.charCodeAt(0)
  if (all.length === 0 || unused > 7 || (all.length === 1 && unused > 0)) {
    throw new DerError(`${what}: bad bit string`)
  }
  return { octets: all.slice(1), unused }
}

/** Numbers of the bits that are set in a named-bit list. @throws DerError */
export function setBits(octets: string): number[] {
  const bits: number[] = []
  for (let i = 0; i < Math.min(octets.length, 8); i++) {
    for (let bit = 0; bit < 8; bit++) if (octets.charCodeAt(i) & (0x80 >> bit)) bits.push(i * 8 + bit)
  }
  return bits
}

const TIME = /^(\d{2}|\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?(?:\.\d+)?(Z|[+-]\d{4})$/

/**
 * UTCTime or GeneralizedTime in milliseconds since 1970. `odd` when it is not the form RFC 5280 section
 * 4.1.2.5 demands (seconds given, no fraction, Z). @throws DerError
 */
export function time(node: Node | undefined, what: string): { at: number; odd: boolean } {
  const utc = node !== undefined && tagOf(node) === TAG.utcTime
  const text = content(node, utc ? TAG.utcTime : TAG.generalizedTime, what)
  const match = text.length <= 32 ? TIME.exec(text) : null
  const year = match?.[1] ?? ''
  if (match === null || year.length !== (utc ? 2 : 4)) throw new DerError(`${what}: unreadable time`)
  const [, , month = '', day = '', hour = '', minute = '', second = '00', zone = 'Z'] = match
  // RFC 5280 section 4.1.2.5.1: a two-digit year from 50 on is in the twentieth century.
  const fullYear = utc ? (Number(year) >= 50 ? `19${year}` : `20${year}`) : year
  const written = `${fullYear}-${month}-${day}T${hour}:${minute}:${second}`
  const wall = Date.parse(`${written}Z`)
  // Date.parse takes 31 February for 3 March, and hour 24 for the next day.
  if (Number.isNaN(wall) || !new Date(wall).toISOString().startsWith(written)) {
    throw new DerError(`${what}: no such time`)
  }
  return { at: wall - offset(zone), odd: match[6] === undefined || zone !== 'Z' || text.includes('.') }
}

function offset(zone: string): number {
  if (zone === 'Z') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3))
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** A character string of any ASN.1 type as text; null for other types. @throws DerError */
export function text(node: Node): string | null {
  if (typeof node.value !== 'string') return null
  switch (tagOf(node)) {
    case TAG.utf8:
      return utf8(node.value)
    case TAG.numeric:
    case TAG.printable:
    case TAG.ia5:
    case TAG.visible:
    case TAG.teletex:
    case TAG.bmp:
      return node.value
    case TAG.universal:
      return universal(node.value)
    default:
      return null
  }
}

function utf8(octets: string): string {
  if (!/[^\x00-\x7f]/.test(octets)) return octets
  try {
    return UTF8.decode(Buffer.from(octets, 'latin1'))
  } catch {
    throw new DerError('bad UTF-8')
  }
}

function universal(octets: string): string {
  const bytes = Buffer.from(octets, 'latin1')
  if (bytes.length % 4 !== 0) throw new DerError('bad UniversalString')
  let result = ''
  for (let i = 0; i < bytes.length; i += 4) {
    const point = bytes.readUInt32BE(i)
    if (point > 0x10ffff) throw new DerError('bad UniversalString')
    result += String.fromCodePoint(point)
  }
  return result
}
