/** Function calls as they are recorded: where from, and with which arguments. */
import { askingOf } from '../evaluate/clients.js'
import { fold, memberOf } from '../evaluate/folding.js'
import { rootOf } from '../evaluate/passed.js'
import type { Program, Site } from '../evaluate/program.js'
import { isComponent } from '../evaluate/sections.js'
import type { ShownTo } from '../evaluate/shown.js'
import type { Value } from '../evaluate/values.js'
import { callAt, callerByName, isApiName } from '../frameworks/index.js'
import { handedTo } from '../ir/handed.js'
import { type CallExpr, type Expr, type Fn, UNKNOWN } from '../ir/types.js'
import { runsText } from './unfollowed.js'

const ITERATORS = new Set(['forEach', 'map', 'filter', 'some', 'every', 'find', 'flatMap'])
const ANSWERS = new Set(['success', 'fail', 'complete'])

export function addSite(program: Program, fn: Fn, call: CallExpr, args: Expr[], proxy?: Site['proxy']): void {
  const isShown = program.shown?.asking.has(call)
  add(program, fn, { call, args, ...(proxy && { proxy }), ...(isShown && { isShown }) })
}

function add(program: Program, fn: Fn, site: Site): void {
  const { call } = site
  const sites = program.sites.get(fn)
  const calls = program.siteCalls.get(fn)
  if (!sites || !calls) {
    program.sites.set(fn, [site])
    program.siteCalls.set(fn, new Set([call]))
  } else if (!calls.has(call)) {
    calls.add(call)
    sites.push(site)
  }
}

/** Markup and JSX call functions as scripts do. */
export function indexShownCalls(program: Program, { handled, told, by }: ShownTo): void {
  for (const fn of handled.keys()) addShown(program, fn, 'event', 1)
  for (const fn of told.keys()) addShown(program, fn, 'told', Math.max(fn.params.length, 1))
  for (const of of by.keys()) if ('returns' in of) addShown(program, of, 'properties', 1)
}

/** What the platform gives functions of apps and pages that it calls by itself. */
const GIVEN = new Set([
  ...['onLaunch', 'onLoad', 'onShow', 'onError', 'onPageNotFound', 'onUnhandledRejection', 'onThemeChange'],
  ...['onShareAppMessage', 'onShareTimeline', 'onAddToFavorites', 'onPageScroll', 'onResize', 'onTabItemTap'],
])

/** `this.onLoad({ id })`: a script that calls such a function is not the only one that does. */
export function indexLifecycle(program: Program): void {
  for (const fn of [...program.sites.keys()])
    if (fn.params.length > 0 && isLifecycle(fn)) addShown(program, fn, 'event', 1)
}

function isLifecycle(fn: Fn): boolean {
  const { owner } = fn
  const members: (readonly [unknown, Expr])[] =
    owner?.k === 'class'
      ? [...owner.members]
      : owner?.k === 'obj' && isComponent(owner)
        ? owner.props.map(({ key, value }) => [key, value])
        : []
  return members.some(([key, value]) => value.k === 'fn' && value.fn === fn && GIVEN.has(String(key)))
}

/** Calls of functions that a component is given: `onLoad(url)`, where an element has `onLoad={load}`. */
export function askingIn({ by, asking }: ShownTo, calls: readonly CallExpr[]): CallExpr[] {
  const found = calls.filter(({ callee }) => {
    const root = rootOf(callee)
    return root?.k === 'param' && by.has(root.fn)
  })
  for (const call of found) asking.add(call)
  return found
}

/** Calls of a method of what the function around is given, where scripts find components in markup. */
export const heldIn = ({ held }: ShownTo, calls: readonly CallExpr[]): CallExpr[] =>
  held.size === 0 ? [] : calls.filter(({ callee }) => callee.k === 'member' && rootOf(callee)?.k === 'param')

function addShown(program: Program, fn: Fn, as: 'event' | 'told' | 'properties', count: number): void {
  const args = Array.from({ length: count }, (_, index): Expr => ({ k: 'shown', fn, index, as }))
  const { module, parent, pos } = fn
  const callee: Expr = { k: 'fn', fn }
  const call: CallExpr = { k: 'call', callee, args, isNew: false, module, fn: parent, guard: null, pos }
  add(program, fn, { call, args, isShown: true })
}

/** The list whose items a function among the arguments is called with: of `list.map(fn)`, of `Array.from(list, fn)`. */
function listOf({ callee, args }: CallExpr, given: Expr): Expr | null {
  if (callee.k !== 'member' || typeof callee.name !== 'string') return null
  if (ITERATORS.has(callee.name)) return callee.object
  const isFrom = callee.name === 'from' && callee.object.k === 'global' && callee.object.name === 'Array'
  return (isFrom && args[1] === given && args[0]) || null
}

