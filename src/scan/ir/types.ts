/** The small tree that a script is reduced to: what its values derive from, and its calls. */

import type { Family } from '../../types.js'
import type { Asking } from '../frameworks/index.js'
import type { Shown } from '../types.js'
import type { LibraryFile } from './libraries.js'

/** One script, reduced. */
export interface Module {
  file: string
  /** Offsets of its line starts. */
  lines: Int32Array
  /** UTF-16 units. */
  size: number
  /** The library it is a copy of, by its content. */
  copyOf: string | null
  /** For a script in a bundle: the results of its `require`, by their module keys. */
  requires?: ReadonlyMap<string, string>
  /** For a bundle: the scripts in it, by key. */
  parts?: ReadonlyMap<string, Module>
  /** The library it belongs to, if the project did not write it. */
  library?: LibraryFile
  /** Modules that a build put into it, each with only its exports. */
  bundle: Module[]
  /** The one of them that it gives to whoever loads it: a library. */
  given?: string
  /** For such a module: its id and position. */
  bundled?: { id: string; start: number; end: number }
  /** Positions of words that only a framework's own functions contain, one list for each. */
  inner?: readonly (readonly (readonly number[])[])[]
  asking?: readonly Asking[]
  /** For a module in a bundle: the package it belongs to. */
  packed?: string
  /** If it is a framework's runtime: the paths of the framework's objects, by export name. */
  runtime?: Readonly<Record<string, string>>
  /** Offsets of code whose names can only be resolved at run time: `with (object) …`. */
  unfollowed: number[]
  /** What it loads by a computed name, as far as the name begins with a folder: `require('./pages/' + name)`. */
  opens: Set<string>
  /** Specifiers of everything it imports. */
  imports: Set<string>
  /** Offsets where they first appear. */
  importedAt: Map<string, number>
  /** Strings assembled after a bare scheme: `'https://' + host`. */
  joins: Expr[]
  /** Those used only as types. */
  unused: Set<string>
  calls: CallExpr[]
  /** Names of built-in methods that appear in it as keys or strings. */
  members: Set<string>
  /** Its top-level declarations. */
  names: Binding[]
  /** Values that escape: JSX attributes, thrown or yielded values. */
  loose: Expr[]
  shown: ShownExpr[]
  /** Classes that extend something. */
  derived: ClassExpr[]
  writes: MemberWrite[]
  looseWrites: LooseWrite[]
  /** Items added to arrays that are members: `this.steps.push(step)`. */
  grown: MemberWrite[]
  /** Objects that take over others' members and also have methods, or that provide some to others. */
  extended: ObjExpr[]
  /** Every value an export can have; the name `*` stands for `export =` and `module.exports =`. */
  exports: Map<string, Expr[]>
  /** Modules whose exports are re-exported. */
  stars: string[]
  /** Ranges of code for some platforms only. */
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
  /** Of these, itself one, one has run wherever code under `up` goes on. */
  branches?: { guards: readonly Guard[]; up: Guard | null }
}

/** When a script's own code does something: behind so many of its calls. */
export interface Moment {
  module: Module
  calls: number
}

export interface Guarded {
  value: Expr
  guard: Guard | null
  /** For a variable of a script: when its own code assigns it. */
  at?: Moment
  /** The function that assigns it, if it isn't the variable's own. */
  by?: Fn | null
}

/** A holder of values gets a number once something is recorded for it: 0 until then. */
export interface Slotted {
  slot: number
}

/** A variable. Assignments are in source order. */
export interface Binding extends Slotted {
  name: string
  values: readonly Guarded[]
  /** The function it belongs to; null for a module-level one. */
  fn: Fn | null
  /** Loops around its declaration, within its function. */
  loop: number
  /** Assigned from an inner function: order is meaningless. */
  shared: boolean
  /** Its declaration is hoisted: a function, class, import or parameter. */
  hoisted: boolean
  /** It is referenced. */
  used: boolean
  /** The reference to all its values; null until there is one. */
  whole: Expr | null
  /** For a parameter: how often it is referenced, and the calls of it. */
  references: number
  calls?: CallExpr[]
  /** Items added to its array after it was created. */
  grown?: Expr[]
  /** The enclosing function's variable that this is an inner function's view of. */
  of?: Binding
}

