/** Function calls as they are recorded: where from, and with which arguments. */
import { fold, memberOf } from '../evaluate/folding.js'
import type { Program, Site } from '../evaluate/program.js'
import { type CallExpr, type Expr, type Fn, UNKNOWN } from '../ir/types.js'

const ITERATORS = new Set(['forEach', 'map', 'filter', 'some', 'every', 'find', 'flatMap'])
const ANSWERS = new Set(['success', 'fail', 'complete'])

export function addSite(program: Program, fn: Fn, call: CallExpr, args: Expr[]): void {
  const site: Site = { call, args }
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

/** Functions among the arguments are called by the callee: with a list's items, or with an answer. */
export function indexCallbacks(program: Program, call: CallExpr): void {
  const { callee } = call
  for (const arg of call.args) {
    if (arg.k === 'fn') {
      const iterates = callee.k === 'member' && typeof callee.name === 'string' && ITERATORS.has(callee.name)
      if (iterates) addSite(program, arg.fn, call, [{ k: 'item', of: callee.object }])
      else if (callee.k === 'member' && callee.name === 'reduce' && arg.fn.folds)
        addSite(program, arg.fn, call, arg.fn.folds)
      else program.callbacks.add(arg.fn)
    } else if (arg.k === 'obj') {
      for (const { key, value } of arg.props) {
        if (value.k === 'fn' && typeof key === 'string' && ANSWERS.has(key)) program.callbacks.add(value.fn)
      }
    }
  }
}

/** `new Proxy(target, { get: (target, name) => … })`: whoever uses the proxy calls the functions of its handler. */
export function indexTraps(program: Program, call: CallExpr): void {
  const [target, handler] = call.args
  if (!target || !handler) return
  for (const value of fold(program, handler, null))
    for (const trap of ['get', 'apply'])
      for (const made of memberOf(program, value, trap))
        if (made.k === 'function') addSite(program, made.fn, call, [target, UNKNOWN])
}
