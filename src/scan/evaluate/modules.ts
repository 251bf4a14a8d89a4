/** Imports of one script from another. */

import { isCopysSettings } from '../frameworks/copies.js'
import { copiedLibrary, knownImport } from '../frameworks/index.js'
import type { LibraryFile } from '../ir/libraries.js'
import { OPTIONS } from '../ir/lower-markup.js'
import { ITSELF } from '../ir/module.js'
import { referToAll } from '../ir/scope.js'
import { type CallExpr, type Expr, type Fn, functionsAround, type Module } from '../ir/types.js'
import { BUNDLED, isBundled } from '../ir/webpack.js'
import { holdsMarkup } from '../tags.js'
import { enter, leave } from './cycles.js'
import { fold, written } from './folding.js'
import { clientValue, packageValue } from './packages.js'
import type { Program } from './program.js'
import { isComponent } from './sections.js'
import { distinct, isMissing, MISSING, softened, unknown, type Value } from './values.js'
import { viewedAs } from './views.js'

/** The value of an import; `name` is `*` for all, `require` for CommonJS. */
export function importValue(program: Program, specifier: string, from: Module, name: string): Value[] {
  const module = moduleOf(program, specifier, from)
  const copied = module && specifier !== ITSELF ? libraryIn(module, specifier) : null
  const outside = copied ? clientValue(program, copied, name) : null
  const installed = module ? specifier : installedAs(specifier)
  const known = outside ?? (module ? null : packageValue(program, installed, name))
  if (known) return known
  if (!module) return [missingModule(installed, name)]
  if (module.library?.isAside) return [asideValue(module.library, specifier, isWhole(name) ? '' : name)]
  if (specifier === 'path-to-regexp')
    return [{ k: 'package', name: specifier, path: isWhole(name) ? '' : name }]
  if (module.packed !== undefined && isWhole(name) && module.exports.has('='))
    return ofPackage(program, module.packed, name)
  if (name === '*') return [{ k: 'namespace', module }]
  if (name === OPTIONS) return optionsIn(program, module)
  if (name === 'require') return required(program, module)
  return exported(program, module, name)
}

/** What a native script makes its page or component of: `Page({…})`, `Component(observed({…}))`. */
const optionsIn = (program: Program, { calls }: Module): Value[] =>
  calls.flatMap(({ fn, callee, args }) => {
    if (fn !== null || (callee.k !== 'global' && callee.k !== 'ref')) return []
    const isNative = callee.k === 'global' && /^(?:Page|Component)$/.test(callee.name)
    const given = args.flatMap((one) => fold(program, one, null))
    return given.filter((one) => one.k === 'object' && (isNative || isComponent(one.expr)))
  })

/** A component as scripts see it: its options, or what `<script setup>` declares. */
export function componentOf(program: Program, module: Module): Value[] {
  if (!holdsMarkup(module.file)) return optionsIn(program, module)
  return exportOf(program, module, 'default') ?? [setupOf(module)]
}

const setupOf = (module: Module): Value =>
  viewedAs(module, null, (program, name) =>
    module.names.flatMap((one) => (one.name === name ? fold(program, referToAll(one), null) : [])),
  )

/** The placeholder for a library that was only searched as text. */
export const asideValue = ({ name: library, asks }: LibraryFile, name: string, path: string): Value => ({
  ...{ k: 'package', name, path },
  ...(asks ? { library } : {}),
})

/** The library a script of the project is a copy of; null for the project's own. */
function libraryIn(module: Module, specifier: string): string | null {
  if (module.copyOf !== null) return module.copyOf
  const library = copiedLibrary(specifier, module.size)
  if (library === null) return null
  // A script with that name that imports the package is only a wrapper.
  const isOwn = (one: string) =>
    one !== specifier && (isPackageOf(one, library) || isCopysSettings(library, one))
  return [...module.imports].some(isOwn) ? null : library
}

/** Is a script of the project a copied library file? */
export const vendored = (module: Module): boolean => libraryIn(module, module.file) !== null

/** Is a call inside a function of a framework, or of a package with known clients, that a build bundled with others? */
export function isInner({ packed }: Program, { module, fn }: CallExpr): boolean {
  const asking = module.asking?.filter((one) => packed.has(one.package)).map(({ places }) => places)
  const marks = [...(module.inner ?? []), ...(asking ?? [])]
  if (marks.length === 0) return false
  const around = functionsAround(fn)
  const outermost = around.findIndex(isBundled)
  return (outermost < 0 ? around : around.slice(0, outermost)).some(holdsMarks(marks))
}

/** A larger one may contain the project's own code. */
const LARGEST_INNER = 8_000

const holdsMarks =
  (lists: NonNullable<Module['inner']>) =>
  ({ pos, end = 0 }: Fn): boolean => {
    const holds = (places: readonly number[]) => places.some((at) => pos <= at && at < end)
    return end - pos < LARGEST_INNER && lists.some((marks) => marks.every(holds))
  }

function isPackageOf(specifier: string, library: string): boolean {
  if (specifier.startsWith('.')) return false
  const known = knownImport(specifier)
  return known !== null && 'client' in known && known.client === library
}

const isWhole = (name: string) => name === '*' || name === 'require'

/** `../miniprogram_npm/minii/index`: a package, where its build is not in the repository. */
function installedAs(specifier: string): string {
  const [, name] = /(?:^|\/)miniprogram_npm\/((?:@[^/]+\/)?[^/]+)/.exec(specifier) ?? []
  return name ?? specifier
}

