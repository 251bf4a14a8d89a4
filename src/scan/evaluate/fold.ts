/** Folding: every value an expression can have. */

import { isPlatform } from '../frameworks/index.js'
import { type Expr, type Fn, functionsAround, type Guarded, type ObjExpr, thisFunction } from '../ir/types.js'
import { keep, leaveOut, tellsBuild } from './builds.js'
import {
  compare,
  conditional,
  either,
  guardHolds,
  negated,
  relation,
  typesOf,
  withDefault,
} from './conditions.js'
import { begin, cutAt, enter, isWhole, leave, watch } from './cycles.js'
import { isNeverGiven } from './dead.js'
import { exportersOf } from './exporters.js'
import { memberOf, membersOf, written } from './folding.js'
import { callValue } from './invoke.js'
import { once } from './memo.js'
import { exportOf, importValue } from './modules.js'
import { withOrigin } from './origins.js'
import { parameter } from './parameters.js'
import { cheaply, MAX_DEPTH, type Program } from './program.js'
import { definedGlobal } from './steered.js'
import {
  distinct,
  type Env,
  isMissing,
  joinAll,
  literal,
  MAX_VALUES,
  MISSING,
  namesServer,
  needsCaller,
  softened,
  unknown,
  type Value,
} from './values.js'
import { descended, memberByKey, stepOf } from './walks.js'

/** Every value of an expression; bounded in steps and depth, beyond which it is unknown for `limit`. */
export function fold(program: Program, expr: Expr, env: Env | null): Value[] {
  if (program.steps <= 0 || program.depth > MAX_DEPTH) return [unknown('limit')]
  program.steps--
  program.depth++
  try {
    return withOrigin(program, foldOne(program, expr, env), expr)
  } finally {
    program.depth--
  }
}

function foldOne(program: Program, expr: Expr, env: Env | null): Value[] {
  switch (expr.k) {
    case 'text':
      return [literal(expr.text, expr.module, expr.pos)]
    case 'prim':
      return [expr]
    case 'regex':
      return [expr]
    case 'fn':
      return [{ k: 'function', fn: expr.fn, env, self: null }]
    case 'obj':
      return expr.after ? afterCall(program, expr, env) : [{ k: 'object', expr, env }]
    case 'class':
      return [{ k: 'class', expr, env }]
    case 'array':
      return [{ k: 'list', items: arrayItems(program, expr.items, env) }]
    case 'global':
      return inNamespaces(program, expr) ?? globalValue(program, expr.name)
    case 'unknown':
      return [unknown(expr.reason)]
    case 'import':
      return importValue(program, expr.specifier, expr.from, expr.name)
    default:
      return foldComposed(program, expr, env)
  }
}

function foldComposed(program: Program, expr: Expr, env: Env | null): Value[] {
  switch (expr.k) {
    case 'cat':
      return concatenate(program, expr.parts, env)
    case 'ref':
      return reference(program, expr, env)
    case 'param':
      return parameter(program, expr, env)
    case 'this':
      return thisValue(program, expr.fn, env)
    case 'super':
      return superValue(program, expr.fn, env)
    case 'member':
      return memberValue(program, expr, env)
    case 'call':
      return callValue(program, expr, env)
    case 'cond':
      return conditional(program, expr, env)
    case 'either':
      return either(program, expr, env)
    case 'default':
      return withDefault(program, expr, env)
    case 'not':
      return negated(program, expr.value, env)
    case 'typeof':
      return typesOf(program, expr.value, env)
    case 'compare':
      return compare(program, expr, env)
    case 'binary':
      return relation(program, expr, env)
    case 'item':
    case 'spread':
      return fold(program, expr.of, env).flatMap((value) => membersOf(program, value))
    case 'await':
      return fold(program, expr.value, env).map((value) =>
        value.k === 'unknown' && value.hole.owners.length === 0
          ? { k: 'unknown', hole: { ...value.hole, reason: 'server-data' } }
          : value,
      )
    default:
      return [unknown('computed')]
  }
}

/** A member of a namespace around the name, the innermost first. */
function inNamespaces(program: Program, expr: Extract<Expr, { k: 'global' }>): Value[] | null {
  const { name, namespaces = [] } = expr
  if (namespaces.length === 0 || !program.writes.has(name)) return null
  for (const namespace of namespaces) {
    for (const object of fold(program, namespace, null)) {
      const found = written(program, object, name)
      if (found) return found
    }
  }
  return null
}

