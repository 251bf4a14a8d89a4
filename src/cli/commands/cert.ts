/** `hefa cert FULLCHAIN.pem... --domain HOST...`: judges certificate files before they are deployed. */
import type { Command } from 'commander'
import type { FileNote } from '../../audit/index.js'
import type { Config, PlatformId } from '../../index.js'
import { visible } from '../../report/text.js'
import { readAnchors } from '../ca.js'
import { looksLikeFile } from '../file-names.js'
import {
  type AuditFlags,
  addJudgingFlags,
  addNetworkFlags,
  addReportFlags,
  append,
  asWritten,
  optionAdder,
  readFlags,
} from '../flags.js'
import { eachWritten } from '../outputs.js'
import { reportProblems } from '../problems.js'
import { proxySetting } from '../proxy.js'
import type { Session } from '../session.js'
import { UsageError } from '../usage-error.js'
import { loadAsked } from './check.js'

interface CertFlags {
  domain?: string[]
  key?: string
  passwordFile?: string
  config?: string
}

export function addCert(program: Command, session: Session, done: (status: number) => void): void {
  const { words } = session
  const { flags } = words.files
  const command = program.command('cert').description(words.commands.cert)
  // Checked by hand that files are given: `--domain HOST FILE` consumes what follows it, too.
  command.argument('[FULLCHAIN.pem...]', words.files.args.files)
  const option = optionAdder(command)
  option('--domain <HOST...>', flags.domain, append(asWritten))
  option('--key <FILE>', flags.key, asWritten)
  option('--password-file <FILE>', flags.passwordFile, asWritten)
  option('-c, --config <FILE>', flags.configFile, asWritten)
  const outputs = addReportFlags(command, words)
  addJudgingFlags(command, words, { fetches: false })
  addNetworkFlags(command, words, { timeout: false })
  command.action(async (files: string[], own: CertFlags) => {
    const asked = sorted(files, own.domain ?? [], session)
    done(await runCert(asked, own, readFlags(command, outputs(), false), session))
  })
}

interface Asked {
  files: string[]
  domains: string[]
}

/** `--domain a.example full.pem` is understood as intended. */
function sorted(files: string[], domains: string[], { words }: Session): Asked {
  const strays = files.length === 0 ? domains.filter(looksLikeFile) : []
  const asked = { files: [...files, ...strays], domains: domains.filter((one) => !strays.includes(one)) }
  if (asked.files.length === 0) throw new UsageError(words.files.noFile)
  if (asked.domains.length === 0) throw new UsageError(words.files.noDomain)
  if (asked.files.filter((file) => file === '-').length > 1) throw new UsageError(words.files.stdinTwice)
  return asked
}

async function runCert(asked: Asked, own: CertFlags, flags: AuditFlags, session: Session): Promise<number> {
  const { io, words, language } = session
  if (flags.revocation && !flags.fetch) throw new UsageError(words.files.revocationNeedsFetch)
  const [{ factsOfFiles, lookUp }, { judged, keepFacts, loadAhead, prepare, writeReports }] =
    await Promise.all([import('../../audit/index.js'), import('../audit-run.js')])
  const ca = await prepare(flags, session)
  const settings = await settingsOf(own.config, flags.platforms, session)
  if ('problems' in settings) return reportProblems(settings.problems, flags.outputs, session)
  const domains = await hostsOf(asked.domains, session)
  const { files, spki } = await readFiles(asked.files, own, flags, session)

  const started = Date.now()
  const facts = factsOfFiles({ files, domains, spki, config: settings.config, ca })
  const { resolve, dns, fetch, revocation, allowPrivate } = flags
  await loadAhead(flags.outputs, session)
  const fixed = fetch
    ? await lookUp(facts, {
        ...{ fetch, resolve, dns, revocation, allowPrivate, signal: io.signal },
        ...proxySetting(flags, session),
      })
    : facts
  const { failOn, allowUnknown, at = started } = flags
  const durationMs = Date.now() - started
  const { report, translated } = await judged(fixed, { at, language, failOn, allowUnknown, durationMs })
  await eachWritten(
    [() => keepFacts(fixed, flags, session), () => writeReports(report, flags, session, translated)],
    session,
  )
  return report.exitCode
}

/** The settings of a config other than its domains. */
async function settingsOf(
  path: string | undefined,
  platforms: readonly PlatformId[] | undefined,
  session: Session,
): Promise<{ config: Config } | Extract<Awaited<ReturnType<LoadConfig>>, { problems: unknown }>> {
  const { language } = session
  if (path === undefined) {
    const { auditConfig } = await import('../../index.js')
    const made = auditConfig(['cert.invalid'], platforms ? { platforms, language } : { language })
    if ('problems' in made) throw new UsageError(made.problems.map(({ message }) => message).join('; '))
    return { config: made.config }
  }
  return loadAsked(path, platforms, session)
}
type LoadConfig = typeof import('../../index.js').loadConfig

/** Host names as A-labels, whatever was pasted: a URL, or a name with a port. */
async function hostsOf(written: readonly string[], { words }: Session): Promise<string[]> {
  const { auditConfig, inventory } = await import('../../config/index.js')
  const hosts = await Promise.all(
    written.map(async (text) => {
      const made = auditConfig([text])
      const facts = 'problems' in made ? [] : (await inventory(made.config)).entries
      const bad = () => new UsageError(words.files.badDomain(visible(text)))
      if (facts.length === 0) throw bad()
      return facts.map(({ host, syntax }) => {
        const unfit = syntax.filter((fault) => fault !== 'trailing-dot' && fault !== 'underscore')
        if (host === null || unfit.length > 0) throw bad()
        return host
      })
    }),
  )
  return [...new Set(hosts.flat())]
}

async function readFiles(names: readonly string[], own: CertFlags, flags: AuditFlags, session: Session) {
  const [{ joined, notesOf }, reader] = await Promise.all([
    import('../../audit/index.js'),
    import('../certificate-files.js'),
  ])
  const { io, words } = session
  const ca = flags.quiet ? [] : await readAnchors(flags.ca, session)
  const password = await reader.readPassword(own.passwordFile, session)
  const spki = await reader.readKey(own.key, password, session)
  const inputs = []
  for (const name of new Set(names))
    inputs.push({ ...(await reader.readCertificates(name, password, session)), name })
  const files = joined(inputs)
  const tell = (text: string): void => io.tell(words.note(visible(text, 1000)))
  for (const file of flags.quiet ? [] : files) {
    if (!inputs.includes(file)) tell(words.files.notes.joined(file.name))
    for (const note of await notesOf(file, spki, ca)) tell(noteText(file.name, note, session))
  }
  return { files, spki }
}

function noteText(file: string, note: FileNote, { words }: Session): string {
  const { notes } = words.files
  switch (note.note) {
    case 'leaf-only':
      return notes['leaf-only'](file, note.missing)
    case 'root-included':
      return notes['root-included'](file, note.subject)
    case 'leaf-not-first':
      return notes['leaf-not-first'](file, note.first, note.leaf, note.position)
    case 'out-of-order':
      return notes['out-of-order'](file, note.order)
    case 'two-leaves':
      return notes['two-leaves'](file, note.subjects)
    case 'wrong-key':
      return notes['wrong-key'](file, note.leaf)
    case 'key-of-another':
      return notes['key-of-another'](file, note.subject, note.position)
    case 'key-inside':
      return notes['key-inside'](file)
    case 'put-in-order':
      return notes['put-in-order'](file, note.leaf)
  }
}
