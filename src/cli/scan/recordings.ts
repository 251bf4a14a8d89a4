/** `--har FILE` and `--log FILE`: what a recorded session asked. */
import { resolve } from 'node:path'
import { positionAt } from '../../config/index.js'
import type { SeenFact } from '../../facts/index.js'
import { readFileBounded } from '../../files/index.js'
import { visible } from '../../report/text.js'
import type { Session } from '../session.js'
import { causeOf, UsageError } from '../usage-error.js'

/** Recordings hold answers too; more than this is not read. */
const MAX_BYTES = 200_000_000

export interface Recorded {
  har?: string[] | undefined
  log?: string[] | undefined
}

/** Undefined where nothing was recorded. A recording that can't be used ends the run with status 2. */
export async function readRecordings({ har = [], log = [] }: Recorded, session: Session) {
  if (har.length + log.length === 0) return undefined
  const { readHar, readLog } = await import('../../scan/index.js')
  const seen: SeenFact[] = []
  for (const file of har) seen.push(...(await readOne('--har', file, readHar, session)))
  for (const file of log) seen.push(...(await readOne('--log', file, readLog, session)))
  return seen
}

async function readOne(
  option: string,
  file: string,
  read: typeof import('../../scan/index.js').readHar,
  { io, words }: Session,
): Promise<SeenFact[]> {
  const bytes = await readFileBounded(resolve(io.cwd, file), MAX_BYTES, { signal: io.signal }).catch(causeOf)
  if (typeof bytes === 'string') throw new UsageError(words.unreadable(option, visible(file, 300), bytes))
  if (bytes.length > MAX_BYTES)
    throw new UsageError(words.tooLarge(option, visible(file, 300), `${MAX_BYTES} bytes`))
  const text = bytes.toString('utf8')
  const found = read(text, file)
  if (!('reason' in found)) return found.seen
  const { line, column } = positionAt(starts(text), found.at)
  throw new UsageError(`${visible(file, 300)}:${line}:${column}: ${words.scan.recording[found.reason]}`)
}

function starts(text: string): number[] {
  const found = [0]
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) found.push(index + end.length)
  return found
}
