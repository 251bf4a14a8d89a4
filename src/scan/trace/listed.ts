/** Which pages a script lists. */
import { fold, memberOf } from '../evaluate/folding.js'
import { namespaceMember } from '../evaluate/modules.js'
import type { Program } from '../evaluate/program.js'
import { isMissing, unknown, type Value } from '../evaluate/values.js'
import type { Expr, Module } from '../ir/types.js'
import type { Listed, OpenProject, PageList } from '../types.js'
import { settingsKey } from './read.js'

/** For one list; one of a thousand pages takes a tenth of it. */
const STEPS = 100_000

/** Tells the project what those of its lists name that are part of the program. All calls must be known. */
export function tellLists(
  program: Program,
  { lists = [], listed }: Pick<OpenProject, 'lists' | 'listed'>,
): void {
  program.open = new Set()
  for (const list of lists) {
    program.steps = STEPS
    const values = valuesOf(program, list)
    if (values.length > 0) listed?.(list.file, listedBy(program, values))
  }
}

/** The objects that may be the list. */
function valuesOf(program: Program, { file, exports, blocks }: PageList): Value[] {
  const module = program.modules.get(file)
  const given = exports.filter((name) => module?.exports.has(name))
  const settings = blocks.map((_, at) => program.modules.get(settingsKey(file, at)))
  if (!module && settings.every((one) => one === undefined)) return []
  return [
    ...given.flatMap((name) => (module ? namespaceMember(program, module, name) : [])),
    ...settings.flatMap((one) => (one ? namespaceMember(program, one, 'default') : [UNREAD])),
    ...(module ? configsIn(module).flatMap((expr) => fold(program, expr, null)) : []),
    ...(module ? exportedConfig(program, module) : []),
  ]
}

/** `export default { config: { pages: […] } }` of megalo's entry. */
function exportedConfig(program: Program, module: Module): Value[] {
  const exported = module.exports.has('default') ? namespaceMember(program, module, 'default') : []
  return exported.flatMap((one) => (one.k === 'object' ? memberOf(program, one, 'config') : []))
}

const UNREAD = unknown('import')

/** `config = {…}` of the app's class, and what is assigned to a member of that name. */
const configsIn = ({ derived, writes }: Module): Expr[] => [
  ...derived.flatMap(({ members }) => members.get('config') ?? []),
  ...writes.filter(({ name }) => name === 'config').map(({ value }) => value),
]

/** Thrown where a part of a list can't be determined: any page may be in it. */
class Unknown extends Error {}

function listedBy(program: Program, values: Value[]): Listed | null {
  const found: Listed = { pages: [], packages: [], folders: [] }
  const add = () => {
    for (const value of values) addTo(found, program, value)
  }
  return isKnown(add) ? found : null
}

function isKnown(work: () => void): boolean {
  try {
    work()
    return true
  } catch (error) {
    if (error instanceof Unknown) return false
    throw error
  }
}

function addTo(found: Listed, program: Program, list: Value): void {
  if (isMissing(list)) return
  found.pages.push(...pathsAt(program, list, 'pages'), ...pathsAt(program, list, 'routes'))
  found.packages.push(...pathsAt(program, list, 'packages'))
  for (const one of ['subPackages', 'subpackages'].flatMap((key) => itemsAt(program, list, key))) {
    for (const root of textsOf(memberOf(program, one, 'root'))) {
      const below = (path: string) => `${root}/${path}`
      const add = () =>
        found.pages.push(...[...pathsAt(program, one, 'pages'), ...pathsAt(program, one, 'entry')].map(below))
      if (!isKnown(add)) found.folders.push(root)
    }
  }
  for (const workers of memberOf(program, list, 'workers').filter((one) => !isMissing(one)))
    found.folders.push(...textsOf(workers.k === 'text' ? [workers] : memberOf(program, workers, 'path')))
}

/** Texts, and of objects the text that is a path. */
function pathsAt(program: Program, object: Value, key: string): string[] {
  return itemsAt(program, object, key).flatMap((item) => {
    if (item.k !== 'object') return textsOf([item])
    const src = memberOf(program, item, 'src').filter((one) => !isMissing(one))
    return textsOf(src.length > 0 ? src : memberOf(program, item, 'path'))
  })
}

/** The items of a list; what a condition leaves out (`isDev && 'pages/debug'`) is none. */
function itemsAt(program: Program, object: Value, key: string): Value[] {
  if (object.k !== 'object') throw new Unknown()
  return memberOf(program, object, key)
    .filter((value) => !isMissing(value))
    .flatMap((value) => {
      if (value.k !== 'list') return value.k === 'text' ? [value] : unreadable()
      return value.items.flat().filter((item) => item.k !== 'prim' || item.value === true)
    })
}

function textsOf(values: Value[]): string[] {
  return values.map((value) => (value.k === 'text' && value.hole === null ? value.text : unreadable()))
}

function unreadable(): never {
  throw new Unknown()
}
