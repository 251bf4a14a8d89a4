/** What a script assigns again before any of its functions is called: by then only the last value is left. */
import type {
  Binding,
  CallExpr,
  ClassExpr,
  Expr,
  Guarded,
  MemberWrite,
  Moment,
  ObjExpr,
} from '../ir/types.js'
import { leaveOut } from './builds.js'
import { guardHolds } from './conditions.js'
import type { Program } from './program.js'
import type { Value } from './values.js'

/** Is one assigned after the other, in a script's own code, with no call between that could read the earlier one? */
export function isStraight(one: Moment | undefined, other: Moment | undefined): boolean {
  if (!one || !other || one.module !== other.module || one.calls > other.calls) return false
  return !one.module.calls.slice(one.calls, other.calls).some((call) => !call.fn && mayRead(call))
}

/** Not what is the platform's own: `wx.getAccountInfoSync()`, `require('./env')`. */
function mayRead({ callee }: CallExpr): boolean {
  let at: Expr = callee
  while (at.k === 'member' || at.k === 'call') at = at.k === 'member' ? at.object : at.callee
  return at.k !== 'global'
}

/** Of the changes of a member of one object, those that the script's own code doesn't replace by a later one, which is surely of that object. */
export function unreplaced<C extends { write: MemberWrite }>(
  program: Program,
  object: Value,
  changes: readonly C[],
): readonly C[] {
  if (changes.length < 2 || (object.k !== 'object' && object.k !== 'class') || object.env) return changes
  const { builds } = program
  const isItsOwn = ({ object: { binding } }: Settled) => madeAt(binding, object.expr) !== undefined
  const last = changes.findLastIndex(
    ({ write }) => isSettled(write) && isItsOwn(write) && replaces(program, write),
  )
  return changes.filter(({ write }, index) => {
    const isLeft = index >= last || !isStraight(write.at, changes[last]?.write.at)
    if (!isLeft && program.builds !== builds) leaveOut(program, write.value, null)
    return isLeft
  })
}

/** `const settings = { base: test }; if (isLive) settings.base = live`: what the literal has is none of its members any more. */
export function isReplaced(
  program: Program,
  { expr, env }: { expr: ObjExpr | ClassExpr; env: unknown },
  name: string,
): boolean {
  const own =
    expr.k === 'obj' ? expr.props.findLast(({ key }) => key === name)?.value : expr.statics.get(name)
  if (env !== null || !own) return false
  return (program.writes.get(name) ?? []).some((write) => {
    const from = isSettled(write) ? madeAt(write.object.binding, expr) : undefined
    const { builds } = program
    if (!isStraight(from, write.at) || !replaces(program, write)) return false
    if (program.builds !== builds) leaveOut(program, own, null)
    return true
  })
}

/** It changes what a variable holds. */
type Settled = MemberWrite & { object: Extract<Expr, { k: 'ref' }> }
const isSettled = (write: MemberWrite): write is Settled => write.object.k === 'ref'

const replaces = (program: Program, { at, guard }: MemberWrite): boolean =>
  at !== undefined && guardHolds(program, guard, null) === true

/** When a variable of a script gets what it has for good. */
function madeAt({ fn, values: [first, ...others] }: Binding, made: Expr): Moment | undefined {
  return fn === null && others.length === 0 && first?.value === made ? first.at : undefined
}

/** Once a condition around it holds, what a script's variable had before is left to none of its functions. */
export const isFinal = ({ values: [first] }: Binding, { at }: Guarded): boolean => isStraight(first?.at, at)
