/** Names and plain values: the smallest expressions there are. */
import { word } from '../words.js'
import { lookup, meant, refer, referToAll, type State } from './scope.js'
import { type Binding, type Expr, thisFunction, UNDEFINED } from './types.js'

export function identifier(state: State, name: string, pos: number): Expr {
  const binding = meant(state, name)
  if (binding && state.inMarkup && binding.fn === null && binding.loop === 0)
    return unboxed(state, binding, pos)
  if (binding) return refer(state, binding)
  const own = name === 'arguments' ? thisFunction(state.fn) : null
  if (own) return { k: 'param', fn: own, index: 0, rest: true, pos }
  return name === 'undefined'
    ? UNDEFINED
    : withNamespaces(state, { k: 'global', name: word(name), module: state.module, pos })
}

/** What stands in a ref is all that markup sees of it, whenever it was put there. */
function unboxed({ module }: State, binding: Binding, pos: number): Expr {
  const all = referToAll(binding)
  if (binding.hoisted) return all
  const callee: Expr = { k: 'import', specifier: 'vue', from: module, name: 'unref' }
  return { k: 'call', callee, args: [all], isNew: false, module, fn: null, guard: null, pos }
}

const NO_GLOBALS = new Set(['undefined', 'arguments'])

/** Is it a global, going by this script's declarations? */
export const isUndeclared = (state: State, name: string): boolean =>
  !lookup(state.scope, name) && !NO_GLOBALS.has(name)

/** An undeclared name may be exported by another part of the namespace. */
export function withNamespaces(state: State, expr: Expr): Expr {
  const { namespaces } = state
  return namespaces.length > 0 && expr.k === 'global' ? { ...expr, namespaces } : expr
}

/** Scripts repeat the same few numbers and names: each is kept once. */
const primitives = new Map<number | boolean | null, Expr>()
export function primitive(value: number | boolean | null): Expr {
  const known = primitives.get(value)
  if (known) return known
  const made: Expr = { k: 'prim', value }
  if (primitives.size < 1_000) primitives.set(value, made)
  return made
}

const globals = new Map<string, Expr>()
export function global(name: string): Expr {
  const known = globals.get(name)
  if (known) return known
  const made: Expr = { k: 'global', name: word(name) }
  if (globals.size < 1_000) globals.set(word(name), made)
  return made
}
