/** The steps of every audit once there is a config: gather, judge, write, return the exit status. */

import { LANGUAGES, otherThan } from '../i18n/languages.js'
import type { Config, Facts, GatherSetting, JudgeSettings, Report, Target, TargetFacts } from '../index.js'
import { FORMATS, type FormatName } from '../report/index.js'
import { baselineSetting, keepBaseline } from './baseline.js'
import { readAnchors } from './ca.js'
import type { AuditFlags, CommonFlags } from './flags.js'
import { isRemote, throughFleet } from './fleet.js'
import { boundHeap } from './heap.js'
import { defaultJobs } from './jobs.js'
import { checkFiles, eachWritten, type Output, outputFiles } from './outputs.js'
import { startProgress } from './progress.js'
import { proxySetting } from './proxy.js'
import { endingAfter, type Session } from './session.js'
import { signalsEnd } from './signals.js'
import { UsageError } from './usage-error.js'
import { keepFacts, LARGE, type Translated, writeReports } from './write-reports.js'

export { keepFacts, writeReports } from './write-reports.js'

/** Audits, writes every report and returns the exit status. */
export async function auditAndReport(config: Config, flags: AuditFlags, started: Session): Promise<number> {
  const session = endingAfter(started, flags.maxTimeMs)
  const live = flags.outputs.some(isLive) ? await startLive(config, flags, session) : undefined
  let loading: Promise<void> | undefined
  const load = (): Promise<void> => {
    loading ??= loadAhead(flags.outputs, session)
    return loading
  }
  const { facts, report, translated } = await runAudit(config, flags, session, {
    ...(live && { onTarget: live.target }),
    // Errors are handled where the result is awaited.
    onConnecting: () => load().catch(() => {}),
  })
  await load()
  if (session.io.signal.aborted && !started.io.signal.aborted) tellTimeOver(report, session)
  else if (!flags.quiet) tellSilent(report, session)
  const outputs = flags.outputs.filter((output) => !isLive(output))
  await eachWritten(
    [
      () => live?.end(report),
      () => keepFacts(facts, flags, session),
      () => keepBaseline(report, flags, session),
      () => writeReports(report, { ...flags, outputs }, session, translated),
    ],
    session,
  )
  return report.exitCode
}

/** Loads what the report will need. */
export async function loadAhead(
  outputs: readonly Output<FormatName>[],
  { language }: Session,
): Promise<void> {
  const formats = [...new Set(outputs.map(({ format }) => format))]
  const languages = formats.includes('html') ? LANGUAGES : [language]
  await Promise.all([
    import('../index.js'),
    import('../audit/index.js').then(({ loadTexts }) => loadTexts(languages)),
    ...formats.map((format) => FORMATS[format]()),
  ])
}

function tellTimeOver({ targets }: Report, { io, words }: Session): void {
  const seen = targets.filter(({ addresses }) => addresses !== undefined).length
  io.tell(words.note(words.maxTimeOver(seen, targets.length)))
}

/** Fewer fit on a screen anyway. */
const MANY_SILENT = 10

function tellSilent({ targets }: Report, { io, words }: Session): void {
  const silent = targets.filter(
    ({ addresses = [] }) => addresses.length > 0 && addresses.every(({ state }) => state === 'silent'),
  ).length
  if (silent >= MANY_SILENT) io.tell(words.note(words.manySilent(silent, targets.length)))
}

/** What is printed line by line while the audit goes on. */
export const isLive = ({ format, file }: Output<string>): boolean => format === 'ndjson' && file === undefined

export interface Judged {
  report: Report
  translated: Translated
}

export async function judged(facts: Facts, settings: JudgeSettings): Promise<Judged> {
  const { judge } = await import('../index.js')
  const other = otherThan(settings.language)
  const work = () => judge(facts, settings)
  const { config, project } = facts
  const isLarge = config.entries.length + (project?.facts.calls.length ?? 0) > LARGE
  return {
    report: isLarge ? await signalsEnd(work) : await work(),
    translated: () => judge(facts, { ...settings, language: other }),
  }
}

/** More entries than four full lists: reports of that many servers must not fill the memory. */
const MANY = 80

/** `onTarget`: each target as it is done; `onConnecting`: the first connections are under way. */
export async function runAudit(
  config: Config,
  flags: AuditFlags,
  session: Session,
  { onTarget, onConnecting }: { onTarget?: Live['target']; onConnecting?: () => Promise<unknown> } = {},
): Promise<Judged & { facts: Facts }> {
  const { language } = session
  const ca = await prepare(flags, session)
  const known = await baselineSetting(flags, session)
  if (config.entries.length > MANY) boundHeap()
  const started = Date.now()
  const project = await scanned(config, flags, session)
  const appid = config.appid ?? (await appidIn(flags.scan, session))
  const asked = appid === undefined ? config : { ...config, appid }
  const seen = await throughFleet(asked, gatherSetting(flags, ca, session), flags, session, (own) =>
    gatherShown(
      asked,
      {
        ...own,
        ...(onConnecting && { onConnecting }),
        ...(onTarget && { onTarget: (target) => onTarget(target, own, started) }),
      },
      flags,
      session,
    ),
  )
  const facts = { ...seen, ...project }
  const { failOn, allowUnknown } = flags
  const durationMs = Date.now() - started
  const at = flags.at ?? started
  return { facts, ...(await judged(facts, { at, language, failOn, allowUnknown, durationMs, ...known })) }
}

