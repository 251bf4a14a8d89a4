/** What functions change in objects that they are given and that others know as well: `setUp(config, url)`. */

import {
  type Binding,
  type Expr,
  type Fn,
  functionsAround,
  type LooseWrite,
  type MemberWrite,
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

interface Part {
  param: Param
  expr: Expr
}

const FURTHEST_CALLER = 3
const MOST_CALLERS = 200

/** The objects that a change of a parameter changes, caller by caller; all calls must be known. */
export function passedTo(program: Program, { object }: MemberWrite | LooseWrite): Passed[] {
  const part = partOf(object)
  if (!part) return []
  return entriesTo(program, part.param, 0).flatMap((env) =>
    fold(program, part.expr, env).flatMap((target) => (target.k === 'unknown' ? [] : [{ target, env }])),
  )
}

/** What a function may be given so that the parameter is an object others know. */
function entriesTo(program: Program, { fn, index, rest }: Param, depth: number): Env[] {
  if (rest) return []
  const sites = (program.sites.get(fn) ?? []).slice(0, MOST_CALLERS)
  return sites.flatMap((site) => {
    const { args, call } = site
    const given = args[index]
    if (given ? !isKnownToOthers(given, call.fn) : !hasDefault(fn, index)) return []
    return outside(program, site, given, depth).map((around) => {
      const values = args.map((expr) => ({ expr, env: around }))
      return newEnv(fn, values, null, isInside(fn, around) ? around : null)
    })
  })
}

/** Of a caller that passes its own parameter on, what that is given. */
function outside(program: Program, { call }: Site, given: Expr | undefined, depth: number): (Env | null)[] {
  const param = given ? partOf(given)?.param : null
  if (!param || !functionsAround(call.fn).includes(param.fn)) return [null]
  return depth < FURTHEST_CALLER ? entriesTo(program, param, depth + 1) : []
}

const isInside = (fn: Fn, env: Env | null): boolean =>
  env?.fn !== undefined && env.fn !== null && functionsAround(fn.parent).includes(env.fn)

const hasDefault = (fn: Fn, index: number): boolean => fn.params[index]?.values[0]?.value.k === 'default'

const MOST_NAMES = 8

/** A parameter or a part of one, by the names that lead there from the parameter itself; null for anything else. */
function partOf(expr: Expr, depth = 0): Part | null {
  if (depth > MOST_NAMES) return null
  switch (expr.k) {
    case 'param':
      return { param: expr, expr }
    case 'member': {
      const object = partOf(expr.object, depth + 1)
      return object && { param: object.param, expr: { ...expr, object: object.expr } }
    }
    case 'item': {
      const list = partOf(expr.of, depth + 1)
      return list && { param: list.param, expr: { k: 'item', of: list.expr } }
    }
    case 'default': {
      const value = partOf(expr.value, depth + 1)
      return value && { param: value.param, expr: { ...expr, value: value.expr } }
    }
    case 'ref': {
      // What is put on a parameter makes a new value of the variable: its first one is what callers know.
      const [first] = whole(expr.binding).values
      return first ? partOf(first.value, depth + 1) : null
    }
    default:
      return null
  }
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
      return expr.callee.k === 'global' && expr.callee.name === 'getApp'
    case 'ref': {
      const binding = whole(expr.binding)
      const [first] = binding.values
      return binding.fn !== fn || binding.fn === null || (first !== undefined && isKnown(first.value))
    }
    default:
      return false
  }
}

function whole(binding: Binding): Binding {
  let at = binding
  while (at.of) at = at.of
  return at
}
