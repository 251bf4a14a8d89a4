/** The return value of a call. */

import { flat } from '../flat.js'
import { anyOf, callAt, callerByName, givenBy, isLent, isPlatform } from '../frameworks/index.js'
import type { CallExpr, Expr } from '../ir/types.js'
import { answerOf } from './answers.js'
import { clientCall, requestOf } from './clients.js'
import { definedProps, INSTANCE } from './components.js'
import { guardHolds } from './conditions.js'
import { EXT_CONFIG, reportOf } from './constants.js'
import { construct } from './construct.js'
import { enter, leave } from './cycles.js'
import { fold, memberOf, membersOf } from './folding.js'
import { heldAs } from './given.js'
import { contextKeys, folderLoaded } from './globs.js'
import { keysOf, pathMade } from './key-paths.js'
import { knownFunction } from './known-functions.js'
import { encoded, entriesOf, everyOne, fromEntries, GLOBAL_GIVER, isCoding, madeOf } from './language.js'
import { listMethod } from './lists.js'
import { execution, regexMade, textCall } from './matches.js'
import { calleeName } from './names.js'
import { eachApart } from './narrowed.js'
import { givenByPackage, unseenClient } from './packages.js'
import type { Program } from './program.js'
import { chained, combined } from './promises.js'
import { appliedBy, givenToApply, revocable } from './proxies.js'
import { reducedFrom } from './reduced.js'
import { ofSetting } from './settings.js'
import { storedValue } from './storage.js'
import { mappedBy, storeCall, storeMade } from './stores.js'
import { matched } from './texts.js'
import { type Arg, distinct, type Env, MISSING, newEnv, toText, unknown, type Value } from './values.js'
import { stateGiven, zustandCall } from './zustand.js'

export function callValue(program: Program, call: CallExpr, env: Env | null): Value[] {
  if (call.callee.k === 'super') return [MISSING]
  const next = chained(program, call, env) ?? keysOf(program, call, env)
  if (next) return next
  const selected = selectedBy(program, call)
  if (selected) return selected
  const { emptied } = program
  const callees = fold(program, call.callee, env)
  // Where there is nothing to call, nothing comes of it either.
  if (!call.isOptional) program.emptied = emptied
  const evaluate = call.isNew ? construct : invoke
  return distinct(flat(callees, (callee) => evaluate(program, callee, call, env)))
}

/** `this.selectComponent('#box')`, `this.selectAllComponents('.box')`: components in the markup beside. */
function selectedBy(program: Program, { callee, args: [id], module }: CallExpr): Value[] | null {
  if (callee.k !== 'member' || id?.k !== 'text') return null
  if (callee.name === 'selectComponent') return heldAs(program, module, id.text)
  const all = callee.name === 'selectAllComponents' ? heldAs(program, module, id.text) : null
  return all && [{ k: 'list', items: [all] }]
}

type Package = Extract<Value, { k: 'package' }>

function invoke(program: Program, callee: Value, call: CallExpr, env: Env | null): Value[] {
  switch (callee.k) {
    case 'function': {
      const args = call.args.map(
        (expr): Arg => (expr.k === 'spread' ? { expr, env } : { values: fold(program, expr, env) }),
      )
      return callFunction(program, callee, args)
    }
    case 'method':
      return callMethod(program, callee, call, env)
    case 'native':
      return callNative(program, callee.path, call, env)
    case 'client':
      return clientCall(callee, '', call, env)
    case 'object': {
      const args = givenToApply(call.args).map((expr): Arg => ({ expr, env }))
      const given = flat(appliedBy(program, callee), (trap) => callFunction(program, trap, args))
      return given.length > 0 ? given : [unknown('computed')]
    }
    case 'unknown':
      return reducedFrom(program, call, env) ?? promisified(program, call, env) ?? [callee]
    case 'package':
      return (
        storeCall(program, callee, call, env) ??
        zustandCall(program, callee, call, env) ??
        unseenClient(program, callee, call, env) ??
        pathMade(program, callee, call, env) ??
        promisified(program, call, env) ??
        knownFunction(program, packageFunction(callee), call, env) ?? [givenByPackage(callee)]
      )
    default:
      return [unknown('computed')]
  }
}

