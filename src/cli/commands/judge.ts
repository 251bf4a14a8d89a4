/** `hefa judge FACTS.json...`: the verdicts for saved facts, gathered here or at several places; no network. */
import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { JoinFault } from '../../audit/index.js'
import type { Facts, PlatformId } from '../../index.js'
import { visible } from '../../report/text.js'
import { baselineSetting, keepBaseline } from '../baseline.js'
import {
  type AuditFlags,
  addBaselineFlags,
  addOutputFlags,
  append,
  asWritten,
  FORMAT_NAMES,
  optionAdder,
  readFlags,
} from '../flags.js'
import { checkFiles, eachWritten } from '../outputs.js'
import { reportProblems } from '../problems.js'
import type { Session } from '../session.js'
import { causeOf, UsageError } from '../usage-error.js'
import * as values from '../values.js'
import { loadAsked } from './check.js'

const STDIN = '-'
/** About ten thousand targets. */
const MAX_BYTES = 256 << 20
const MAX_ALL = 2 * MAX_BYTES

export function addJudge(program: Command, session: Session, done: (status: number) => void): void {
  const { words } = session
  const { flags, help, args } = words
  const command = program.command('judge').description(words.commands.judge)
  command.argument('<FACTS.json...>', args.facts)
  const option = optionAdder(command)
  option('-c, --config <FILE>', flags.judgeConfig, asWritten)
  command.optionsGroup(help.groups.report)
  const outputs = addOutputFlags(command, FORMAT_NAMES, 'pretty', words)
  option('--fail-on <LEVEL>', flags.failOn, values.oneOf(words, '--fail-on', ['error', 'warning']))
  command.option('--allow-unknown', flags.allowUnknown)
  addBaselineFlags(command, words)
  command.option('--clients', flags.clientsKept)
  command.optionsGroup(help.groups.judging)
  option('--platform <LIST>', flags.platform, append(values.platformList(words)))
  option('--at <INSTANT>', flags.judgeAt, values.instant(words))
  command.action(async (files: string[], { config }: { config?: string }) => {
    done(await runJudge(files, config, readFlags(command, outputs()), session))
  })
}

async function runJudge(
  files: string[],
  config: string | undefined,
  flags: AuditFlags,
  session: Session,
): Promise<number> {
  const { language } = session
  const { filesOf, judged, writeReports } = await import('../audit-run.js')
  await checkFiles(filesOf(flags), session)
  const known = await baselineSetting(flags, session)
  const { saved, latest } = await readAll(files, config !== undefined, session)
  const facts =
    config === undefined
      ? await withOwnConfig(files, saved, flags.platforms, session)
      : await withConfig(saved, config, flags, session)
  if (typeof facts === 'number') return facts
  const { at = latest, failOn, allowUnknown } = flags
  const settings = { at, language, failOn, allowUnknown, durationMs: 0, saved: true, ...known }
  const { report, translated } = await judged(facts, settings)
  await eachWritten(
    [() => keepBaseline(report, flags, session), () => writeReports(report, flags, session, translated)],
    session,
  )
  return report.exitCode
}

async function withOwnConfig(
  [file = '']: readonly string[],
  facts: Facts,
  platforms: readonly PlatformId[] | undefined,
  { words }: Session,
): Promise<Facts> {
  const { plugins } = facts.config
  if (plugins.length > 0) {
    throw new UsageError(words.badFacts(visible(file, 300), words.factsPlugins(plugins.join(', '))))
  }
  if (!platforms) return facts
  const { forPlatforms } = await import('../../audit/index.js')
  const narrowed = await forPlatforms(facts, platforms)
  if (!narrowed) throw new UsageError(words.factsPlatforms(platforms.join(', ')))
  return narrowed
}

async function withConfig(
  facts: Facts,
  config: string,
  flags: AuditFlags,
  session: Session,
): Promise<Facts | number> {
  const { underConfig } = await import('../../audit/index.js')
  const loaded = await loadAsked(config, flags.platforms, session)
  if ('problems' in loaded) return reportProblems(loaded.problems, flags.outputs, session)
  return underConfig(facts, loaded.config)
}

/** The facts of all files together; `latest`: when the last of them was gathered. */
async function readAll(
  files: readonly string[],
  isAsked: boolean,
  session: Session,
): Promise<{ saved: Facts; latest: number }> {
  const { joinFacts } = await import('../../audit/index.js')
  const { factsJoin } = session.words
  if (files.filter((file) => file === STDIN).length > 1) throw new UsageError(factsJoin['stdin-twice'])
  const all: Facts[] = []
  let room = MAX_ALL
  for (const file of files) {
    const { facts, bytes } = await readSaved(file, session)
    room -= bytes
    if (room < 0) throw new UsageError(factsJoin['too-large'](MAX_ALL >> 20))
    all.push(facts)
  }
  const saved = joinFacts(all, { isAsked })
  if ('fault' in saved) throw new UsageError(joinFault(saved, files, session))
  return { saved, latest: Math.max(...all.map(({ gatheredAt }) => Date.parse(gatheredAt))) }
}

function joinFault(found: JoinFault, files: readonly string[], { words: { factsJoin } }: Session): string {
  const named = (index: number) => visible(files[index] ?? '', 300)
  switch (found.fault) {
    case 'differs':
      return factsJoin.differs(named(found.files[0]), named(found.files[1]), visible(found.place, 200))
    case 'twice': {
      const [one, other] = found.files.map(named) as [string, string]
      return factsJoin.twice(one, other, visible(found.target, 300), found.vantage)
    }
    case 'no-servers':
      return factsJoin['no-servers'](named(found.files[0]))
    case 'too-many-places':
      return factsJoin['too-many-places'](found.most)
  }
}

async function readSaved(file: string, session: Session): Promise<{ facts: Facts; bytes: number }> {
  const { words, language } = session
  const { readFacts } = await import('../../index.js')
  const bytes = await readBytes(file, session)
  const { factsFaults } = words
  const named = file === STDIN ? '<stdin>' : visible(file, 300)
  const bad = (why: string) => new UsageError(words.badFacts(named, visible(why, 300)))
  if (typeof bytes === 'string') throw bad(factsFaults.unreadable(bytes))
  if (bytes.length > MAX_BYTES) throw bad(factsFaults['too-large'])
  const text = bytes.toString('utf8')
  const facts = await readFacts(text, language)
  if (!('fault' in facts)) return { facts, bytes: bytes.length }
  const { factsFaultText } = await import('../facts-fault.js')
  throw new UsageError(factsFaultText(facts, text, named, words))
}

/** The errno name when it can't be read. */
async function readBytes(file: string, { io }: Session): Promise<Buffer | string> {
  if (file === STDIN) return io.readStdin(MAX_BYTES)
  const { readFileBounded } = await import('../../files/index.js')
  return readFileBounded(resolve(io.cwd, file), MAX_BYTES, { signal: io.signal }).catch(causeOf)
}
