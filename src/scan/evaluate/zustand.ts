/** zustand's stores: what the function that makes one returns, and what it reads of that with `get()`. */

import { newFn } from '../ir/fresh.js'
import { type CallExpr, type Expr, type Fn, type ObjExpr, UNKNOWN } from '../ir/types.js'
import { callFunction, fold, memberOf } from './folding.js'
import type { Program } from './program.js'
import { type Env, isMissing, unknown, type Value } from './values.js'
import { viewedAs } from './views.js'

type Package = Extract<Value, { k: 'package' }>
type Function = Extract<Value, { k: 'function' }>

const MAKERS = /^(?:default|(?:default\.)?create(?:Store|WithEqualityFn)?)$/

const isMaker = ({ name, path }: Package) => name === 'zustand' && (path === '' || MAKERS.test(path))

/** `create((set, get) => ({ … }))`, `persist((set, get) => ({ … }), { name })`; null for calls of other packages. */
export function zustandCall(
  program: Program,
  callee: Package,
  call: CallExpr,
  env: Env | null,
): Value[] | null {
  const [first] = call.args
  // Middlewares hand on what they are given.
  if (first && callee.name.startsWith('zustand/')) return fold(program, first, env)
  if (!isMaker(callee)) return null
  // `create<State>()((set, get) => ({ … }))`
  return first ? [{ k: 'function', fn: storeOf(call).hook, env: null, self: null }] : [callee]
}

interface Store {
  /** It gives the state, or what a selector takes of it. */
  hook: Fn
  get: Fn
}

const stores = new WeakMap<CallExpr, Store>()
const states = new WeakMap<Fn, ObjExpr>()

function storeOf(call: CallExpr): Store {
  const known = stores.get(call)
  if (known) return known
  const { module, pos } = call
  const [hook, get] = [newFn(module, null, null, true, pos), newFn(module, null, null, true, pos)]
  const args = [{ values: [unknown('computed')] }, { expr: { k: 'fn', fn: get } as const, env: null }]
  const { expr: state } = viewedAs(call, null, (program, key) =>
    creatorsOf(program, call)
      .flatMap((one) => callFunction(program, one, args))
      .flatMap((made) => memberOf(program, made, key))
      .filter((value) => !isMissing(value)),
  )
  const callee: Expr = { k: 'param', fn: hook, index: 0, rest: false }
  const yes: Expr = { k: 'call', callee, args: [state], isNew: false, module, fn: hook, guard: null, pos }
  hook.returns = [{ value: { k: 'cond', test: callee, yes, no: state }, guard: null }]
  get.returns = [{ value: state, guard: null }]
  const made = { hook, get }
  stores.set(call, made)
  states.set(hook, state)
  return made
}

function creatorsOf(program: Program, { args: [first] }: CallExpr): Function[] {
  return (first ? fold(program, first, null) : []).flatMap((one) => (one.k === 'function' ? [one] : []))
}

/** Tells the functions that make a store what `get` gives. */
export function givesGetter(program: Program, callee: Value, call: CallExpr): void {
  if (callee.k !== 'package' || !isMaker(callee) || call.args.length === 0) return
  const getter: Expr = { k: 'fn', fn: storeOf(call).get }
  for (const { fn } of creatorsOf(program, call)) fn.folds ??= [UNKNOWN, getter]
}

/** `useStore.getState()`; null for other functions. */
export function stateGiven({ fn }: Function, name: string): Value[] | null {
  const state = name === 'getState' ? states.get(fn) : undefined
  return state ? [{ k: 'object', expr: state, env: null }] : null
}
