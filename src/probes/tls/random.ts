/** Random bytes for hellos: they need not be secret, and asking for a few at a time costs more than using them. */
import { randomBytes } from 'node:crypto'

const POOL = 8192

let pool = Buffer.alloc(0)
let used = 0

/** Bytes that are given out once. `size` is at most 8192. */
export function randomOctets(size: number): Buffer {
  if (used + size > pool.length) {
    pool = randomBytes(POOL)
    used = 0
  }
  used += size
  return pool.subarray(used - size, used)
}
