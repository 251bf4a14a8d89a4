/** What functions change in objects that they are given and that others know as well: `setUp(config, url)`. */

import {
  type CallExpr,
  type Expr,
  type Fn,
  functionsAround,
  type LooseWrite,
  type MemberWrite,
  thisFunction,
  variableOf,
} from '../ir/types.js'
import { fold } from './folding.js'
import type { Program, Site } from './program.js'
import { type Env, newEnv, type Value } from './values.js'

/** One object that is changed, with what the function is given where it is that. */
export interface Passed {
  target: Value
  env: Env
}

type Param = Extract<Expr, { k: 'param' }>

/** A parameter, or the object that a function is called on, and the names that lead from there to a part of it. */
interface Part {
  root: Param | { k: 'this'; fn: Fn }
  names: readonly Expr[]
  expr: Expr
}

const FURTHEST_CALLER = 6
/** Callers of a function, and calls that are looked at for one change. */
const MOST_CALLERS = 200
const MOST_CALLS = 1_000

/** The objects that a change of what a function is given changes, caller by caller; all calls must be known. */
export function passedTo(program: Program, write: MemberWrite | LooseWrite): Passed[] {
  const part = partOf(write.object)
  if (!part) return []
  const left = { calls: MOST_CALLS, isMadeToo: !appends(write) }
  return entriesTo(program, part, left).flatMap(({ env, isAnswer }) =>
    fold(program, part.expr, env).flatMap((target) =>
      target.k === 'unknown' || (isAnswer && isNew(target)) ? [] : [{ target, env }],
    ),
  )
}

/** `options.url += '?' + query`: the server stays what it was. */
function appends({ value }: MemberWrite | LooseWrite): boolean {
  const [first] = value.k === 'cat' ? value.parts : []
  return first?.k === 'member'
}

/** An object literal within a function is another one each time. */
const isNew = (value: Value): boolean => value.k === 'object' && value.env !== null

interface Entry {
  env: Env
  /** It is given what another call answers. */
  isAnswer: boolean
}

interface Left {
  calls: number
  /** Literals count too where nobody else sees that they are changed. */
  isMadeToo: boolean
}

/** What a function may be given so that the part is of an object others know. */
function entriesTo(program: Program, part: Part, left: Left, depth = 0, isUnseen = false): Entry[] {
  const { fn } = part.root
  const sites = (program.sites.get(fn) ?? []).slice(0, MOST_CALLERS)
  return sites.flatMap((site) => {
    if (left.calls-- <= 0) return []
    const given = givenAs(part, site)
    const answer = given && answerIn(given, site.call.fn)
    if (!given || (answer && !isOwn(program, answer))) return []
    // Of a part of what it is given, neither the function nor its caller is seen to change it.
    const isPart = isUnseen || part.names.length > 0 || given.k === 'member'
    if (!isKnownToOthers(given, site.call.fn) && !(left.isMadeToo && isPart && isMade(given))) return []
    return outside(program, site, given, left, depth, isPart).flatMap((around) =>
      envsOf(program, part, site, around).map((env) => ({ env, isAnswer: answer !== null })),
    )
  })
}

function envsOf(
  program: Program,
  { root: { k, fn } }: Part,
  { args, call }: Site,
  around: Env | null,
): Env[] {
  const values = args.map((expr) => ({ expr, env: around }))
  const up = around?.fn && functionsAround(fn.parent).includes(around.fn) ? around : null
  const self = k === 'this' ? selfOf(call, fn) : null
  return self
    ? fold(program, self, around).map((one) => newEnv(fn, values, one, up))
    : [newEnv(fn, values, null, up)]
}

/** Of a caller that passes its own parameter on, what that is given. */
function outside(
  program: Program,
  { call }: Site,
  given: Expr,
  left: Left,
  depth: number,
  isPart: boolean,
): (Env | null)[] {
  const part = partOf(given)
  if (part?.root.k !== 'param' || !functionsAround(call.fn).includes(part.root.fn)) return [null]
  if (depth >= FURTHEST_CALLER) return []
  // Nor is the one around of what a function within passes on: `steps.forEach((step) => step(options))`.
  const isUnseen = isPart || call.fn !== part.root.fn
  return entriesTo(program, part, left, depth + 1, isUnseen).map(({ env }) => env)
}

/** The call whose answer is given, directly or by a variable of the caller. */
function answerIn(given: Expr, fn: Fn | null): CallExpr | null {
  if (given.k !== 'ref') return given.k === 'call' ? given : null
  const { fn: of, values } = variableOf(given.binding)
  const first = of !== null && of === fn ? values[0]?.value : null
  return first?.k === 'call' ? first : null
}

