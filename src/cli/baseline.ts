/** `--baseline FILE` and `--write-baseline FILE`: known findings, which don't fail a run. */
import { resolve } from 'node:path'
import { readFileBounded } from '../files/index.js'
import type { JudgeSettings, Report } from '../index.js'
import { visible } from '../report/text.js'
import { writeOutput } from './outputs.js'
import type { Session } from './session.js'
import { causeOf, UsageError } from './usage-error.js'

export interface BaselineFlags {
  baseline?: string
  writeBaseline?: string
}

/** A hundred thousand findings. */
const MAX_BYTES = 64 << 20

/** Before any work. A file that can't be used ends the run with status 2. */
export async function baselineSetting(
  { baseline, writeBaseline }: BaselineFlags,
  session: Session,
): Promise<Pick<JudgeSettings, 'baseline'>> {
  if (writeBaseline !== undefined) {
    if (baseline !== undefined) throw new UsageError(session.words.baselineTwice)
    return { baseline: 'all' }
  }
  return baseline === undefined ? {} : { baseline: await readKnown(baseline, session) }
}

async function readKnown(
  baseline: string,
  { io, words }: Session,
): Promise<JudgeSettings['baseline'] & object> {
  const name = visible(baseline, 300)
  const bytes = await readFileBounded(resolve(io.cwd, baseline), MAX_BYTES, { signal: io.signal }).catch(
    causeOf,
  )
  if (typeof bytes === 'string') throw new UsageError(words.unreadable('--baseline', name, bytes))
  if (bytes.length > MAX_BYTES) throw new UsageError(words.tooLarge('--baseline', name, `${MAX_BYTES} bytes`))
  const text = bytes.toString('utf8').replace(/^\ufeff/, '')
  const { readBaseline } = await import('../audit/index.js')
  const read = await readBaseline(text)
  if (!('fault' in read)) return read
  if (read.fault === 'shape') throw new UsageError(words.badBaseline(name, visible(read.place, 200)))
  const { positions } = await import('../config/index.js')
  const { line, column } = positions(text)(read.at)
  throw new UsageError(`${name}:${line}:${column}: ${words.factsFaults['not-json']}`)
}

/** An interrupted run is incomplete and can't become a baseline. */
export async function keepBaseline(
  report: Report,
  { writeBaseline, quiet }: BaselineFlags & { quiet: boolean },
  { io, words }: Session,
): Promise<void> {
  if (writeBaseline === undefined) return
  if (io.signal.aborted) throw new UsageError(words.baselineCut(writeBaseline))
  const { baselineOf, baselineText } = await import('../audit/index.js')
  const baseline = baselineOf(report)
  await writeOutput({ option: '--write-baseline', file: writeBaseline }, baselineText(baseline), io, words)
  if (!quiet) io.tell(words.wroteBaseline(writeBaseline, baseline.findings.length))
}
