/** Holders of values: variables, objects, exports, members by name; and how exports are reached. */
import { appended } from '../ir/appended.js'
import type { Module, Slotted } from '../ir/types.js'
import { importedAs } from './exporters.js'

/** A thing that holds values. */
export interface Holder {
  /** What it stands for: a variable, function, class or object; null if it only has a name. */
  of: Slotted | null
  /** Members read from it; `read` adds one. */
  names: ReadonlySet<string>
  /** It flows out of sight: into an argument, an array, another object's members. */
  isLoose: boolean
  /** Things put into it are recorded. */
  isWalked: boolean
  /** What holds it in turn, directly or as a member with that name; `hold` adds one. */
  to: readonly HeldBy[]
  /** What calls of it give, where any is used. */
  result: Holder | null
}

export interface HeldBy {
  holder: Holder
  /** `RETURNED` for what a function gives. */
  name: string | null
}

/** As the name of what holds an object: the function that returns it. */
export const RETURNED = '() gives'

/** Most have none: there are very many of them. */
const NO_NAMES: ReadonlySet<string> = new Set()
const NOWHERE: readonly HeldBy[] = []

export function read(holder: Holder, name: string): void {
  const { names } = holder
  if (names.has(name)) return
  if (names.size === 0) holder.names = alone(name)
  else if (names.size === 1) holder.names = new Set([...names, name])
  else (names as Set<string>).add(name)
}

/** Most are read by one name only, and many by the same: they share a set. */
const single = new Map<string, ReadonlySet<string>>()
function alone(name: string): ReadonlySet<string> {
  const known = single.get(name)
  if (known) return known
  const made = new Set([name])
  if (single.size < 1_000) single.set(name, made)
  return made
}

export function hold(holder: Holder, by: Holder, name: string | null): void {
  holder.to = appended(holder.to, { holder: by, name })
}

export const resultOf = (holder: Holder): Holder => (holder.result ??= newHolder())

export type ResolveModule = (specifier: string, from: Module) => Module | null

/** Imports of all of a module at once. */
export const WHOLE: readonly string[] = ['*', 'require', 'default']

export class Holders {
  /** There are hundreds of thousands: a map of objects would take several times as long. */
  readonly #bySlot: Holder[] = [newHolder()]
  readonly #byName = new Map<string, Holder>()
  readonly #byMember = new Map<string, Holder>()
  readonly #exported = new Map<string, Holder>()

  /** Of a variable, function, class or object. */
  of(key: Slotted): Holder {
    const found = this.#bySlot[key.slot]
    if (found?.of === key) return found
    const made = newHolder(key)
    key.slot = this.#bySlot.length
    this.#bySlot.push(made)
    return made
  }

  /** Everything that is read by that name: as a member of whatever, or by an import. */
  named(name: string): Holder {
    const found = this.#byName.get(name)
    if (found) return found
    const made = newHolder()
    hold(made, this.member(name), null)
    this.#byName.set(name, made)
    return made
  }

  /** Everything that is read as a member of that name. */
  member(name: string): Holder {
    return known(this.#byMember, name)
  }

  /** Results of calls of a method with that name, of any object. */
  result(name: string): Holder {
    return resultOf(this.member(name))
  }

  /** The result of importing `name` from a module; `=` is all of a CommonJS module. */
  exported(module: Module, name: string): Holder {
    return known(this.#exported, `${module.file}\0${name}`)
  }

  /** Names under which anything is imported from a module. */
  imported(module: Module): Holder {
    return this.exported(module, '')
  }
}

/** Joins exports to what reads them: by their names, or as members of all that a module exports. */
export function joinExports(
  holders: Holders,
  modules: readonly Module[],
  resolve: ResolveModule,
  named: ReadonlySet<string> | null,
  bound: boolean,
): void {
  for (const module of modules) {
    for (const specifier of module.stars) {
      const other = resolve(specifier, module)
      if (other) joinStar(holders, module, other, bound)
    }
  }
  for (const module of modules) joinNamed(holders, module, named, bound)
}

/** `export * from`: what the other one exports is this one's too. */
function joinStar(holders: Holders, module: Module, other: Module, bound: boolean): void {
  // Nothing is known about exports that come through several such lines.
  if (other.stars.length > 0) holders.exported(other, '*').isLoose = true
  for (const name of other.exports.keys()) {
    if (name === 'default') continue
    const holder = holders.exported(other, name)
    hold(holder, holders.exported(module, name), null)
    joinWhole(holders, module, holder, name)
    const mayBeTaken = holders.imported(module).names.size === 0 && !(bound && isByName(module, name))
    if (mayBeTaken) holders.exported(module, name).isLoose = true
  }
  read(holders.imported(other), '* again')
}

/**
 * What nobody imports, a framework may take, where scripts are not `bound` to what names them; a build what is `named`
 * somewhere and declared nowhere.
 */
function joinNamed(
  holders: Holders,
  module: Module,
  named: ReadonlySet<string> | null,
  bound: boolean,
): void {
  const imported = holders.imported(module).names
  const taken = [...module.exports.keys()].filter((name) => named?.has(importedAs(module, name)))
  for (const name of module.exports.keys()) {
    const holder = holders.exported(module, name)
    const mayBeTaken = imported.size === 0 && taken.length === 0 && !(bound && isByName(module, name))
    if (taken.includes(name) || mayBeTaken) holder.isLoose = true
    joinWhole(holders, module, holder, name)
    if (name === '=') for (const one of imported) if (!WHOLE.includes(one)) read(holder, one)
  }
}

/** Named exports of a script that isn't an entry are used only by scripts that import it. */
function isByName({ file }: Module, name: string): boolean {
  return name !== 'default' && name !== '=' && SCRIPT.test(file) && !ENTRY.test(file)
}

const SCRIPT = /\.(?:[cm]?[jt]s|uts)$/i
const ENTRY = /(?:^|\/)(?:main|app|plugin|[\w.-]+\.config)\.\w+$|(?:^|\/)utssdk\//i

function joinWhole(holders: Holders, module: Module, holder: Holder, name: string): void {
  for (const one of WHOLE) {
    if (one === name) continue
    hold(holder, holders.exported(module, one), name === '=' ? null : name)
  }
}

/** Has it been visited? It counts as visited from now on. */
export function isWalked(holder: Holder): boolean {
  const before = holder.isWalked
  holder.isWalked = true
  return before
}

export function newHolder(of: Slotted | null = null): Holder {
  return { of, names: NO_NAMES, isLoose: false, isWalked: false, to: NOWHERE, result: null }
}

export function known<K>(holders: Map<K, Holder>, key: K): Holder {
  const found = holders.get(key)
  if (found) return found
  const made = newHolder()
  holders.set(key, made)
  return made
}
