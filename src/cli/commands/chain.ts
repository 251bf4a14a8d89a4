/** `hefa chain DOMAIN or FILE.pem`: the full chain a server should send, as PEM. */
import { access } from 'node:fs/promises'
import { resolve as resolvePath } from 'node:path'
import type { Command } from 'commander'
import type { ServeOptions } from '../../audit/index.js'
import type { PlatformId } from '../../index.js'
import { visible } from '../../report/text.js'
import { readAnchors } from '../ca.js'
import { looksLikeFile } from '../file-names.js'
import {
  addJudgingFlags,
  addNetworkFlags,
  append,
  asWritten,
  type CommonFlags,
  commonFlags,
  optionAdder,
} from '../flags.js'
import { checkFiles, writeOutput } from '../outputs.js'
import { type ProxySetting, proxySetting } from '../proxy.js'
import type { Session } from '../session.js'
import { UsageError } from '../usage-error.js'
import type { Resolve } from '../values.js'

interface ChainFlags {
  output?: string
  with?: string[]
  passwordFile?: string
  platform?: PlatformId[][]
  at?: number
  ca?: string[]
  fetch?: boolean
  resolve?: Resolve[]
  dns?: string
  proxy?: ProxySetting
  timeout?: number
  allowPrivate?: boolean
}

export function addChain(program: Command, session: Session, done: (status: number) => void): void {
  const { words } = session
  const command = program.command('chain').description(words.commands.chain)
  command.argument('<DOMAIN|FILE.pem>', words.files.args.chainOf)
  const option = optionAdder(command)
  option('-o, --output <FILE>', words.files.flags.chainOutput, asWritten)
  option('--with <FILE>', words.files.flags.with, append(asWritten))
  option('--password-file <FILE>', words.files.flags.passwordFile, asWritten)
  addJudgingFlags(command, words, { fetches: true, revocation: false })
  addNetworkFlags(command, words)
  command.action(async (subject: string, flags: ChainFlags) => {
    const all = { ...flags, ...commonFlags(command) }
    done(await runChain(subject, { ...all, ...proxySetting(all, session) }, session))
  })
}

type Flags = ChainFlags & CommonFlags

async function runChain(subject: string, flags: Flags, session: Session): Promise<number> {
  const { io, words } = session
  const { quiet } = flags
  const output = flags.output === '-' ? undefined : flags.output
  if (output !== undefined) await checkFiles([{ option: '--output', file: output }], session)
  const ca = await readAnchors(flags.ca ?? [], session)
  // Before the first connection: afterwards there may be no descriptor left to read a file with.
  const [{ serveChain }, { toPem }, says] = await Promise.all([
    import('../../audit/index.js'),
    import('../../x509/index.js'),
    import('../chain-words.js'),
    import('../../config/index.js'),
  ])
  const sent = await certificatesOf(subject, flags, session)
  if (typeof sent === 'number') return sent

  const chain = await serveChain(
    [...sent, ...(await fromFiles(flags, session))],
    await serveOptions(flags, ca, session),
  )
  if ('reason' in chain) {
    io.tell(words.error(visible(says.whyNot(subject, chain, flags.fetch ?? true, words), 1000)))
    return 1
  }
  if (!quiet)
    for (const line of says.whatWasDone(chain, sent, words)) io.tell(words.note(visible(line, 1000)))
  // No text between the blocks: the consoles of cloud providers require that a bundle starts with BEGIN.
  const text = chain.certificates.map(({ der }) => toPem(der)).join('')
  if (output === undefined) await io.print(text)
  else await writeOutput({ option: '--output', file: output }, text, io, words)
  return 0
}

async function serveOptions(flags: Flags, ca: string[], { io }: Session): Promise<ServeOptions> {
  const { LEGACY_OS, PLATFORMS, platformsOf, SUPPORTED_OS } = await import('../../config/index.js')
  const { dns, proxy, resolve = [], fetch = true, allowPrivate = false } = flags
  return {
    platforms: flags.platform ? [...new Set(flags.platform.flat())] : platformsOf(PLATFORMS),
    supportedOs: SUPPORTED_OS,
    legacyOs: LEGACY_OS,
    now: flags.at ?? Date.now(),
    ca,
    fetch: fetch ? { dns, proxy, resolve, allowPrivate, signal: io.signal } : null,
  }
}

/** DER from the file or the server; or the exit status if there is none. */
async function certificatesOf(subject: string, flags: Flags, session: Session): Promise<Buffer[] | number> {
  const isFile = subject === '-' || looksLikeFile(subject) || (await exists(subject, session))
  return isFile ? fromFile(subject, flags, session) : fromServer(subject, flags, session)
}

const exists = (file: string, { io }: Session): Promise<boolean> =>
  access(resolvePath(io.cwd, file)).then(
    () => true,
    () => false,
  )

async function fromFile(file: string, flags: Flags, session: Session): Promise<Buffer[]> {
  const { io, words } = session
  const [{ notesOf }, { readCertificates, readPassword }] = await Promise.all([
    import('../../audit/index.js'),
    import('../certificate-files.js'),
  ])
  const password = await readPassword(flags.passwordFile, session)
  const input = await readCertificates(file, password, session)
  const leaves = (await notesOf(input)).find((note) => note.note === 'two-leaves')
  if (leaves && !flags.quiet) {
    const [chosen = ''] = leaves.subjects
    io.tell(words.note(visible(words.files.chain.twoLeaves(chosen, leaves.subjects), 1000)))
  }
  return input.certificates
}

/** Certificates at hand, used if the chain lacks them. */
async function fromFiles({ with: names = [] }: Flags, session: Session): Promise<Buffer[]> {
  if (names.length === 0) return []
  const { readCertificates } = await import('../certificate-files.js')
  const inputs = await Promise.all(names.map((name) => readCertificates(name, null, session)))
  return inputs.flatMap(({ certificates }) => certificates)
}

async function fromServer(text: string, flags: Flags, session: Session): Promise<Buffer[] | number> {
  const { io, words, language } = session
  const { auditConfig, gather } = await import('../../index.js')
  const { chainSentBy, loadJudging, silenceOf } = await import('../../audit/index.js')
  await loadJudging()
  const made = auditConfig([text], { language })
  if ('problems' in made || new Set(made.config.entries.map((entry) => entry.text)).size > 1)
    throw new UsageError(words.files.chain.oneTarget(visible(text)))
  const { resolve = [], dns, proxy, timeout } = flags
  const facts = await gather(made.config, {
    ...{ resolve, fetch: false, signal: io.signal },
    ...(dns === undefined ? {} : { dns }),
    ...(proxy ? { proxy } : {}),
    ...(timeout === undefined ? {} : { timeoutMs: timeout }),
  })
  // What was not looked at says nothing.
  if (io.signal.aborted) return 3
  const [target] = facts.targets
  if (!target) throw new UsageError(words.files.chain.oneTarget(visible(text)))
  const found = await chainSentBy(target)
  if (found) {
    if (found.others > 0 && !flags.quiet) io.tell(words.note(words.files.chain.others(found.others)))
    return found.chain.certificates.map((base64) => Buffer.from(base64, 'base64'))
  }
  const silence = await silenceOf(target)
  const said = silence === null ? words.files.chain.noTls(text) : words.files.chain.silent(text, silence)
  io.tell(words.error(visible(said, 1000)))
  return silence === null ? 1 : 3
}
