/** Folding: every value an expression can have. */

import { callValue } from './invoke.js'
import { type Expr, type Fn, type Guard, thisFunction } from './ir.js'
import { memberOf, membersOf } from './members.js'
import { importValue } from './modules.js'
import type { Program } from './program.js'
import {
  type Arg,
  distinct,
  type Env,
  isMissing,
  joinAll,
  literal,
  MISSING,
  truthOf,
  truthOfOne,
  unknown,
  type Value,
} from './values.js'

const MAX_DEPTH = 120

/** Every value of an expression; bounded in steps and depth, beyond which it is unknown for `limit`. */
export function fold(program: Program, expr: Expr, env: Env | null): Value[] {
  if (program.steps <= 0 || program.depth > MAX_DEPTH) return [unknown('limit')]
  program.steps--
  program.depth++
  try {
    return foldOne(program, expr, env)
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
      return [{ k: 'object', expr, env }]
    case 'class':
      return [{ k: 'class', expr, env }]
    case 'array':
      return [{ k: 'list', items: arrayItems(program, expr.items, env) }]
    case 'global':
      return [{ k: 'native', path: expr.name }]
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
    case 'not': {
      const truth = truthIn(program, expr.value, env)
      return truth === null ? [unknown('computed')] : [{ k: 'prim', value: !truth }]
    }
    case 'compare':
      return compare(program, expr, env)
    case 'binary':
      return relation(program, expr, env)
    case 'item':
    case 'spread':
      return fold(program, expr.of, env).flatMap((value) => membersOf(program, value))
    case 'await':
      return fold(program, expr.value, env).map((value) =>
        value.k === 'unknown' && value.hole.owners.length === 0 ? unknown('server-data') : value,
      )
    default:
      return [unknown('computed')]
  }
}

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
    const values = fold(program, part, env)
    result = result
      ? joinAll(result, values)
      : joinAll([{ k: 'text', text: '', marks: [], hole: null, soft: false }], values)
  }
  return result ?? []
}

type Ref = Extract<Expr, { k: 'ref' }>

/** The values of a variable: of the assignments a place can see, in their order. */
function reference(program: Program, expr: Ref, around: Env | null): Value[] {
  const { binding } = expr
  const env = binding.fn ? around : null
  const all = expr.to < 0 || binding.shared
  if (all && env === null) {
    const known = program.known.get(binding)
    if (known) return known
  }
  const active = program.active.get(binding) ?? binding.values.length
  const from = all ? 0 : expr.from
  const to = Math.min(all ? binding.values.length : expr.to, active)
  const before = program.cuts
  const changeable = program.changeable
  if (active < binding.values.length) program.cuts++
  const result = assigned(program, expr, env, { from, to, all })
  const isFinal =
    program.cuts === before && program.changeable === changeable && program.steps > 0 && !needsCaller(result)
  if (all && env === null && isFinal) program.known.set(binding, result)
  return result
}

interface Range {
  from: number
  to: number
  all: boolean
}

function assigned(program: Program, { binding }: Ref, env: Env | null, { from, to, all }: Range): Value[] {
  if (to <= from && binding.values.length > 0) return [unknown('computed')]
  let result: Value[] = []
  const outer = program.active.get(binding)
  for (let at = from; at < to; at++) {
    const one = binding.values[at]
    if (!one) continue
    program.active.set(binding, at)
    const holds = guardHolds(program, one.guard, env)
    if (holds !== false) {
      if (holds === true && one.guard && !all) result = []
      result.push(...fold(program, one.value, env))
    }
    if (outer === undefined) program.active.delete(binding)
    else program.active.set(binding, outer)
  }
  if (binding.values.length === 0) return [MISSING]
  return softened(distinct(result))
}

/** Beside real values an empty one is a placeholder: `let base = ''`, then an assignment. */
export function softened(values: Value[]): Value[] {
  if (values.length < 2) return values
  const kept = values.filter((value) => !isMissing(value))
  if (kept.length === 0) return values.slice(0, 1)
  return kept.map((value) =>
    value.k === 'text' && value.text === '' && !value.hole ? { ...value, soft: true } : value,
  )
}

