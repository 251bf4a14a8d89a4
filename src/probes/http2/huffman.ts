/**
 * The Huffman code of HPACK (RFC 7541 appendix B). It is canonical: shorter codes come first, and those of one length in the
 * order of their symbols, so the lengths are enough.
 */

/** Of the 256 bytes; the end of string comes last. */
const LENGTHS = `13 23 28 28 28 28 28 28 28 24 30 28 28 30 28 28 28 28 28 28 28 28 30 28 28 28 28 28 28 28 28 28
6 10 10 12 13 6 8 11 10 10 8 11 8 6 6 6 5 5 5 6 6 6 6 6 6 6 7 8 15 6 12 10
13 6 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 8 7 8 13 19 13 14 6
15 5 6 5 6 5 6 6 6 5 7 7 6 6 6 5 6 7 6 5 5 6 7 7 7 7 7 15 11 14 13 28
20 22 20 20 22 22 22 23 22 23 23 23 23 23 24 23 24 24 22 23 24 23 23 23 23 21 22 23 22 23 23 24
22 21 20 22 22 23 23 21 23 22 22 24 21 22 23 23 21 21 22 21 23 22 23 23 20 22 22 22 23 22 22 23
26 26 20 19 22 23 22 25 26 26 26 27 27 26 24 25 19 21 26 27 27 26 27 24 21 21 26 26 28 27 27 27
20 24 20 21 22 21 21 23 22 22 25 25 24 24 26 23 26 27 26 26 27 27 27 27 27 28 27 27 27 27 27 26
30`
const END = 256
const LONGEST = 30

/** For each length: its first code, and its symbols in order. */
const rows: { first: number; symbols: number[] }[] = []

function prepare(): void {
  const lengths = LENGTHS.split(/\s/).map(Number)
  let code = 0
  for (let length = 0; length <= LONGEST; length++) {
    code *= 2
    const symbols = lengths.flatMap((one, symbol) => (one === length ? [symbol] : []))
    rows.push({ first: code, symbols })
    code += symbols.length
  }
}

/** Null for what no encoder may send: the end of string, or other padding than up to seven bits of it (section 5.2). */
export function unhuffman(bytes: Buffer): Buffer | null {
  if (rows.length === 0) prepare()
  const out: number[] = []
  let [code, length] = [0, 0]
  for (const byte of bytes) {
    for (let bit = 7; bit >= 0; bit--) {
      code = code * 2 + ((byte >> bit) & 1)
      length += 1
      const row = rows[length]
      const symbol = row?.symbols[code - row.first]
      if (symbol === END) return null
      if (symbol === undefined) continue
      out.push(symbol)
      code = 0
      length = 0
    }
  }
  return length < 8 && code === 2 ** length - 1 ? Buffer.from(out) : null
}
