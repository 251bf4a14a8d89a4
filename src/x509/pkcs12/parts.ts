/** Small readers over scanned bytes. */
import { children, content, DerError, type Extent, nodeAt, oidOf, smallInteger, TAG } from '../der/index.js'
import { Pkcs12Error } from './error.js'

export const MAX_ITERATIONS = 2_000_000

/** The extent itself when it has this tag. @throws DerError */
export function part(extent: Extent | undefined, tag: number): Extent {
  if (extent?.tag !== tag) throw new DerError('PKCS #12: wrong type')
  return extent
}

export function oidAt(bytes: Buffer, extent: Extent | undefined): string {
  return oidOf(nodeAt(bytes, part(extent, TAG.oid)), 'PKCS #12')
}

/** The content of an OCTET STRING, whatever its tag; BER may cut it into pieces. */
export function octets(bytes: Buffer, extent: Extent): Buffer {
  if ((extent.tag & 0x20) === 0) return bytes.subarray(extent.content, extent.end)
  return Buffer.concat(children(bytes, extent).map((piece) => octets(bytes, part(piece, TAG.octetString))))
}

/** A count of iterations; 1 where none is written. */
export function iterationsAt(bytes: Buffer, extent: Extent | undefined): number {
  if (extent === undefined) return 1
  const count = smallInteger(content(nodeAt(bytes, extent), TAG.integer, 'iterations'), 'iterations')
  if (count < 1 || count > MAX_ITERATIONS) throw new Pkcs12Error('iterations', String(count))
  return count
}
