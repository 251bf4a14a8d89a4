/** `hefa diff BEFORE.json AFTER.json`: what changed between two JSON reports. */
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { readFileBounded } from '../../files/index.js'
import { compareReports, DIFF_FORMATS, type DiffFormatName, readReport } from '../../report/index.js'
import { visible } from '../../report/text.js'
import type { Language, Report } from '../../types.js'
import { addOutputFlags, type CommonFlags, commonFlags } from '../flags.js'
import type { Io } from '../io.js'
import { checkFiles, type Output, outputFiles, writeTexts } from '../outputs.js'
import { reportOptions, type Session } from '../session.js'
import { causeOf, UsageError } from '../usage-error.js'

const NAMES = Object.keys(DIFF_FORMATS) as DiffFormatName[]
const STDIN = '-'
/** A report of thousands of domains; a longer text would not fit into one string. */
const MAX_BYTES = 256 << 20

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

async function runDiff(
  [before, after]: [string, string],
  outputs: readonly Output<DiffFormatName>[],
  flags: CommonFlags,
  session: Session,
): Promise<number> {
  const { io, words, language } = session
  await checkFiles(outputFiles(outputs), io.cwd, words)
  const faults = await faultWords(language)
  if (before === STDIN && after === STDIN) throw new UsageError(faults.stdinTwice)
  const was = await reportIn(before, faults, io)
  const diff = await compareReports(was, await reportIn(after, faults, io))
  const textOf = async (output: Output<DiffFormatName>) => {
    const { color, width } = reportOptions(output, flags, session)
    return (await DIFF_FORMATS[output.format]())(diff, { language, color, width })
  }
  await writeTexts(outputs, textOf, io, words)
  return diff.exitCode
}

type FaultWords = typeof import('../../i18n/en/diff.js').diff.faults

async function faultWords(language: Language): Promise<FaultWords> {
  if (language === 'zh') return (await import('../../i18n/zh/diff.js')).diff.faults
  return (await import('../../i18n/en/diff.js')).diff.faults
}

async function reportIn(file: string, faults: FaultWords, io: Io): Promise<Report> {
  const name = visible(file === STDIN ? '<stdin>' : file, 300)
  const bytes =
    file === STDIN
      ? await io.readStdin(MAX_BYTES)
      : await readBytes(resolve(io.cwd, file), name, faults, io.signal)
  if (bytes.length > MAX_BYTES) throw new UsageError(faults['too-large'](name))
  const found = await readReport(decoded(bytes, name, faults))
  if ('report' in found) return found.report
  if (found.fault === 'schema-version')
    throw new UsageError(faults['schema-version'](name, visible(found.found, 40)))
  if (found.fault !== 'shape') throw new UsageError(faults[found.fault](name))
  throw new UsageError(faults.shape(name, visible(found.path, 200), visible(found.problem, 300)))
}

function decoded(bytes: Buffer, name: string, faults: FaultWords): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UsageError(faults['not-utf8'](name))
  }
}

async function readBytes(
  path: string,
  name: string,
  faults: FaultWords,
  signal: AbortSignal,
): Promise<Buffer> {
  try {
    return await readFileBounded(path, MAX_BYTES, { signal })
  } catch (error) {
    throw new UsageError(faults.unreadable(name, causeOf(error)))
  }
}
