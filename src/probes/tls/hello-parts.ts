/** Pieces every ClientHello is made of. */
import { u8, u16, vector16 } from './bytes.js'
import { EXTENSION } from './code-points.js'
import { shareOf } from './key-shares.js'

export const extension = (type: number, ...body: Buffer[]): Buffer =>
  Buffer.concat([u16(type), vector16(...body)])

const encoded = new WeakMap<readonly number[], Buffer>()

/** Code points of two bytes each. The lists are data that never changes, and the same in every hello. */
export function numbers(codes: readonly number[]): Buffer {
  const known = encoded.get(codes) ?? encode(codes)
  encoded.set(codes, known)
  return known
}

function encode(codes: readonly number[]): Buffer {
  const bytes = Buffer.allocUnsafe(codes.length * 2)
  codes.forEach((code, index) => {
    bytes.writeUInt16BE(code, index * 2)
  })
  return bytes
}

export function serverName(name: string): Buffer {
  return extension(EXTENSION.serverName, vector16(u8(0), vector16(Buffer.from(name, 'latin1'))))
}

/** @param before entries that stand in front */
export function keyShares(groups: readonly number[], ...before: Buffer[]): Buffer {
  const entries = groups.flatMap((group) => [u16(group), vector16(shareOf(group))])
  return extension(EXTENSION.keyShare, vector16(...before, ...entries))
}

/** Some load balancers hang on a ClientHello of 256 to 511 bytes (RFC 7685); phones pad, and so do we. */
export function padding(length: number): Buffer {
  if (length < 0x100 || length >= 0x200) return Buffer.alloc(0)
  return paddingTo(0x200, length)
}

/** Makes a hello of `length` bytes as long as wanted, or at least longer. */
export const paddingTo = (wanted: number, length: number): Buffer =>
  extension(EXTENSION.padding, Buffer.alloc(Math.max(wanted - length - 4, 1)))
