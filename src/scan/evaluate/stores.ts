/** Stores with a literal initial state: Vuex and Pinia. Later commits aren't followed. */

import { newFn } from '../ir/fresh.js'
import type { CallExpr, ObjExpr } from '../ir/types.js'
import { isBoxed, unboxed } from './boxes.js'
import { INSTANCE } from './components.js'
import { callFunction, fold, memberOf, membersOf } from './folding.js'
import { injected } from './injected.js'
import { cheaply, type Program } from './program.js'
import { asState } from './state.js'
import { type Env, isMissing, literalText, unknown, type Value } from './values.js'
import { viewedAs } from './views.js'

const PACKAGES = new Set(['vuex', '@mpxjs/core', '@mpxjs/store'])
const NATIVES = new Set(['Vuex.Store', 'mpx.createStore'])
const MAKERS = /^(?:default\.)?(?:Store|createStore)$/

type Store = Extract<Value, { k: 'object' }>

/** Adds the store that the call makes, if it makes one. */
export function noteStore({ stores, defined }: Program, callee: Value, call: CallExpr): void {
  const store = storeMade(callee, call, null)
  if (store && !stores.some(({ expr }) => expr === store.expr)) stores.push(store)
  if (isDefinition(callee)) defined.add(call)
}

const isDefinition = (callee: Value): boolean =>
  callee.k === 'package' && callee.name === 'pinia' && callee.path === 'defineStore'

/** `new Vuex.Store(…)`, `createStore(…)`; null for every other callee. */
export function storeMade(callee: Value, call: CallExpr, env: Env | null): Store | null {
  const isStore =
    (callee.k === 'package' && PACKAGES.has(callee.name) && MAKERS.test(callee.path)) ||
    (callee.k === 'native' && NATIVES.has(callee.path))
  if (!isStore || call.args.length === 0) return null
  const store = viewedAs(call, env, (program, name) => {
    const options = optionsOf(program, call, 0, env)
    if (name === 'state') return options.map(stateOf)
    if (name === 'getters') return options.map(gettersOf)
    return name in MAPS ? [{ k: 'method', of: store, name }] : []
  })
  makers.set(store.expr, { call, env })
  return store
}

/** mpx's stores have `mapState` themselves. */
const MAPS = { mapState: 'state', mapGetters: 'getters' } as const

export function mappedBy(
  program: Program,
  of: Store,
  name: string,
  call: CallExpr,
  env: Env | null,
): Value | null {
  const isMap = name === 'mapState' || name === 'mapGetters'
  return isMap && makers.has(of.expr) ? mapped(program, MAPS[name], call, env) : null
}

/** What each store was made by. */
const makers = new WeakMap<ObjExpr, { call: CallExpr; env: Env | null }>()

/**
 * What Vuex gives actions first, `login({ state, rootState }, payload)`, and what `this` is in those of Pinia. Told once all
 * stores are known.
 */
export function giveContexts(program: Program): void {
  for (const call of program.defined) giveSelf(program, call)
  for (const store of program.stores) {
    const made = makers.get(store.expr)
    if (!made) continue
    for (const root of optionsOf(program, made.call, 0, made.env)) giveContext(program, root, root)
  }
}

function giveSelf(program: Program, call: CallExpr): void {
  const self = storeOf(call, null)
  const options = optionsOf(program, call, call.args.length > 1 ? 1 : 0, null)
  const functions = ['actions', 'getters']
    .flatMap((section) => options.flatMap((one) => present(memberOf(program, one, section))))
    .flatMap((section) => membersOf(program, section))
  for (const one of functions) if (one.k === 'function') program.selves.set(one.fn, [self])
}

function giveContext(program: Program, options: Value, root: Value, depth = 0): void {
  const members = (section: string): Value[] =>
    present(memberOf(program, options, section)).flatMap((all) => membersOf(program, all))
  const context = contextOf(options, root)
  for (const action of members('actions')) {
    const handlers = action.k === 'object' ? memberOf(program, action, 'handler') : [action]
    for (const one of handlers) if (one.k === 'function') program.contexts.set(one.fn, context)
  }
  if (depth < MAX_NESTED)
    for (const module of members('modules'))
      if (module.k === 'object') giveContext(program, module, root, depth + 1)
}

/** Modules in modules, as far as anybody nests them. */
const MAX_NESTED = 4

function contextOf(options: Value, root: Value): Value {
  return viewedAs({}, null, (_, name) => {
    if (name === 'state') return [stateOf(options)]
    if (name === 'rootState') return [stateOf(root)]
    if (name === 'getters') return [gettersOf(options)]
    return name === 'rootGetters' ? [gettersOf(root)] : [unknown('computed')]
  })
}

const optionsOf = (program: Program, { args }: CallExpr, at: number, env: Env | null) => {
  const options = args[at]
  return options ? fold(program, options, env) : []
}

/** The state of a store's options and, by their names, of its modules. */
function stateOf(options: Value): Value {
  return viewedAs(options, null, (program, name) => [
    ...memberOf(program, options, 'state')
      .flatMap((state) => asState(state.k === 'function' ? callFunction(program, state, []) : [state]))
      .flatMap((state) => present(memberOf(program, state, name)))
      .flatMap((value) => [value, ...committed(program, name)]),
    ...memberOf(program, options, 'modules')
      .flatMap((modules) => present(memberOf(program, modules, name)))
      .map(stateOf),
  ])
}

