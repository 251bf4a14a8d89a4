/** `hefa pull [CONFIG]`: writes the lists of the platform's console into the config, or compares them with it. */
import { extname, resolve } from 'node:path'
import type { Command } from 'commander'
import { FAMILIES, familyData } from '../../platforms/index.js'
import { visible } from '../../report/text.js'
import { API_NAMES } from '../../types.js'
import { asWritten, type CommonFlags, commonFlags, optionAdder } from '../flags.js'
import { writeOutput } from '../outputs.js'
import { tellProblems } from '../problems.js'
import type { ConsoleLists } from '../pull/ask.js'
import type { Session } from '../session.js'
import { UsageError } from '../usage-error.js'
import * as values from '../values.js'
import { loadAsked } from './check.js'

interface Own {
  config?: string
  check?: boolean
  via?: string
}

const TOKEN = 'HEFA_ACCESS_TOKEN'
const BASE = 'HEFA_CONSOLE_API'
const NEW_FILE = 'hefa.config.jsonc'

/** The families whose console has an API for its lists; if there are several, the config decides. */
const [FAMILY] = FAMILIES.filter((family) => familyData(family).console)
const CONSOLE = FAMILY && familyData(FAMILY).console

export function addPull(program: Command, session: Session, done: (status: number) => void): void {
  const { words } = session
  const names = CONSOLE?.interfaces.map(({ name }) => name) ?? []
  const command = program.command('pull').description(words.pull.command)
  command.argument('[CONFIG]', words.args.configFile)
  const option = optionAdder(command)
  option('-c, --config <FILE>', words.flags.config, asWritten)
  command.option('--check', words.pull.flags.check)
  option('--via <NAME>', words.pull.flags.via(names.join(', ')), values.oneOf(words, '--via', names))
  command.action(async (argument: string | undefined, own: Own) => {
    if (argument !== undefined && own.config !== undefined) throw new UsageError(words.twoConfigs)
    done(await runPull(argument ?? own.config, own, commonFlags(command), session))
  })
}

async function runPull(
  path: string | undefined,
  { check = false, via }: Own,
  flags: CommonFlags,
  session: Session,
): Promise<number> {
  const { io, words } = session
  if (!FAMILY || !CONSOLE) throw new Error('no family has a console interface')
  const asked = CONSOLE.interfaces.find(({ name }) => via === undefined || name === via)
  if (!asked) throw new Error('no interface')
  if (path === '-') throw new UsageError(words.pull.stdin)
  const [{ askConsole }, { isAddress }, { configIn }] = await Promise.all([
    import('../pull/ask.js'),
    import('../../watch/index.js'),
    import('../scan/find-config.js'),
  ])
  const { [TOKEN]: token = '', [BASE]: base = CONSOLE.base } = io.env
  if (token === '') throw new UsageError(words.pull.noToken(TOKEN))
  if (!isAddress(base)) throw new UsageError(words.pull.badBase(BASE))
  const file = path ?? (await configIn('', io.cwd))
  const before = file === null ? null : await readOwn(file, session)
  if (typeof before === 'number') return before
  if (before === null && check) return tellMissing(session)

  const found = await askConsole({ base, token, via: asked, lists: CONSOLE.lists }, words.pull, io.signal)
  if (found === null) {
    io.tell(words.error(words.pull.notAnswered(asked.name)))
    return 3
  }
  const count = [...found.values()].reduce((sum, list) => sum + list.length, 0)
  if (check && before) return tellDifference(before.lists, found, count, session)
  const text = before ? await before.edited(found) : await starter(found, session)
  const name = file ?? NEW_FILE
  if (before && text === before.source) {
    if (!flags.quiet) io.tell(words.pull.unchanged(visible(name, 300)))
    return 0
  }
  await writeOutput({ option: 'CONFIG', file: name }, text, io, words)
  if (!flags.quiet) io.tell(words.pull.wrote(visible(name, 300), count))
  return 0
}

interface Before {
  source: string
  lists: ConsoleLists
  edited(lists: ConsoleLists): Promise<string>
}

