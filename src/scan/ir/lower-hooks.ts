/** React's state hook: a variable, and the function that assigns it. */
import type { Node } from '@babel/types'
import { expression } from './lowering.js'
import { assign, declare, inner, lookup, type State } from './scope.js'
import { type Expr, newFn, UNDEFINED } from './types.js'

/**
 * `const [host, setHost] = useState('https://…')`: whatever `setHost` is given is a value of `host` too. False for anything
 * else, which is then bound as it stands.
 */
export function stateHook(state: State, pattern: Node, init: Node): boolean {
  if (pattern.type !== 'ArrayPattern' || init.type !== 'CallExpression') return false
  const [held, setter] = pattern.elements
  if (held?.type !== 'Identifier' || !isStateHook(state, init.callee)) return false
  const binding = lookup(state.scope, held.name) ?? declare(state, held.name)
  assign(state, binding, initial(state, init.arguments[0]))
  if (setter?.type !== 'Identifier') return true
  const pos = setter.start ?? 0
  const fn = newFn(state.module, state.fn, null, true, pos)
  const given: Expr = { k: 'param', fn, index: 0, rest: false, pos }
  assign(inner(state, { fn, loop: 0, guard: null }), binding, given)
  assign(state, lookup(state.scope, setter.name) ?? declare(state, setter.name), { k: 'fn', fn })
  return true
}

/** The initial value may be given as a function that makes it. */
function initial(state: State, node: Node | undefined): Expr {
  const value = node ? expression(state, node) : UNDEFINED
  if (value.k !== 'fn') return value
  const { module, fn, guard } = state
  return { k: 'call', callee: value, args: [], isNew: false, module, fn, guard, pos: node?.start ?? 0 }
}

/** `useState` of a package, or a member of one: `React.useState`. */
function isStateHook({ scope }: State, callee: Node): boolean {
  const [of, name] = callee.type === 'MemberExpression' ? [callee.object, callee.property] : [callee, callee]
  return (
    name.type === 'Identifier' &&
    name.name === 'useState' &&
    of.type === 'Identifier' &&
    isOfPackage(lookup(scope, of.name)?.values[0]?.value)
  )
}

const isOfPackage = (value: Expr | undefined): boolean =>
  value?.k === 'import' && !/^[./]/.test(value.specifier)