/** What others' functions answer (`merge({}, defaults)`, `cloneDeep(defaults)`) is new; only `getApp()` isn't. */
const isOwn = (program: Program, { callee }: CallExpr): boolean =>
  fold(program, callee, null).some(
    (one) => one.k === 'function' || (one.k === 'native' && one.path === 'getApp'),
  )

/** What stands for the part in a call. */
function givenAs({ root, names }: Part, { args, call }: Site): Expr | null {
  if (root.k === 'this') return selfOf(call, root.fn)
  const spread = args.find((arg) => arg.k === 'spread')
  if (root.rest || spread) return { k: 'array', items: args.map(asItem) }
  const given = args[root.index]
  if (given) return named(given, names)
  const usual = root.fn.params[root.index]?.values[0]?.value
  return usual?.k === 'default' ? usual.otherwise : null
}

const asItem = (arg: Expr) => ({ spread: false, value: arg.k === 'spread' ? arg.of : arg })

/** `set({ target: config })`: of an object that is written there what has the part's names. */
function named(given: Expr, [name, ...names]: readonly Expr[]): Expr {
  const key = name?.k === 'member' ? name.name : null
  if (given.k !== 'obj' || key === null) return given
  const found = given.props.find((one) => one.key === key)
  return found ? named(found.value, names) : given
}

/** What a function is called on, where that is not what it is written in: `set.call(config)`, `config.set = other.set`. */
function selfOf({ callee, args }: CallExpr, { owner }: Fn): Expr | null {
  if (callee.k !== 'member') return null
  if (callee.name === 'call' || callee.name === 'apply') return args[0] ?? null
  return owner?.k === 'obj' && callee.object.k !== 'this' ? callee.object : null
}

/** The parameter, or `this`, that something is or is a part of. */
export const rootOf = (expr: Expr): Part['root'] | null => partOf(expr)?.root ?? null

const MOST_NAMES = 8

/** Null for what is neither a parameter nor `this`, nor a part of them. */
function partOf(expr: Expr, depth = 0): Part | null {
  if (depth > MOST_NAMES) return null
  switch (expr.k) {
    case 'param':
      return { root: expr, names: [], expr }
    case 'this': {
      const fn = thisFunction(expr.fn)
      return fn && { root: { k: 'this', fn }, names: [], expr }
    }
    case 'member': {
      const of = partOf(expr.object, depth + 1)
      return of && { root: of.root, names: [...of.names, expr], expr: { ...expr, object: of.expr } }
    }
    case 'item': {
      const of = partOf(expr.of, depth + 1)
      return of && { root: of.root, names: [...of.names, expr], expr: { k: 'item', of: of.expr } }
    }
    case 'default': {
      const of = partOf(expr.value, depth + 1)
      return of && { ...of, expr: { ...expr, value: of.expr } }
    }
    case 'ref': {
      // What is put on a parameter makes a new value of the variable: its first one is what callers know.
      const [first] = variableOf(expr.binding).values
      return first ? partOf(first.value, depth + 1) : null
    }
    default:
      return null
  }
}

/** An object literal, a variable that begins with one, or a part of it. */
function isMade(expr: Expr): boolean {
  if (expr.k === 'member') return isMade(expr.object)
  const made = expr.k === 'ref' ? variableOf(expr.binding).values[0]?.value : expr
  return made?.k === 'obj'
}

/** Is it no object that only its caller knows? What that makes is followed from there on. */
function isKnownToOthers(expr: Expr, fn: Fn | null, depth = 0): boolean {
  if (depth > MOST_NAMES) return false
  const isKnown = (one: Expr) => isKnownToOthers(one, fn, depth + 1)
  switch (expr.k) {
    case 'this':
    case 'global':
    case 'import':
    case 'param':
      return true
    case 'member':
      return isKnown(expr.object)
    case 'item':
      return isKnown(expr.of)
    case 'array':
      return expr.items.some(({ value }) => isKnown(value))
    case 'default':
      return isKnown(expr.value) || isKnown(expr.otherwise)
    case 'cond':
      return isKnown(expr.yes) || isKnown(expr.no)
    case 'either':
      return isKnown(expr.left) || isKnown(expr.right)
    case 'call':
      return !expr.isNew
    case 'ref': {
      const binding = variableOf(expr.binding)
      const [first] = binding.values
      return binding.fn !== fn || binding.fn === null || (first !== undefined && isKnown(first.value))
    }
    default:
      return false
  }
}
