/** Folding: every value an expression can have. */

import { flat } from '../flat.js'
import { isAppMaker, isGlobalObject, isPlatform } from '../frameworks/index.js'
import type { Expr, ObjExpr } from '../ir/types.js'
import { keep, tellsBuild } from './builds.js'
import { compare, either, negated, relation, typesOf, withDefault } from './conditions.js'
import { isChangedBy } from './effects.js'
import { exportersOf } from './exporters.js'
import { memberOf, membersOf, written } from './folding.js'
import { shownValues } from './given.js'
import { callValue, generated } from './invoke.js'
import { spreadOut } from './lists.js'
import { exportOf, importValue } from './modules.js'
import { conditional } from './narrowed.js'
import { withOrigin } from './origins.js'
import { parameter } from './parameters.js'
import { cheaply, isTooDeep, type Program } from './program.js'
import { awaited } from './promises.js'
import { definedGlobal } from './steered.js'
import { superValue, thisValue } from './this.js'
import {
  distinct,
  type Env,
  isMissing,
  joinAll,
  literal,
  numberOf,
  tellsServer,
  unknown,
  type Value,
} from './values.js'
import { reference } from './variables.js'
import { memberByKey } from './walks.js'

/** Every value of an expression; bounded in steps and depth, beyond which it is unknown for `limit`. */
export function fold(program: Program, expr: Expr, env: Env | null): Value[] {
  if (program.steps <= 0 || isTooDeep(program)) return [unknown('limit')]
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
      return neverEmpty(program, () => [{ k: 'list', items: arrayItems(program, expr.items, env) }])
    case 'global':
      return inNamespaces(program, expr) ?? globalValue(program, expr.name)
    case 'shown':
      return shownValues(program, expr)
    case 'unknown':
      return [unknown(expr.reason)]
    case 'import':
      return importValue(program, expr.specifier, expr.from, expr.name)
    default:
      return foldComposed(program, expr, env)
  }
}

/** What is empty in it leaves something all the same: a list, or the text around it. */
function neverEmpty(program: Program, work: () => Value[]): Value[] {
  const { emptied } = program
  const values = work()
  program.emptied = emptied
  return values
}

function foldComposed(program: Program, expr: Expr, env: Env | null): Value[] {
  switch (expr.k) {
    case 'cat':
      return expr.parts.some((part) => part.k === 'text' && part.text !== '')
        ? neverEmpty(program, () => concatenate(program, expr.parts, env))
        : concatenate(program, expr.parts, env)
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
    case 'spread': {
      const given = expr.of.k === 'call' && !expr.of.isNew ? generated(program, expr.of, env) : null
      if (given) return given
      return itemsOf(program, fold(program, expr.of, env))
    }
    case 'await':
      return awaited(fold(program, expr.value, env), expr.sent)
    default:
      return [unknown('computed')]
  }
}

/** What an empty array lacks, another one has: `all[name] || []`. */
function itemsOf(program: Program, lists: Value[]): Value[] {
  const filled = lists.filter((one) => one.k !== 'list' || one.items.length > 0)
  return flat(filled.length > 0 ? filled : lists, (one) => membersOf(program, one))
}

/** A member of a namespace around the name, the innermost first. */
function inNamespaces(program: Program, expr: Extract<Expr, { k: 'global' }>): Value[] | null {
  const { name, namespaces = [] } = expr
  const [component] = namespaces
  if (component?.k === 'import') return ofComponent(program, fold(program, component, null), name)
  if (namespaces.length === 0 || !program.writes.has(name)) return null
  for (const namespace of namespaces) {
    for (const object of fold(program, namespace, null)) {
      const found = written(program, object, name)
      if (found) return found
    }
  }
  return null
}

/** A name used in a component's markup; null if the component has no such member. */
function ofComponent(program: Program, components: Value[], name: string): Value[] | null {
  const found = flat(components, (one) => (one.k === 'object' ? memberOf(program, one, name) : [])).filter(
    (value) => !isMissing(value) && value.k !== 'method',
  )
  return found.length > 0 ? distinct(found) : null
}

/** Undeclared variables that scripts assign are the global object's members. */
function globalValue(program: Program, name: string): Value[] {
  const constant = definedGlobal(program.steered, name) ?? program.constants.get(name)
  if (constant) return constant
  // Adapters of games put the browser's own objects there: those are known.
  const path = !program.hasBrowser && isGlobalObject(name) ? 'globalThis' : name
  const own: Value = program.libraryGlobals.get(name) ?? { k: 'native', path }
  const imported = importedByName(program, name)
  if (imported) return imported
  if (isPlatform(name) || !program.globals.has(name)) return [own]
  const put = memberOf(program, { k: 'native', path: 'globalThis' }, name)
  // Analytics SDKs replace it with a function of their own that passes the options on.
  return isAppMaker(name) ? [own, ...put] : put
}

