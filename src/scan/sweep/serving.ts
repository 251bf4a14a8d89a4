/** Scripts of servers and tools among the pages: nothing refers to them, and only Node can run what they import. */
import type { LeftOut, Place } from '../../facts/index.js'
import { byName, folderOf, within } from '../project/paths.js'
import type { OpenProject } from '../types.js'

const OF_NODE = new Set(
  'express koa fastify egg http https net tls dgram fs fs/promises child_process cluster worker_threads'.split(
    ' ',
  ),
)

type Served = Pick<OpenProject, 'scripts' | 'reaches' | 'users' | 'isPackage'>

/** Anything not known to be unused by the mini program counts as its own. */
export function servingIn(
  imports: readonly { specifier: string; place: Place }[],
  project: Served,
): ReadonlySet<string> {
  const names = imports.filter(({ specifier }) => OF_NODE.has(specifier.replace(/^node:/, '')))
  const isUnused = (file: string) => project.reaches?.(file) === false
  const found = new Set(names.flatMap(({ place: { file } }) => (isUnused(file) ? file : [])))
  if (found.size === 0) return found
  for (const file of inFolders(found, project)) found.add(file)
  addImported(found, isUnused, project.users?.() ?? new Map())
  return found
}

/** A server's package, of which the mini program uses nothing: its scripts may be loaded by names put together. */
function inFolders(entries: ReadonlySet<string>, { scripts, reaches, isPackage }: Served): string[] {
  const folders = new Set([...entries].flatMap((file) => packageOf(file, isPackage) ?? []))
  return [...folders].flatMap((folder) => {
    const own = scripts.filter((file) => within(file, folder))
    return own.some((file) => reaches?.(file) !== false) ? [] : own
  })
}

/** The nearest one below the scanned folder, which is the mini program's. */
function packageOf(file: string, isPackage: Served['isPackage']): string | null {
  for (let at = folderOf(file); at !== ''; at = folderOf(at)) if (isPackage?.(at)) return at
  return null
}

/** What only they refer to serves them. */
function addImported(
  found: Set<string>,
  isUnused: (file: string) => boolean,
  users: ReadonlyMap<string, readonly string[]>,
): void {
  for (let before = -1; before !== found.size; ) {
    before = found.size
    for (const [file, by] of users) if (by.every((one) => found.has(one)) && isUnused(file)) found.add(file)
  }
}

/** They are reported with the files excluded for their folder. */
export function withServing(left: readonly LeftOut[], serving: ReadonlySet<string>): LeftOut[] {
  const [first] = [...serving].sort(byName)
  if (first === undefined) return [...left]
  const others = left.filter(({ reason }) => reason !== 'server')
  const known = left.find(({ reason }) => reason === 'server') ?? { reason: 'server', files: 0, file: first }
  return [...others, { ...known, files: known.files + serving.size }]
}
