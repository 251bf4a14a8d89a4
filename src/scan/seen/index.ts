/** Recordings of a session: which servers a mini program really asked. */
import { positions } from '../../config/index.js'
import type { SeenFact } from '../../facts/index.js'
import { readHar } from './har.js'
import { readLog } from './log.js'
import type { RecordingFault } from './types.js'

export type { Recording, RecordingFault } from './types.js'
export { readHar, readLog }

export type RecordingKind = 'har' | 'log'

/** What was asked, or why and where it can't be determined. */
export type ReadRecording =
  | { seen: SeenFact[] }
  | { reason: RecordingFault['reason']; line: number; column: number }

export function readRecording(kind: RecordingKind, bytes: Uint8Array, file: string): ReadRecording {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  const found = kind === 'har' ? readHar(text, file) : readLog(text, file)
  if (!('reason' in found)) return { seen: found.seen }
  return { reason: found.reason, ...positions(text)(found.at) }
}
