/** Where knowledge ends: a value records the innermost expression that could not be determined. */
import type { Expr, Module } from '../ir/types.js'
import { bounded, writtenName } from './names.js'
import { answered, type Steered } from './steered.js'
import type { Origin, Value } from './values.js'

/** Undetermined values without an origin get the expression as their origin; the others are unchanged. */
export function withOrigin({ steered }: { steered: Steered }, values: Value[], expr: Expr): Value[] {
  if (!values.some(isNameless)) return values
  const spot = spotOf(expr)
  if (!spot) return values
  const origin: Origin = { name: writtenName(expr), reach: expr.k === 'import' ? 'module' : 'file', ...spot }
  return values.map((value) => (isNameless(value) ? answered(steered, put(value, origin)) : value))
}

/** A part of a string or an item of an array has the same origin as the whole. */
const PART =
  /^(?:\d+|at|concat|match|pop|replace|replaceAll|shift|slice|split|substr|substring|toString|trim)$/

/** A member of an unknown value is unknown for the same reason, under the fuller name: `res.data.host`. */
export function memberOfUnknown(value: Extract<Value, { k: 'unknown' | 'package' }>, name: string): Value {
  if (value.k === 'unknown' && value.hole.told && !PART.test(name)) return ofAnswer(value, value.hole, name)
  const origin = value.k === 'unknown' ? value.hole.origin : value.origin
  if (!origin || origin.name.endsWith('…') || PART.test(name)) return value
  const dot = origin.reach === 'module' && !origin.name.includes('#') ? '#' : '.'
  const full = origin.reach === 'module' && name === 'default' ? origin.name : `${origin.name}${dot}${name}`
  return put(value, { ...origin, name: bounded(full) })
}

/** Axios and its like keep a request's settings in the answer and in the error; in flyio they are its `request`. */
const SETTINGS: ReadonlySet<string> = new Set(['config', 'request'])

function ofAnswer(value: Unknown, { told, ...hole }: Unknown['hole'], name: string): Value {
  const isSettings = told === 'settings' || SETTINGS.has(name)
  const plain = memberOfUnknown({ ...value, hole }, name)
  if (plain.k !== 'unknown' || !(isSettings || name === 'response')) return plain
  return { ...plain, hole: { ...plain.hole, told: isSettings ? 'settings' : 'answer' } }
}

type Unknown = Extract<Value, { k: 'unknown' }>

function isNameless(value: Value): boolean {
  if (value.k === 'native' || value.k === 'package') return value.origin === undefined
  if (value.k === 'text' && value.begins) return value.begins.origin === undefined
  return (
    (value.k === 'unknown' || value.k === 'text') && value.hole !== null && value.hole.origin === undefined
  )
}

function put(value: Value, origin: Origin): Value {
  if (value.k === 'native' || value.k === 'package') return { ...value, origin }
  if (value.k === 'unknown') return { ...value, hole: { ...value.hole, origin } }
  if (value.k === 'text' && value.begins) return { ...value, begins: { ...value.begins, origin } }
  return value.k === 'text' && value.hole ? { ...value, hole: { ...value.hole, origin } } : value
}

function spotOf(expr: Expr): Pick<Origin, 'module' | 'pos'> | null {
  switch (expr.k) {
    case 'member':
    case 'global':
    case 'call':
      return expr.module && expr.pos !== undefined ? { module: expr.module, pos: expr.pos } : null
    case 'import':
      return spot(expr.from, expr.pos)
    case 'param':
      // A value that is destructured at once has no name of its own; its members do.
      return expr.name ? spot(expr.fn.module, expr.pos) : null
    default:
      return null
  }
}

function spot(module: Module, pos: number | undefined): Pick<Origin, 'module' | 'pos'> | null {
  return pos === undefined ? null : { module, pos }
}
