/** Where a network API escapes as a value into code that isn't followed and may call it. */

import type { EscapeFact } from '../../facts/project.js'
import { fold } from '../evaluate/folding.js'
import { vendored } from '../evaluate/modules.js'
import { calleeName } from '../evaluate/names.js'
import type { Program } from '../evaluate/program.js'
import type { Value } from '../evaluate/values.js'
import { callAt, frameworksOf, isApiName, isCallApi, isPlatform, packageName } from '../frameworks/index.js'
import type { CallExpr, Expr, LooseWrite, Module } from '../ir/types.js'
import { placeOf } from '../lines.js'
import { word } from '../words.js'
import { objectName } from './lost.js'

/** Steps for one value, and for a whole project. */
const STEPS = 300
const ALL_STEPS = 1_000_000

/** The first place of each. */
export interface Escapes {
  /** A platform's object or one of its network APIs. */
  any: EscapeFact | null
  /** An API itself, in a call: whoever is given one calls it. */
  api: EscapeFact | null
}

/** All calls must be known. */
export function escapesIn(program: Program, reaches: (file: string) => boolean): Escapes {
  const { modules, open } = program
  program.open = new Set()
  const budget = { left: ALL_STEPS }
  const found: Escapes = { any: null, api: null }
  const isInside = (module: Module): boolean => {
    const { library, runtime, file } = module
    return !vendored(module) && !library && !runtime && reaches(file)
  }
  const inside = [...modules.values()].filter(isInside)
  for (const module of inside) {
    for (const fact of inCalls(program, module, budget)) {
      found.any ??= fact
      if (isNetwork(fact.api)) found.api ??= fact
      if (found.api) break
    }
    found.any ??= first(inWrites(program, module, budget))
    if (found.api) break
  }
  found.any ??= first(inYields(program, new Set(inside), budget))
  program.open = open
  return found
}

interface Budget {
  left: number
}

function first<T>(all: Iterable<T>): T | null {
  const [one] = all
  return one ?? null
}

function valuesOf(program: Program, expr: Expr, budget: Budget): Value[] {
  if (budget.left <= 0) return []
  program.steps = STEPS
  const values = fold(program, expr, null)
  budget.left -= STEPS - program.steps
  return values
}

/** Expressions that may be an API: a name, a member, a call's result, or an element of an object or array literal. */
function held(expr: Expr, depth = 0): { expr: Expr; isWithin: boolean }[] {
  const within = (values: Expr[]) =>
    depth < 3 ? values.flatMap((one) => held(one, depth + 1)).map((one) => ({ ...one, isWithin: true })) : []
  switch (expr.k) {
    case 'ref':
    case 'member':
    case 'global':
    case 'param':
    case 'cond':
    case 'either':
    case 'call':
      return [{ expr, isWithin: false }]
    case 'spread':
      return held(expr.of, depth)
    case 'obj':
      return within(expr.props.map(({ value }) => value))
    case 'array':
      return within(expr.items.map(({ value }) => value))
    default:
      return []
  }
}

interface Api {
  path: string
  /** In an object or a list. */
  isWithin: boolean
  isFirst: boolean
}

function apiOf(program: Program, written: Expr, budget: Budget, isFirst = true): Api | null {
  for (const { expr, isWithin } of held(written)) {
    for (const value of valuesOf(program, expr, budget))
      if (value.k === 'native' && (isNetwork(value.path) || isWhole(value.path)))
        return { path: value.path, isWithin, isFirst }
  }
  return null
}

function isNetwork(path: string): boolean {
  const known = callAt(path)
  return known !== null && isCallApi(known.shape.api)
}

/** The platform object itself, `wx`, which has all APIs. */
const isWhole = (path: string) => isPlatform(path) && isNetwork(`${path}.request`)

function* inCalls(program: Program, module: Module, budget: Budget): Iterable<EscapeFact> {
  for (const call of module.calls) {
    if (budget.left <= 0) return
    const borrowed = borrowedFrom(program, call, budget)
    if (borrowed) yield escapeTo(borrowed, nameOf(call.callee), module, call.pos)
    if (call.args.every((arg) => held(arg).length === 0)) continue
    // Most calls are of functions that are followed, whatever they are given: that takes far longer to work out.
    const callees = valuesOf(program, call.callee, budget)
    if (callees.some((callee) => followsAll(callee, call))) continue
    for (const [at, arg] of call.args.entries()) {
      const api = apiOf(program, arg, budget, at === 0)
      const isFollowed = !api || callees.some((callee) => follows(callee, api))
      if (!isFollowed) yield escapeTo(api.path, nameOf(call.callee), module, call.pos)
    }
  }
}

/** `wx.request.send(options)`: a method that was put on all functions has the API as its `this`. */
function borrowedFrom(program: Program, { callee }: CallExpr, budget: Budget): string | null {
  if (callee.k !== 'member' || typeof callee.name !== 'string' || OF_FUNCTIONS.has(callee.name)) return null
  const isApi = callee.object.k === 'member' && isApiName(String(callee.object.name))
  const api = isApi ? apiOf(program, callee.object, budget) : null
  return api && isNetwork(api.path) && callAt(`${api.path}.${callee.name}`) === null ? api.path : null
}

