/**
 * The outline of DER bytes, read before anything else so that depth, number of elements and lengths are
 * bounded, and so that the leniencies of the ASN.1 reader (BER lengths, bytes after the end) are seen.
 */
import { DerError } from './error.js'

/** Offsets into the scanned bytes. */
export interface Extent {
  tag: number
  start: number
  content: number
  end: number
}

export interface Outline {
  /** The outermost element. */
  root: Extent
  /** A length is longer than needed (X.690 section 10.1). */
  berLength: boolean
  trailingBytes: boolean
}

export interface ScanLimits {
  bytes: number
  elements: number
}

const LIMITS: ScanLimits = { bytes: 1 << 20, elements: 100_000 }
export const MAX_DEPTH = 32
const HIGH_TAG = 0x1f
const BMP_STRING = 0x1e

function readExtent(bytes: Uint8Array, start: number, limit: number): Extent & { minimal: boolean } {
  if (limit - start < 2) throw new DerError(`truncated at byte ${start}`)
  const tag = bytes[start] as number
  if ((tag & HIGH_TAG) === HIGH_TAG) throw new DerError(`tag number above 30 at byte ${start}`)
  const first = bytes[start + 1] as number
  let content = start + 2
  let length = first
  let minimal = true
  if (first >= 0x80) {
    const octets = first & 0x7f
    if (octets === 0) throw new DerError(`indefinite length at byte ${start}`)
    if (octets > 4 || content + octets > limit) throw new DerError(`bad length at byte ${start}`)
    length = 0
    for (let i = 0; i < octets; i++) length = length * 256 + (bytes[content + i] as number)
    minimal = length >= 0x80 && length >= 256 ** (octets - 1)
    content += octets
  }
  if (length > limit - content) throw new DerError(`element at byte ${start} runs past its end`)
  // The ASN.1 reader takes type 30 of any class for two-byte characters.
  if ((tag & 0x3f) === BMP_STRING && length % 2 === 1) throw new DerError(`odd BMPString at byte ${start}`)
  return { tag, start, content, end: content + length, minimal }
}

/** Walks every element once. @throws DerError */
export function scan(bytes: Uint8Array, limits: ScanLimits = LIMITS): Outline {
  if (bytes.length > limits.bytes) throw new DerError(`more than ${limits.bytes} bytes`)
  let berLength = false
  let count = 0
  const root = readExtent(bytes, 0, bytes.length)
  const ends: number[] = []
  let position = 0
  let limit = root.end
  while (position < root.end) {
    const element = readExtent(bytes, position, limit)
    if (++count > limits.elements) throw new DerError(`more than ${limits.elements} elements`)
    if (!element.minimal) berLength = true
    if ((element.tag & 0x20) !== 0 && element.end > element.content) {
      if (ends.length >= MAX_DEPTH) throw new DerError(`nested deeper than ${MAX_DEPTH}`)
      ends.push(limit)
      limit = element.end
      position = element.content
    } else {
      position = element.end
    }
    while (position === limit && ends.length > 0) limit = ends.pop() as number
  }
  return { root, berLength, trailingBytes: root.end < bytes.length }
}

/** Direct children of a constructed element of bytes that were scanned. */
export function children(bytes: Uint8Array, parent: Extent): Extent[] {
  const result: Extent[] = []
  for (let position = parent.content; position < parent.end; ) {
    const { tag, start, content, end } = readExtent(bytes, position, parent.end)
    result.push({ tag, start, content, end })
    position = end
  }
  return result
}
