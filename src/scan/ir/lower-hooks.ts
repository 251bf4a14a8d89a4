/** React's state hook: a variable, and the function that assigns it. */
import type { Node } from '@babel/types'
import { newBinding, newFn } from './fresh.js'
import { expression } from './lowering.js'
import { assign, inner, lookup, referToAll, type State } from './scope.js'
import { type Expr, UNDEFINED } from './types.js'

/**
 * `useState('https://…')` is a list of the state and its setter: whatever `setHost` is given is a value of `host` too. Null for
 * every other call. `held`: what the list is taken apart into, where that is seen.
 */
export function stateHook(state: State, node: Node, held?: Node): Expr | null {
  if (node.type !== 'CallExpression' || !isStateHook(state, node.callee)) return null
  const { arguments: args, start } = node
  const binding = newBinding('state', state.fn, state.loop, false)
  assign(state, binding, initial(state, args[0]))
  if (held?.type === 'ArrayPattern' && !held.elements[1]) return listOf(referToAll(binding))
  const fn = newFn(state.module, state.fn, null, true, start ?? 0)
  const given: Expr = { k: 'param', fn, index: 0, rest: false, pos: start ?? 0 }
  assign(inner(state, { fn, loop: 0, guard: null }), binding, given)
  return listOf(referToAll(binding), { k: 'fn', fn })
}

const listOf = (...values: Expr[]): Expr => ({
  k: 'array',
  items: values.map((value) => ({ spread: false, value })),
})

/** The initial value may be given as a function that makes it. */
function initial(state: State, node: Node | undefined): Expr {
  const value = node ? expression(state, node) : UNDEFINED
  if (value.k !== 'fn') return value
  const { module, fn, guard } = state
  return { k: 'call', callee: value, args: [], isNew: false, module, fn, guard, pos: node?.start ?? 0 }
}

/** `useState` of a package, or a member with that name: `React.useState`, in builds `(0, react.useState)`. */
function isStateHook({ scope }: State, callee: Node): boolean {
  if (callee.type === 'SequenceExpression') return isMember(callee.expressions.at(-1))
  if (callee.type !== 'Identifier') return isMember(callee)
  return callee.name === 'useState' && isOfPackage(lookup(scope, callee.name)?.values[0]?.value)
}

const isMember = (node: Node | undefined): boolean =>
  node?.type === 'MemberExpression' &&
  !node.computed &&
  node.property.type === 'Identifier' &&
  node.property.name === 'useState'

const isOfPackage = (value: Expr | undefined): boolean =>
  value?.k === 'import' && !/^[./]/.test(value.specifier)