function missingModule(specifier: string, name: string): Value {
  const isPackage = !/^[./@~#]/.test(specifier) || /^@[a-z0-9]/i.test(specifier)
  const path = isWhole(name) ? '' : name
  return isPackage ? { k: 'package', name: specifier, path, isAbsent: true } : unknown('import')
}

/** The script a specifier means. */
export function moduleOf(program: Program, specifier: string, from: Module): Module | null {
  if (specifier === ITSELF) return from
  const inside = from.requires?.get(specifier)
  if (inside !== undefined) return program.modules.get(inside) ?? null
  const own = program.resolved.get(from) ?? new Map<string, Module | null>()
  const known = own.get(specifier)
  if (known !== undefined) return known
  const module = specifier.startsWith(BUNDLED)
    ? inBundle(program, specifier.slice(BUNDLED.length), from)
    : fileOf(program, specifier, from)
  program.resolved.set(from, own.set(specifier, module))
  return module
}

function fileOf(program: Program, specifier: string, from: Module): Module | null {
  const file = program.resolve(specifier, from.file)
  return file === null ? null : (program.modules.get(file) ?? null)
}

/** Ids belong to one bundle; a file that has one means its own. */
function inBundle({ modules, bundled }: Program, id: string, { file }: Module): Module | null {
  return modules.get(`${file}\0${id}`) ?? bundled.get(id) ?? null
}

function required(program: Program, module: Module): Value[] {
  const path = module.runtime?.['=']
  if (path !== undefined) return [{ k: 'native', path }]
  const whole = module.exports.get('=')
  return whole ? foldAll(program, whole) : [{ k: 'namespace', module }]
}

/** A default or named import of a CommonJS module takes `module.exports` or a member of it. */
function fromCommonJs(program: Program, module: Module, name: string): Value[] {
  const whole = module.exports.get('=')
  if (!whole) {
    if (module.exports.size === 0) return [holdsMarkup(module.file) ? setupOf(module) : unknown('import')]
    if (name === 'default') return [{ k: 'namespace', module }]
    return ofDefault(program, module, name) ?? [givesNoOther(module) ? MISSING : unknown('import')]
  }
  if (name === 'default') return foldAll(program, whole)
  return membersOfAll(program, whole, name)
}

/** Builds that turn a lone `export default { get }` into `module.exports` make `import { get }` work; null without that member. */
function ofDefault(program: Program, module: Module, name: string): Value[] | null {
  const found = membersOfAll(program, module.exports.get('default') ?? [], name)
  const known = found.filter((value) => value.k !== 'unknown' && !isMissing(value))
  return known.length > 0 ? known : null
}

function membersOfAll(program: Program, objects: readonly Expr[], name: string): Value[] {
  const members = objects.map((object): Expr => ({ k: 'member', object, name }))
  return foldAll(program, members)
}

/** TypeScript declares all its exports; scripts may add more to `exports` in ways that aren't followed. */
const givesNoOther = ({ file, stars }: Module): boolean =>
  stars.length === 0 && /\.(?:[cm]?ts|tsx|uts|ets)$/i.test(file)

/** The values of an export, including through `export * from`; null if there is none with that name. */
export function exportOf(
  program: Program,
  module: Module,
  name: string,
  seen = new Set<Module>(),
): Value[] | null {
  if (seen.has(module)) return null
  seen.add(module)
  const path = module.runtime?.[name]
  if (path !== undefined) return [{ k: 'native', path }]
  const packed = module.packed === undefined ? null : packedName(module, name)
  if (packed !== null) return ofPackage(program, module.packed ?? '', packed)
  const own = module.exports.get(name)
  const shortened = own && isShortened(name) ? module.runtime?.default : undefined
  if (own && shortened !== undefined) return [{ k: 'native', path: shortened }, ...foldAll(program, own)]
  if (own) return foldAll(program, own)
  if (name === 'default') return null
  for (const specifier of module.stars) {
    const other = moduleOf(program, specifier, module)
    const found = other && exportOf(program, other, name, seen)
    if (found) return found
  }
  return null
}

const ofPackage = (program: Program, name: string, exported: string): Value[] =>
  packageValue(program, name, exported) ?? [missingModule(name, exported)]

/** The source name of a package module's export; null if the bundler's name doesn't reveal it. */
function packedName({ exports }: Module, name: string): string | null {
  if (!exports.has(name)) return null
  if (!isShortened(name)) return name
  return [...exports.keys()].filter((one) => one !== '__esModule').length === 1 ? 'default' : null
}

/** A bundler-generated name: any of them may be the default export. */
const isShortened = (name: string) => name.length <= 2

/** A reference back to the same export adds no other values: `stored.url || 'https://…'`. */
function foldAll(program: Program, values: readonly Expr[]): Value[] {
  let isCut = false
  const found = values.flatMap((value) => {
    if (!enter(program, value)) {
      isCut = true
      return []
    }
    const result = fold(program, value, null)
    leave(program, value)
    return result
  })
  // Transpilers declare every export before they give it its value: `exports.default = void 0`.
  return found.length > 0 || isCut ? softened({ emptied: 0 }, distinct(found)) : [unknown('import')]
}

const TRUE: Value = { k: 'prim', value: true }

export function namespaceMember(program: Program, module: Module, name: string): Value[] {
  // Babel and TypeScript wrap compiled modules like this: `o && o.__esModule ? o : { default: o }`.
  if (name === '__esModule' && (module.exports.has('default') || module.runtime?.default)) return [TRUE]
  return exported(program, module, name)
}

/** An export, with what is put on the module's object elsewhere: `const api = exports; api.get = …`. */
function exported(program: Program, module: Module, name: string): Value[] {
  const own = exportOf(program, module, name)
  const added = written(program, { k: 'namespace', module }, name)
  return added ? distinct([...(own ?? []), ...added]) : (own ?? fromCommonJs(program, module, name))
}
