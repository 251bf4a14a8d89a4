/** `hefa merge REPORT.json...`: merges the reports of a run's shares; no network. */

import type { Command } from 'commander'
import type { MergeFault } from '../../audit/index.js'
import { faultWords } from '../../i18n/faults.js'
import type { Report } from '../../index.js'
import { visible } from '../../report/text.js'
import { version } from '../../version.js'
import { type AuditFlags, addOutputFlags, FORMAT_NAMES, optionAdder, readFlags } from '../flags.js'
import { STDIN } from '../io.js'
import { checkFiles, outputFiles } from '../outputs.js'
import type { Session } from '../session.js'
import { UsageError } from '../usage-error.js'
import * as values from '../values.js'

/** All reports together. */
const MAX_ALL = 256 << 20

export function addMerge(program: Command, session: Session, done: (status: number) => void): void {
  const { words } = session
  const { flags, help } = words
  const command = program.command('merge').description(words.merge.command)
  command.argument('<REPORT.json...>', words.merge.reports)
  const option = optionAdder(command)
  command.optionsGroup(help.groups.report)
  const outputs = addOutputFlags(command, FORMAT_NAMES, 'pretty', words)
  option('--fail-on <LEVEL>', flags.failOn, values.oneOf(words, '--fail-on', ['error', 'warning']))
  command.option('--allow-unknown', words.merge.allowUnknown)
  command.option('--all', flags.all)
  command.action(async (files: string[]) => {
    done(await runMerge(files, readFlags(command, outputs()), session))
  })
}

async function runMerge(files: readonly string[], flags: AuditFlags, session: Session): Promise<number> {
  const { io, words, language } = session
  await checkFiles(outputFiles(flags.outputs), session)
  const reports = await readAll(files, session)
  const { mergeReports } = await import('../../audit/index.js')
  const { failOn, allowUnknown } = flags
  const merged = await mergeReports(reports, { language, failOn, allowUnknown })
  if ('fault' in merged) throw new UsageError(await faultText(merged, files, session))
  const by = merged.tool.version
  if (by !== version() && !flags.quiet)
    io.tell(words.note(words.merge.otherVersion(visible(by, 40), version())))
  const { writeReports } = await import('../audit-run.js')
  await writeReports(merged, flags, session)
  return merged.exitCode
}

async function readAll(files: readonly string[], { io, words, language }: Session): Promise<Report[]> {
  const faults = await faultWords(language)
  if (files.filter((file) => file === STDIN).length > 1) throw new UsageError(faults.stdinTwice)
  const { reportIn } = await import('../report-file.js')
  const reports: Report[] = []
  let room = MAX_ALL
  for (const file of files) {
    const { report, bytes } = await reportIn(file, faults, io)
    room -= bytes
    if (room < 0) throw new UsageError(words.factsJoin['too-large'](MAX_ALL >> 20))
    reports.push(report)
  }
  return reports
}

async function faultText(
  found: MergeFault,
  files: readonly string[],
  { words: { merge } }: Session,
): Promise<string> {
  const { fileName } = await import('../report-file.js')
  const [one = '', other = ''] = found.files.map((at) => fileName(files[at] ?? ''))
  switch (found.fault) {
    case 'no-share':
      return merge.faults['no-share'](one)
    case 'no-mark':
      return merge.faults['no-mark'](one, visible(found.version, 40))
    case 'same-share':
      return merge.faults['same-share'](one, other, found.share)
    case 'same-target':
      return merge.faults['same-target'](one, other, visible(found.target, 80))
    case 'not-whole':
      return merge.faults['not-whole'](one, found)
    case 'apart':
      return merge.faults.apart([one, other], found.values.map((at) => visible(at, 40)) as [string, string])
    case 'differs': {
      const values = found.values.map((value) => visible(value, 80)) as [string, string]
      return merge.faults.differs([one, other], found.place, values)
    }
  }
}
