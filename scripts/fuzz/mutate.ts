/** Reproducible random numbers, and inputs made from them. */

/** In [0, 1), by mulberry32. */
export type Random = () => number

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A whole number below `limit`. */
export const below = (random: Random, limit: number): number => Math.floor(random() * limit)

export function noise(random: Random, most = 400): Buffer {
  return Buffer.from(Array.from({ length: below(random, most) }, () => below(random, 256)))
}

const EDGES = [0x00, 0x01, 0x7f, 0x80, 0x81, 0x82, 0x84, 0xff, 0x30, 0x0a, 0x0d, 0x20, 0x22, 0x3a, 0x5b, 0x7b]

type Edit = (bytes: Buffer, random: Random, others: readonly Buffer[]) => Buffer

const splice = (bytes: Buffer, start: number, end: number, put: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, start), put, bytes.subarray(end)])

/** A stretch of the bytes. */
function stretch(bytes: Buffer, random: Random): [number, number] {
  const start = below(random, bytes.length + 1)
  return [start, Math.min(bytes.length, start + 1 + below(random, random() < 0.3 ? bytes.length : 16))]
}

const EDITS: readonly Edit[] = [
  (bytes, random) => {
    const copy = Buffer.from(bytes)
    const at = below(random, copy.length)
    if (at < copy.length) copy[at] = (copy[at] ?? 0) ^ (1 << below(random, 8))
    return copy
  },
  (bytes, random) => {
    const at = below(random, bytes.length)
    return splice(bytes, at, at + 1, Buffer.from([EDGES[below(random, EDGES.length)] ?? 0]))
  },
  (bytes, random) => bytes.subarray(0, below(random, bytes.length + 1)),
  (bytes, random) => splice(bytes, ...stretch(bytes, random), Buffer.alloc(0)),
  (bytes, random) => {
    const [start, end] = stretch(bytes, random)
    const times = random() < 0.1 ? 200 : 2
    const piece = bytes.subarray(start, Math.min(end, start + 1000))
    return splice(bytes, end, end, Buffer.concat(Array.from({ length: times }, () => piece)))
  },
  (bytes, random) => {
    const at = below(random, bytes.length + 1)
    return splice(bytes, at, at, noise(random, 8))
  },
  (bytes, random, others) => {
    const other = others[below(random, others.length)] ?? bytes
    const [start, end] = stretch(other, random)
    const at = below(random, bytes.length + 1)
    return splice(bytes, at, at + (random() < 0.5 ? end - start : 0), other.subarray(start, end))
  },
]

/** How long reading takes as inputs grow is another test's matter. */
const MOST_BYTES = 60_000

/** One of the seeds with one to six changes; now and then nothing but noise. */
export function mutated(seeds: readonly Buffer[], random: Random): Buffer {
  if (seeds.length === 0 || random() < 0.05) return noise(random)
  let bytes = seeds[below(random, seeds.length)] ?? Buffer.alloc(0)
  for (let left = 1 + below(random, 6); left > 0; left--) {
    bytes = EDITS[below(random, EDITS.length)]?.(bytes, random, seeds) ?? bytes
  }
  return bytes.subarray(0, MOST_BYTES)
}