/** Undeclared variables that scripts assign are the global object's members. */
function globalValue(program: Program, name: string): Value[] {
  const constant = definedGlobal(program.steered, name) ?? program.constants.get(name)
  if (constant) return constant
  const own: Value = program.libraryGlobals.get(name) ?? { k: 'native', path: name }
  const imported = importedByName(program, name)
  if (imported) return imported
  if (isPlatform(name) || !program.globals.has(name)) return [own]
  return memberOf(program, { k: 'native', path: 'globalThis' }, name)
}

/** What a name nobody declares is where the build imports it; null where it does not. */
function importedByName(program: Program, name: string): Value[] | null {
  if (!program.importsByName) return null
  program.exporters ??= exportersOf(program.modules.values())
  const found = (program.exporters.get(name) ?? []).flatMap(
    ([module, exported]) => exportOf(program, module, exported) ?? [],
  )
  return found.length > 0 ? distinct(found) : null
}

/** What was given to a call: texts and the like can't be changed by it. */
function afterCall(program: Program, expr: ObjExpr, env: Env | null): Value[] {
  const [before] = expr.props
  const values = before ? fold(program, before.value, env) : []
  const kept = values.filter(({ k }) => !CHANGEABLE.has(k))
  return kept.length < values.length ? [...kept, { k: 'object', expr, env }] : kept
}

const CHANGEABLE: ReadonlySet<Value['k']> = new Set(['object', 'instance', 'unknown'])

function arrayItems(program: Program, items: { spread: boolean; value: Expr }[], env: Env | null): Value[][] {
  return items.flatMap(({ spread, value }) => {
    const values = fold(program, value, env)
    if (!spread) return [values]
    const [only] = values
    return values.length === 1 && only?.k === 'list' ? only.items : [[unknown('computed')]]
  })
}

function concatenate(program: Program, parts: Expr[], env: Env | null): Value[] {
  let result: Value[] | null = null
  for (const part of parts) {
    const steps: number = result?.every(namesServer) ? PATH_STEPS : program.steps
    const values: Value[] = cheaply(program, steps, () => fold(program, part, env))
    result = result
      ? joinAll(result, values)
      : joinAll([{ k: 'text', text: '', marks: [], hole: null, soft: false }], values)
  }
  return result ?? []
}

/** Behind a server's name little is worth finding out: it decides, and the path may stay open. */
const PATH_STEPS = 1_000

type Ref = Extract<Expr, { k: 'ref' }>

/** The values of a variable: of the assignments a place can see, in their order. */
function reference(program: Program, expr: Ref, around: Env | null): Value[] {
  const { binding } = expr
  for (let at = around; at; at = at.up) if (at.assumed?.binding === binding) return [at.assumed.value]
  const env = binding.fn ? around : null
  const all = expr.to < 0 || binding.shared
  if (all && env === null) {
    const known = program.known.get(binding)
    // What was joined of all callers is no answer while a single one is looked for.
    if (known && !(known.closed && isOpen(program, binding.fn))) return known.values
  }
  const active = program.active.get(binding) ?? binding.values.length
  const from = all ? 0 : expr.from
  const end = all ? binding.values.length : expr.to
  const to = Math.min(end, active)
  const changeable = program.changeable
  const before = watch(program)
  if (active < end) cutAt(program, binding)
  const range = { from, to, all }
  const part = all ? -1 - to : from * MOST_VALUES + to
  const result = once(program, binding, env, part, () => assigned(program, expr, env, range))
  const isFinal =
    isWhole(program, before) && program.changeable === changeable && program.steps > 0 && !needsCaller(result)
  if (all && env === null && isFinal)
    program.known.set(binding, { values: result, closed: !isOpen(program, binding.fn) })
  return result
}

const MOST_VALUES = 2 ** 26

/** Do parameters of a function, or of one around it, stay open? */
function isOpen({ open }: Program, fn: Fn | null): boolean {
  return open === 'all' || functionsAround(fn).some((one) => open.has(one))
}

interface Range {
  from: number
  to: number
  all: boolean
}

