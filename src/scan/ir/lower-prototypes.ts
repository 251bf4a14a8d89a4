/** Assignments that give objects and their instances members: to a prototype, to what a method is put on. */

import type { State } from './scope.js'
import type { Expr, ObjExpr, Property } from './types.js'

/** `Http.prototype.get = function …`: `this` is an instance of `Http`; in `http.get = function …` it is `http`. */
export function ownMethod(object: Expr, value: Expr): void {
  if (value.k !== 'fn') return
  if (object.k === 'member' && object.name === 'prototype')
    value.fn.owner ??= { k: 'made', by: object.object }
  else if (object.k === 'ref' && !value.fn.arrow) value.fn.putOn ??= object
}

/** `api.__proto__ = base`: it has what the other one has, as after `Object.setPrototypeOf`. */
export function inheritsFrom({ module, fn, guard }: State, object: Expr, value: Expr): void {
  module.looseWrites.push({ object, key: null, value, fn, guard })
}

/** `Http.prototype = { get: function … }`: its members are those of every instance, and `this` in them is one. */
export function givesPrototype({ fn, guard, module }: State, made: Expr, value: Expr): void {
  const object: Expr = { k: 'member', object: made, name: 'prototype' }
  const given = value.k === 'obj' ? [...value.props, putOnLater(value)] : [{ key: null, value }]
  for (const one of given) {
    if (typeof one.key !== 'string')
      module.looseWrites.push({ object, key: one.key, value: one.value, fn, guard })
    else {
      module.writes.push({ object, name: one.key, value: one.value, fn, guard })
      if (one.value.k === 'fn' && !one.value.fn.arrow) one.value.fn.owner = { k: 'made', by: made }
    }
  }
}

/** `Http.fn = Http.prototype = { … }; Http.fn.get = function …`: what the object has besides what is written in it. */
function putOnLater(value: ObjExpr): Property {
  const written = value.props.flatMap(({ key }) => (typeof key === 'string' ? key : []))
  const spread: Property = { key: null, value, pos: 0 }
  const rest: ObjExpr = {
    ...{ k: 'obj', props: [spread], module: null, parent: null, slot: 0 },
    without: new Set(written),
  }
  return { ...spread, value: rest }
}