const OF_FUNCTIONS = new Set([
  'call',
  'apply',
  'bind',
  'then',
  'catch',
  'finally',
  'toString',
  'hasOwnProperty',
])

/** Language built-ins and loggers: none of them calls the value or stores it out of sight. */
const HARMLESS =
  /^(?:Object\.(?:keys|values|entries|fromEntries|assign|freeze|seal|create|getOwnPropertyNames|getPrototypeOf|getOwnPropertyDescriptors?|defineProperty)|Reflect\.(?:has|get|ownKeys|getPrototypeOf)|Object|Promise\.(?:resolve|all)|JSON\.stringify|String|Boolean|Array\.(?:isArray|of|from)|Function|Proxy(?:\.revocable)?|require|console\..*)$/

/** Methods of functions, which call their receiver, and of arrays, which keep their arguments. */
const ON_FUNCTION = new Set(['call', 'apply', 'bind'])
const ON_LIST = new Set(['push', 'unshift', 'concat', 'includes', 'indexOf'])
/** Functions that create apps, components and stores, whose members remain visible. */
const KEEPS =
  /^(?:App|Page|Component|Behavior|Mixin|Vue|mixin|extend|provide|setData|create(?:App|SSRApp|Page|Component|Store|Context)|define(?:Component|Page|Store)|configureStore|observable|reactive|ref|shallowRef|markRaw)$/
const TELLS = new Set(['hasOwnProperty', 'has', 'log', 'info', 'warn', 'error', 'debug'])

/** Is whatever it is given followed? */
function followsAll(callee: Value, call: CallExpr): boolean {
  const name = calleeName(call.callee)
  // Promisifiers take an API and return it in another form.
  if (TELLS.has(name) || KEEPS.test(name) || /promis|pify/i.test(name)) return true
  switch (callee.k) {
    case 'function':
    case 'class':
    case 'client':
    case 'prototype':
      return true
    case 'native':
      return HARMLESS.test(callee.path) || callee.path.endsWith('.bind')
    case 'package':
      return frameworksOf(packageName(callee.name)).length > 0
    case 'method':
      return ON_FUNCTION.has(name) || (ON_LIST.has(name) && isNamed(call.callee))
    default:
      return ON_FUNCTION.has(name)
  }
}

/** Is this followed in what it is given to, though not everything is? */
function follows(callee: Value, { path, isWithin, isFirst }: Api): boolean {
  const isWrapped = isFirst && !isWithin
  switch (callee.k) {
    case 'native':
      return isWhole(path) && !isWithin && isPlatform(callee.path.split('.')[0] ?? '')
    case 'package':
      return isWrapped || isWhole(path)
    case 'unknown':
      return callee.hole.reason === 'import' && isWrapped
    default:
      return false
  }
}

/** Values put into the array of a variable or member can be found there again. */
const isNamed = (callee: Expr): boolean =>
  callee.k === 'member' &&
  (callee.object.k === 'ref' || (callee.object.k === 'member' && typeof callee.object.name === 'string'))

function nameOf(callee: Expr): string {
  const name = calleeName(callee)
  const of = callee.k === 'member' ? objectName(callee.object) : ''
  return of && name ? `${of}.${name}` : of || name || '(…)'
}

const LONGEST = 80

function escapeTo(api: string, to: string, module: Module, pos: number): EscapeFact {
  return { api, to: word(to.slice(0, LONGEST)), place: placeOf(module, pos) }
}

/** `exports[name] = wx.request`, `Api.prototype = wx`. */
function* inWrites(program: Program, module: Module, budget: Budget): Iterable<EscapeFact> {
  for (const write of module.looseWrites) {
    if (write.key === null) continue
    const api = apiOf(program, write.value, budget)
    if (!api || isFoundAgain(program, write, budget)) continue
    yield escapeTo(api.path, `${objectName(write.object)}[…]`, module, posOf(write.value))
  }
  for (const { object, name, value } of module.writes) {
    if (name !== 'prototype' && name !== '__proto__') continue
    const api = apiOf(program, value, budget)
    if (api) yield escapeTo(api.path, `${objectName(object)}.${name}`, module, posOf(value))
  }
}

/** A computed key that is known names the member wherever it is read; if a caller provides it, only the caller knows. */
function isFoundAgain(program: Program, { key, object, value }: LooseWrite, budget: Budget): boolean {
  if (value.k === 'ref' && value.binding.values[0]?.value.k === 'param') return false
  const isKnown = key !== null && valuesOf(program, key, budget).every((one) => one.k === 'text' && !one.hole)
  return isKnown && valuesOf(program, object, budget).some(({ k }) => k !== 'unknown')
}

const posOf = (expr: Expr): number => ('pos' in expr ? (expr.pos ?? 0) : 0)

/** `function* () { yield wx.request }`: the consumer of the iterator gets it. */
function* inYields(program: Program, modules: ReadonlySet<Module>, budget: Budget): Iterable<EscapeFact> {
  for (const { yields = [], module, pos } of program.sites.keys()) {
    if (!modules.has(module)) continue
    for (const { value } of yields) {
      const api = apiOf(program, value, budget)
      if (api) yield escapeTo(api.path, 'yield', module, posOf(value) || pos)
    }
  }
}
