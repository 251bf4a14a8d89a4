/** DER (ITU-T X.690) in the small: what is needed to write certificates, OCSP answers and CRLs. */

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  printableString: 0x13,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const

export function tlv(tag: number, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content)
  return Buffer.concat([Buffer.from([tag]), lengthOctets(body.length), body])
}

function lengthOctets(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length])
  const hex = length.toString(16)
  const octets = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
  return Buffer.concat([Buffer.from([0x80 | octets.length]), octets])
}

export const sequence = (...content: Buffer[]): Buffer => tlv(TAG.sequence, ...content)
export const set = (...content: Buffer[]): Buffer => tlv(TAG.set, ...content)
export const octetString = (...content: Buffer[]): Buffer => tlv(TAG.octetString, ...content)
export const boolean = (value: boolean): Buffer => tlv(TAG.boolean, Buffer.from([value ? 0xff : 0]))
export const nothing = (): Buffer => tlv(TAG.null)
export const utf8String = (text: string): Buffer => tlv(TAG.utf8String, Buffer.from(text, 'utf8'))
export const printableString = (text: string): Buffer => tlv(TAG.printableString, Buffer.from(text, 'ascii'))
export const enumerated = (value: number): Buffer => tlv(TAG.enumerated, Buffer.from([value]))

/** An INTEGER of 0 or more; a Buffer is taken as content octets, so that odd serials can be written. */
export function integer(value: number | Buffer): Buffer {
  if (typeof value !== 'number') return tlv(TAG.integer, value)
  const hex = value.toString(16)
  const octets = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
  return (octets[0] ?? 0) < 0x80
    ? tlv(TAG.integer, octets)
    : tlv(TAG.integer, Buffer.concat([Buffer.from([0]), octets]))
}

export function oid(dotted: string): Buffer {
  const arcs = dotted.split('.').map(BigInt)
  const [first = 0n, second = 0n, ...rest] = arcs
  return tlv(TAG.oid, ...[first * 40n + second, ...rest].map(base128))
}

function base128(arc: bigint): Buffer {
  const octets = [Number(arc & 0x7fn)]
  for (let left = arc >> 7n; left > 0n; left >>= 7n) octets.unshift(Number(left & 0x7fn) | 0x80)
  return Buffer.from(octets)
}

export const bitString = (content: Buffer): Buffer => tlv(TAG.bitString, Buffer.from([0]), content)

/** A named-bit BIT STRING: trailing zero bits are cut (X.690 section 11.2.2). */
export function namedBits(bits: number[]): Buffer {
  const last = Math.max(-1, ...bits)
  const octets = Buffer.alloc(Math.ceil((last + 1) / 8))
  for (const bit of bits) octets[bit >> 3] = (octets[bit >> 3] ?? 0) | (0x80 >> (bit & 7))
  return tlv(TAG.bitString, Buffer.from([octets.length * 8 - (last + 1)]), octets)
}

/** Time of a certificate: UTCTime through 2049, GeneralizedTime from then on (RFC 5280 section 4.1.2.5). */
export function time(date: Date): Buffer {
  const year = date.getUTCFullYear()
  if (year < 1950 || year > 2049) return generalizedTime(date)
  return tlv(TAG.utcTime, Buffer.from(digits(date).slice(2)))
}

export const generalizedTime = (date: Date): Buffer => tlv(TAG.generalizedTime, Buffer.from(digits(date)))

function digits(date: Date): string {
  return `${date.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`
}

/** `[number]`, constructed: an explicit tag, or an implicit one over a SEQUENCE's content. */
export const context = (number: number, ...content: Buffer[]): Buffer => tlv(0xa0 | number, ...content)

/** `[number]`, primitive: an implicit tag over a string type. */
export const contextPrimitive = (number: number, content: Buffer): Buffer => tlv(0x80 | number, content)
