/** `hefa watch [CONFIG]`: audits repeatedly and reports what changed. */
import type { Command } from 'commander'
import {
  addFleetFlags,
  addJudgingFlags,
  addNetworkFlags,
  append,
  asWritten,
  optionAdder,
  readFlags,
} from '../flags.js'
import { checkFiles, type Output, outputFiles } from '../outputs.js'
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
  /** Milliseconds. */
  jitter?: number
  ndjson?: string
  openmetrics?: string
}

const NAMES = ['wecom', 'dingtalk', 'feishu', 'json'] as const
const HOUR = 3_600_000
const DAY = 24 * HOUR
const STATE = '.hefa-watch.json'

export function addWatch(program: Command, session: Session, done: (status: number) => void): void {
  const { words } = session
  const { flags, help } = words
  const command = program.command('watch').alias('schedule').description(words.commands.watch)
  command.argument('[CONFIG]', words.args.configFile)
  const option = optionAdder(command)
  option('-c, --config <FILE>', flags.config, asWritten)
  option('--every <TIME>', flags.every, values.duration(words, '--every'))
  option('--jitter <TIME>', flags.jitter, values.duration(words, '--jitter'))
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
  option('--ndjson <FILE>', flags.keepNdjson, asWritten)
  option('--openmetrics <FILE>', flags.keepOpenmetrics, asWritten)
  option('--fail-on <LEVEL>', flags.failOn, values.oneOf(words, '--fail-on', ['error', 'warning']))
  option('--baseline <FILE>', flags.baseline, asWritten)
  addJudgingFlags(command, words)
  addNetworkFlags(command, words)
  option('--concurrency <N>', flags.concurrency, values.wholeNumber(words, '--concurrency'))
  option('--per-host <N>', flags.perHost, values.wholeNumber(words, '--per-host'))
  addFleetFlags(command, words)
  command.action(async (argument: string | undefined, own: Own) => {
    if (argument !== undefined && own.config !== undefined) throw new UsageError(words.twoConfigs)
    const path = argument ?? own.config
    if (path === '-') throw new UsageError(words.watchStdin)
    done(await runWatch(path, own, readFlags(command, []), session))
  })
}

async function runWatch(
  path: string | undefined,
  own: Own,
  flags: ReturnType<typeof readFlags>,
  session: Session,
): Promise<number> {
  const { every = HOUR, once = false, within = 30 * DAY, state = STATE, notify = [], exec } = own
  const load = () => loadAsked(path, flags.platforms, session)
  const first = await load()
  const [{ watch }, { looking }, { channelsOf }, { loadAhead }, { watchWords }] = await Promise.all([
    import('../watch/loop.js'),
    import('../watch/look.js'),
    import('../watch/channels.js'),
    import('../audit-run.js'),
    import('../../watch/index.js'),
  ])
  const words = await watchWords(session.language)
  const channels = channelsOf({ notify, exec }, words, session)
  const outputs = keptIn(own)
  await checkFiles([{ option: '--state', file: state }, ...outputFiles(outputs)], session)
  await loadAhead(outputs, session)
  const isQuiet = flags.quiet || once || 'problems' in first
  if (!isQuiet) session.io.tell(session.words.note(words.started(spanText(every, session.language))))
  const setting = {
    everyMs: once ? null : every,
    jitterMs: own.jitter ?? 0,
    stateFile: state,
    within: within / DAY,
    format: own.format ?? 'pretty',
    channels,
    look: looking(first, { load, flags, outputs }, session),
    words,
  }
  return watch(setting, session)
}

/** Where each report is written, replacing the previous one. */
function keptIn({ ndjson, openmetrics }: Own): Output<'ndjson' | 'openmetrics'>[] {
  return [
    ...(ndjson === undefined ? [] : [{ format: 'ndjson' as const, file: ndjson }]),
    ...(openmetrics === undefined ? [] : [{ format: 'openmetrics' as const, file: openmetrics }]),
  ]
}
