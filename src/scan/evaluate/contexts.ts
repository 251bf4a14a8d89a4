/** React's contexts: what `useContext` gives is the default, or what a provider around gives. */

import type { CallExpr, Expr, MemberExpr } from '../ir/types.js'
import { fold } from './folding.js'
import { moduleOf } from './modules.js'
import { calleeName } from './names.js'
import type { Program } from './program.js'
import { distinct, type Env, type Value } from './values.js'

/** `<Context.Provider value={…}>` */
export const isProvider = (of: string | Expr): of is MemberExpr =>
  typeof of !== 'string' && of.k === 'member' && of.name === 'Provider'

const FURTHEST = 6

/** The call that made a context; null if it isn't known. */
export function contextOf(program: Program, expr: Expr, depth = 0): CallExpr | null {
  if (depth > FURTHEST) return null
  if (expr.k === 'call') return calleeName(expr.callee) === 'createContext' ? expr : null
  if (expr.k === 'ref') {
    const [first, ...others] = expr.binding.values
    return first && others.length === 0 ? contextOf(program, first.value, depth + 1) : null
  }
  if (expr.k !== 'import') return null
  const exported = moduleOf(program, expr.specifier, expr.from)?.exports.get(expr.name) ?? []
  const [only, ...others] = exported
  return only && others.length === 0 ? contextOf(program, only, depth + 1) : null
}

export function contextValue(program: Program, context: Expr, env: Env | null): Value[] {
  const { provided } = program.shown ?? {}
  const of = contextOf(program, context)
  const all = of
    ? [...(provided?.get(of) ?? []), ...(provided?.get(null) ?? [])]
    : [...(provided?.values() ?? [])].flat()
  if (all.length > 0) program.changeable++
  return distinct([...fold(program, context, env), ...all.flatMap((one) => fold(program, one, null))])
}
