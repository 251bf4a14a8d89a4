/** Header compression (RFC 7541): reads what a server sends, and writes requests without compressing them. */
import { unhuffman } from './huffman.js'
import { STATIC_TABLE } from './static-table.js'

/** Name and value as bytes in Latin-1: what is wrong with them is part of the answer. */
export type Field = readonly [name: string, value: string]

/** SETTINGS_HEADER_TABLE_SIZE of a client that sets none. */
const TABLE_SIZE = 4096
/** Section 4.1: what an entry takes beside its bytes. */
const ENTRY = 32

export interface FieldReader {
  /** Null for what is no header block, or one with more than `most` bytes of fields. */
  read(block: Buffer): Field[] | null
}

/** @param most bytes of fields in one block: a few bytes can stand for many */
export function fieldReader(most: number): FieldReader {
  const table = dynamicTable()
  const entry = (index: number): Field | undefined =>
    STATIC_TABLE[index - 1] ?? table.at(index - 1 - STATIC_TABLE.length)
  const read = (block: Buffer): Field[] | null => {
    const cursor = cursorOver(block)
    const fields: Field[] = []
    let size = 0
    while (cursor.left() > 0) {
      const first = cursor.peek()
      if ((first & 0xe0) === 0x20) {
        // Section 4.2: only before the first field.
        if (fields.length > 0 || !table.resize(cursor.integer(5))) return null
        continue
      }
      const field = first & 0x80 ? entry(cursor.integer(7)) : literal(cursor, first & 0x40 ? 6 : 4, entry)
      if (!field) return null
      if ((first & 0xc0) === 0x40) table.add(field)
      fields.push(field)
      size += sizeOf(field)
      if (size > most) return null
    }
    return fields
  }
  return { read }
}

const sizeOf = ([name, value]: Field): number => name.length + value.length + ENTRY

function literal(cursor: Cursor, bits: 4 | 6, entry: (index: number) => Field | undefined): Field | null {
  const index = cursor.integer(bits)
  const name = index === 0 ? cursor.text() : entry(index)?.[0]
  const value = name === undefined || name === null ? null : cursor.text()
  return name === undefined || name === null || value === null ? null : [name, value]
}

function dynamicTable() {
  const entries: Field[] = []
  let most = TABLE_SIZE
  let size = 0
  const shrink = (): void => {
    while (size > most) {
      const oldest = entries.pop()
      size -= oldest ? sizeOf(oldest) : size
    }
  }
  return {
    at: (index: number): Field | undefined => entries[index],
    add: (field: Field): void => {
      entries.unshift(field)
      size += sizeOf(field)
      shrink()
    },
    /** False for a size beyond what we allow, or none. */
    resize: (to: number): boolean => {
      if (!(to <= TABLE_SIZE)) return false
      most = to
      shrink()
      return true
    },
  }
}

type Cursor = ReturnType<typeof cursorOver>

function cursorOver(block: Buffer) {
  let at = 0
  /** NaN where the block ends within it, or it is too large to be meant. */
  const integer = (bits: number): number => {
    const most = 2 ** bits - 1
    let value = (block[at++] ?? Number.NaN) & most
    if (value < most) return value
    for (let shift = 0; shift <= 21; shift += 7) {
      const byte = block[at++]
      if (byte === undefined) return Number.NaN
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value
    }
    return Number.NaN
  }
  const text = (): string | null => {
    const coded = ((block[at] ?? 0) & 0x80) > 0
    const length = integer(7)
    if (!(length <= block.length - at)) return null
    const bytes = block.subarray(at, at + length)
    at += length
    return (coded ? unhuffman(bytes) : bytes)?.toString('latin1') ?? null
  }
  return { left: () => block.length - at, peek: () => block[at] ?? 0, integer, text }
}

/** Literal fields that no table remembers, without Huffman's code. */
export const writeFields = (fields: readonly Field[]): Buffer =>
  Buffer.concat(fields.flatMap(([name, value]) => [Buffer.from([0]), writeText(name), writeText(value)]))

function writeText(text: string): Buffer {
  const bytes = Buffer.from(text, 'latin1')
  const length = [Math.min(bytes.length, 0x7f)]
  let rest = bytes.length - 0x7f
  if (rest >= 0) {
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) length.push((rest % 0x80) | 0x80)
    length.push(rest)
  }
  return Buffer.concat([Buffer.from(length), bytes])
}
