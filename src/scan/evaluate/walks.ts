/** Members by computed keys, and variables that descend by them. */

import { flat } from '../flat.js'
import type { Binding, Expr } from '../ir/types.js'
import { memberOf } from './folding.js'
import { everyOne } from './language.js'
import type { Program } from './program.js'
import { distinct, isMissing, MISSING, type Value } from './values.js'

/** `at = at[key]`: the key with which a variable descends into its value. */
export function stepOf(binding: Binding, value: Expr): Expr | null {
  if (value.k !== 'member' || typeof value.name === 'string') return null
  return value.object.k === 'ref' && value.object.binding === binding ? value.name : null
}

const MAX_DESCENT = 6

/** Where a descent by these keys ends: at a value that none of them leads on from. */
export function descended(program: Program, from: Value[], keys: Value[]): Value[] {
  const ends: Value[] = []
  let left = from
  for (let depth = 0; depth < MAX_DESCENT && left.length > 0; depth++) {
    left = flat(left, (value) => {
      const next = value.k === 'object' ? flat(keys, (key) => memberByKey(program, value, key)) : []
      const inner = next.filter(({ k }) => k === 'object' || k === 'function')
      const open = next.filter(({ k }) => k === 'unknown')
      ends.push(...(inner.length + open.length === 0 ? [value] : open))
      return inner
    })
    left = distinct(left)
  }
  return distinct([...ends, ...left])
}

/** An unknown key selects among all members: this is how environments are switched. */
export function memberByKey(program: Program, object: Value, key: Value): Value[] {
  if (key.k === 'text' && !key.hole) return memberOf(program, object, key.text)
  if (key.k === 'prim') return memberOf(program, object, String(key.value))
  const [only, ...others] = key.k === 'list' ? key.items : []
  if (only && others.length === 0) return only.flatMap((one) => memberByKey(program, object, one))
  if (isMissing(object)) return [MISSING]
  if (key.k === 'unknown' && key.hole.owners.length > 0) return [key]
  return everyOne(program, object)
}

export function spreadMember(program: Program, value: Value, name: string): Value[] {
  return value.k === 'text' || value.k === 'prim' ? [MISSING] : memberOf(program, value, name)
}

/** What a parameter adds if it is spread over a member that is written out. */
export function spreadOver(value: Value): Value {
  if (value.k !== 'unknown' || value.hole.reason !== 'parameter') return value
  return { ...value, hole: { ...value.hole, spread: true } }
}

/** `this` in a method that was taken over is the object that took it over. */
export const withoutSelf = (value: Value, of: Value): Value =>
  value.k === 'function' && value.self === of ? { ...value, self: null } : value
