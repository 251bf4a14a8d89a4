/** `hefa renewals [CONFIG]`: when each certificate must be renewed, soonest first. */
import type { Command } from 'commander'
import { loadPlanner, RENEWAL_FORMATS, type RenewalFormatName } from '../../report/index.js'
import {
  type AuditFlags,
  addFleetFlags,
  addJudgingFlags,
  addNetworkFlags,
  addOutputFlags,
  asWritten,
  optionAdder,
  readFlags,
} from '../flags.js'
import { checkFiles, eachWritten, type Output, outputFiles, writeTexts } from '../outputs.js'
import { tellProblems } from '../problems.js'
import { reportOptions, type Session } from '../session.js'
import { UsageError } from '../usage-error.js'
import * as values from '../values.js'
import { loadAsked } from './check.js'

const NAMES = Object.keys(RENEWAL_FORMATS) as RenewalFormatName[]

interface Own {
  config?: string
  /** Milliseconds. */
  within?: number | null
}

interface Asked {
  path: string | undefined
  within: number | null
  outputs: Output<RenewalFormatName>[]
}

export function addRenewals(program: Command, session: Session, done: (status: number) => void): void {
  const { words } = session
  const { flags, help } = words
  const command = program.command('renewals').description(words.commands.renewals)
  command.argument('[CONFIG]', words.args.config)
  const option = optionAdder(command)
  option('-c, --config <FILE>', flags.config, asWritten)
  option('--within <SPAN>', flags.within, values.span(words, '--within'))
  command.optionsGroup(help.groups.report)
  const outputs = addOutputFlags(command, NAMES, 'pretty', words)
  command.option('--allow-unknown', flags.allowUnknown)
  option('--save-facts <FILE>', flags.saveFacts, asWritten)
  addJudgingFlags(command, words, { revocation: false })
  addNetworkFlags(command, words)
  option('--concurrency <N>', flags.concurrency, values.wholeNumber(words, '--concurrency'))
  option('--per-host <N>', flags.perHost, values.wholeNumber(words, '--per-host'))
  addFleetFlags(command, words)
  command.action(async (argument: string | undefined, { config: named, within = null }: Own) => {
    if (argument !== undefined && named !== undefined) throw new UsageError(words.twoConfigs)
    const asked: Asked = { path: argument ?? named, within, outputs: outputs() }
    done(await runRenewals(asked, readFlags(command, []), session))
  })
}

async function runRenewals(
  { path, within, outputs }: Asked,
  flags: AuditFlags,
  session: Session,
): Promise<number> {
  const { io, words, language } = session
  const facts = flags.saveFacts === undefined ? [] : [{ option: '--save-facts', file: flags.saveFacts }]
  await checkFiles([...outputFiles(outputs), ...facts], session)
  const loaded = await loadAsked(path, flags.platforms, session)
  if ('problems' in loaded) return tellProblems(loaded.problems, io)

  const { keepFacts, loadAhead, runAudit } = await import('../audit-run.js')
  const [planOf] = await Promise.all([
    loadPlanner(),
    loadAhead([], session),
    ...outputs.map(({ format }) => RENEWAL_FORMATS[format]()),
  ])
  const { facts: kept, report } = await runAudit(loaded.config, flags, session)
  const plan = planOf(report, { within, allowUnknown: flags.allowUnknown })
  const textOf = async (output: Output<RenewalFormatName>) => {
    const { color, width } = reportOptions(output, flags, session)
    return (await RENEWAL_FORMATS[output.format]())(plan, { language, color, width })
  }
  await eachWritten(
    [() => keepFacts(kept, flags, session), () => writeTexts(outputs, textOf, io, words)],
    session,
  )
  return plan.exitCode
}
