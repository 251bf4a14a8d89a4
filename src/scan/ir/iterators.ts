/** `for … of` as transpilers write it: a helper returns an object, or a function, that yields one item after another. */
import type { Node } from '@babel/types'
import { newFn } from './fresh.js'
import { type Expr, type Fn, type ObjExpr, UNDEFINED, UNKNOWN } from './types.js'

type Shape = 'steps' | 'function' | 'next'

/** Makes the helper return its argument's items one by one; does nothing for any other function. */
export function noteIterator(fn: Fn, { params, body }: { params: readonly Node[]; body: Node }): void {
  const [list] = params
  const last = body.type === 'BlockStatement' ? body.body.at(-1) : undefined
  const shape = list?.type === 'Identifier' && last ? shapeOf(last) : null
  if (shape) fn.returns = [{ value: iterator(fn, shape), guard: null }]
}

function shapeOf(last: Node): Shape | null {
  if (last.type === 'ReturnStatement') {
    const given =
      last.argument?.type === 'SequenceExpression' ? last.argument.expressions.at(-1) : last.argument
    return given?.type === 'ObjectExpression' && isSteps(given) ? 'steps' : null
  }
  const error = last.type === 'ThrowStatement' ? last.argument : null
  const [text] = error?.type === 'NewExpression' ? error.arguments : []
  if (text?.type === 'StringLiteral') return LOOSE.test(text.value) ? 'function' : null
  const isValues =
    text?.type === 'ConditionalExpression' &&
    text.consequent.type === 'StringLiteral' &&
    text.consequent.value === 'Object is not iterable.'
  return isValues ? 'next' : null
}

const LOOSE = /^Invalid attempt to iterate non-iterable instance/

/** Babel's `{ s() {…}, n() {…}, e(error) {…}, f() {…} }`: start, next, error, finish. */
function isSteps({ properties }: Extract<Node, { type: 'ObjectExpression' }>): boolean {
  const names = properties.map((one) =>
    one.type !== 'SpreadElement' && one.key.type === 'Identifier' ? one.key.name : '',
  )
  return names.length === 4 && [...names].sort().join('') === 'efns'
}

function iterator(fn: Fn, shape: Shape): Expr {
  const item: Expr = { k: 'item', of: { k: 'param', fn, index: 0, rest: false } }
  const next = giving(fn, objectOf(fn, { done: UNKNOWN, value: item }))
  if (shape === 'function') return next
  if (shape === 'next') return objectOf(fn, { next, return: giving(fn, UNDEFINED) })
  const nothing = giving(fn, UNDEFINED)
  return objectOf(fn, { s: nothing, n: next, e: nothing, f: nothing })
}

function giving(parent: Fn, value: Expr): Expr {
  const fn = newFn(parent.module, parent, null, true, parent.pos)
  fn.returns = [{ value, guard: null }]
  return { k: 'fn', fn }
}

function objectOf({ module, pos }: Fn, members: Record<string, Expr>): ObjExpr {
  const props = Object.entries(members).map(([key, value]) => ({ key, value, pos }))
  return { k: 'obj', props, module, parent: null, slot: 0 }
}