/** The exit status if the file isn't a valid config. */
async function readOwn(file: string, session: Session): Promise<Before | number> {
  const { io, words } = session
  const { editLists, listsOf, valueIn } = await import('../../config/index.js')
  const noPlace = new UsageError(words.pull.noLists(visible(file, 300)))
  const ending = endingOf(file)
  // The text is read again below: its problems are reported as for every other command.
  const loaded = await loadAsked(file, undefined, session, { own: false })
  const source = await readText(file, io.cwd)
  const value = source === null || ending === null ? undefined : await valueIn(source, ending)
  if (source === null || (value === undefined && 'problems' in loaded))
    return tellProblems('problems' in loaded ? loaded.problems : [], io)
  const own = FAMILY && listsOf(value, FAMILY, isPackage(file) ? ['hefa'] : [])
  if (!own || ending === null) throw noPlace
  return {
    source,
    lists: own.lists,
    async edited(lists) {
      const text = await editLists(source, ending, own.path, lists)
      if (text === null) throw noPlace
      return text
    },
  }
}

const isPackage = (file: string): boolean => /(?:^|[\\/])package\.json$/.test(file)

function endingOf(file: string): 'json' | 'yaml' | null {
  const ending = extname(file)
  if (['.json', '.jsonc'].includes(ending)) return 'json'
  return ['.yaml', '.yml'].includes(ending) ? 'yaml' : null
}

async function readText(file: string, cwd: string): Promise<string | null> {
  const { decode, MAX_BYTES } = await import('../../config/index.js')
  const { readFileBounded } = await import('../../files/index.js')
  const bytes = await readFileBounded(resolve(cwd, file), MAX_BYTES, { pipes: false }).catch(() => null)
  const decoded = bytes && bytes.length <= MAX_BYTES ? decode(bytes) : null
  return decoded && 'text' in decoded ? decoded.text : null
}

async function tellMissing(session: Session): Promise<number> {
  const loaded = await loadAsked(undefined, undefined, session, { own: false })
  return tellProblems('problems' in loaded ? loaded.problems : [], session.io)
}

async function starter(lists: ConsoleLists, { io, words }: Session): Promise<string> {
  const [{ starterText }, { schemaPath }, { LIMITS }] = await Promise.all([
    import('../init/write.js'),
    import('../init/starter.js'),
    import('../../config/defaults.js'),
  ])
  const domains = [...lists].flatMap(([api, list]) => list.map((text) => ({ api, text, places: [] })))
  const parts = { leftOut: [], undetermined: [], placeholder: false, domainsPerApi: LIMITS.domainsPerApi }
  const made = { ...parts, schema: await schemaPath(io.cwd), platforms: [FAMILY ?? ''], domains }
  return starterText(made, 'jsonc', words.init)
}

/** Lines shown; a console has a few hundred domains at most. */
const MOST = 50

/** The domains that the other list lacks, ignoring case. */
const without = (domains: readonly string[], others: readonly string[]) =>
  domains.filter((one) => !others.some((two) => two.toLowerCase() === one.toLowerCase()))

async function tellDifference(
  config: ConsoleLists,
  console: ConsoleLists,
  count: number,
  { io, words: { pull } }: Session,
): Promise<number> {
  const lines = API_NAMES.flatMap((api) => {
    const [own, theirs] = [config.get(api) ?? [], console.get(api) ?? []]
    return [
      ...without(theirs, own).map((one) => `  + ${api} ${visible(one, 300)} (${pull.onlyConsole})`),
      ...without(own, theirs).map((one) => `  - ${api} ${visible(one, 300)} (${pull.onlyConfig})`),
    ]
  })
  const rest = lines.length - MOST
  const told = [...lines.slice(0, MOST), ...(rest > 0 ? [`  ${pull.more(rest)}`] : [])]
  await io.print(`${lines.length === 0 ? pull.same(count) : [pull.differ, ...told].join('\n')}\n`)
  return lines.length === 0 ? 0 : 1
}