/** What a function returns for these arguments; recursion is unknown. */
export function callFunction(
  program: Program,
  callee: Extract<Value, { k: 'function' }>,
  args: Arg[],
): Value[] {
  const { fn } = callee
  if (!enter(program, fn)) return [unknown('computed')]
  const env = newEnv(fn, args, callee.self, callee.env)
  const result: Value[] = []
  let surely = false
  for (const within of eachApart(program, fn.returns, env)) {
    for (const { value, guard } of fn.returns) {
      const holds = guardHolds(program, guard, within)
      if (holds === false) continue
      result.push(...fold(program, value, within))
      if (holds === true) {
        surely = true
        break
      }
    }
  }
  leave(program, fn)
  return surely || result.length > 0 ? distinct(result) : [MISSING]
}

/** The values a generator yields; null for other calls. */
export function generated(program: Program, call: CallExpr, env: Env | null): Value[] | null {
  const makers = fold(program, call.callee, env).filter((one) => one.k === 'function' && one.fn.yields)
  if (makers.length === 0) return null
  const args = call.args.map((expr): Arg => ({ expr, env }))
  return distinct(
    flat(makers, (one) => {
      if (one.k !== 'function' || !one.fn.yields || !enter(program, one.fn)) return [unknown('computed')]
      const inside = newEnv(one.fn, args, one.self, one.env)
      const lists = fold(program, { k: 'array', items: one.fn.yields }, inside)
      leave(program, one.fn)
      return flat(lists, (list) => membersOf(program, list))
    }),
  )
}

type Method = Extract<Value, { k: 'method' }>

function callMethod(program: Program, { of, name }: Method, call: CallExpr, env: Env | null): Value[] {
  const values = (index: number): Value[] => {
    const arg = call.args[index]
    return arg ? fold(program, arg, env) : []
  }
  switch (of.k) {
    case 'text':
      return textCall(
        ...([program, of, name] as const),
        call.args.map((arg) => fold(program, arg, env)),
      )
    case 'regex': {
      const answer = { test: matched, exec: execution }[name]
      return distinct(
        values(0).map((text) =>
          text.k === 'text' && answer
            ? answer(of, text)
            : unknown('computed', text.k === 'unknown' ? text.hole.owners : []),
        ),
      )
    }
    case 'list':
      return listMethod(program, of, name, values, call.args.length)
    case 'function':
      return functionMethod(program, of, name, call, env)
    case 'client':
      return name === 'bind' && requestOf(of, '') ? [of] : clientCall(of, name, call, env)
    case 'object':
      return [mappedBy(program, of, name, call, env) ?? unknown('computed')]
    case 'method':
      if (name === 'bind') return call.args.length > 1 ? [unknown('server-data')] : [of]
      return of.of.k === 'client' ? clientCall(of.of, of.name, call, env) : [unknown('computed')]
    default:
      return [unknown('computed')]
  }
}

function functionMethod(
  program: Program,
  callee: Extract<Value, { k: 'function' }>,
  name: string,
  call: CallExpr,
  env: Env | null,
): Value[] {
  const known = name === 'keys' ? contextKeys(callee.fn) : stateGiven(callee, name)
  if (known) return known
  const self = call.args[0] ? (fold(program, call.args[0], env)[0] ?? null) : null
  if (name === 'bind')
    return [{ ...callee, self: self ?? callee.self, ...(call.args.length > 1 && { bound: true }) }]
  if (name !== 'call' && name !== 'apply') return [unknown('computed')]
  const given = name === 'call' ? call.args.slice(1) : call.args.slice(1, 2).map(spread)
  return callFunction(
    program,
    { ...callee, self },
    given.map((expr) => ({ expr, env })),
  )
}

const spread = (of: Expr): Expr => ({ k: 'spread', of })

/** Built-ins of the language, and names that frameworks import automatically. */
const knownNative = (path: string) =>
  /^(?:axios\/|Object\.|Promise\.resolve$|[a-z]\w*$|_\.|Vue\.extend$|(?:Behavior|Mixin)$)/.test(path)

const packageFunction = ({ name, path }: Package) => lastName(path === '' || path === 'default' ? name : path)

/** `merge` of `lodash/merge` and `_.merge`. */
const lastName = (path: string) => path.split(/[./]/).at(-1) ?? ''