function needsCaller(values: Value[]): boolean {
  return values.some(
    (value) => (value.k === 'unknown' || value.k === 'text') && (value.hole?.owners.length ?? 0) > 0,
  )
}

/** Does a condition hold? Null when that isn't known, or when state decides it. */
function truthIn(program: Program, test: Expr, env: Env | null): boolean | null {
  const before = program.changeable
  const truth = truthOf(fold(program, test, env))
  return program.changeable === before ? truth : null
}

/** Do all conditions hold under which code runs? Null when that isn't known. */
export function guardHolds(program: Program, guard: Guard | null, env: Env | null): boolean | null {
  let result: boolean | null = true
  for (let at = guard; at; at = at.up) {
    const truth = at.test ? truthIn(program, at.test, env) : null
    if (truth === null) result = null
    else if (truth !== at.sense) return false
  }
  return result
}

type Param = Extract<Expr, { k: 'param' }>

function parameter(program: Program, expr: Param, env: Env | null): Value[] {
  const { fn, index, rest } = expr
  for (let at = env; at; at = at.up) if (at.fn === fn) return argument(program, at.args, index, rest)
  if (program.open === 'all' || program.open.has(fn)) return [unknown('parameter', [fn])]
  return fromEverywhere(program, expr)
}

export function argument(program: Program, args: Arg[], index: number, rest: boolean): Value[] {
  if (rest) return [{ k: 'list', items: args.slice(index).map((arg) => argValues(program, arg)) }]
  const spread = args.findIndex((arg) => 'expr' in arg && arg.expr.k === 'spread')
  if (spread >= 0 && spread <= index) return spreadArgument(program, args, spread, index)
  const arg = args[index]
  return arg ? argValues(program, arg) : [MISSING]
}

/** `f(...args)`: the list's own item where it is known. */
function spreadArgument(program: Program, args: Arg[], spread: number, index: number): Value[] {
  const arg = args[spread]
  if (!arg || !('expr' in arg) || arg.expr.k !== 'spread') return [unknown('computed')]
  return fold(program, arg.expr.of, arg.env).flatMap((value) => {
    if (value.k === 'list') return value.items[index - spread] ?? [MISSING]
    return [value.k === 'unknown' ? value : unknown('computed')]
  })
}

export function argValues(program: Program, arg: Arg): Value[] {
  return 'values' in arg ? arg.values : fold(program, arg.expr, arg.env)
}

const MAX_JOINED = 200

/** A parameter where no single call is meant: what any call gives it. */
function fromEverywhere(program: Program, expr: Param): Value[] {
  const sites = program.sites.get(expr.fn) ?? []
  const reason = program.callbacks.has(expr.fn) ? 'server-data' : 'parameter'
  if (sites.length === 0 || program.joining.has(expr)) {
    if (sites.length > 0) program.cuts++
    return [unknown(reason)]
  }
  program.joining.add(expr)
  const result: Value[] = []
  if (sites.length > MAX_JOINED) result.push(unknown('limit'))
  for (const site of sites.slice(0, MAX_JOINED)) {
    const args = site.args.map((one) => ({ expr: one, env: null }))
    result.push(...argument(program, args, expr.index, expr.rest))
  }
  program.joining.delete(expr)
  return distinct(result)
}

function thisValue(program: Program, fn: Fn | null, env: Env | null): Value[] {
  const own = thisFunction(fn)
  if (!own) return [unknown('computed')]
  for (let at = env; at; at = at.up) if (at.fn === own && at.self) return [at.self]
  const { owner } = own
  if (!owner) return [{ k: 'instance', of: own, args: null, env: null }]
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
  if (owner?.k !== 'class' || !owner.parent) return [unknown('computed')]
  return fold(program, owner.parent, env).map((value) =>
    value.k === 'class' ? { k: 'prototype', of: value.expr } : value,
  )
}

function memberValue(program: Program, expr: Extract<Expr, { k: 'member' }>, env: Env | null): Value[] {
  const objects = fold(program, expr.object, env)
  if (typeof expr.name === 'string') {
    const { name } = expr
    return distinct(objects.flatMap((object) => memberOf(program, object, name)))
  }
  const keys = fold(program, expr.name, env)
  return distinct(objects.flatMap((object) => keys.flatMap((key) => memberByKey(program, object, key))))
}

