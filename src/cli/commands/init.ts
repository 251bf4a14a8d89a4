/** `hefa init`: writes a commented starter config; asks on a terminal, takes flags otherwise, never overwrites. */
import { access, open, unlink } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { LIMITS, PLATFORMS } from '../../config/defaults.js'
import { platformsOf } from '../../config/words.js'
import { readFileBounded } from '../../files/index.js'
import { countedPer } from '../../platforms/index.js'
import { visible } from '../../report/text.js'
import type { PlatformId } from '../../types.js'
import { append, asWritten, type CommonFlags, commonFlags, optionAdder } from '../flags.js'
import type { Asker } from '../init/ask.js'
import type { FoundDomain } from '../init/project.js'
import { EXAMPLE, schemaPath } from '../init/starter.js'
import type { Ending, Starter } from '../init/write.js'
import { tellProblems } from '../problems.js'
import type { StarterParts } from '../scan/starter.js'
import type { Session } from '../session.js'
import { causeOf, UsageError } from '../usage-error.js'
import * as values from '../values.js'

interface InitFlags {
  output?: string
  platform?: PlatformId[][]
  domain?: string[]
  request?: string[]
  socket?: string[]
  upload?: string[]
  download?: string[]
  from?: string
  domainsPerApi?: number
  yes?: boolean
}

type Flags = InitFlags & CommonFlags

/** Flag → API. */
const APIS = {
  request: 'request',
  socket: 'connectSocket',
  upload: 'uploadFile',
  download: 'downloadFile',
} as const
const DEFAULT_FILE = 'hefa.config.jsonc'

export function addInit(program: Command, session: Session, done: (status: number) => void): void {
  const { words } = session
  const { flags } = words.init
  const command = program.command('init').description(words.commands.init)
  const option = optionAdder(command)
  option('-o, --output <FILE>', flags.output, asWritten)
  option('--platform <LIST>', flags.platform, append(values.platformList(words)))
  option('--domain <DOMAIN>', flags.domain, append(asWritten))
  for (const [name, api] of Object.entries(APIS))
    option(`--${name} <DOMAIN>`, flags.api(api), append(asWritten))
  option('--from <FILE>', flags.from, asWritten)
  option('--domains-per-api <N>', flags.domainsPerApi, values.wholeNumber(words, '--domains-per-api'))
  command.option('--yes', flags.yes)
  command.action(async (own: InitFlags) => {
    const asker = own.yes || !canAsk(session) ? null : (await import('../init/ask.js')).terminalAsker()
    try {
      done(await runInit({ ...own, ...commonFlags(command) }, session, asker))
    } finally {
      asker?.close()
    }
  })
}

const canAsk = ({ io }: Session) => io.stdout.tty && process.stdin.isTTY === true

/** @param asker null takes the defaults */
export async function runInit(flags: Flags, session: Session, asker: Asker | null): Promise<number> {
  const { io, words } = session
  const file = flags.output ?? DEFAULT_FILE
  const ending = endingOf(file, session)
  await checkAbsent(flags.output, session)
  const given = await givenDomains(flags, session)
  if ('problems' in given) return tellProblems(given.problems, io)
  const source =
    given.domains.length > 0 || flags.from !== undefined ? null : await fromSource(flags, session)
  const starter = await answered(
    {
      schema: await schemaPath(io.cwd),
      platforms: await platformsFor(flags, given.platforms ?? source?.platforms ?? []),
      domains: source?.parts.domains ?? given.domains,
      leftOut: source?.parts.leftOut ?? [],
      undetermined: source?.parts.undetermined ?? [],
      domainsPerApi: flags.domainsPerApi ?? given.domainsPerApi,
      placeholder: false,
    },
    asker,
    session,
  )
  const { starterText } = await import('../init/write.js')
  await writeNew(file, starterText(starter, ending, words.init), session)
  if (flags.quiet) return 0
  io.tell(words.wrote(visible(file, 300)))
  const { CONFIG_NAMES } = await import('../../config/index.js')
  const named = CONFIG_NAMES.includes(file) ? '' : ` ${visible(file, 300)}`
  io.tell(
    words.note(starter.placeholder ? words.init.placeholder(visible(file, 300)) : words.init.next(named)),
  )
  return 0
}

function endingOf(file: string, { words }: Session): Ending {
  const ending = /\.(jsonc|json|ya?ml|m?ts|m?js)$/i.exec(file)?.[1]?.toLowerCase()
  if (ending === undefined) throw new UsageError(words.init.badEnding(visible(file, 300)))
  if (/[jt]s$/.test(ending)) return ending.endsWith('ts') ? 'ts' : 'js'
  return ending === 'jsonc' || ending === 'json' ? ending : 'yaml'
}

