/** What an expression can be at run time, as far as the source shows. */
import type { Fn, Reason } from '../ir/types.js'
import { isRepeated, keyOf } from './alike.js'
import type { Arg, Env, Hole, Mark, Text, Value } from './value-types.js'

export type { Arg, Client, Env, Hole, Mark, Origin, Text, Value } from './value-types.js'

export function newEnv(fn: Fn | null, args: Arg[], self: Value | null, up: Env | null): Env {
  return { fn, args, self, up, assumed: null, keptAll: null, keptSome: null }
}

/** More values than this are not followed. */
export const MAX_VALUES = 64

export const MISSING: Value = { k: 'prim', value: undefined }

export function unknown(reason: Reason, owners: Fn[] = []): Value {
  return { k: 'unknown', hole: { reason, owners } }
}

export function literal(text: string, module: Mark['module'], pos: number): Text {
  return { k: 'text', text, marks: [{ at: 0, module, pos }], hole: null, soft: false }
}

/** A string that isn't written anywhere. */
export function literalText(text: string): Text {
  return { k: 'text', text, marks: [], hole: null, soft: false }
}

export function isMissing(value: Value): boolean {
  return value.k === 'prim' && (value.value === undefined || value.value === null)
}

/** Not a number, unless it is one and nothing else. */
export const numberOf = ([only, ...others]: Value[]): number =>
  only?.k === 'prim' && typeof only.value === 'number' && others.length === 0 ? only.value : Number.NaN

/** Why a value that isn't text can't be determined. */
export function holeOf(value: Value): Hole {
  if (value.k === 'unknown') return value.hole
  if (value.k === 'text' && value.hole) return value.hole
  const hole: Hole = { reason: value.k === 'package' ? 'import' : 'computed', owners: [] }
  if ((value.k !== 'package' && value.k !== 'native') || !value.origin) return hole
  // It has one name, whichever way it got here.
  const { k, origin } = value
  const name = k === 'native' ? value.path : value.path === '' ? value.name : `${value.name}#${value.path}`
  return {
    ...hole,
    origin: { ...origin, name: name.slice(0, 80), reach: k === 'native' ? 'global' : 'module' },
  }
}

/** What is worked out of something open. A setting of the build is what has to be told, whatever is cut off it. */
export function madeOf(hole: Hole | null): Value {
  const { origin, owners = [] } = hole ?? {}
  const isSetting = origin?.reach === 'global'
  return { k: 'unknown', hole: { reason: 'computed', owners, ...(isSetting && { origin }) } }
}

/** Would knowing a function's arguments make any of them more precise? */
export function needsCaller(values: readonly Value[]): boolean {
  return values.some(
    (value) => (value.k === 'unknown' || value.k === 'text') && (value.hole?.owners.length ?? 0) > 0,
  )
}

/** The value converted to a string. */
export function toText(value: Value): Text {
  if (value.k === 'text') return value
  const empty: Text = { k: 'text', text: '', marks: [], hole: null, soft: false }
  if (value.k === 'prim') return { ...empty, text: String(value.value), soft: isMissing(value) }
  return { ...empty, hole: holeOf(value) }
}

/** After a hole only the parameters it depends on are known. */
export function join(left: Text, right: Text): Text {
  const soft = left.soft || right.soft
  if (left.hole) {
    const owners = union(left.hole.owners, right.hole?.owners ?? [])
    return { ...left, hole: { ...left.hole, owners }, soft }
  }
  const offset = left.text.length
  const moved = right.marks.map((mark) => ({ ...mark, at: mark.at + offset }))
  return { k: 'text', text: left.text + right.text, marks: [...left.marks, ...moved], hole: right.hole, soft }
}

/** Every concatenation of one of `left` with one of `right`; if there are too many, only the beginnings are kept. */
export function joinAll(left: Value[], right: Value[]): Value[] {
  const ways = left.length * right.length
  const result: Value[] = []
  for (const first of left) {
    const text = toText(first)
    if (ways > MAX_VALUES || (ways > MAX_PATHS && ORIGIN.test(text.text))) {
      result.push(
        right.length > 1 ? join(text, toText(unknown('limit'))) : join(text, toText(right[0] ?? MISSING)),
      )
    } else
      for (const second of right)
        result.push(
          join(
            text,
            isMissing(second) && BARE.test(text.text) ? toText(unknown('computed')) : toText(second),
          ),
        )
  }
  return distinct(result)
}

