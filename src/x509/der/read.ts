/** DER to typed values. Structures are read by node-forge's ASN.1 reader; everything throws DerError only. */
import { createRequire } from 'node:module'
import { DerError } from './error.js'
import type { Asn1, ForgeNode } from './forge.js'
import { type Extent, MAX_DEPTH, scan } from './scan.js'

export type Node = ForgeNode

let library: Asn1 | undefined

/**
 * As an import, Node would compile it three times: to detect its format, to find its exports, and to run it. Hellos don't need
 * DER, so it is loaded with the first certificate.
 */
export function loadAsn1(): Asn1 {
  library ??= createRequire(import.meta.url)('node-forge/lib/asn1.js') as Asn1
  return library
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8: 0x0c,
  sequence: 0x30,
  set: 0x31,
  numeric: 0x12,
  printable: 0x13,
  teletex: 0x14,
  ia5: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  visible: 0x1a,
  universal: 0x1c,
  bmp: 0x1e,
} as const

const OPTIONS = { strict: true, parseAllBytes: true, decodeBitStrings: false, maxDepth: MAX_DEPTH + 8 }

/** `binary` holds one byte per character and must have passed scan(). @throws DerError */
export function parse(binary: string): Node {
  // A library that can't be loaded is not the bytes' fault.
  const asn1 = loadAsn1()
  try {
    return asn1.fromDer(binary, OPTIONS)
  } catch (error) {
    throw new DerError(error instanceof Error ? error.message : 'unreadable')
  }
}

/** Reads bytes that stand inside others, such as an extension's value, and nothing after them. @throws DerError */
export function parseScanned(binary: string): Node {
  if (scan(Buffer.from(binary, 'latin1')).trailingBytes) throw new DerError('bytes after the end')
  return parse(binary)
}

/** One element of bytes that were scanned. @throws DerError */
export const nodeAt = (bytes: Buffer, { start, end }: Extent): Node =>
  parse(bytes.toString('latin1', start, end))

export const tagOf = (node: Node): number => node.tagClass | (node.constructed ? 0x20 : 0) | node.type

/** Context-specific tags: `context(0)` is primitive, `explicit(0)` constructed. */
export const context = (number: number): number => 0x80 | number
export const explicit = (number: number): number => 0xa0 | number

/** The children of a node with this tag. @throws DerError */
export function items(node: Node | undefined, tag: number, what: string): Node[] {
  if (node === undefined || tagOf(node) !== tag || !Array.isArray(node.value)) {
    throw new DerError(`${what}: wrong type`)
  }
  return node.value
}

/** The content of a primitive node with this tag, one byte per character. @throws DerError */
export function content(node: Node | undefined, tag: number, what: string): string {
  if (node === undefined || tagOf(node) !== tag || typeof node.value !== 'string') {
    throw new DerError(`${what}: wrong type`)
  }
  return node.value
}

/** The one child of an EXPLICIT tag. @throws DerError */
export function inner(node: Node, what: string): Node {
  const [child, ...rest] = Array.isArray(node.value) ? node.value : []
  if (child === undefined || rest.length > 0) throw new DerError(`${what}: wrong content`)
  return child
}

export const toBuffer = (binary: string): Buffer => Buffer.from(binary, 'latin1')
export const toHex = (binary: string): string => Buffer.from(binary, 'latin1').toString('hex')
