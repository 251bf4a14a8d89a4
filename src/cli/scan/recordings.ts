/** `--har FILE` and `--log FILE`: what a recorded session contacted. */
import { resolve } from 'node:path'
import type { SeenFact } from '../../facts/index.js'
import { readFileBounded } from '../../files/index.js'
import { visible } from '../../report/text.js'
import type { ReadRecording, RecordingKind } from '../../scan/index.js'
import type { Session } from '../session.js'
import { signalsEnd } from '../signals.js'
import { causeOf, UsageError } from '../usage-error.js'
import { inThread } from './thread.js'

/** Recordings contain answers too; more than this is not read. */
const MAX_BYTES = 200_000_000

export interface Recorded {
  har?: string[] | undefined
  log?: string[] | undefined
}

/** Undefined without a recording. One that can't be used ends the run with status 2. */
export async function readRecordings({ har = [], log = [] }: Recorded, session: Session) {
  if (har.length + log.length === 0) return undefined
  const seen: SeenFact[] = []
  for (const file of har) seen.push(...(await readOne('har', file, session)))
  for (const file of log) seen.push(...(await readOne('log', file, session)))
  return seen
}

async function readOne(kind: RecordingKind, file: string, { io, words }: Session): Promise<SeenFact[]> {
  const option = `--${kind}`
  const bytes = await readFileBounded(resolve(io.cwd, file), MAX_BYTES, { signal: io.signal }).catch(causeOf)
  if (typeof bytes === 'string') throw new UsageError(words.unreadable(option, visible(file, 300), bytes))
  if (bytes.length > MAX_BYTES)
    throw new UsageError(words.tooLarge(option, visible(file, 300), `${MAX_BYTES} bytes`))
  const found = await readApart(kind, bytes, file, io.signal)
  if ('seen' in found) return found.seen
  const { line, column, reason } = found
  throw new UsageError(`${visible(file, 300)}:${line}:${column}: ${words.scan.recording[reason]}`)
}

/** When the signal is aborted there is no result. */
async function readApart(
  kind: RecordingKind,
  bytes: Buffer,
  file: string,
  signal: AbortSignal,
): Promise<ReadRecording> {
  // Small buffers share their memory with others, which must not be transferred.
  const isOwn = bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
  const own = isOwn ? new Uint8Array(bytes.buffer as ArrayBuffer) : Uint8Array.from(bytes)
  const work = { script: 'scan/seen-worker.js', data: { kind, bytes: own, file }, transfer: [own.buffer] }
  const read = await inThread<ReadRecording>(work, signal)
  if (read === 'aborted') return { seen: [] }
  if (read !== 'none') return read.answer
  const { readRecording } = await import('../../scan/index.js')
  return signalsEnd(() => readRecording(kind, own, file))
}