/** A host that may continue: what is missing after it is not part of a name. */
const BARE = /^[a-z][a-z0-9+.-]*:\/\/[^/?#\\]+$/i

/** More paths than this on one server count as one unknown path. */
const MAX_PATHS = 16
/** Scheme, host and what ends them. */
export const ORIGIN = /^[a-z][a-z0-9+.-]*:\/\/[^/?#\\]+[/?#]/i

/** Is it a string that determines the server, whatever follows? */
export function namesServer(value: Value): boolean {
  return value.k === 'text' && ORIGIN.test(value.text)
}

/** Is it what an interceptor was told of an earlier request? */
export function isAskedAgain(value: Value): boolean {
  const hole = value.k === 'unknown' || value.k === 'text' ? value.hole : null
  return hole?.told === 'settings'
}

/** Is it known what server it names, or that it names none, or not even how it begins, whatever follows? */
export function tellsServer(value: Value): boolean {
  if (value.k !== 'text') return value.k === 'unknown'
  return value.hole !== null || ORIGIN.test(value.text) || RELATIVE.test(value.text)
}

/** So few are compared pairwise, without building keys. */
const FEW = 8

/** Without duplicate strings and primitives, and bounded in size. */
export function distinct(values: Value[]): Value[] {
  if (values.length < 2) return values
  if (values.length <= FEW) return values.filter((value, at) => !isRepeated(values, value, at))
  const seen = new Set<unknown>()
  const result: Value[] = []
  for (const value of values) {
    const key = keyOf(value)
    if (seen.has(key)) continue
    seen.add(key)
    result.push(value)
  }
  return result.length <= MAX_VALUES ? result : widened(result)
}

/** If there are too many URLs, their origins are kept. */
function widened(values: Value[]): Value[] {
  const byOrigin = new Map<unknown, Value>()
  for (const value of values) {
    const kept = value.k === 'text' ? beginningOf(value) : value
    const key = keyOf(kept)
    if (!byOrigin.has(key)) byOrigin.set(key, kept)
  }
  const result = [...byOrigin.values()]
  return result.length <= MAX_VALUES ? result : [...result.slice(0, MAX_VALUES - 1), unknown('limit')]
}

/** Of a URL its origin; of what can be none, whatever follows, as much as tells that. */
function beginningOf(value: Text): Text {
  const text = (ORIGIN.exec(value.text) ?? RELATIVE.exec(value.text))?.[0]
  if (text === undefined) return value
  return { ...value, text, hole: value.hole ?? { reason: 'limit', owners: [] } }
}

/** `list?`, `a=`: no scheme begins like this. */
const RELATIVE = /^(?!\/\/)[a-z0-9+.-]*[^a-z0-9+.:\s-]/i

function union(left: Fn[], right: Fn[]): Fn[] {
  return right.length === 0 ? left : [...new Set([...left, ...right])]
}

/** True, false, or null if it depends; `isEmptied` if there may be no value. */
export function truthOf(values: Value[], isEmptied = false): boolean | null {
  const truths = new Set(values.map(truthOfOne))
  if (isEmptied) truths.add(false)
  if (truths.size !== 1) return null
  return [...truths][0] ?? null
}

export function truthOfOne(value: Value): boolean | null {
  switch (value.k) {
    case 'text':
      return value.text !== '' ? true : value.hole || value.soft ? null : false
    case 'prim':
      return Boolean(value.value)
    case 'unknown':
      return value.empty ? false : null
    case 'native':
    case 'package':
      return null
    default:
      return true
  }
}

/** Beside real values an empty one is a placeholder: `let base = ''`, then an assignment. Conditions are told that it was left out. */
export function softened(program: { emptied: number }, values: Value[]): Value[] {
  if (values.length < 2) return values
  const kept = values.filter((value) => !isMissing(value))
  if (kept.length === 0) return values.slice(0, 1)
  if (kept.length < values.length) program.emptied++
  return kept.map((value) =>
    value.k === 'text' && value.text === '' && !value.hole ? { ...value, soft: true } : value,
  )
}

/** Can a key have that name? */
export function isKey(value: Value, name: string): boolean {
  if (value.k === 'prim') return String(value.value) === name
  if (value.k !== 'text') return true
  return value.hole === null ? value.text === name : name.startsWith(value.text)
}
