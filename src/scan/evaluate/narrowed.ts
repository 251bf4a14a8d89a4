/** Conditions that ask a variable itself, `if (url.endsWith('/')) url = url.slice(0, -1)`: each of its values is asked apart. */
import type { Binding, Expr, Guard, Guarded } from '../ir/types.js'
import { leaveOut } from './builds.js'
import { guardHolds, truthIn } from './conditions.js'
import { fold } from './folding.js'
import type { Program } from './program.js'
import { distinct, type Env, newEnv, type Value } from './values.js'

type Ref = Extract<Expr, { k: 'ref' }>

const MOST_VALUES = 8
const FURTHEST = 6

/** The variable that a test asks; null if it asks none. */
export function askedIn(test: Expr, depth = 0): Ref | null {
  if (depth > FURTHEST) return null
  const within = (...exprs: (Expr | undefined)[]): Ref | null =>
    exprs.reduce<Ref | null>((found, one) => found ?? (one ? askedIn(one, depth + 1) : null), null)
  switch (test.k) {
    case 'ref':
      return test
    case 'not':
      return within(test.value)
    case 'compare':
    case 'binary':
    case 'either':
      return within(test.left, test.right)
    case 'member':
      return within(test.object)
    case 'call':
      return within(test.callee, ...test.args)
    default:
      return null
  }
}

/** Does a value depend on a variable, as far as it is written out? */
function dependsOn(expr: Expr, binding: Binding, depth = 0): boolean {
  if (depth > FURTHEST) return false
  const within = (part: Expr | undefined) => part !== undefined && dependsOn(part, binding, depth + 1)
  switch (expr.k) {
    case 'ref':
      return expr.binding === binding
    case 'cat':
      return expr.parts.some(within)
    case 'cond':
      return within(expr.yes) || within(expr.no)
    case 'either':
      return within(expr.left) || within(expr.right)
    case 'member':
      return within(expr.object)
    case 'call':
      return within(expr.callee) || expr.args.some(within)
    default:
      return false
  }
}

const isWorthIt = (values: readonly Value[]): boolean =>
  values.length > 1 && values.length <= MOST_VALUES && values.some((value) => value.k === 'text')

const withValue = (env: Env | null, binding: Binding, value: Value): Env => ({
  ...newEnv(null, [], null, env),
  assumed: { binding, value },
})

export function conditional(program: Program, expr: Extract<Expr, { k: 'cond' }>, env: Env | null): Value[] {
  const { builds } = program
  const truth = truthIn(program, expr.test, env)
  if (truth !== null) {
    if (program.builds !== builds) leaveOut(program, truth ? expr.no : expr.yes, env)
    return fold(program, truth ? expr.yes : expr.no, env)
  }
  return distinct(
    chosenApart(program, expr, env) ?? [...fold(program, expr.yes, env), ...fold(program, expr.no, env)],
  )
}

/** `url.endsWith('/') ? url.slice(0, -1) : url`; null where nothing is to be told apart. */
function chosenApart(
  program: Program,
  { test, yes, no }: Extract<Expr, { k: 'cond' }>,
  env: Env | null,
): Value[] | null {
  const asked = askedIn(test)
  if (!asked || !(dependsOn(yes, asked.binding) || dependsOn(no, asked.binding))) return null
  const values = fold(program, asked, env)
  if (!isWorthIt(values)) return null
  return values.flatMap((value) => {
    const within = withValue(env, asked.binding, value)
    const truth = truthIn(program, test, within)
    return [
      ...(truth !== false ? fold(program, yes, within) : []),
      ...(truth !== true ? fold(program, no, within) : []),
    ]
  })
}

/** `if (url.endsWith('/')) return url.slice(0, -1); return url`: the call with each value of the variable that is asked. */
export function eachApart(program: Program, returns: readonly Guarded[], env: Env): Env[] {
  const test = returns.find(({ guard }) => guard?.test)?.guard?.test
  const asked = test ? askedIn(test) : null
  // What is assigned behind the test is something else.
  if (!asked || asked.to !== asked.binding.values.length) return [env]
  if (!returns.some(({ value }) => dependsOn(value, asked.binding))) return [env]
  const values = fold(program, asked, env)
  return isWorthIt(values) ? values.map((value) => withValue(env, asked.binding, value)) : [env]
}

/** The values of a variable so far, each with the condition under which it was made of another. */
export type Under = Map<Value, Guard>

/** What a variable is after an assignment that its own value decides; null where nothing is to be told apart. */
export function assignedApart(
  program: Program,
  { binding, before, under }: { binding: Binding; before: readonly Value[]; under: Under },
  { value, guard }: { value: Expr; guard: Guard | null },
  env: Env | null,
): Value[] | null {
  if (!guard || !isWorthIt(before) || !dependsOn(value, binding) || !asksFor(guard, binding)) return null
  return before.flatMap((one) => {
    const made = under.get(one)
    if (made && excludes(made, guard)) return [one]
    const within = withValue(env, binding, one)
    const holds = (made && isAround(made, guard)) || guardHolds(program, guard, within)
    const changed = holds === false ? [] : fold(program, value, within).map((result) => ({ ...result }))
    for (const result of changed) under.set(result, guard)
    return holds === true ? changed : [one, ...changed]
  })
}

function asksFor(guard: Guard, binding: Binding): boolean {
  for (let at: Guard | null = guard; at; at = at.up)
    if (at.test && askedIn(at.test)?.binding === binding) return true
  return false
}

function isAround(one: Guard, here: Guard): boolean {
  for (let at: Guard | null = here; at; at = at.up) if (at === one) return true
  return false
}

/** Do they belong to different branches of a condition? */
function excludes(one: Guard, other: Guard): boolean {
  for (let at: Guard | null = one; at; at = at.up) {
    if (!at.branches) continue
    for (let beside: Guard | null = other; beside; beside = beside.up)
      if (beside !== at && beside.branches === at.branches) return true
  }
  return false
}