/** Before any server is contacted: reading that much source would delay reading their answers. */
async function scanned(
  config: Config,
  { scan, platforms, mode, jobs }: AuditFlags,
  session: Session,
): Promise<Pick<Facts, 'project'>> {
  if (scan === undefined) return {}
  const { readProject } = await import('./scan/read.js')
  return {
    project: {
      folder: scan,
      compared: true,
      alone: false,
      facts: await readProject(scan, { platforms, mode, config, jobs }, session),
    },
  }
}

/** From the mini program, if the config has none: servers may filter requests by appid. */
async function appidIn(scan: string | undefined, { io }: Session): Promise<string | undefined> {
  if (scan === undefined) return undefined
  const { projectAppid } = await import('./scan/read.js')
  return projectAppid(scan, io.cwd)
}

interface Live {
  target(seen: TargetFacts | readonly TargetFacts[], setting: GatherSetting, started: number): Promise<void>
  /** The targets that were not finished, and everything else. */
  end(report: Report): Promise<void>
}

async function startLive(config: Config, flags: AuditFlags, { io, language }: Session): Promise<Live> {
  const [{ openJudge }, { summaryLine, targetLine }] = await Promise.all([
    import('../audit/index.js'),
    import('../report/index.js'),
  ])
  const { failOn, at, outputs, saveFacts } = flags
  const told = new Set<string>()
  const keyOf = ({ scheme, host, port }: Pick<Target, 'scheme' | 'host' | 'port'>) =>
    `${scheme} ${host} ${port}`
  let judging: ReturnType<typeof openJudge> | undefined
  let failure: unknown
  return {
    async target(seen, setting, started) {
      if (failure) return
      judging ??= openJudge(config, setting, { at: at ?? started, language, failOn })
      const judgeOne = await judging
      const target = judgeOne(seen)
      told.add(keyOf(target))
      const line = targetLine(target)
      // If nothing else is to be written the run ends here; other outputs are still written.
      await io.print(line).catch((error) => {
        failure = error
        if (outputs.length === 1 && saveFacts === undefined) throw error
      })
    },
    async end({ targets, ...summary }) {
      if (failure) throw failure
      const rest = targets.filter((target) => !told.has(keyOf(target)))
      await io.print([...rest.map(targetLine), summaryLine(summary)].join(''))
    },
  }
}

/** Before any work: can everything that was requested be written? Returns the --ca anchors, base64 DER. */
export async function prepare(flags: AuditFlags, session: Session): Promise<string[]> {
  await checkFiles(filesOf(flags), session)
  return readAnchors(flags.ca, session)
}

export function filesOf({
  outputs,
  saveFacts,
  writeBaseline,
}: AuditFlags): { option: string; file: string }[] {
  return [
    ...outputFiles(outputs),
    ...(saveFacts === undefined ? [] : [{ option: '--save-facts', file: saveFacts }]),
    ...(writeBaseline === undefined ? [] : [{ option: '--write-baseline', file: writeBaseline }]),
  ]
}

export function gatherSetting(flags: AuditFlags, ca: string[], session: Session): GatherSetting {
  const { resolve, fetch, revocation, allowPrivate, clients } = flags
  return {
    ...{
      resolve,
      fetch,
      revocation,
      allowPrivate,
      ca,
      signal: session.io.signal,
      clients: clients ? 'all' : 'some',
      jobs: flags.jobs ?? defaultJobs(),
    },
    // Workers have their own settings for this.
    ...(isRemote(flags) ? {} : { ...proxySetting(flags, session), ...ownPlace(flags, session) }),
    ...limitsOf(flags),
  }
}

/** Whatever has a default of its own. */
const limitsOf = ({ shard, timeoutMs, concurrency, perHost, dns }: AuditFlags) => ({
  ...(shard === undefined ? {} : { shard }),
  ...(timeoutMs === undefined ? {} : { timeoutMs }),
  ...(concurrency === undefined ? {} : { concurrency }),
  ...(perHost === undefined ? {} : { perHost }),
  ...(dns === undefined ? {} : { dns }),
})

/** One place is this machine; several, or `all`, are those of a fleet. */
function ownPlace({ vantage }: AuditFlags, { words }: Session): Pick<GatherSetting, 'vantage'> {
  const [name, ...more] = vantage ?? []
  if (name === undefined) return {}
  if (more.length > 0 || name === EVERYWHERE) throw new UsageError(words.oneVantage)
  return { vantage: name }
}

const EVERYWHERE = 'all'

export async function gatherShown(
  config: Config,
  setting: GatherSetting,
  flags: CommonFlags,
  { io, words }: Session,
): Promise<Facts> {
  const { gather } = await import('../index.js')
  const progress = await startProgress(flags, io, words)
  try {
    return await gather(config, {
      ...setting,
      onProgress: (done, total, { host }) => progress.update(done, total, host),
    })
  } finally {
    progress.stop()
  }
}
