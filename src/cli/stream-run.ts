/** `hefa audit -`: names from standard input, each reported as soon as it is done. */
import type { Report, Result, Target } from '../index.js'
import { visible } from '../report/text.js'
import { gatherSetting, isLive, loadAhead, prepare, writeReports } from './audit-run.js'
import { baselineSetting } from './baseline.js'
import type { AuditFlags } from './flags.js'
import { throughFleet } from './fleet.js'
import { boundHeap } from './heap.js'
import { endingAfter, type Session } from './session.js'
import { type LineFault, MAX_LINE, type NameLine, namesIn } from './stdin-names.js'
import { UsageError } from './usage-error.js'

/** What a shell reports of a program that wrote to a closed pipe: 128 and SIGPIPE. */
const READER_GONE = 141
const FILE = '<stdin>'
/** Lines reported one by one; the rest is counted. */
const TOLD = 20

/** Formats other than `ndjson` need all targets at once: then the results are kept, but never the facts. */
export async function runStream(flags: AuditFlags, started: Session): Promise<number> {
  const session = endingAfter(started, flags.maxTimeMs)
  const { io, words, language } = session
  if (flags.saveFacts !== undefined) throw new UsageError(words.stdinNames.noFacts)
  if (flags.writeBaseline !== undefined) throw new UsageError(words.stdinNames.noBaseline)
  const known = await baselineSetting(flags, session)
  const ca = await prepare(flags, session)
  const [{ auditStream, streamConfig }, { summaryLine, targetLine }] = await Promise.all([
    import('../audit/index.js'),
    import('../report/index.js'),
  ])
  boundHeap()
  const live = flags.outputs.some(isLive)
  const rest = flags.outputs.filter((output) => !isLive(output))
  const kept: Target[] = []
  let [bad, noted] = [0, 0]
  const gone = new AbortController()
  const signal = AbortSignal.any([io.signal, gone.signal])

  await loadAhead(flags.outputs, session)

  let failure: unknown
  const print = async (line: string): Promise<void> => {
    if (failure) return
    // If nothing else is to be written the run ends here; other outputs are still written.
    await io.print(line).catch((error) => {
      failure = error
      if (rest.length === 0) throw error
    })
    if (io.readerGone && rest.length === 0) gone.abort()
  }
  const { at = Date.now(), failOn, allowUnknown, platforms } = flags
  const own = gatherSetting(flags, ca, { ...session, io: Object.create(io, { signal: { value: signal } }) })
  const config = streamConfig({ language, ...(platforms ? { platforms } : {}) })
  const summary = await throughFleet(config, own, flags, session, (setting) =>
    auditStream(
      namesIn(io.stdin(signal), (line, fault) => lineError(line, fault, session)),
      {
        ...setting,
        ...{ at, language, failOn, allowUnknown, file: FILE, signal, ...known },
        ...(platforms ? { platforms } : {}),
      },
      {
        async target(target) {
          if (rest.length > 0) kept.push(target)
          if (live) await print(targetLine(target))
        },
        bad(name, results) {
          bad += 1
          if (flags.verbose || bad <= TOLD) tellBad(name, results, session)
        },
        note({ line }, note) {
          noted += 1
          if (flags.quiet || (noted > TOLD && !flags.verbose)) return
          io.tell(words.note(visible(words.stdinNames.note(line, note))))
        },
      },
    ),
  )
  if (gone.signal.aborted) return READER_GONE
  if (noted > TOLD && !flags.verbose && !flags.quiet)
    io.tell(words.note(words.stdinNames.moreNotes(noted - TOLD)))
  if (bad > TOLD && !flags.verbose) io.tell(words.error(words.stdinNames.moreBad(bad - TOLD)))
  if (!summary) throw new UsageError(words.stdinNames.none)
  if (live) await print(summaryLine(summary))
  const report: Report = { ...summary, targets: inOrder(kept) }
  await writeReports(report, { ...flags, outputs: rest }, session)
  if (failure) throw failure
  return summary.exitCode
}

function lineError(line: number, fault: LineFault, { words }: Session): UsageError {
  const { bad, tooLong, two } = words.stdinNames
  return new UsageError(bad(line, fault.fault === 'two' ? two(visible(fault.text, 300)) : tooLong(MAX_LINE)))
}

function tellBad({ line }: NameLine, results: readonly Result[], { io, words }: Session): void {
  const messages = new Set(results.map(({ rule, message }) => message ?? rule))
  for (const message of messages) {
    io.tell(words.error(visible(words.stdinNames.bad(line, message), 1000)))
  }
}

/** As they stood on standard input. */
function inOrder(targets: readonly Target[]): Target[] {
  const lineOf = ({ entries }: Target) => entries[0]?.line ?? 0
  return targets.toSorted((a, b) => lineOf(a) - lineOf(b))
}