/** Functions among the arguments are called by the callee: with a list's items, or with an answer. */
export function indexCallbacks(program: Program, call: CallExpr): void {
  const { callee } = call
  for (const arg of call.args) {
    if (arg.k === 'fn') {
      const list = listOf(call, arg)
      if (list) addSite(program, arg.fn, call, [{ k: 'item', of: list }])
      else if (
        callee.k === 'member' &&
        (callee.name === 'reduce' || callee.name === 'reduceRight') &&
        arg.fn.folds
      )
        addSite(program, arg.fn, call, arg.fn.folds)
      else program.callbacks.add(arg.fn)
    } else if (arg.k === 'obj') {
      for (const { key, value } of arg.props) {
        if (value.k === 'fn' && typeof key === 'string' && ANSWERS.has(key)) program.callbacks.add(value.fn)
      }
    }
  }
}

/** Functions that aren't written there are called as well: `list.forEach(load)`, `ready.then(http.get)`. Gives what is handed on. */
export function indexHanded(program: Program, call: CallExpr, sinks: Set<CallExpr>): Value[] {
  const made = callHanded(call)
  if (!made) return []
  const values = fold(program, made.callee, null)
  for (const value of values) {
    if (value.k === 'function' && !value.bound) addSite(program, value.fn, call, made.args)
    else if (value.k === 'native' && runsText(value.path)) program.textRuns.add(made)
    else if (askingOf(value) || (value.k === 'native' && isAsked(value.path, made))) sinks.add(made)
  }
  return values
}

/** Where only the name of an API is given (`my.call.bind(my, 'request')`), what that gives is called with the rest. */
const isAsked = (path: string, { args }: CallExpr): boolean =>
  callAt(path) !== null || (callerByName(path) !== null && args.length > 1)

const handedOn = new WeakMap<CallExpr, CallExpr | null>()

/** The call that the language makes, or that binding arguments stands for; null if there is none, or it is among the script's own. */
function callHanded(call: CallExpr): CallExpr | null {
  const known = handedOn.get(call)
  if (known !== undefined) return known
  const made = callBound(call) ?? callByLanguage(call)
  handedOn.set(call, made)
  return made
}

/** `load.bind(null, '/rows')` */
function callBound(call: CallExpr): CallExpr | null {
  const { callee, args } = call
  if (callee.k !== 'member' || callee.name !== 'bind' || args.length < 2) return null
  return { ...call, callee: callee.object, args: args.slice(1) }
}

function callByLanguage(call: CallExpr): CallExpr | null {
  const [callee, start, ...rest] = call.args
  if (!callee || callee.k === 'fn' || callee.k === 'obj' || callee.k === 'text') return null
  if (callee.k === 'member' && isApiName(String(callee.name))) return null
  const args = handedTo(call.callee, rest, start)
  return args && { ...call, callee, args: sentThrough(call, args), isNew: false }
}

/** `ready = ready.then(next)`: what one function answers is not what another one is asked for. */
function sentThrough(call: CallExpr, args: Expr[]): Expr[] {
  const { callee } = call
  if (callee.k !== 'member' || callee.object.k !== 'ref') return args
  if (!callee.object.binding.values.some(({ value }) => value === call)) return args
  return args.map((one) => (one.k === 'await' ? { ...one, sent: true } : one))
}

/** Functions that carry out calls which are reported where they are made. */
export function claim(program: Program, values: readonly Value[]): void {
  for (const value of values) if (value.k === 'function') program.claimed.add(value.fn)
}

const PLUGGED = new Set(['use', 'usePlugin', 'registerPlugin'])

/** `Vue.use(plugin, options)`, `sa.usePlugin(plugin, options)`: its `install` or `init` is given what uses it, and the options. */
export function indexPlugin(program: Program, call: CallExpr): void {
  const { callee } = call
  const [plugin, ...options] = call.args
  if (callee.k !== 'member' || !PLUGGED.has(String(callee.name)) || !plugin) return
  for (const value of fold(program, plugin, null)) {
    if (value.k !== 'object' && value.k !== 'instance') continue
    for (const made of ['install', 'init'].flatMap((name) => memberOf(program, value, name)))
      if (made.k === 'function') addSite(program, made.fn, call, [callee.object, ...options])
  }
}

/** `new Proxy(target, { get: (target, name) => … })`: whoever uses the proxy calls the functions of its handler. */
export function indexTraps(program: Program, call: CallExpr): void {
  const [target, handler] = call.args
  if (!target || !handler) return
  // What is put over a platform's own API passes calls on that are reported where they are made.
  const isOver = fold(program, target, null).some((one) => one.k === 'native' && callAt(one.path) !== null)
  for (const value of fold(program, handler, null))
    for (const trap of ['get', 'apply'])
      for (const made of memberOf(program, value, trap)) {
        if (made.k !== 'function') continue
        if (isOver && trap === 'apply') claim(program, [made])
        else addSite(program, made.fn, call, [target, UNKNOWN, UNKNOWN], 'made')
      }
}
