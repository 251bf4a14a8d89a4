/** `hefa scan DIR`: compares the hosts that a mini program's source calls with the lists of a config; no network. */
import type { Command } from 'commander'
import { LIMITS } from '../../config/defaults.js'
import { visible } from '../../report/text.js'
import { BUILD_MODES } from '../../types.js'
import {
  type AuditFlags,
  addBaselineFlags,
  addMaxTime,
  addOutputFlags,
  append,
  asWritten,
  FORMAT_NAMES,
  optionAdder,
  readFlags,
} from '../flags.js'
import { addJobs } from '../jobs.js'
import { reportProblems } from '../problems.js'
import { platformsFor } from '../scan/platforms.js'
import { checkFolder, readProject } from '../scan/read.js'
import type { Session } from '../session.js'
import { UsageError } from '../usage-error.js'
import * as values from '../values.js'
import { loadAsked } from './check.js'

interface ScanFlags {
  config?: string
  writeConfig?: boolean
}

export function addScan(program: Command, session: Session, done: (status: number) => void): void {
  const { words } = session
  const { flags, help, scan } = words
  const command = program.command('scan').description(scan.command)
  command.argument('<DIR>', scan.folder)
  const option = optionAdder(command)
  option('-c, --config <FILE>', scan.flags.config, asWritten)
  command.option('--write-config', scan.flags.writeConfig)
  command.optionsGroup(help.groups.report)
  const outputs = addOutputFlags(command, FORMAT_NAMES, 'pretty', words)
  option('--fail-on <LEVEL>', flags.failOn, values.oneOf(words, '--fail-on', ['error', 'warning']))
  command.option('--allow-unknown', flags.allowUnknown)
  addBaselineFlags(command, words)
  option('--save-facts <FILE>', flags.saveFacts, asWritten)
  addJobs(command, words)
  addMaxTime(command, words)
  command.optionsGroup(help.groups.judging)
  option('--platform <LIST>', flags.platform, append(values.platformList(words)))
  option('--har <FILE>', scan.flags.har, append(asWritten))
  option('--log <FILE>', scan.flags.log, append(asWritten))
  option('--mode <NAME>', scan.flags.mode, values.oneOf(words, '--mode', [...BUILD_MODES]))
  option('--at <INSTANT>', flags.at, values.instant(words))
  command.action(async (folder: string, { config, writeConfig }: ScanFlags) => {
    const read = readFlags(command, outputs())
    if (!writeConfig) return done(await runScan(folder, config, read, session))
    const given = ['config', 'format', 'output', 'saveFacts'].find(
      (name) => command.getOptionValueSource(name) === 'cli',
    )
    if (given !== undefined)
      throw new UsageError(words.scan.writeConfigAlone(given === 'saveFacts' ? '--save-facts' : `--${given}`))
    await writeConfigOf(folder, read, session)
    done(0)
  })
}

async function runScan(
  folder: string,
  named: string | undefined,
  flags: AuditFlags,
  session: Session,
): Promise<number> {
  const { io, words } = session
  await checkFolder(folder, session)
  const { prepare } = await import('../audit-run.js')
  await prepare(flags, session)
  const { configFor } = await import('../scan/find-config.js')
  const config =
    named === undefined ? await configFor(folder, io.cwd) : { file: named, own: true, named: true }
  const loaded = config && (await loadAsked(config.file, flags.platforms, session, config))
  if (loaded && 'problems' in loaded) return reportProblems(loaded.problems, flags.outputs, session)
  if (loaded && named === undefined && !flags.quiet)
    io.tell(words.note(words.scan.usingConfig(visible(config?.file ?? '', 300))))
  const { scanAndReport } = await import('../scan/run.js')
  return scanAndReport(folder, loaded?.config ?? null, flags, session)
}

async function writeConfigOf(folder: string, flags: AuditFlags, session: Session): Promise<void> {
  const { io, words } = session
  await checkFolder(folder, session)
  const { platforms: asked, mode, jobs } = flags
  const project = await readProject(folder, { platforms: asked, mode, jobs }, session)
  const [{ starterParts }, { starterText }, { platformWords }, { schemaPath }] = await Promise.all([
    import('../scan/starter.js'),
    import('../init/write.js'),
    import('../init/gather.js'),
    import('../init/starter.js'),
  ])
  const platforms = platformsFor(project, flags.platforms)
  const parts = await starterParts(project, platforms)
  const schema = await schemaPath(io.cwd)
  const starter = {
    ...parts,
    schema,
    platforms: platformWords(platforms),
    domainsPerApi: LIMITS.domainsPerApi,
    placeholder: false,
  }
  await io.print(starterText(starter, 'jsonc', words.init))
  if (parts.domains.length === 0 && !flags.quiet) io.tell(words.note(words.scan.nothingFound))
}
