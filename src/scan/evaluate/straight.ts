/** What a script assigns again before any of its functions is called: by then only the last value is left. */
import type { CallExpr, Expr, Module, ObjExpr } from '../ir/types.js'
import { leaveOut } from './builds.js'
import { guardHolds } from './conditions.js'
import type { Program } from './program.js'

interface Start {
  module: Module
  pos: number
}

/** Where an expression begins, if it is one that has a place of its own. */
function startOf(expr: Expr | undefined): Start | null {
  switch (expr?.k) {
    case 'text':
    case 'call':
      return expr
    case 'cat':
      return expr.parts.reduce<Start | null>((at, part) => at ?? startOf(part), null)
    case 'cond':
      return startOf(expr.test) ?? startOf(expr.yes)
    case 'obj': {
      const [first] = expr.props
      return expr.module && first ? { module: expr.module, pos: first.pos } : null
    }
    case 'member':
    case 'global':
      return expr.module && expr.pos !== undefined ? { module: expr.module, pos: expr.pos } : null
    default:
      return null
  }
}

/** Is one assigned after the other, in a script's own code, with no call between that could read the earlier one? */
export function isStraight(one: Expr | undefined, other: Expr | undefined): boolean {
  const [from, to] = [startOf(one), startOf(other)]
  if (!from || !to || from.module !== to.module || from.pos >= to.pos) return false
  return !to.module.calls.some(
    (call) => !call.fn && from.pos < call.pos && call.pos < to.pos && mayRead(call),
  )
}

/** Not what is the platform's own: `wx.getAccountInfoSync()`, `require('./env')`. */
function mayRead({ callee }: CallExpr): boolean {
  let at: Expr = callee
  while (at.k === 'member' || at.k === 'call') at = at.k === 'member' ? at.object : at.callee
  return at.k !== 'global'
}

/** `const settings = { base: test }; if (isLive) settings.base = live`: the value in the literal is none of its own any more. */
export function isReplaced(
  program: Program,
  { expr, env }: { expr: ObjExpr; env: unknown },
  name: string,
): boolean {
  if (env !== null || !expr.module) return false
  const own = expr.props.findLast(({ key }) => key === name)
  if (!own) return false
  return (program.writes.get(name) ?? []).some(({ object, value, fn, guard }) => {
    if (fn || object.k !== 'ref' || object.binding.fn || !isOnly(object.binding.values, expr)) return false
    const { builds } = program
    if (!isStraight({ ...expr, props: [own] }, value) || guardHolds(program, guard, null) !== true)
      return false
    if (program.builds !== builds) leaveOut(program, own.value, null)
    return true
  })
}

const isOnly = ([first, ...others]: readonly { value: Expr }[], expr: ObjExpr): boolean =>
  first?.value === expr && others.length === 0
