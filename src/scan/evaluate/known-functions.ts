/** Results of well-known package and language functions that are derived from their arguments. */

import type { CallExpr, Expr, ObjExpr } from '../ir/types.js'
import { unboxed } from './boxes.js'
import { contextValue } from './contexts.js'
import { fold } from './folding.js'
import { gotten } from './key-paths.js'
import type { Program } from './program.js'
import { asState } from './state.js'
import type { Env, Value } from './values.js'

/** They return their first argument, or an equivalent of it. */
const SAME = new Set([
  'Behavior',
  'BehaviorWithComputed',
  'BehaviorWithStore',
  'Mixin',
  'action',
  // axios's own: what it adds stands behind the path.
  'buildURL',
  'cloneDeep',
  'clone',
  'deepClone',
  'defineAppConfig',
  'defineComponent',
  'freeze',
  'getOwnPropertyDescriptors',
  'seal',
  'create',
  'createContext',
  'debounce',
  'flow',
  'markRaw',
  'memoize',
  'observe',
  'once',
  'readonly',
  'resolve',
  'shallowReadonly',
  'toRaw',
  'toRefs',
  'storeToRefs',
  'structuredClone',
  'throttle',
  'useCallback',
  'useMemoizedFn',
])

/** They merge their arguments; the last one wins. */
const MERGES = new Set([
  'assign',
  'assignIn',
  'merge',
  'mergeWith',
  'extend',
  'deepMerge',
  'defineProperties',
])
/** The first one wins. */
const DEFAULTS = new Set(['defaults', 'defaultsDeep'])
/** They return their first argument as state that anything may change. */
const STATES = new Set(['makeAutoObservable', 'makeObservable', 'observable', 'reactive', 'shallowReactive'])
const BOXES = new Set(['ref', 'shallowRef', 'toRef'])

/** The result of calling a package's function, by its last name; null if it is unknown. */
export function knownFunction(
  program: Program,
  name: string,
  call: CallExpr,
  env: Env | null,
): Value[] | null {
  const [first] = call.args
  if (!first || first.k === 'spread') return null
  if (name === 'extend' && call.args.length === 1) return fold(program, first, env)
  if (name === 'useContext') return contextValue(program, first, env)
  if (STATES.has(name)) return asState(fold(program, first, env))
  if (SAME.has(name)) return fold(program, first, env)
  if (name === 'unref') return unboxed(program, fold(program, first, env))
  if (MERGES.has(name)) return [{ k: 'object', expr: made(call, () => spreads(call, call.args)), env }]
  if (DEFAULTS.has(name))
    return [{ k: 'object', expr: made(call, () => spreads(call, [...call.args].reverse())), env }]
  if (BOXES.has(name)) return asState([{ k: 'object', expr: made(call, () => boxed(call, first)), env }])
  // What is written out; functions that hooks keep for later are followed where they are given.
  if (name === 'useRef' && (first.k === 'text' || (first.k === 'obj' && first.props.length > 0)))
    return asState([{ k: 'object', expr: made(call, () => boxed(call, first, 'current')), env }])
  if (name === 'useMemo') return fold(program, resultOf(call, first), env)
  if (name === 'get') return gotten(program, call, env)
  if (name === 'computed')
    return [{ k: 'object', expr: made(call, () => boxed(call, called(call, first))), env }]
  return null
}

/** The object that a call creates, one per call. */
const objects = new WeakMap<CallExpr, ObjExpr>()
function made(call: CallExpr, props: () => ObjExpr['props']): ObjExpr {
  const known = objects.get(call)
  if (known) return known
  const result: ObjExpr = { k: 'obj', props: props(), module: call.module, parent: null, slot: 0 }
  objects.set(call, result)
  return result
}

function spreads({ pos }: CallExpr, values: Expr[]): ObjExpr['props'] {
  return values.filter(({ k }) => k !== 'fn').map((value) => ({ key: null, value, pos }))
}

function boxed({ pos }: CallExpr, value: Expr, key = 'value'): ObjExpr['props'] {
  return [{ key, value, pos }]
}

/** The call of what `useMemo` is given, one per call. */
const results = new WeakMap<CallExpr, Expr>()
function resultOf(call: CallExpr, getter: Expr): Expr {
  const result = results.get(call) ?? called(call, getter)
  results.set(call, result)
  return result
}

/** `computed(() => …)` and `computed({ get: () => …, set })`. */
function called({ module, fn, guard, pos }: CallExpr, getter: Expr): Expr {
  const callee: Expr = getter.k === 'obj' ? { k: 'member', object: getter, name: 'get' } : getter
  return { k: 'call', callee, args: [], isNew: false, module, fn, guard, pos }
}
