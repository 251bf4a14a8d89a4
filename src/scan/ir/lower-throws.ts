/** `try` and `throw`: what is thrown between the braces may be what is caught. */

import type { Node } from '@babel/types'
import { sometimes } from './branches.js'
import { bindPattern } from './lower-patterns.js'
import { expression, statement } from './lowering.js'
import { declareAll, inner, type State } from './scope.js'
import { type Expr, UNKNOWN } from './types.js'
import { handOn } from './walk-children.js'

type TryNode = Extract<Node, { type: 'TryStatement' }>

export function tries(state: State, node: TryNode): void {
  const inPart = sometimes(state)
  const thrown: Expr[] = []
  statement({ ...inPart, thrown }, node.block)
  if (node.handler) {
    const inside = inner(inPart)
    const { param } = node.handler
    if (param) {
      declareAll(inside, param)
      bindPattern(inside, param, caught(thrown), 'let')
    }
    statement(inside, node.handler.body)
  }
  if (node.finalizer) statement(state, node.finalizer)
}

export function throws(state: State, node: Extract<Node, { type: 'ThrowStatement' }>): void {
  const value = expression(state, node.argument)
  handOn(state, value)
  if (HOLD.has(value.k)) state.thrown?.push(value)
}

/** `throw new Error(…)` is for people. */
const HOLD: ReadonlySet<Expr['k']> = new Set([
  'global',
  'member',
  'obj',
  'array',
  'ref',
  'param',
  'fn',
  'text',
  'cat',
])

/** Code that is called there may throw anything. */
function caught(thrown: readonly Expr[]): Expr {
  const other: Expr = { k: 'unknown', reason: 'server-data' }
  return thrown.reduce((no, yes): Expr => ({ k: 'cond', test: UNKNOWN, yes, no }), other)
}
