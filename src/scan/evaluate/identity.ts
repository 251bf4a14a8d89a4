/** Which values are one and the same object. */

import type { ObjExpr } from '../ir/types.js'
import { rootObject } from './sections.js'
import type { Value } from './values.js'

/** Equal for equal objects; `isSameObject` then compares exactly. */
export function identityOf(value: Value): unknown {
  switch (value.k) {
    case 'object':
      return rootObject(value.expr)
    case 'instance':
    case 'prototype':
      return value.of
    case 'class':
      return value.expr
    case 'function':
      return value.fn
    case 'namespace':
      return value.module
    default:
      return value.k
  }
}

export function isSameObject(target: Value, object: Value): boolean {
  switch (target.k) {
    case 'object':
      return object.k === 'object' && isSameComponent(target.expr, object.expr)
    case 'native':
      return object.k === 'native' && target.path === object.path
    case 'package':
      return object.k === 'package' && target.name === object.name && target.path === object.path
    case 'function':
      return object.k === 'function' && target.fn === object.fn
    case 'class':
      return object.k === 'class' && target.expr === object.expr
    case 'instance':
    case 'prototype':
      return (object.k === 'instance' || object.k === 'prototype') && target.of === object.of
    case 'namespace':
      return object.k === 'namespace' && target.module === object.module
    case 'client':
      return object.k === 'client' && target.library === object.library && target.made === object.made
    case 'settings':
      return object.k === 'settings' && isSameObject(target.of, object.of)
    default:
      return false
  }
}

function isSameComponent(one: ObjExpr, other: ObjExpr): boolean {
  const isPart = one.parent !== null || other.parent !== null
  return one === other || (isPart && rootObject(one) === rootObject(other))
}