/** Without --output any config that `hefa check` would find counts: it would ignore a second one. */
async function checkAbsent(output: string | undefined, { io, words }: Session): Promise<void> {
  const { CONFIG_NAMES } = await import('../../config/index.js')
  for (const name of output === undefined ? CONFIG_NAMES : [output]) {
    const absent = await access(resolve(io.cwd, name)).then(
      () => false,
      (error) => causeOf(error) === 'ENOENT' || causeOf(error) === 'ENOTDIR',
    )
    if (!absent) throw new UsageError(words.init.exists(visible(name, 300)))
  }
  if (output !== undefined) return
  const own = join(io.cwd, 'package.json')
  const bytes = await readFileBounded(own, 4 << 20, { pipes: false }).catch(() => Buffer.of())
  if (/"hefa"\s*:\s*\{/.test(bytes.toString('utf8'))) throw new UsageError(words.init.packageHas)
}

async function givenDomains(flags: Flags, session: Session) {
  const { words } = session
  const { domainsOf, domainsOfConfig, platformWords, readFrom, unique } = await import('../init/gather.js')
  const loaded = flags.from === undefined ? null : await readFrom(flags.from, session)
  if (loaded && 'problems' in loaded) return loaded
  const named = Object.entries(APIS).flatMap(([name, api]) =>
    (flags[name as keyof typeof APIS] ?? []).flatMap((text) => domainsOf(text, api, `--${name}`, words.init)),
  )
  const plain = (flags.domain ?? []).flatMap((text) => domainsOf(text, null, '--domain', words.init))
  const domains = unique([...(loaded ? domainsOfConfig(loaded.config) : []), ...plain, ...named])
  if (!loaded) return { domains, platforms: null, domainsPerApi: LIMITS.domainsPerApi }
  const { platforms, limits } = loaded.config
  return { domains, platforms: platformWords(platforms), domainsPerApi: limits.domainsPerApi }
}

interface Source {
  platforms: string[]
  parts: StarterParts
}

/** Null if the working directory isn't a mini program. */
async function fromSource({ quiet, platform }: Flags, session: Session): Promise<Source | null> {
  const { io, words } = session
  const { signsIn } = await import('../init/project.js')
  const signs = await signsIn(io.cwd)
  if (signs.length === 0) return null
  const [{ readProject }, { platformsFor: platformsOfProject }, { starterParts }, { platformWords }] =
    await Promise.all([
      import('../scan/read.js'),
      import('../scan/platforms.js'),
      import('../scan/starter.js'),
      import('../init/gather.js'),
    ])
  const project = await readProject('.', { platforms: platform?.flat() }, session)
  const platforms = platformsOfProject(project, platform?.flat())
  const parts = await starterParts(project, platforms)
  if (!quiet) {
    io.tell(words.note(words.init.project(signs.join(', '))))
    io.tell(words.note(words.init.searched(parts.domains.length, project.filesRead)))
    if (project.passedOver.length > 0) io.tell(words.note(words.init.cut))
  }
  return { platforms: platformWords(platforms), parts }
}

async function platformsFor({ platform }: Flags, known: readonly string[]): Promise<string[]> {
  const { platformWords } = await import('../init/gather.js')
  if (platform) return platformWords([...new Set(platform.flat())])
  return known.length > 0 ? [...known] : [...PLATFORMS]
}

/** Every question has a default; without any domain the config contains an example. */
async function answered(starter: Starter, asker: Asker | null, session: Session): Promise<Starter> {
  const asked = asker ? await askAll(starter, asker, session) : starter
  return asked.domains.length > 0 ? asked : { ...asked, domains: [EXAMPLE], placeholder: true }
}

async function askAll(starter: Starter, asker: Asker, session: Session): Promise<Starter> {
  const { words } = session
  const { domainsOf, platformWords } = await import('../init/gather.js')
  const { ask } = words.init
  const platforms = await asking(asker, session, ask.platforms, starter.platforms.join(' '), (text) =>
    platformWords(values.platformList(words)(text.trim().replace(/[\s,，、]+/g, ','))),
  )
  const domains: FoundDomain[] = starter.domains.filter(({ api }) => api === 'udp' || api === 'tcp')
  for (const api of Object.values(APIS)) {
    const known = starter.domains.filter((one) => one.api === api)
    const fallback = known.map(({ text }) => text).join(' ')
    const given = await asking(asker, session, ask.domains(api), fallback, (text) =>
      text === '-' || text === '' ? [] : domainsOf(text, api, api, words.init),
    )
    domains.push(...given.map((one) => known.find(({ text }) => text === one.text) ?? one))
  }
  const chosen = platforms.length > 0 ? platforms : platformWords(platformsOf(PLATFORMS))
  const domainsPerApi = chosen.some(isCountedPerApi)
    ? await asking(asker, session, ask.domainsPerApi, String(starter.domainsPerApi), (text) =>
        values.wholeNumber(words, '--domains-per-api')(text.trim()),
      )
    : starter.domainsPerApi
  return { ...starter, platforms: chosen, domains, domainsPerApi }
}

/** Of families whose console counts by API; the others count the domains of the whole app. */
const isCountedPerApi = (word: string): boolean =>
  countedPer('api').some((family) => word === family || word.startsWith(`${family}-`))

/** Repeats the question until the answer is valid. */
async function asking<T>(
  asker: Asker,
  { io, words }: Session,
  question: string,
  fallback: string,
  read: (text: string) => T,
): Promise<T> {
  for (;;) {
    const answer = await asker.ask(question, fallback)
    if (answer === null) throw new UsageError(words.init.cancelled)
    try {
      return read(answer)
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      io.tell(words.init.ask.again(visible(error.message, 1000)))
    }
  }
}

/** `wx`: a file created in the meantime is not overwritten either. */
async function writeNew(file: string, text: string, { io, words }: Session): Promise<void> {
  const place = resolve(io.cwd, file)
  let made = false
  try {
    const handle = await open(place, 'wx')
    made = true
    try {
      await handle.writeFile(text)
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (made) await unlink(place).catch(() => {})
    if (causeOf(error) === 'EEXIST') throw new UsageError(words.init.exists(visible(file, 300)))
    throw new UsageError(words.unwritable('--output', visible(file, 300), causeOf(error)))
  }
}
