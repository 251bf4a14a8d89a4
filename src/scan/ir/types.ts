/** The small tree a script is reduced to: what its values are made of, and the calls in it. */

import type { Family } from '../../types.js'
import type { Asking } from '../frameworks/index.js'
import { word } from '../words.js'
import type { LibraryFile } from './libraries.js'

/** One script, reduced. */
export interface Module {
  file: string
  /** Offsets at which its lines begin. */
  lines: Int32Array
  /** UTF-16 units. */
  size: number
  /** The library it is a copy of, by what stands in it. */
  copyOf: string | null
  /** Of a script that a bundle holds: what its `require` gives, by their keys among the modules. */
  requires?: ReadonlyMap<string, string>
  /** Of a bundle: the scripts it holds, by their keys. */
  parts?: ReadonlyMap<string, Module>
  /** The library it is a file of, where the project did not write it. */
  library?: LibraryFile
  /** Modules that a build put into it, each with its exports alone. */
  bundle: Module[]
  /** Of such a one: its id, and where it stands. */
  bundled?: { id: string; start: number; end: number }
  /** Where words stand that only a framework's own functions have, one list for each. */
  inner?: readonly (readonly (readonly number[])[])[]
  asking?: readonly Asking[]
  /** Of a module of a bundle: the package it is one of. */
  packed?: string
  /** Exports that are objects of a framework, whose runtime it is: by name, their paths. */
  runtime?: Readonly<Record<string, string>>
  /** Offsets of code whose names mean what is known only where it runs: `with (object) …`. */
  unfollowed: number[]
  /** What it loads by a name that is worked out, as far as that begins with a folder: `require('./pages/' + name)`. */
  opens: Set<string>
  /** Specifiers of everything it imports. */
  imports: Set<string>
  /** Offsets at which they are first named. */
  importedAt: Map<string, number>
  /** Texts that are put together behind a bare scheme: `'https://' + host`. */
  joins: Expr[]
  /** Those of which nothing is used but as a type. */
  unused: Set<string>
  calls: CallExpr[]
  /** Names of the language's own methods that stand in it as keys or texts. */
  members: Set<string>
  /** What it declares outside of all functions. */
  names: Binding[]
  /** Values that go where nothing follows them: attributes of JSX, what is thrown or yielded. */
  loose: Expr[]
  /** Classes that extend something. */
  derived: ClassExpr[]
  writes: MemberWrite[]
  looseWrites: LooseWrite[]
  /** What is put into lists that are members, an item each: `this.steps.push(step)`. */
  grown: MemberWrite[]
  /** Objects that take over others' members and have methods besides. */
  extended: ObjExpr[]
  /** Every value an export can have; `*` as name for `export =` and `module.exports =`. */
  exports: Map<string, Expr[]>
  /** Modules whose exports are exported again. */
  stars: string[]
  /** Where code stands for some platforms only. */
  regions: Region[]
}

/** Code for some platforms only, by conditional compilation; offsets, end exclusive. */
export interface Region {
  start: number
  end: number
  on: readonly Family[]
}

/** A condition under which code runs; a `null` test is one that is never decided. */
export interface Guard {
  test: Expr | null
  sense: boolean
  up: Guard | null
}

export interface Guarded {
  value: Expr
  guard: Guard | null
  /** The function that assigns it, where that isn't the variable's own. */
  by?: Fn | null
}

/** What holds values has a number, once somebody wants to note something of it: 0 until then. */
export interface Slotted {
  slot: number
}

/** A variable. Assignments stand in the order of the source. */
export interface Binding extends Slotted {
  name: string
  values: readonly Guarded[]
  /** The function it belongs to; null for one of the module. */
  fn: Fn | null
  /** Loops around its declaration, within its function. */
  loop: number
  /** Assigned from an inner function: order says nothing. */
  shared: boolean
  /** Its declaration is hoisted: a function, class, import or parameter. */
  hoisted: boolean
  /** Something refers to it. */
  used: boolean
  /** What refers to all its values; null until something does. */
  whole: Expr | null
  /** Of a parameter: how often it is named, and the calls of it. */
  references: number
  calls?: CallExpr[]
  /** What is put into the list it stands for, after it was made. */
  grown?: Expr[]
  /** The variable of a function around, of which this is what one function within sees. */
  of?: Binding
}

export interface Fn extends Slotted {
  module: Module
  parent: Fn | null
  arrow: boolean
  /** What `this` is when nothing else says. */
  owner: ObjExpr | ClassExpr | { k: 'made'; by: Expr } | { k: 'static'; of: ClassExpr } | null
  /** The object it was put on: where it has no owner, `this` has the members of that. */
  putOn?: Expr
  returns: readonly Guarded[]
  pos: number
  /** Where it ends, in what a build wrote. */
  end?: number
  /** A helper of transpilers: it puts one member on the first it is given, or all members of the others. */
  role?: 'defines' | 'merges'
  /** It is the whole of a bundle's module. */
  isBundled?: true
  /** Of a generator: what it gives one after the other. */
  yields?: { spread: boolean; value: Expr }[]
  /** What it is given where it is written: of `list.reduce(fn, start)` the start and an item, of `promise.then(fn)` the value. */
  folds?: Expr[]
  /** The variables of plain parameters, by their index. */
  params: readonly Binding[]
}

