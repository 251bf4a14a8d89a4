/** Parameters: the arguments a given call, or any call, passes to a function. */

import type { Expr, Fn } from '../ir/types.js'
import { propsOfSetup } from './components.js'
import { cutAt, enter, isWhole, leave, watch } from './cycles.js'
import { isDead } from './dead.js'
import { fold, written } from './folding.js'
import { placed } from './lists.js'
import { liveSites } from './live-sites.js'
import type { Program, Site } from './program.js'
import {
  type Arg,
  distinct,
  type Env,
  isMissing,
  MISSING,
  needsCaller,
  unknown,
  type Value,
} from './values.js'

type Param = Extract<Expr, { k: 'param' }>

export function parameter(program: Program, expr: Param, env: Env | null): Value[] {
  const { fn, index, rest } = expr
  for (let at = env; at; at = at.up) if (at.fn === fn) return argument(program, at.args, index, rest)
  const pinned = program.pinned?.get(fn)
  if (pinned) return argument(program, pinned, index, rest)
  if (index === 0 && !rest && program.answered.has(fn)) return [ANSWER]
  const given = rest ? undefined : fn.folds?.[index]
  if (given && fn.sets) return assigned(program, given, env)
  if (given) return given.k === 'await' ? answer(program, given, env) : fold(program, given, env)
  const context = index === 0 && !rest ? program.contexts.get(fn) : undefined
  if (context) return [context]
  const ofSetup = index === 0 && !rest ? propsOfSetup(program, fn) : null
  if (ofSetup) return program.sites.has(fn) ? [ofSetup, ...fromEverywhere(program, expr, env)] : [ofSetup]
  const loaded = rest || program.sites.has(fn) ? undefined : fn.loaded?.[index]
  if (loaded) return fold(program, loaded, null)
  if (program.open === 'all' || program.open.has(fn)) return [unknown('parameter', [fn])]
  return fromEverywhere(program, expr, env)
}

/** What a client tells an interceptor of its answers. */
const ANSWER: Value = { k: 'unknown', hole: { reason: 'server-data', owners: [], told: 'answer' } }

export function argument(program: Program, args: Arg[], index: number, rest: boolean): Value[] {
  if (rest) return restOf(program, args, index)
  const spread = args.findIndex((arg) => 'expr' in arg && arg.expr.k === 'spread')
  if (spread >= 0 && spread <= index) return spreadArgument(program, args, spread, index)
  const arg = args[index]
  return arg ? argValues(program, arg) : [MISSING]
}

const MAX_LISTS = 16

/** Items of arrays passed on (`f(...args)`, `f.apply(this, arguments)`). */
function restOf(program: Program, args: Arg[], index: number): Value[] {
  let lists: Value[][][] = [[]]
  for (const arg of args) {
    if (!('expr' in arg) || arg.expr.k !== 'spread') {
      const values = argValues(program, arg)
      lists = lists.map((items) => [...items, values])
      continue
    }
    const given = fold(program, arg.expr.of, arg.env)
    const open = given.find(({ k }) => k !== 'list')
    if (open || given.length * lists.length > MAX_LISTS)
      return [open?.k === 'unknown' ? open : unknown('computed')]
    lists = lists.flatMap((items) =>
      given.map((one) => (one.k === 'list' ? [...items, ...placed(one)] : items)),
    )
  }
  return lists.map((items) => ({ k: 'list', items: items.slice(index) }))
}

/** `f(...args)`: the array's own item, if known. */
function spreadArgument(program: Program, args: Arg[], spread: number, index: number): Value[] {
  const arg = args[spread]
  if (!arg || !('expr' in arg) || arg.expr.k !== 'spread') return [unknown('computed')]
  return fold(program, arg.expr.of, arg.env).flatMap((value) => {
    if (value.k === 'list') return placed(value)[index - spread] ?? [MISSING]
    return [value.k === 'unknown' ? value : unknown('computed')]
  })
}

export function argValues(program: Program, arg: Arg): Value[] {
  return 'values' in arg ? arg.values : fold(program, arg.expr, arg.env)
}

/** Code that isn't seen may assign to a member to which no other does; what its getter gives, nobody assigns. */
function assigned(program: Program, member: Expr, env: Env | null): Value[] {
  if (member.k !== 'member' || typeof member.name !== 'string') return [unknown('parameter')]
  const { object, name } = member
  const values = fold(program, object, env)
    .flatMap((one) => written(program, one, name) ?? [])
    .filter((value) => !isMissing(value))
  return values.length > 0 ? values : [unknown('parameter')]
}

/** What a promise passes to a function; for a response only the parameter's name is known. */
function answer(program: Program, promise: Expr, env: Env | null): Value[] {
  return fold(program, promise, env).map((value) =>
    value.k === 'unknown' && value.hole.owners.length === 0 ? unknown('server-data') : value,
  )
}

const MAX_JOINED = 200
const NONE: readonly Site[] = []

/** A parameter when no single call is meant: the values from any call. */
function fromEverywhere(program: Program, expr: Param, env: Env | null): Value[] {
  const all = program.sites.get(expr.fn) ?? NONE
  const sites = liveSites(program, all)
  if (sites.length === 0 && (all.length > 0 || isDead(program, expr.fn)))
    return [{ k: 'unknown', hole: { reason: 'parameter', owners: [], never: expr.fn } }]
  const reason = program.callbacks.has(expr.fn) ? 'server-data' : 'parameter'
  if (sites.length === 0 || cutAt(program, expr)) return [unknown(reason)]
  const isPlain = env === null || sites.every(({ call }) => surrounding(env, call.fn) === null)
  const known = isPlain ? program.given.get(expr) : undefined
  if (known) return known
  const { changeable } = program
  const before = watch(program)
  enter(program, expr)
  const result: Value[] = []
  let isCounted = false
  if (sites.length > MAX_JOINED) result.push(unknown('limit'))
  for (const site of sites.slice(0, MAX_JOINED)) {
    const args = site.args.map((one) => ({ expr: one, env: surrounding(env, site.call.fn) }))
    const given = argument(program, args, expr.index, expr.rest)
    if (given.length === 0 && isSum(site.args[expr.index])) isCounted = true
    result.push(...given)
  }
  leave(program, expr)
  if (isCounted && result.every(isNumber)) result.push(unknown('computed'))
  const values = distinct(result)
  const isFinal = isWhole(program, before) && program.changeable === changeable && program.steps > 0
  if (isPlain && isFinal && !needsCaller(values)) program.given.set(expr, values)
  return values
}

/** `run(at + 1)`: made of the parameter itself, a number is another one in each call. */
const isSum = (arg: Expr | undefined): boolean => arg?.k === 'cat' || arg?.k === 'binary'
const isNumber = (value: Value): boolean => value.k === 'prim' && typeof value.value === 'number'

/** The arguments of the function that contains a call, if known: `list.forEach((item) => …)`. */
function surrounding(env: Env | null, fn: Fn | null): Env | null {
  for (let at = env; at && fn; at = at.up) if (at.fn === fn) return at
  return null
}
