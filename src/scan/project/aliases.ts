/** Path aliases: from tsconfig.json, app.json and a framework's configuration, and the frameworks' defaults. */
import { putTo } from '../../grouping.js'
import { configAliases, moduleFolders } from './config-paths.js'
import type { Home } from './home.js'
import { type JsonValue, listAt, memberAt, membersOf, textAt } from './json.js'
import { folderOf, joined } from './paths.js'
import type { Reader } from './reader.js'

/** `before` and `after` surround the single `*` of a pattern; without one the whole specifier must equal `before`. */
export interface Alias {
  before: string
  after: string
  isExact: boolean
  /** Paths relative to the scanned folder; `*` is replaced by what the pattern's `*` matched. */
  targets: string[]
  /** It applies to files below this folder. */
  scope: string
}

const MAX_EXTENDS = 5

export async function aliasesOf(
  homes: readonly Home[],
  files: readonly string[],
  reader: Reader,
): Promise<Alias[]> {
  const configs = files.filter((file) => /(?:^|\/)[jt]sconfig\.json$/.test(file))
  const fromConfigs = await Promise.all(configs.map((file) => pathsOf(file, folderOf(file), reader)))
  const fromHomes = await Promise.all(homes.map((home) => ofHome(home, files, reader)))
  const all = [...fromConfigs.flat(), ...fromHomes.flat(), ...usualIn('', ['', 'src'])]
  // The nearest configuration comes first, then the most specific pattern, as in TypeScript.
  return all
    .map((alias, order) => ({ alias, order }))
    .sort(
      (a, b) =>
        b.alias.scope.length - a.alias.scope.length ||
        Number(b.alias.isExact) - Number(a.alias.isExact) ||
        b.alias.before.length - a.alias.before.length ||
        a.order - b.order,
    )
    .map(({ alias }) => alias)
}

export function aliasOf(pattern: string, targets: string[], scope: string): Alias {
  const star = pattern.indexOf('*')
  if (star < 0) return { before: pattern, after: '', isExact: true, targets, scope }
  return { before: pattern.slice(0, star), after: pattern.slice(star + 1), isExact: false, targets, scope }
}

/** Candidates for a specifier, in order: looked up by prefix, not searched. */
export function aliasIndex(aliases: readonly Alias[]): (specifier: string) => readonly Alias[] {
  const byBeginning = new Map<string, { alias: Alias; order: number }[]>()
  for (const [order, alias] of aliases.entries()) {
    putTo(byBeginning, alias.before, { alias, order })
  }
  const lengths = [...new Set(aliases.map(({ before }) => before.length))]
  return (specifier) =>
    lengths
      .flatMap((length) =>
        length <= specifier.length ? (byBeginning.get(specifier.slice(0, length)) ?? []) : [],
      )
      .sort((a, b) => a.order - b.order)
      .map(({ alias }) => alias)
}

/** The paths a specifier may resolve to by an alias; null if the alias doesn't match. */
export function applied(alias: Alias, specifier: string): string[] | null {
  const { before, after, isExact, targets } = alias
  if (isExact) return specifier === before ? targets : null
  if (specifier.length < before.length + after.length) return null
  if (!specifier.startsWith(before) || !specifier.endsWith(after)) return null
  const middle = specifier.slice(before.length, specifier.length - after.length)
  return targets.map((target) => target.replace('*', () => middle))
}

async function ofHome(home: Home, files: readonly string[], reader: Reader): Promise<Alias[]> {
  const { folder, roots } = home
  const above = foldersAbove(folder)
  const named = await Promise.all(above.map((at) => configAliases(at, files, reader)))
  const own = named.flat().flatMap(({ name, target }) => [
    aliasOf(name.replace(/\$$/, ''), [target], folder),
    // webpack's `name$` is that alone.
    ...(name.endsWith('$') ? [] : [aliasOf(`${name.replace(/\/$/, '')}/*`, [`${target}/*`], folder)]),
  ])
  const resolved = await Promise.all(roots.map((root) => resolveAlias(root, reader)))
  const modules = await Promise.all(above.map((at) => moduleFolders(at, files, reader)))
  const bare = modules.flat().map((target) => aliasOf('*', [joined(target, '*') ?? '*'], folder))
  return [...own, ...resolved.flat(), ...usualIn(folder, roots), ...bare]
}

/** The folder and those around it, up to the scanned one: a package lies above its source. */
function foldersAbove(folder: string): string[] {
  return folder === '' ? [''] : [folder, ...foldersAbove(folderOf(folder))]
}

/** app.json's `resolveAlias`: both sides end in `/*`, the right one begins at the mini program's root. */
async function resolveAlias(root: string, reader: Reader): Promise<Alias[]> {
  const json = await reader.json(joined(root, 'app.json') ?? '')
  return membersOf(memberAt(json, 'resolveAlias')?.member).flatMap(([pattern, { member }]) => {
    const target = typeof member.value === 'string' ? joined(root, member.value.replace(/^\/+/, '')) : null
    return target === null ? [] : [aliasOf(pattern, [target], root)]
  })
}

/** `@/x`, `~/x` and `~@/x` mean the source folder where nothing else is said. */
function usualIn(scope: string, roots: readonly string[]): Alias[] {
  const targets = roots.map((root) => joined(root, '*') ?? '*')
  return targets.length === 0 ? [] : ['@/*', '~/*', '~@/*'].map((pattern) => aliasOf(pattern, targets, scope))
}

/** `compilerOptions.paths` and `baseUrl`, through `extends` of the project's own files. */
async function pathsOf(file: string, scope: string, reader: Reader, depth = 0): Promise<Alias[]> {
  const json = await reader.json(file)
  const at = folderOf(file)
  const baseUrl = textAt(json, 'compilerOptions', 'baseUrl')
  const base = baseUrl === undefined ? at : joined(at, baseUrl)
  const paths = memberAt(json, 'compilerOptions', 'paths')
  if (base === null) return []
  const whole = baseUrl === undefined ? [] : [aliasOf('*', [joined(base, '*') ?? '*'], scope)]
  if (paths) {
    const own = membersOf(paths.member).map(([pattern]) =>
      aliasOf(pattern, targetsOf(listAt(paths.member, pattern), base), scope),
    )
    return [...own, ...whole]
  }
  const parents = depth < MAX_EXTENDS ? parentsOf(json, at) : []
  const inherited = await Promise.all(parents.map((parent) => pathsOf(parent, scope, reader, depth + 1)))
  return [...whole, ...inherited.flat()]
}

function targetsOf(values: readonly JsonValue[], base: string): string[] {
  return values.flatMap(({ value }) => (typeof value === 'string' ? (joined(base, value) ?? []) : []))
}

/** Only files of the project: packages are not read. */
function parentsOf(json: JsonValue | undefined, at: string): string[] {
  const value = memberAt(json, 'extends')?.member.value
  const texts = typeof value === 'string' ? [value] : listAt(json, 'extends').map((one) => String(one.value))
  return texts.flatMap((text) => {
    if (!text.startsWith('.')) return []
    const path = joined(at, text)
    return path === null ? [] : [path.endsWith('.json') ? path : `${path}.json`]
  })
}
