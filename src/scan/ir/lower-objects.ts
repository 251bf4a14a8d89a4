/** Object literals: their properties, and what they are a part of. */

import type { Node } from '@babel/types'
import { flat } from '../flat.js'
import { trimmed } from './appended.js'
import { noteMember } from './language.js'
import { boundIn } from './lower-bindings.js'
import { takesOver, wrappedMethod } from './lower-defined.js'
import { functionExpression, getter, setter } from './lower-functions.js'
import { noteLoaderGiven } from './lower-imports.js'
import { keyOf } from './lower-patterns.js'
import { watchers } from './lower-watchers.js'
import { expression } from './lowering.js'
import type { State } from './scope.js'
import type { Expr, ObjExpr, Property } from './types.js'
import { noteModules } from './webpack.js'

export function object(state: State, node: Extract<Node, { type: 'ObjectExpression' }>): ObjExpr {
  noteModules(node)
  const result: ObjExpr = { k: 'obj', props: [], module: state.module, parent: null, slot: 0 }
  const properties = flat(node.properties, (one): Property | [] => {
    if (one.type !== 'SpreadElement') return property(state, one, result) ?? []
    return { key: null, value: expression(state, one.argument), pos: one.start ?? 0 }
  })
  result.props = trimmed(properties)
  if (takesOver(result) || result.props.some((one) => one.key === 'provide'))
    state.module.extended.push(result)
  boundIn(state, result)
  return result
}

function property(
  state: State,
  node: Extract<Node, { type: 'ObjectProperty' | 'ObjectMethod' }>,
  owner: ObjExpr,
): Property | null {
  const key = keyOf(state, node.key, node.computed)
  // An object also has what it inherits.
  if (key === '__proto__' && !node.computed && node.type === 'ObjectProperty' && !node.shorthand)
    return { key: null, value: expression(state, node.value), pos: node.start ?? 0 }
  if (typeof key === 'string') noteMember(state.module, key)
  if (node.type === 'ObjectMethod') {
    const method = functionExpression(state, node, owner)
    if (node.kind === 'set') {
      setter(state, key, method)
      return null
    }
    return { key, value: node.kind === 'get' ? getter(method) : method, pos: node.start ?? 0 }
  }
  const isFunction = node.value.type === 'FunctionExpression'
  const value = isFunction
    ? functionExpression(state, node.value as never, owner)
    : expression(state, node.value)
  if (typeof key === 'string') {
    standsIn(value, { object: owner, key })
    watchers(key, value)
  }
  wrappedMethod(value, owner)
  noteLoaderGiven(state, value)
  return { key, value, pos: node.start ?? 0 }
}

/** Also as a part of what it is put together of: `methods: Object.assign({}, mapActions(['load']), { save() {…} })`. */
function standsIn(value: Expr, parent: NonNullable<ObjExpr['parent']>): void {
  if (value.k === 'obj') value.parent ??= parent
  else if (value.k === 'call' && PUT_TOGETHER.test(parent.key))
    for (const arg of value.args) standsIn(arg, parent)
}

const PUT_TOGETHER = /^(?:methods|computed|watch|filters)$/
