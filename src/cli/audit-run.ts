/** The way of every audit once there is a config: gather, judge, write, answer the exit status. */
import type { Config, Facts, GatherSetting, Report } from '../index.js'
import { FORMATS } from '../report/index.js'
import { readAnchors } from './ca.js'
import type { AuditFlags, CommonFlags } from './flags.js'
import type { Io } from './io.js'
import { checkFiles, writeOutput } from './outputs.js'
import { startProgress } from './progress.js'
import { reportOptions, type Session } from './session.js'

export async function runAudit(config: Config, flags: AuditFlags, session: Session): Promise<Report> {
  const { io, language } = session
  const ca = await prepare(flags, session)
  const { judge } = await import('../index.js')
  const started = Date.now()
  const facts = await gatherShown(config, gatherSetting(flags, ca, io), flags, session)
  const { failOn, allowUnknown } = flags
  const durationMs = Date.now() - started
  const report = await judge(facts, { at: flags.at ?? started, language, failOn, allowUnknown, durationMs })
  await keepFacts(facts, flags, session)
  return report
}

/** Before any work: can everything be written that was asked for? Answers the --ca anchors, base64 DER. */
export async function prepare(flags: AuditFlags, { io, words }: Session): Promise<string[]> {
  await checkFiles(filesOf(flags), io.cwd, words)
  return readAnchors(flags.ca, io.cwd, words)
}

function filesOf({ outputs, saveFacts }: AuditFlags): { option: string; file: string }[] {
  const reports = outputs.flatMap(({ file }) => (file === undefined ? [] : [{ option: '--output', file }]))
  return saveFacts === undefined ? reports : [...reports, { option: '--save-facts', file: saveFacts }]
}

function gatherSetting(flags: AuditFlags, ca: string[], io: Io): GatherSetting {
  const { resolve, fetch, revocation, clients, timeoutMs, concurrency, perHost, dns } = flags
  return {
    ...{ resolve, fetch, revocation, ca, signal: io.signal, clients: clients ? 'all' : 'some' },
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(concurrency === undefined ? {} : { concurrency }),
    ...(perHost === undefined ? {} : { perHost }),
    ...(dns === undefined ? {} : { dns }),
  }
}

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

export async function keepFacts(
  facts: Facts,
  { saveFacts, quiet }: AuditFlags,
  { io, words }: Session,
): Promise<void> {
  if (saveFacts === undefined) return
  await writeOutput({ option: '--save-facts', file: saveFacts }, `${JSON.stringify(facts)}\n`, io, words)
  if (!quiet) io.tell(words.wrote(saveFacts))
}

/** Every report to where it belongs, files first: what stands in them is then whole when the page appears. */
export async function writeReports(
  report: Report,
  flags: CommonFlags & Pick<AuditFlags, 'outputs'> & { clients?: boolean },
  session: Session,
): Promise<void> {
  const { io, words } = session
  for (const output of inOrder(flags.outputs)) {
    const render = await FORMATS[output.format]()
    const text = render(report, reportOptions(output, flags, session))
    if (output.file === undefined) await io.print(text)
    else await writeOutput({ option: '--output', file: output.file }, text, io, words)
  }
}

const inOrder = <T extends { file: string | undefined }>(outputs: readonly T[]): T[] => [
  ...outputs.filter(({ file }) => file !== undefined),
  ...outputs.filter(({ file }) => file === undefined),
]
