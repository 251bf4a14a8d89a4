/** `hefa diff BEFORE.json AFTER.json`: what changed between two JSON reports. */

import type { Command } from 'commander'
import { faultWords } from '../../i18n/faults.js'
import { compareReports, DIFF_FORMATS, type DiffFormatName, type ReportDiff } from '../../report/index.js'
import type { Report } from '../../types.js'
import { addOutputFlags, type CommonFlags, commonFlags } from '../flags.js'
import { STDIN } from '../io.js'
import { checkFiles, type Output, outputFiles, writeTexts } from '../outputs.js'
import { reportOptions, type Session } from '../session.js'
import { UsageError } from '../usage-error.js'

const NAMES = Object.keys(DIFF_FORMATS) as DiffFormatName[]

export function addDiff(program: Command, session: Session, done: (status: number) => void): void {
  const { words } = session
  const command = program.command('diff').description(words.commands.diff)
  command.argument('<BEFORE.json>', words.args.before).argument('<AFTER.json>', words.args.after)
  command.optionsGroup(words.help.groups.report)
  const outputs = addOutputFlags(command, NAMES, 'pretty', words)
  command.action(async (before: string, after: string) => {
    done(await runDiff([before, after], outputs(), commonFlags(command), session))
  })
}

async function difference(before: string, after: string, { io, language }: Session): Promise<ReportDiff> {
  const faults = await faultWords(language)
  if (before === STDIN && after === STDIN) throw new UsageError(faults.stdinTwice)
  const { fileName, reportIn } = await import('../report-file.js')
  const { report: was } = await reportIn(before, faults, io)
  const { report: is } = await reportIn(after, faults, io)
  const share = shareOf(is)
  // What a share lacks was not looked at: it was not removed.
  if (share !== null && share !== shareOf(was)) throw new UsageError(faults.share(fileName(after), share))
  return compareReports(was, is)
}

const shareOf = ({ scope: { shard } }: Report): string | null =>
  shard ? `${shard.index}/${shard.count}` : null

async function runDiff(
  [before, after]: [string, string],
  outputs: readonly Output<DiffFormatName>[],
  flags: CommonFlags,
  session: Session,
): Promise<number> {
  const { io, words, language } = session
  await checkFiles(outputFiles(outputs), session)
  const diff = await difference(before, after, session)
  const textOf = async (output: Output<DiffFormatName>) => {
    const { color, width } = reportOptions(output, flags, session)
    return (await DIFF_FORMATS[output.format]())(diff, { language, color, width })
  }
  await writeTexts(outputs, textOf, io, words)
  return diff.exitCode
}
