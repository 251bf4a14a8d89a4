/** Session recordings: which servers a mini program actually contacted. */
import { gunzipSync } from 'node:zlib'
import { positions } from '../../config/index.js'
import type { SeenFact } from '../../facts/index.js'
import { readHar } from './har.js'
import { readLog } from './log.js'
import type { RecordingFault } from './types.js'

export type { Recording, RecordingFault } from './types.js'
export { readHar, readLog }

export type RecordingKind = 'har' | 'log'

/** What was requested, or why and where that can't be determined. */
export type ReadRecording =
  | { seen: SeenFact[] }
  | { reason: RecordingFault['reason']; line: number; column: number }

export function readRecording(kind: RecordingKind, bytes: Uint8Array, file: string): ReadRecording {
  const text = textOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const found = kind === 'har' ? readHar(text, file) : readLog(text, file)
  if (!('reason' in found)) return { seen: found.seen }
  return { reason: found.reason, ...positions(text)(found.at) }
}

/** More than an uncompressed recording may have. */
const MOST_UNPACKED = 256 * 1024 * 1024

/** UTF-8, or as its byte order mark says (PowerShell writes UTF-16); gzip is decompressed first. */
function textOf(bytes: Buffer): string {
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? unpacked(bytes) : bytes
  const [first, second] = plain
  if (first === 0xff && second === 0xfe) return plain.toString('utf16le')
  if (first !== 0xfe || second !== 0xff) return plain.toString('utf8')
  return Buffer.from(plain.subarray(0, plain.length & ~1))
    .swap16()
    .toString('utf16le')
}

/** If decompression fails, the bytes stay as they are and are not a recording. */
function unpacked(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_UNPACKED })
  } catch {
    return bytes
  }
}
