/** Scans, judges, writes every report and returns the exit status. */
import type { Config, Facts, PlatformId } from '../../index.js'
import { judged, keepFacts, loadAhead, writeReports } from '../audit-run.js'
import { baselineSetting, keepBaseline } from '../baseline.js'
import type { AuditFlags } from '../flags.js'
import { boundHeap, growSlowly } from '../heap.js'
import { eachWritten } from '../outputs.js'
import { endingAfter, type Session } from '../session.js'
import { platformsFor } from './platforms.js'
import { readProject } from './read.js'
import { readRecordings } from './recordings.js'

/** @param config null when there is none to compare with */
export async function scanAndReport(
  folder: string,
  config: Config | null,
  flags: AuditFlags,
  given: Session,
): Promise<number> {
  const session = endingAfter(given, flags.maxTimeMs)
  const { language } = session
  const known = await baselineSetting(flags, session)
  const started = Date.now()
  // The scan has its own thread; errors here are handled where the result is used.
  const loading = loadAhead(flags.outputs, session).catch(() => {})
  const facts = await scannedFacts(folder, config, flags, session)
  await loading
  const { failOn, allowUnknown, at = started } = flags
  const durationMs = Date.now() - started
  const { report, translated } = await judged(facts, {
    at,
    language,
    failOn,
    allowUnknown,
    durationMs,
    ...known,
  })
  await eachWritten(
    [
      () => keepFacts(facts, flags, session),
      () => keepBaseline(report, flags, session),
      () => writeReports(report, flags, session, translated),
    ],
    session,
  )
  return report.exitCode
}

/** Hand-written projects have fewer calls. */
const MANY = 1000

async function scannedFacts(
  folder: string,
  config: Config | null,
  { platforms, mode, har, log, jobs }: AuditFlags,
  session: Session,
): Promise<Facts> {
  const seen = await readRecordings({ har, log }, session)
  growSlowly()
  const scanned = await readProject(folder, { platforms, mode, config, jobs }, session)
  const project = seen ? { ...scanned, seen } : scanned
  if (project.calls.length > MANY) boundHeap()
  const { emptyFacts } = await import('../../audit/index.js')
  const facts = emptyFacts(config ?? (await withoutLists(platformsFor(project, platforms))), { fetch: false })
  return { ...facts, project: { folder, compared: config !== null, alone: true, facts: project } }
}

async function withoutLists(platforms: readonly PlatformId[]): Promise<Config> {
  const { auditConfig } = await import('../../index.js')
  const made = auditConfig(['example.com'], { platforms })
  if ('problems' in made) throw new Error(made.problems[0]?.message)
  return { ...made.config, entries: [] }
}