export interface Fn extends Slotted {
  module: Module
  parent: Fn | null
  arrow: boolean
  /** The default `this`. */
  owner: ObjExpr | ClassExpr | { k: 'made'; by: Expr } | { k: 'static'; of: ClassExpr } | null
  /** The object it was assigned to: without an owner, `this` has that object's members. */
  putOn?: Expr
  returns: readonly Guarded[]
  pos: number
  /** Where it ends, in built code. */
  end?: number
  /** A transpiler helper: it defines one member on its first argument, or all members of the others. */
  role?: 'defines' | 'merges'
  /** For the entire module of a bundle: what its loader gives it. */
  loaded?: readonly Expr[]
  /** For a generator: the values it yields. */
  yields?: { spread: boolean; value: Expr }[]
  /** Arguments known where it is written: for `list.reduce(fn, start)` the start and an item, for `promise.then(fn)` the value. */
  folds?: Expr[]
  /** It is a setter: what it is given is what is assigned, where that is seen. */
  sets?: true
  /** The variables of plain parameters, by index. */
  params: readonly Binding[]
}

export interface MemberWrite {
  object: Expr
  name: string
  value: Expr
  fn: Fn | null
  guard: Guard | null
  /** If no function does it. */
  at?: Moment
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
  /** Null for one that isn't in the source. */
  module: Module | null
  /** The object whose property value it is, and that property's name. */
  parent: { object: ObjExpr; key: string } | null
  /** It stands for a variable's object at a later point: the first property spreads the earlier one. */
  renews?: true
  /** For a proxy: the object whose `get` is consulted first. */
  handler?: Expr
  /** A call that received the object as that argument, and may have changed it. */
  after?: { call: CallExpr; index: number }
  /** Members removed from what it spreads. */
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
  isOptional?: boolean
  module: Module
  fn: Fn | null
  guard: Guard | null
  pos: number
  link?: number // Where its own name stands, behind another call: `one().two()`.
}

/** An element: its name in markup, or what JSX names. */
export interface ShownExpr extends Pick<Shown, 'ids' | 'on'> {
  of: string | Expr
  given: ObjExpr
  /** Around JSX; absent for markup. */
  fn?: Fn | null
  guard?: Guard | null
}

export type TextExpr = { k: 'text'; text: string; module: Module; pos: number }

/** `module` and `pos` are where it is written; absent if it isn't in the source. */
export interface MemberExpr {
  k: 'member'
  object: Expr
  name: string | Expr
  module?: Module
  pos?: number
}

export type Reason = 'parameter' | 'server-data' | 'import' | 'computed' | 'missing' | 'cloud' | 'limit'

export type Expr =
  | TextExpr
  | ObjExpr
  | ClassExpr
  | CallExpr
  | { k: 'prim'; value: number | boolean | null | undefined }
  | { k: 'cat'; parts: Expr[] }
  | { k: 'ref'; binding: Binding; from: number; to: number; isSure?: boolean }
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
  /** `sent`: what goes through a chain of functions, without what they answer. */
  | { k: 'await'; value: Expr; sent?: true }
  | { k: 'import'; specifier: string; from: Module; name: string; pos?: number }
  /** What markup or JSX passes to a function: an event with data, what a component tells, its properties. */
  | { k: 'shown'; fn: Fn; index: number; as: 'event' | 'told' | 'properties' }
  /** Among what is added to a list: its items may have other places (`unshift`, `sort`, `list[0] = item`). */
  | { k: 'moved' }
  | { k: 'unknown'; reason: Reason }

export const MOVED: Expr = { k: 'moved' }
export const UNKNOWN: Expr = { k: 'unknown', reason: 'computed' }
export const UNDEFINED: Expr = { k: 'prim', value: undefined }

/** The variable itself, where a function around declares it. */
export function variableOf(binding: Binding): Binding {
  let at = binding
  while (at.of) at = at.of
  return at
}

/** The nearest function that has a `this` of its own. */
export const thisFunction = (fn: Fn | null): Fn | null => (fn?.arrow ? thisFunction(fn.parent) : fn)

/** The functions around a place, from the innermost outwards. */
export function functionsAround(fn: Fn | null): Fn[] {
  const result: Fn[] = []
  for (let at = fn; at; at = at.parent) result.push(at)
  return result
}
