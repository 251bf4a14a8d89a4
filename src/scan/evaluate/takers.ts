/** Objects whose members another object takes over: there, `this` has the other object's members too. */

import type { Expr, ObjExpr } from '../ir/types.js'
import { isMixedIn } from './components.js'
import { enter, leave } from './cycles.js'
import { fold, memberOf } from './folding.js'
import type { Program } from './program.js'
import { rootObject } from './sections.js'
import { targetsOf } from './targets.js'
import { distinct, isMissing, type Value } from './values.js'

/** Steps for finding out which members are taken over by which object, for one place and in total. */
const STEPS = 2_000
const ALL_STEPS = 400_000

/** `Object.assign(Http.prototype, { get() { … } })`, `Page({ ...options, get() { … } })`, `mixins: [list]`; all calls must be known. */
export function indexTakers(program: Program): void {
  const takers: NonNullable<Program['takers']> = new Map()
  let left = ALL_STEPS
  const enter = (from: Expr, to: () => Value[]) => {
    if (left <= 0) return
    program.steps = STEPS
    program.open = new Set()
    const given = fold(program, from, null)
      .flatMap((one) => (one.k === 'list' ? one.items.flat() : [one]))
      .filter((one) => one.k === 'object' && hasMethods(one.expr))
    if (given.length > 0) {
      const targets = to()
      for (const one of given) if (one.k === 'object') put(takers, one.expr, targets)
    }
    left -= STEPS - program.steps
  }
  for (const module of program.modules.values()) {
    for (const write of module.looseWrites)
      if (write.key === null) enter(write.value, () => targetsOf(program, write))
    for (const made of module.extended)
      for (const { key, value } of made.props)
        if (key === null || isMixedIn(key)) enter(value, () => [{ k: 'object', expr: made, env: null }])
  }
  program.takers = takers
}

/** Plain options have no `this`. */
const hasMethods = (expr: ObjExpr): boolean =>
  expr.props.some(({ key, value }) =>
    value.k === 'obj' ? key === 'methods' && hasMethods(value) : value.k === 'fn' && !value.fn.arrow,
  )

const MAX_TAKERS = 32

function put(takers: Map<ObjExpr, Value[]>, given: ObjExpr, targets: Value[]): void {
  const own = targets.filter((one) => one.k !== 'unknown' && !(one.k === 'object' && one.expr === given))
  const known = takers.get(given) ?? []
  if (own.length > 0) takers.set(given, [...known, ...own].slice(0, MAX_TAKERS))
}

/** Members that the objects taking over another's members have and the other lacks; null if there are none. */
export function takenMember(program: Program, { expr }: { expr: ObjExpr }, name: string): Value[] | null {
  const takers = program.takers?.get(rootObject(expr))
  if (!takers || !enter(program, expr)) return null
  const values = takers.flatMap((taker) => memberOf(program, taker, name))
  leave(program, expr)
  const found = values.filter((value) => !isMissing(value) && value.k !== 'unknown')
  return found.length > 0 ? distinct(found) : null
}