function assigned(program: Program, { binding }: Ref, env: Env | null, { from, to, all }: Range): Value[] {
  if (to <= from && binding.values.length > 0) return []
  let result: Value[] = []
  const outer = program.active.get(binding)
  const isFirst = begin(program, binding)
  let isCut = false
  for (let at = from; at < to; at++) {
    const one = binding.values[at]
    if (!one || stepOf(binding, one.value) || (all && isRenewed(one, binding.values[at + 1]))) continue
    program.active.set(binding, at)
    const { builds } = program
    const holds = guardHolds(program, one.guard, env)
    if (holds === false) {
      if (program.builds !== builds) leaveOut(program, one.value, env)
    } else {
      if (holds === true && one.guard && !all) result = []
      const folded = fold(program, one.value, env)
      if (folded.length === 0) isCut = true
      for (const value of folded) if (!isNeverGiven(value, one.by ?? null)) result.push(value)
    }
    if (outer === undefined) program.active.delete(binding)
    else program.active.set(binding, outer)
  }
  if (isFirst) leave(program, binding)
  for (let at = from; at < to; at++) {
    const value = binding.values[at]?.value
    const key = value ? stepOf(binding, value) : null
    if (key) result = descended(program, result, fold(program, key, env))
  }
  // `if (!cached) cached = …`: before one of its values is assigned it may still be empty.
  if (outer !== undefined && result.some(isMissing) && !result.every(isMissing)) program.changeable++
  // Made of itself alone it has no value. Else nothing is assigned, or only where nobody comes.
  if (result.length === 0) return isCut ? [] : [MISSING]
  return grownLists(program, binding, softened(distinct(result)), env)
}

/** Is a value only what the next one starts from? Whoever reads the variable later sees that one. */
function isRenewed(one: Guarded, next: Guarded | undefined): boolean {
  if (next?.value.k !== 'obj' || !next.value.renews) return false
  return next.guard === null || next.guard === one.guard
}

/** What is pushed counts wherever it is pushed: when, the source doesn't tell. */
function grownLists(program: Program, { grown }: Ref['binding'], values: Value[], env: Env | null): Value[] {
  if (!grown || !values.some(({ k }) => k === 'list')) return values
  const items = grown.slice(0, MAX_VALUES).flatMap((expr) => {
    if (!enter(program, expr)) return []
    const item = fold(program, expr, env)
    leave(program, expr)
    return [item]
  })
  if (grown.length > MAX_VALUES) items.push([unknown('limit')])
  return values.map((value) => (value.k === 'list' ? { ...value, items: [...value.items, ...items] } : value))
}

function thisValue(program: Program, fn: Fn | null, env: Env | null): Value[] {
  const own = thisFunction(fn)
  if (!own) return [unknown('computed')]
  for (let at = env; at; at = at.up) if (at.fn === own && at.self) return [at.self]
  const { owner } = own
  if (!owner) return [{ k: 'instance', of: own, args: null, env: null }]
  if (owner.k === 'static') return [{ k: 'class', expr: owner.of, env }]
  if (owner.k === 'made') return fold(program, owner.by, env).map(instanceOf)
  return owner.k === 'class'
    ? [{ k: 'instance', of: owner, args: null, env: null }]
    : [{ k: 'object', expr: owner, env }]
}

function instanceOf(made: Value): Value {
  if (made.k !== 'function' && made.k !== 'class') return unknown('computed')
  return { k: 'instance', of: made.k === 'class' ? made.expr : made.fn, args: null, env: made.env }
}

/** `super` as an object: the parent's members on the same `this`. */
function superValue(program: Program, fn: Fn | null, env: Env | null): Value[] {
  const owner = thisFunction(fn)?.owner
  if (owner?.k === 'static' && owner.of.parent) return fold(program, owner.of.parent, env)
  if (owner?.k !== 'class' || !owner.parent) return [unknown('computed')]
  return fold(program, owner.parent, env).map((value) =>
    value.k === 'class' ? { k: 'prototype', of: value.expr } : value,
  )
}

function memberValue(program: Program, expr: Extract<Expr, { k: 'member' }>, env: Env | null): Value[] {
  const objects = fold(program, expr.object, env)
  if (typeof expr.name === 'string') {
    const { name } = expr
    const [only] = objects
    if (only && objects.length === 1) return distinct(memberOf(program, only, name))
    return distinct(objects.flatMap((object) => memberOf(program, object, name)))
  }
  const keys = fold(program, expr.name, env)
  if (tellsBuild(keys)) for (const object of objects) keep(program, object, 2)
  return distinct(objects.flatMap((object) => keys.flatMap((key) => memberByKey(program, object, key))))
}