function callNative(program: Program, path: string, call: CallExpr, env: Env | null): Value[] {
  const first = call.args[0]
  const setting = ofSetting(program, path, call, env)
  if (setting) return setting
  const given = givenBy(path)
  if (given !== null) return [{ k: 'native', path: given }]
  const loaded = folderLoaded(program, path, call, env)
  if (loaded) return loaded
  if (path === 'Function') return [madeOf(program, call, env)]
  if (path === 'RegExp') return regexMade(program, call, env)
  if (path === 'Proxy.revocable' && first) return [{ k: 'object', expr: revocable(call, first), env }]
  if (
    path.endsWith('.getPrototypeOf') &&
    first &&
    fold(program, first, env).some(({ k }) => k === 'function')
  )
    return [{ k: 'native', path: 'Function.prototype' }]
  if (path === GLOBAL_GIVER) return [{ k: 'native', path: 'globalThis' }]
  if (path === 'getApp') return [{ k: 'native', path: 'getApp()' }]
  if (path === 'getCurrentInstance') return [INSTANCE]
  if (path.endsWith('.bind')) return boundNative(program, path.slice(0, -5), call, env)
  if (ASKS_FOR_TYPE.test(path)) return [unknown('computed')]
  const made = definedProps(path, call, env) ?? storeMade({ k: 'native', path }, call, env)
  if (made) return [made]
  const known = knownNative(path) || isLent(path) ? knownFunction(program, lastName(path), call, env) : null
  if (known) return known
  if (first) {
    // A value serialised and parsed again is the same value; the contents of other strings are unknown.
    if (path === 'JSON.stringify' || path === 'JSON.parse')
      return fold(program, first, env).map((one) =>
        one.k === 'object' || one.k === 'unknown' ? one : unknown('computed'),
      )
    const all = combined(program, path, first, env)
    if (all) return all
    // `Object(module.a)(…)`: up to version 4 webpack calls what it imports so.
    if (path === 'Object') return fold(program, first, env)
    if (path === 'Array.from' && call.args.length === 1) return fold(program, first, env)
    if (path === 'Array.of') return [{ k: 'list', items: call.args.map((one) => fold(program, one, env)) }]
    if (path === 'String') return fold(program, first, env).map(toText)
    if (path === 'Object.values')
      return [{ k: 'list', items: fold(program, first, env).map((one) => everyOne(program, one)) }]
    if (path === 'Object.entries')
      return [{ k: 'list', items: fold(program, first, env).map((one) => entriesOf(program, one)) }]
    if (path === 'Object.fromEntries') return [{ k: 'object', expr: fromEntries(call, first), env }]
    if (isCoding(path)) return encoded(program, path, first, env)
  }
  const [root] = path.split('.')
  const told = program.constants.get(`${path}()`)
  if (told) return told
  const ext = path.endsWith('.getExtConfigSync') ? program.constants.get(EXT_CONFIG) : undefined
  if (ext) return ext
  const report = reportOf(path)
  if (report) return [{ k: 'native', path: report }]
  if (first && path.endsWith('.getStorageSync')) return storedValue(program, fold(program, first, env))
  const answer = answerOf(path, call, env)
  if (answer) return [answer]
  if (root !== undefined && isPlatform(root)) return [unknown('server-data')]
  return promisified(program, call, env) ?? [unknown('computed')]
}

/** What `Object.prototype.toString.call(value)` says takes no working out of the value. */
const ASKS_FOR_TYPE = /^Object\.prototype\.(?:toString|hasOwnProperty|propertyIsEnumerable)(?:\.call)?$/

/** What is bound with arguments is asked where it is bound; `my.call` bound with a name is the API of that name. */
function boundNative(program: Program, path: string, { args }: CallExpr, env: Env | null): Value[] {
  // `Function.prototype.call.bind(wx.request)` is `wx.request.call`; so is `Function.call.bind(wx.request)`.
  const [, way] = /^Function\.(?:prototype\.)?(call|apply|bind)$/.exec(path) ?? []
  if (way && args[0]) return flat(fold(program, args[0], env), (fn) => memberOf(program, fn, way))
  if (args.length < 2) return [{ k: 'native', path }]
  const object = callerByName(path)
  const [, name] = args
  if (object === null || !name || args.length > 2) return [unknown('server-data')]
  return fold(program, name, env).map((text) => ({
    k: 'native',
    path: text.k === 'text' && !text.hole ? `${object}.${text.text}` : anyOf(object),
  }))
}

/** Unseen code that receives an API (or whose name says that it promisifies the platform) returns it in another form. */
function promisified(program: Program, call: CallExpr, env: Env | null): Value[] | null {
  const [first] = call.args
  if (!first || (first.k !== 'member' && first.k !== 'ref' && first.k !== 'global')) return null
  const apis = fold(program, first, env).filter(
    (value) => value.k === 'native' && isApiOrPlatform(value.path, call),
  )
  return apis.length > 0 ? apis : null
}

function isApiOrPlatform(path: string, call: CallExpr): boolean {
  return callAt(path) !== null || (isPlatform(path) && /promis|pify/i.test(calleeName(call.callee)))
}
