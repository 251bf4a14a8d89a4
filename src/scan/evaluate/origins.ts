/** Where knowledge ends: the innermost expression that could not be told is put on the value that comes of it. */
import { posix } from 'node:path'
import type { Expr, Module } from '../ir/types.js'
import type { Program } from './program.js'
import { answered } from './steered.js'
import type { Origin, Value } from './values.js'

/** How `define` of a config names it; null for what has no name that is its own. */
export function definable({ name, reach, module }: Origin): string | null {
  if (name === '' || name.includes('…')) return null
  return reach === 'file' ? `${module.file}:${name}` : name
}

/** Values that could not be told get the expression as their origin where they have none yet; the rest stays as it is. */
export function withOrigin({ steered }: Program, values: Value[], expr: Expr): Value[] {
  if (!values.some(isNameless)) return values
  const spot = spotOf(expr)
  if (!spot) return values
  const origin: Origin = { name: nameOf(expr), reach: expr.k === 'import' ? 'module' : 'file', ...spot }
  return values.map((value) => (isNameless(value) ? answered(steered, put(value, origin)) : value))
}

/** What is cut out of a text, or taken from a list, is no other thing than the text or the list. */
const PART =
  /^(?:\d+|at|concat|match|pop|replace|replaceAll|shift|slice|split|substr|substring|toString|trim)$/

/** A member of what is unknown is unknown for the same reason, and has the fuller name: `res.data.host`. */
export function memberOfUnknown(value: Extract<Value, { k: 'unknown' | 'package' }>, name: string): Value {
  const origin = value.k === 'unknown' ? value.hole.origin : value.origin
  if (!origin || origin.name.endsWith('…') || PART.test(name)) return value
  const dot = origin.reach === 'module' && !origin.name.includes('#') ? '#' : '.'
  const full = origin.reach === 'module' && name === 'default' ? origin.name : `${origin.name}${dot}${name}`
  return put(value, { ...origin, name: bounded(full) })
}

function isNameless(value: Value): boolean {
  if (value.k === 'native' || value.k === 'package') return value.origin === undefined
  return (
    (value.k === 'unknown' || value.k === 'text') && value.hole !== null && value.hole.origin === undefined
  )
}

function put(value: Value, origin: Origin): Value {
  if (value.k === 'native' || value.k === 'package') return { ...value, origin }
  if (value.k === 'unknown') return { ...value, hole: { ...value.hole, origin } }
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
      // What is taken apart at once has no name of its own; its members have.
      return expr.name ? spot(expr.fn.module, expr.pos) : null
    default:
      return null
  }
}

function spot(module: Module, pos: number | undefined): Pick<Origin, 'module' | 'pos'> | null {
  return pos === undefined ? null : { module, pos }
}

const MAX_NAME = 80
const MAX_DEPTH = 8

/** An expression about as it is written. What has no short form is `…`. */
export function nameOf(expr: Expr): string {
  return bounded(written(expr, 0))
}

const bounded = (name: string) => (name.length <= MAX_NAME ? name : `${name.slice(0, MAX_NAME - 1)}…`)

function written(expr: Expr, depth: number): string {
  if (depth > MAX_DEPTH) return '…'
  switch (expr.k) {
    case 'global':
      return expr.name
    case 'ref':
      return expr.binding.name
    case 'param':
      return expr.name ?? ''
    case 'this':
      return 'this'
    case 'text':
      return `'${expr.text.slice(0, MAX_NAME)}'`
    case 'member':
      return memberName(written(expr.object, depth + 1), expr.name, depth)
    case 'call': {
      const args = expr.args.map((arg) => written(arg, depth + 1)).join(', ')
      return `${expr.isNew ? 'new ' : ''}${written(expr.callee, depth + 1)}(${args})`
    }
    case 'import':
      return moduleName(expr)
    default:
      return '…'
  }
}

/** `utils/settings#base`, by where the module would be; one that is found by another way stays as it is written. */
function moduleName({ specifier, from, name }: Extract<Expr, { k: 'import' }>): string {
  const path = /^\.{1,2}\//.test(specifier) ? posix.join(posix.dirname(from.file), specifier) : specifier
  return name === '*' || name === 'require' || name === 'default' ? path : `${path}#${name}`
}

function memberName(object: string, name: string | Expr, depth: number): string {
  if (typeof name !== 'string') return `${object}[${written(name, depth + 1)}]`
  return object === '' ? name : `${object}.${name}`
}
