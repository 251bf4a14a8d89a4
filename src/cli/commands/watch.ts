/** `hefa watch [CONFIG]`: looks again and again, and tells what changed. */
import type { Command } from 'commander'
import { addJudgingFlags, addNetworkFlags, append, asWritten, optionAdder, readFlags } from '../flags.js'
import { tellProblems } from '../problems.js'
import type { Session } from '../session.js'
import { spanText } from '../span-text.js'
import { UsageError } from '../usage-error.js'
import * as values from '../values.js'
import { loadAsked } from './check.js'

interface Own {
  config?: string
  every?: number
  once?: boolean
  /** Milliseconds. */
  within?: number
  state?: string
  notify?: string[]
  exec?: string
  format?: 'pretty' | 'ndjson'
}

const NAMES = ['wecom', 'dingtalk', 'feishu', 'json'] as const
const HOUR = 3_600_000
const DAY = 24 * HOUR
const STATE = '.hefa-watch.json'

export function addWatch(program: Command, session: Session, done: (status: number) => void): void {
  const { words } = session
  const { flags, help } = words
  const command = program.command('watch').description(words.commands.watch)
  command.argument('[CONFIG]', words.args.config)
  const option = optionAdder(command)
  option('-c, --config <FILE>', flags.config, asWritten)
  option('--every <TIME>', flags.every, values.duration(words, '--every'))
  command.option('--once', flags.once)
  option('--within <SPAN>', flags.watchWithin, values.span(words, '--within'))
  option('--state <FILE>', flags.state, asWritten)
  option('--notify <NAME>', flags.notify, append(values.oneOf(words, '--notify', NAMES)))
  option('--exec <COMMAND>', flags.exec, asWritten)
  command.optionsGroup(help.groups.report)
  option(
    '-f, --format <NAME>',
    flags.format('pretty, ndjson'),
    values.oneOf(words, '--format', ['pretty', 'ndjson']),
  )
  option('--fail-on <LEVEL>', flags.failOn, values.oneOf(words, '--fail-on', ['error', 'warning']))
  option('--baseline <FILE>', flags.baseline, asWritten)
  addJudgingFlags(command, words)
  addNetworkFlags(command, words)
  option('--concurrency <N>', flags.concurrency, values.wholeNumber(words, '--concurrency'))
  option('--per-host <N>', flags.perHost, values.wholeNumber(words, '--per-host'))
  command.action(async (argument: string | undefined, own: Own) => {
    if (argument !== undefined && own.config !== undefined) throw new UsageError(words.twoConfigs)
    const path = argument ?? own.config
    if (path === '-') throw new UsageError(words.watchStdin)
    done(await runWatch(path, own, readFlags(command, []), session))
  })
}

async function runWatch(
  path: string | undefined,
  { every = HOUR, once = false, within = 30 * DAY, state = STATE, notify = [], exec, format = 'pretty' }: Own,
  flags: ReturnType<typeof readFlags>,
  session: Session,
): Promise<number> {
  const { io } = session
  const first = await loadAsked(path, flags.platforms, session)
  if ('problems' in first) return tellProblems(first.problems, io)
  const [{ watch }, { channelsOf }, { loadAhead, runAudit }, { ownVerdict }, { watchWords }] =
    await Promise.all([
      import('../watch/loop.js'),
      import('../watch/channels.js'),
      import('../audit-run.js'),
      import('../../audit/index.js'),
      import('../../watch/index.js'),
    ])
  const words = await watchWords(session.language)
  const channels = channelsOf({ notify, exec }, words, session)
  await loadAhead([], session)
  let loaded: Awaited<ReturnType<typeof loadAsked>> | null = first
  const look = async () => {
    const now = loaded ?? (await loadAsked(path, flags.platforms, session))
    loaded = null
    if ('problems' in now) {
      tellProblems(now.problems, io)
      return null
    }
    const { report } = await runAudit(now.config, flags, session)
    return { report, own: ownVerdict(report, flags.failOn) }
  }
  if (!flags.quiet && !once) io.tell(session.words.note(words.started(spanText(every, session.language))))
  const setting = {
    everyMs: once ? null : every,
    stateFile: state,
    within: within / DAY,
    format,
    channels,
    look,
    words,
  }
  return watch(setting, session)
}
