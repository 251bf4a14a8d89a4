/** Literals with a key that stands there twice, or is put together: Babel hands them to its helper, `define(define({ … }, 'onLoad', f), 'methods', { … })`. */
import type { Node } from '@babel/types'
import type { Expr, ObjExpr } from './types.js'

/**
 * Gives the literal what a helper defines on it: options of a page that were left behind would be called by nobody. The
 * helper's name and place are no help, so that only its arguments are looked at; one more member changes nothing elsewhere.
 */
export function definesOnLiteral(callee: Node, args: readonly Expr[], pos: number): void {
  const [target, key, value, more] = args
  if (more || key?.k !== 'text' || !value || (value.k !== 'fn' && value.k !== 'obj')) return
  const object = isHelper(callee) ? literalIn(target) : null
  if (!object) return
  if (value.k === 'obj') value.parent ??= { object, key: key.text }
  else if (!value.fn.arrow) value.fn.owner ??= object
  object.props = [...object.props, { key: key.text, value, pos }]
}

/** `define`, `(0, helpers.default)`, `Object(helpers.a)`, `helpers()`; a method of something is none. */
const isHelper = (callee: Node): boolean => callee.type !== 'MemberExpression'

function literalIn(target: Expr | undefined): ObjExpr | null {
  let at = target
  while (at?.k === 'call' && at.args.length === 3) at = at.args[0]
  return at?.k === 'obj' ? at : null
}
