/** How expressions are named in a report and in a config's `define`. */
import { posix } from 'node:path'
import { ITSELF } from '../ir/module.js'
import type { Expr } from '../ir/types.js'
import type { Origin } from './values.js'

/** Its name in a config's `define`; null if it has no name of its own. */
export function definable({ name, reach, module }: Origin): string | null {
  if (name === '' || name.includes('…')) return null
  return reach === 'file' ? `${module.file}:${name}` : name
}

const MAX_NAME = 80
const MAX_DEPTH = 8

/** An expression roughly as written; anything without a short form is `…`. */
export function writtenName(expr: Expr): string {
  return bounded(written(expr, 0))
}

export const bounded = (name: string) => (name.length <= MAX_NAME ? name : `${name.slice(0, MAX_NAME - 1)}…`)

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

/** `utils/settings#base`, by the module's path; a module resolved in another way keeps its specifier. */
function moduleName({ specifier, from, name }: Extract<Expr, { k: 'import' }>): string {
  if (specifier === ITSELF) return name === 'require' ? 'exports' : `exports.${name}`
  const path = /^\.{1,2}\//.test(specifier) ? posix.join(posix.dirname(from.file), specifier) : specifier
  return name === '*' || name === 'require' || name === 'default' ? path : `${path}#${name}`
}

function memberName(object: string, name: string | Expr, depth: number): string {
  if (typeof name !== 'string') return `${object}[${written(name, depth + 1)}]`
  return object === '' ? name : `${object}.${name}`
}

/** The last name a callee is written with. */
export function calleeName(callee: Expr): string {
  if (callee.k === 'ref') return callee.binding.name
  if (callee.k === 'global') return callee.name
  return callee.k === 'member' && typeof callee.name === 'string' ? callee.name : ''
}
