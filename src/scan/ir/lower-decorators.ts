/** Decorators: functions that are called with a class, or with it, a member's name and its descriptor. */

import type { Node } from '@babel/types'
import { expression } from './lowering.js'
import type { State } from './scope.js'
import { type ClassExpr, type Expr, UNKNOWN } from './types.js'

type Decorated = { decorators?: readonly Node[] | null | undefined; start?: number | null | undefined }

export function decorates(state: State, { decorators, start }: Decorated, args: Expr[]): void {
  const { module, fn, guard } = state
  for (const one of decorators ?? []) {
    const callee = one.type === 'Decorator' ? expression(state, one.expression) : UNKNOWN
    if (callee === UNKNOWN) continue
    module.calls.push({
      k: 'call',
      callee,
      args,
      isNew: false,
      module,
      fn,
      guard,
      pos: one.start ?? start ?? 0,
    })
  }
}

/** `decorate(target, 'name', { value })`; a field has no descriptor, a parameter has its place instead. */
export function memberOf(
  { module }: State,
  owner: ClassExpr,
  name: string | Expr,
  value: Expr | null,
): Expr[] {
  const key: Expr = typeof name === 'string' ? { k: 'text', text: name, module, pos: 0 } : name
  if (!value) return [owner, key]
  return [owner, key, { k: 'obj', props: [{ key: 'value', value, pos: 0 }], module, parent: null, slot: 0 }]
}