/** A key that isn't known chooses among all the members: that is how environments are switched. */
function memberByKey(program: Program, object: Value, key: Value): Value[] {
  if (key.k === 'text' && !key.hole) return memberOf(program, object, key.text)
  if (key.k === 'prim') return memberOf(program, object, String(key.value))
  if (key.k === 'unknown' && key.hole.owners.length > 0) return [key]
  return membersOf(program, object)
}

function conditional(program: Program, expr: Extract<Expr, { k: 'cond' }>, env: Env | null): Value[] {
  const truth = truthIn(program, expr.test, env)
  if (truth !== null) return fold(program, truth ? expr.yes : expr.no, env)
  return distinct([...fold(program, expr.yes, env), ...fold(program, expr.no, env)])
}

function either(program: Program, expr: Extract<Expr, { k: 'either' }>, env: Env | null): Value[] {
  const before = program.changeable
  const left = fold(program, expr.left, env)
  const changes = program.changeable !== before
  const stays = (value: Value): boolean | null => {
    if (expr.op === '??') return value.k === 'unknown' || value.k === 'native' ? null : !isMissing(value)
    const truth = truthOfOne(value)
    return expr.op === '&&' && truth !== null ? !truth : truth
  }
  const kept = left.filter((value) => stays(value) !== false)
  const needsRight = changes || left.some((value) => stays(value) !== true)
  if (!needsRight) return kept
  const right = fold(program, expr.right, env)
  // Of `flag && value` only the value can become a part of a URL; a flag that doesn't hold makes nothing.
  return expr.op === '&&' && kept.every((value) => stays(value) === null)
    ? right
    : distinct([...kept, ...right])
}

function withDefault(program: Program, expr: Extract<Expr, { k: 'default' }>, env: Env | null): Value[] {
  const values = fold(program, expr.value, env)
  const given = values.filter((value) => !(value.k === 'prim' && value.value === undefined))
  const needsDefault = values.some(
    (value) =>
      (value.k === 'prim' && value.value === undefined) ||
      (value.k === 'unknown' && value.hole.owners.length === 0),
  )
  return needsDefault ? distinct([...given, ...fold(program, expr.otherwise, env)]) : given
}

function compare(program: Program, expr: Extract<Expr, { k: 'compare' }>, env: Env | null): Value[] {
  const [left, otherLeft] = fold(program, expr.left, env)
  const [right, otherRight] = fold(program, expr.right, env)
  if (otherLeft || otherRight || !left || !right) return [unknown('computed')]
  const same = isSame(left, right)
  return same === null ? [unknown('computed')] : [{ k: 'prim', value: same === expr.equal }]
}

function isSame(left: Value, right: Value): boolean | null {
  if (left.k === 'text' && right.k === 'text')
    return left.hole || right.hole || left.soft || right.soft ? null : left.text === right.text
  if (isMissing(left) !== isMissing(right)) {
    const other = isMissing(left) ? right : left
    return other.k === 'text' || other.k === 'prim' || other.k === 'object' ? false : null
  }
  if (left.k !== 'prim' || right.k !== 'prim') return null
  // `==` and `===` differ on these.
  return typeof left.value === typeof right.value && left.value !== null ? left.value === right.value : null
}

function relation(program: Program, expr: Extract<Expr, { k: 'binary' }>, env: Env | null): Value[] {
  const [left] = fold(program, expr.left, env)
  const [right] = fold(program, expr.right, env)
  const first = left?.k === 'prim' && typeof left.value === 'number' ? left.value : null
  const second = right?.k === 'prim' && typeof right.value === 'number' ? right.value : null
  if (first === null || second === null) return [unknown('computed')]
  const results: Record<string, number | boolean> = {
    '<': first < second,
    '<=': first <= second,
    '>': first > second,
    '>=': first >= second,
    '-': first - second,
    '*': first * second,
  }
  const value = results[expr.op]
  return value === undefined ? [unknown('computed')] : [{ k: 'prim', value }]
}
