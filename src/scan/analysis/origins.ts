/** Where knowledge ends: the innermost expression that could not be told is put on the value that comes of it. */
import type { Expr, Module } from './ir.js'
import type { Origin, Value } from './values.js'

/** Values that could not be told get the expression as their origin where they have none yet; the rest stays as it is. */
export function withOrigin(values: Value[], expr: Expr): Value[] {
  if (!values.some((value) => isNameless(value) || isExtended(value, expr))) return values
  const spot = spotOf(expr)
  if (!spot) return values
  const origin = { name: nameOf(expr), ...spot }
  return values.map((value) => (isNameless(value) || isExtended(value, expr) ? put(value, origin) : value))
}

function isNameless(value: Value): boolean {
  if (value.k === 'native' || value.k === 'package') return value.origin === undefined
  return (
    (value.k === 'unknown' || value.k === 'text') && value.hole !== null && value.hole.origin === undefined
  )
}

/** A member of what is unknown is unknown for the same reason, and has the fuller name: `res.data.host`. */
function isExtended(value: Value, expr: Expr): boolean {
  if (value.k !== 'unknown' || expr.k !== 'member' || !value.hole.origin) return false
  // Of a module that is not there the module is missing, whatever is taken from it.
  if (value.hole.reason === 'import') return false
  return value.hole.origin.name === nameOf(expr.object) && value.hole.origin.module === expr.module
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
  const name = written(expr, 0)
  return name.length <= MAX_NAME ? name : `${name.slice(0, MAX_NAME - 1)}…`
}

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
      return `import '${expr.specifier.slice(0, MAX_NAME)}'`
    default:
      return '…'
  }
}

function memberName(object: string, name: string | Expr, depth: number): string {
  if (typeof name !== 'string') return `${object}[${written(name, depth + 1)}]`
  return object === '' ? name : `${object}.${name}`
}