/** Values that mutations may assign to a member of the state: `(state, base) => { state.base = base }`. */
function committed(program: Program, name: string): Value[] {
  const own = (program.writes.get(name) ?? []).filter(({ object }) => {
    const first = object.k === 'ref' ? object.binding.values[0]?.value : undefined
    return first?.k === 'param' && first.index === 0 && first.name === 'state'
  })
  return own
    .slice(0, MAX_COMMITTED)
    .flatMap(({ value }) => cheaply(program, STEPS, () => fold(program, value, null)))
}

const MAX_COMMITTED = 20
const STEPS = 500

const getters = new WeakMap<object, Value>()

function gettersOf(options: Value): Value {
  const key = options.k === 'object' ? options.expr : options
  const known = getters.get(key)
  if (known) return known
  const made = viewedAs({}, null, (program, name) => getter(program, options, name.split('/').at(-1) ?? name))
  getters.set(key, made)
  return made
}

function getter(program: Program, options: Value, name: string): Value[] {
  const own = memberOf(program, options, 'getters').flatMap((all) => present(memberOf(program, all, name)))
  const args = [{ values: [stateOf(options)] }, { values: [gettersOf(options)] }]
  const found = own.flatMap((one) => (one.k === 'function' ? callFunction(program, one, args) : []))
  if (found.length > 0) return found
  return present(memberOf(program, options, 'modules'))
    .flatMap((modules) => membersOf(program, modules))
    .flatMap((module) => (module.k === 'object' ? getter(program, module, name) : []))
}

/** `mapState([…])`, `mapGetters({…})`; for a module, its name comes first. */
function mapped(program: Program, kind: 'state' | 'getters', call: CallExpr, env: Env | null): Value {
  return viewedAs(call, env, (_, name) => {
    const args = call.args.map((arg) => fold(program, arg, env))
    const namespace = args.length > 1 ? args[0]?.find(({ k }) => k === 'text') : undefined
    const sources = program.stores
      .flatMap((store) => memberOf(program, store, kind))
      .flatMap((source) =>
        namespace?.k === 'text' && kind === 'state' ? memberOf(program, source, namespace.text) : [source],
      )
    const wanted = (args.at(-1) ?? []).flatMap((names) => chosen(program, names, name))
    return wanted.flatMap((one) =>
      sources.flatMap((source) => {
        if (one.k === 'function') return callFunction(program, one, [{ values: [source] }])
        return one.k === 'text' ? memberOf(program, source, one.text) : []
      }),
    )
  })
}

function chosen(program: Program, names: Value, name: string): Value[] {
  if (names.k === 'object') return present(memberOf(program, names, name))
  const isListed =
    names.k === 'list' && names.items.flat().some((one) => one.k === 'text' && one.text === name)
  return isListed ? [literalText(name)] : []
}

/** Pinia's `defineStore(id, options)` or `defineStore(id, setup)`: a function that returns the store. */
function storeDefined(call: CallExpr, env: Env | null): Value {
  const fn = newFn(call.module, null, null, true, call.pos)
  fn.returns = [{ value: storeOf(call, env).expr, guard: null }]
  return { k: 'function', fn, env, self: null }
}

function storeOf(call: CallExpr, env: Env | null): Store {
  return viewedAs(call, env, (program, name, self) => {
    const at = call.args.length > 1 ? 1 : 0
    return optionsOf(program, call, at, env).flatMap((options) =>
      options.k === 'function'
        ? callFunction(program, options, []).flatMap((all) =>
            unboxed(program, present(memberOf(program, all, name))),
          )
        : pinia(program, options, name, self),
    )
  })
}

function pinia(program: Program, options: Value, name: string, self: Value): Value[] {
  const of = (section: string) =>
    memberOf(program, options, section).flatMap((one) => present(memberOf(program, one, name)))
  const state = memberOf(program, options, 'state')
    .flatMap((one) => asState(one.k === 'function' ? callFunction(program, one, []) : [one]))
    .flatMap((one) => present(memberOf(program, one, name)))
  const got = of('getters').flatMap((one) =>
    one.k === 'function' ? callFunction(program, { ...one, self }, [{ values: [self] }]) : [one],
  )
  const actions = of('actions').map((one) => (one.k === 'function' ? { ...one, self } : one))
  return [...state, ...got, ...actions]
}

/** `storeToRefs(store)`: every member as a ref. */
export function inBoxes(program: Program, call: CallExpr, env: Env | null): Value {
  return viewedAs(call, env, (_, name) => {
    const values = optionsOf(program, call, 0, env).flatMap((store) => memberOf(program, store, name))
    const isBox = values.some((one) => one.k === 'object' && isBoxed(one.expr))
    return isBox ? values : [viewedAs({}, null, (_program, key) => (key === 'value' ? values : []))]
  })
}

const present = (values: Value[]) => values.filter((value) => !isMissing(value) && value.k !== 'method')

/** Calls of store packages. */
export function storeCall(
  program: Program,
  callee: Extract<Value, { k: 'package' }>,
  call: CallExpr,
  env: Env | null,
): Value[] | null {
  const made = storeMade(callee, call, env)
  if (made) return [made]
  const { name, path } = callee
  if (name === 'vuex' && (path === 'mapState' || path === 'mapGetters'))
    return [mapped(program, MAPS[path], call, env)]
  if (path === 'getCurrentInstance') return [INSTANCE]
  if (name === 'vue' && path === 'inject') return injected(program, call, env)
  if (isDefinition(callee)) return [storeDefined(call, env)]
  return name === 'pinia' && path === 'storeToRefs' ? [inBoxes(program, call, env)] : null
}
