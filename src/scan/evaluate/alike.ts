/** Which values are equal: a set keeps one of them. */
import type { Hole, Value } from './value-types.js'

const ids = new WeakMap<object, number>()
let lastId = 0
function idOf(object: object): number {
  const known = ids.get(object)
  if (known !== undefined) return known
  lastId++
  ids.set(object, lastId)
  return lastId
}

/** Does a value equal one of those before `end`? For few values, comparing is faster than building keys. */
export function isRepeated(values: readonly Value[], value: Value, end: number): boolean {
  for (let at = 0; at < end; at++) if (isAlike(values[at] as Value, value)) return true
  return false
}

/** Have two values the same key? */
function isAlike(one: Value, other: Value): boolean {
  if (one === other) return true
  switch (one.k) {
    case 'text':
      return other.k === 'text' && one.text === other.text && isAlikeHole(one.hole, other.hole)
    case 'prim':
      return other.k === 'prim' && String(one.value) === String(other.value)
    case 'unknown':
      return other.k === 'unknown' && one.empty === other.empty && isAlikeHole(one.hole, other.hole)
    case 'native':
      return other.k === 'native' && one.path === other.path
    case 'package':
      return other.k === 'package' && one.name === other.name && one.path === other.path
    case 'namespace':
      return other.k === 'namespace' && one.module === other.module
    case 'object':
      return other.k === 'object' && one.expr === other.expr && one.env === other.env
    case 'function':
      return (
        other.k === 'function' &&
        one.fn === other.fn &&
        one.env === other.env &&
        one.bound === other.bound &&
        hasAlikeSelf(one, other)
      )
    case 'instance':
      return other.k === 'instance' && one.of === other.of && isBare(one) && isBare(other)
    default:
      return false
  }
}

/** Not made from arguments: a write to one counts for each. */
const isBare = ({ args, env }: Extract<Value, { k: 'instance' }>): boolean =>
  args?.length === 0 && env === null

function isAlikeHole(one: Hole | null, other: Hole | null): boolean {
  if (one === null || other === null) return one === other
  const { owners } = one
  const isSame =
    one.reason === other.reason &&
    one.spread === other.spread &&
    one.told === other.told &&
    owners.length === other.owners.length
  return isSame && owners.every((owner, at) => owner === other.owners[at])
}

type Function = Extract<Value, { k: 'function' }>

function hasAlikeSelf({ self: one }: Function, { self: other }: Function): boolean {
  if (one === other) return true
  return one !== null && other !== null && String(keyOf(one)) === String(keyOf(other))
}

const holeKey = ({ reason, spread, told, owners }: Hole) =>
  `${reason}${spread ? '+' : ''}${told ?? ''}${owners.map(idOf)}`

/** Equal for equal values. */
export function keyOf(value: Value): unknown {
  switch (value.k) {
    case 'text':
      return `t${value.hole ? holeKey(value.hole) : ''}:${value.text}`
    case 'prim':
      return `p${String(value.value)}`
    case 'unknown':
      return `u${value.empty ?? ''}${holeKey(value.hole)}`
    case 'native':
      return `n${value.path}`
    case 'package':
      return `m${value.name}:${value.path}`
    case 'namespace':
      return value.module
    case 'object':
      return `o${idOf(value.expr)}:${value.env ? idOf(value.env) : ''}`
    case 'function':
      return `${value.bound ? 'b' : 'f'}${idOf(value.fn)}:${value.env ? idOf(value.env) : ''}:${value.self ? String(keyOf(value.self)) : ''}`
    case 'instance':
      return isBare(value) ? `i${idOf(value.of)}` : value
    default:
      return value
  }
}