/** The value of an undeclared name that the build imports; null if it doesn't. */
function importedByName(program: Program, name: string): Value[] | null {
  if (!program.importsByName) return null
  program.exporters ??= exportersOf(program.modules.values())
  const found = flat(
    program.exporters.get(name) ?? [],
    ([module, exported]) => exportOf(program, module, exported) ?? [],
  )
  return found.length > 0 ? distinct(found) : null
}

/** Arguments of a call: it can't change strings and other primitives. What isn't known is none of them if the function sets a member. */
function afterCall(program: Program, expr: ObjExpr, env: Env | null): Value[] {
  const [before] = expr.props
  const values = before ? fold(program, before.value, env) : []
  const kept = values.filter(({ k }) => k !== 'object' && k !== 'instance')
  const isOpen = kept.some(({ k }) => k === 'unknown')
  const isChanged = kept.length < values.length || (isOpen && isChangedBy(program, expr.after, env))
  return isChanged ? [...kept.filter(({ k }) => k !== 'unknown'), { k: 'object', expr, env }] : kept
}

function arrayItems(program: Program, items: { spread: boolean; value: Expr }[], env: Env | null): Value[][] {
  return flat(items, ({ spread, value }) => {
    const given = spread && value.k === 'call' && !value.isNew ? generated(program, value, env) : null
    if (given) return [given]
    const values = fold(program, value, env)
    if (!spread) return [values]
    return values.length > 0 ? spreadOut(values, [unknown('computed')]) : [[unknown('computed')]]
  })
}

function concatenate(program: Program, parts: Expr[], env: Env | null): Value[] {
  let result: Value[] | null = null
  // `8000 + 1` is a number still; `'a' + 8000 + 1` is none.
  let sum = 0
  for (const part of parts) {
    const steps: number = result?.every(tellsServer) ? PATH_STEPS : program.steps
    const given: Value[] = cheaply(program, steps, () => fold(program, part, env))
    const values: Value[] = result?.every(beginsWithServer) ? meantAsText(given) : given
    sum += numberOf(values)
    if (!Number.isNaN(sum)) result = [{ k: 'prim', value: sum }]
    else
      result = result
        ? joinAll(result, values)
        : joinAll([{ k: 'text', text: '', marks: [], hole: null, soft: false }], values)
  }
  return result ?? []
}

const beginsWithServer = (value: Value) =>
  value.k === 'text' && !value.hole && /^[a-z]+:\/\/[^/]/i.test(value.text)

/**
 * Behind a server, code that may meet an object as well as a string checks which one it has: nobody appends
 * `[object Object]` to a URL. In front of it, an object may stand for servers in it that were not followed.
 */
function meantAsText(values: Value[]): Value[] {
  const rest = values.filter((value) => !isPlainObject(value))
  return rest.length > 0 ? rest : values
}

function isPlainObject(value: Value): boolean {
  if (value.k === 'list') return value.items.length > 1
  return (
    value.k === 'object' && value.expr.props.every(({ key }) => typeof key === 'string' && !SPELLED.test(key))
  )
}

/** What an object may have to be spelled out as text. */
const SPELLED = /^(?:toString|valueOf|toJSON)$/

/** Behind what tells the server, or that there is none, little is worth evaluating: the path may stay open. */
const PATH_STEPS = 1_000

function memberValue(program: Program, expr: Extract<Expr, { k: 'member' }>, env: Env | null): Value[] {
  const { emptied } = program
  const objects = fold(program, expr.object, env)
  // Nothing empty has such a member: no code after it would run.
  if (objects.every(({ k }) => k === 'text')) program.emptied = emptied
  if (typeof expr.name === 'string') {
    const { name } = expr
    const values = distinct(flat(objects, (object) => memberOf(program, object, name)))
    // A function may be called on another object than it was found on: what that one lacks decides no condition.
    if (expr.object.k === 'this' && values.some(isMissing)) program.changeable++
    return values
  }
  const { builds } = program
  const keys = fold(program, expr.name, env)
  if (tellsBuild(keys) || program.builds !== builds) for (const object of objects) keep(program, object, 2)
  return distinct(flat(objects, (object) => flat(keys, (key) => memberByKey(program, object, key))))
}
