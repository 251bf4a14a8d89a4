/** JSX: components with the properties they are given. */

import type { JSXAttribute, JSXElement, JSXSpreadAttribute } from '@babel/types'
import { isBuiltIn } from '../tags.js'
import { word } from '../words.js'
import { show } from './lower-markup.js'
import { expression } from './lowering.js'
import { lookup, type State } from './scope.js'
import type { ObjExpr, Property } from './types.js'
import { visit, walkChildren } from './walk-children.js'

/** A name that is no variable is a native component's, or the platform's own. */
export function jsxElement(state: State, node: JSXElement): void {
  const { name, attributes } = node.openingElement
  const tag = name.type === 'JSXIdentifier' && !lookup(state.scope, name.name) ? name.name : null
  if (name.type === 'JSXNamespacedName' || (tag !== null && isBuiltIn(tag))) {
    walkChildren(state, node)
    return
  }
  const props = attributes.flatMap((one) => property(state, one))
  const given: ObjExpr = { k: 'obj', props, module: state.module, parent: null, slot: 0 }
  show(state, { of: tag ?? expression(state, name), given, fn: state.fn, guard: state.guard })
  for (const child of node.children) visit(state, child)
}

function property(state: State, node: JSXAttribute | JSXSpreadAttribute): Property[] {
  const pos = node.start ?? 0
  if (node.type === 'JSXSpreadAttribute') return [{ key: null, value: expression(state, node.argument), pos }]
  const { value, name } = node
  const inside = value?.type === 'JSXExpressionContainer' ? value.expression : value
  if (!inside || inside.type === 'JSXEmptyExpression') return []
  const key = name.type === 'JSXIdentifier' ? name.name : name.name.name
  return [{ key: word(key), value: expression(state, inside), pos: inside.start ?? 0 }]
}
