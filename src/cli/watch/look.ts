/** One audit of a watch: a report, or why there is none. */
import { ownVerdict } from '../../audit/index.js'
import type { Outcome, Report } from '../../index.js'
import { visible } from '../../report/text.js'
import { runAudit, writeReports } from '../audit-run.js'
import { baselineSetting } from '../baseline.js'
import { readAnchors } from '../ca.js'
import type { AuditFlags } from '../flags.js'
import { tellProblems } from '../problems.js'
import type { Session } from '../session.js'
import { UsageError } from '../usage-error.js'
import type { WatchSetting } from './loop.js'

interface Asked {
  /** The config, as it is now. */
  load(): Promise<Outcome>
  flags: AuditFlags
  /** What is written after each audit, replacing the previous one. */
  outputs: AuditFlags['outputs']
}

/** @param first the config of the first audit */
export function looking(first: Outcome, asked: Asked, session: Session): WatchSetting['look'] {
  let next: Outcome | null = first
  return async () => {
    const isFirst = next !== null
    const now = next ?? (await asked.load())
    next = null
    if ('problems' in now) {
      tellProblems(now.problems, session.io)
      return null
    }
    const found = await runAudit(now.config, asked.flags, session).catch((error) =>
      withoutAudit(error, isFirst, asked, session),
    )
    if (found === null || found === 'missed') return found
    await kept(found.report, isFirst, asked, session)
    return { report: found.report, own: ownVerdict(found.report, asked.flags.failOn) }
  }
}

/** An hour without the queue, or without a file, doesn't end a watch; a queue that never existed is a mistake. */
async function withoutAudit(
  error: unknown,
  isFirst: boolean,
  { flags }: Asked,
  session: Session,
): Promise<null | 'missed'> {
  if (!(error instanceof UsageError) || session.io.signal.aborted) throw error
  const isFile = await lacksFile(flags, session)
  if (isFirst && !isFile) throw error
  tellError(error, session)
  return isFile ? null : 'missed'
}

/** Read once more, but only where something failed: a pipe can be read only once. */
async function lacksFile(flags: AuditFlags, session: Session): Promise<boolean> {
  const reading = [readAnchors(flags.ca, session), baselineSetting(flags, session)]
  const read = await Promise.allSettled(reading)
  return read.some(({ status }) => status === 'rejected')
}

/** A report that can't be written one time is no reason to look no more. */
async function kept(report: Report, isFirst: boolean, { flags, outputs }: Asked, session: Session) {
  await writeReports(report, { ...flags, outputs }, session).catch((error) => {
    if (isFirst || !(error instanceof UsageError)) throw error
    tellError(error, session)
  })
}

const tellError = ({ message }: UsageError, { io, words }: Session): void =>
  io.tell(words.error(visible(message, 1000)))