export interface MemberWrite {
  object: Expr
  name: string
  value: Expr
  fn: Fn | null
  guard: Guard | null
}

/** A change of members whose names are computed (`o[key] = x`), or of many at once: then the key is null. */
export interface LooseWrite extends Omit<MemberWrite, 'name'> {
  key: Expr | null
}

export interface Property {
  /** Null for a spread; an expression for a computed key. */
  key: string | Expr | null
  value: Expr
  pos: number
}

export interface ObjExpr extends Slotted {
  k: 'obj'
  props: Property[]
  /** Null for one that nobody wrote. */
  module: Module | null
  /** The object it is a property's value of, and that property's name. */
  parent: { object: ObjExpr; key: string } | null
  /** It stands for a variable's object as it is later: the first property spreads what it was. */
  renews?: true
  /** Of a proxy: the object whose `get` is asked for members first. */
  handler?: Expr
  /** A call that was given the object as that argument, and may have changed it. */
  after?: { call: CallExpr; index: number }
  /** Members that were taken out of what it spreads. */
  without?: ReadonlySet<string>
}

export interface ClassExpr extends Slotted {
  k: 'class'
  parent: Expr | null
  constructor_: Fn | null
  members: Map<string, Expr>
  statics: Map<string, Expr>
}

export interface CallExpr {
  k: 'call'
  callee: Expr
  args: Expr[]
  isNew: boolean
  module: Module
  fn: Fn | null
  guard: Guard | null
  pos: number
  link?: number // Where its own name stands, behind another call: `one().two()`.
}

export type TextExpr = { k: 'text'; text: string; module: Module; pos: number }

/** `module` and `pos` tell where it is written; missing for what nobody wrote so. */
export interface MemberExpr {
  k: 'member'
  object: Expr
  name: string | Expr
  module?: Module
  pos?: number
}

export type Reason = 'parameter' | 'server-data' | 'import' | 'computed' | 'missing' | 'limit'

export type Expr =
  | TextExpr
  | ObjExpr
  | ClassExpr
  | CallExpr
  | { k: 'prim'; value: number | boolean | null | undefined }
  | { k: 'cat'; parts: Expr[] }
  | { k: 'ref'; binding: Binding; from: number; to: number }
  | { k: 'global'; name: string; module?: Module; pos?: number; namespaces?: readonly Expr[] }
  | MemberExpr
  | { k: 'fn'; fn: Fn }
  | { k: 'array'; items: { spread: boolean; value: Expr }[] }
  | { k: 'cond'; test: Expr; yes: Expr; no: Expr }
  | { k: 'either'; op: '||' | '??' | '&&'; left: Expr; right: Expr }
  | { k: 'default'; value: Expr; otherwise: Expr }
  | { k: 'compare'; equal: boolean; left: Expr; right: Expr }
  | { k: 'not'; value: Expr }
  | { k: 'typeof'; value: Expr }
  | { k: 'regex'; source: string; flags: string }
  | { k: 'binary'; op: string; left: Expr; right: Expr }
  | { k: 'param'; fn: Fn; index: number; rest: boolean; name?: string; pos?: number }
  | { k: 'this'; fn: Fn | null }
  | { k: 'super'; fn: Fn | null }
  | { k: 'item'; of: Expr }
  | { k: 'spread'; of: Expr }
  | { k: 'await'; value: Expr }
  | { k: 'import'; specifier: string; from: Module; name: string; pos?: number }
  | { k: 'unknown'; reason: Reason }

export const UNKNOWN: Expr = { k: 'unknown', reason: 'computed' }
export const UNDEFINED: Expr = { k: 'prim', value: undefined }

/** A variable that nothing is known of yet, with all its fields: what is put on later takes room of its own. */
export function newBinding(name: string, fn: Fn | null, loop: number, hoisted: boolean): Binding {
  return {
    name: word(name),
    values: NO_VALUES,
    fn,
    loop,
    shared: false,
    hoisted,
    used: false,
    whole: null,
    references: 0,
    slot: 0,
  }
}

const NO_VALUES: readonly Guarded[] = []

/** The list with one more item. An array that grows by `push` keeps room for sixteen, and there are very many of one. */
export function appended<T>(items: readonly T[], item: T): readonly T[] {
  if (items.length < 2) return items.length === 0 ? [item] : [...items, item]
  ;(items as T[]).push(item)
  return items
}

/** A function that gives nothing yet. */
export function newFn(
  module: Module,
  parent: Fn | null,
  owner: Fn['owner'],
  arrow: boolean,
  pos: number,
): Fn {
  return { module, parent, arrow, owner, returns: NO_VALUES, params: NO_PARAMETERS, pos, slot: 0 }
}

const NO_PARAMETERS: readonly Binding[] = []

/** The nearest function that has a `this` of its own. */
export function thisFunction(fn: Fn | null): Fn | null {
  let at = fn
  while (at?.arrow) at = at.parent
  return at
}

/** The functions around a place, from the innermost outwards. */
export function functionsAround(fn: Fn | null): Fn[] {
  const result: Fn[] = []
  for (let at = fn; at; at = at.parent) result.push(at)
  return result
}
