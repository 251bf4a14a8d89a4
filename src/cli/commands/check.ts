/** `hefa check [CONFIG]`: audits every domain of a config. */
import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { CliWords } from '../../i18n/cli.js'
import type { PlatformId, PluginPolicy } from '../../index.js'
import { visible } from '../../report/text.js'
import { BUILD_MODES } from '../../types.js'
import { type AuditFlags, addAuditFlags, optionAdder } from '../flags.js'
import type { Io } from '../io.js'
import { reportProblems } from '../problems.js'
import type { Session } from '../session.js'
import { signalsEnd } from '../signals.js'
import { UsageError } from '../usage-error.js'
import { oneOf } from '../values.js'

const STDIN = '-'

export function addCheck(program: Command, session: Session, done: (status: number) => void): void {
  const { words } = session
  const command = program.command('check').description(words.commands.check)
  command.argument('[CONFIG]', words.args.config)
  command.option('-c, --config <FILE>', words.flags.config)
  command.option('--scan <DIR>', words.scan.flags.scan)
  optionAdder(command)('--mode <NAME>', words.scan.flags.mode, oneOf(words, '--mode', [...BUILD_MODES]))
  const flagsOf = addAuditFlags(command, words)
  command.action(async (argument: string | undefined, { config: named }: { config?: string }) => {
    const flags = flagsOf()
    if (argument !== undefined && named !== undefined) throw new UsageError(words.twoConfigs)
    done(await runCheck(argument ?? named, flags, session))
  })
}

async function runCheck(config: string | undefined, flags: AuditFlags, session: Session): Promise<number> {
  if (flags.scan !== undefined) {
    const { checkFolder } = await import('../scan/read.js')
    await checkFolder(flags.scan, session)
  }
  const loaded = await loadAsked(config, flags.platforms, session)
  if ('problems' in loaded) return reportProblems(loaded.problems, flags.outputs, session)
  const { auditAndReport } = await import('../audit-run.js')
  return auditAndReport(loaded.config, flags, session)
}

/** The requested config: a file, `-` for standard input, or the one in the working directory. */
export async function loadAsked(
  path: string | undefined,
  platforms: readonly PlatformId[] | undefined,
  session: Session,
  { named = true, own = true }: { named?: boolean; own?: boolean } = {},
) {
  const { io, language, words, noPlugins } = session
  const { loadConfig } = await import('../../index.js')
  const plugins: PluginPolicy = noPlugins ? 'refused' : own ? 'load' : 'found'
  const setting = { cwd: io.cwd, language, platforms, plugins, named, signal: io.signal }
  // A megabyte of YAML takes time to parse, and there is nothing to report yet.
  if (path !== STDIN) {
    const loaded = await signalsEnd(() => loadConfig(path, setting))
    const found = 'config' in loaded && (path === undefined || !named) ? loaded.config.file : undefined
    if (found !== undefined) await tellOthers(found, session)
    return loaded
  }
  return loadConfig('<stdin>', { ...setting, text: await stdinText(io, words) })
}

/** Lists in a file that nobody reads look as if they were checked. */
async function tellOthers(file: string, session: Session): Promise<void> {
  const { io, words } = session
  if (told.has(session)) return
  told.add(session)
  const { otherConfigs } = await import('../../config/index.js')
  const others = await otherConfigs(resolve(io.cwd, file))
  if (others.length > 0) io.tell(words.note(words.otherConfigs(visible(file, 300), others.join(', '))))
}

const told = new WeakSet<Session>()

async function stdinText(io: Io, words: CliWords): Promise<string> {
  const { decode, MAX_BYTES } = await import('../../config/index.js')
  const bytes = await io.readStdin(MAX_BYTES)
  if (bytes.length > MAX_BYTES) throw new UsageError(words.stdinUnreadable(words.stdinTooLarge))
  const decoded = decode(bytes)
  if ('at' in decoded) throw new UsageError(words.stdinUnreadable(words.stdinNotUtf8))
  return decoded.text
}
