/** SEQUENCE { what is signed, AlgorithmIdentifier, BIT STRING }: the outside of a CRL and an OCSP response. */
import { signatureAlgorithm } from '../certificate/algorithm.js'
import { bitString, children, DerError, type Extent, nodeAt, TAG, toBuffer } from '../der/index.js'
import type { Signed } from '../types.js'

/** `rest` are the elements after the signature. @throws DerError */
export function readSigned(bytes: Buffer, outer: Extent): { tbs: Extent; signed: Signed; rest: Extent[] } {
  const [tbs, algorithm, signature, ...rest] = outer.tag === TAG.sequence ? children(bytes, outer) : []
  if (tbs === undefined || algorithm === undefined || signature === undefined || tbs.tag !== TAG.sequence) {
    throw new DerError('signed structure: wrong content')
  }
  const signed: Signed = {
    bytes: bytes.subarray(tbs.start, tbs.end),
    algorithm: signatureAlgorithm(nodeAt(bytes, algorithm)),
    signature: toBuffer(bitString(nodeAt(bytes, signature), 'signature').octets),
  }
  return { tbs, signed, rest }
}

/** Children of a constructed element that may be absent. */
export const inside = (bytes: Buffer, extent: Extent | undefined): Extent[] =>
  extent === undefined || (extent.tag & 0x20) === 0 ? [] : children(bytes, extent)
