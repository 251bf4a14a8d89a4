/** The values of a variable. */

import { seenFrom } from '../ir/branches.js'
import { type Binding, type Expr, type Fn, functionsAround, type Guarded } from '../ir/types.js'
import type { Gathered } from './active.js'
import { leaveOut } from './builds.js'
import { guardHolds } from './conditions.js'
import { begin, cutAt, enter, isWhole, leave, watch } from './cycles.js'
import { isNeverGiven } from './dead.js'
import { fold } from './folding.js'
import { withItems } from './grown.js'
import { once } from './memo.js'
import { assignedApart, type Under } from './narrowed.js'
import { putIntoVariable } from './passed-lists.js'
import type { Program } from './program.js'
import { leftFrom, type Run, undecided } from './replaced.js'
import { isFinal, isStraight } from './straight.js'
import { distinct, type Env, MISSING, needsCaller, softened, unknown, type Value } from './values.js'
import { descended, stepOf } from './walks.js'

type Ref = Extract<Expr, { k: 'ref' }>

/** The values of a variable: of the assignments a place can see, in their order. */
export function reference(program: Program, expr: Ref, around: Env | null): Value[] {
  const { binding } = expr
  for (let at = around; at; at = at.up) if (at.assumed?.binding === binding) return [at.assumed.value]
  const env = binding.fn ? around : null
  const all = expr.to < 0 || binding.shared
  if (all && env === null) {
    const known = program.known.get(binding)
    // A value joined over all callers is no answer while a single caller is wanted.
    if (known && !(known.closed && isOpen(program, binding.fn))) {
      if (known.isEmptied) program.emptied++
      return known.values
    }
  }
  const active = activeIn(program, binding, env) ?? binding.values.length
  const from = all ? 0 : expr.from
  const end = all ? binding.values.length : expr.to
  const to = Math.min(end, active)
  const running = to === active ? runningIn(program, binding, env, from, all) : null
  if (running) {
    if (active < end) cutAt(program, binding)
    count(program, running)
    return gathered(program, binding, running, env)
  }
  const { changeable, emptied } = program
  const before = watch(program)
  if (active < end) cutAt(program, binding)
  const range = { from, to, all }
  const part = all ? -1 - to : from * MOST_VALUES + to + (expr.isSure ? 0 : 0.5)
  const result = once(program, binding, env, part, () => assigned(program, expr, env, range))
  const whole = isWhole(program, before)
  // Every call passes on its own argument: the first caller is out of sight.
  if (result.length === 0 && whole && binding.values.some(({ value }) => value.k === 'param'))
    return [unknown('parameter')]
  const isFinal = whole && program.changeable === changeable && program.steps > 0 && !needsCaller(result)
  const isEmptied = program.emptied !== emptied
  if (all && env === null && isFinal)
    program.known.set(binding, { values: result, closed: !isOpen(program, binding.fn), isEmptied })
  return result
}

const MOST_VALUES = 2 ** 26

/** Do parameters of a function, or of an enclosing one, stay open? */
function isOpen({ open }: Program, fn: Fn | null): boolean {
  return open === 'all' || functionsAround(fn).some((one) => open.has(one))
}

/** The call in which a function's variables are evaluated; null if no single one is meant. */
function frameOf(env: Env | null, fn: Fn | null): Env | null {
  for (let at = env; at; at = at.up) if (at.fn === fn) return at
  return null
}

/**
 * The value of a variable requested again while it is being evaluated. The same variable in another call of its
 * function is a different one: `send` hands its `url` to `retry`, which calls `send`.
 */
export function activeIn(program: Program, binding: Binding, env: Env | null): number | undefined {
  const active = program.active.get(binding)
  return active && active.frame === frameOf(env, binding.fn) ? active.at : undefined
}

/** `url = url + tail`: while the tail is added, what the variable is before that has been gathered already. */
function runningIn(
  program: Program,
  binding: Binding,
  env: Env | null,
  from: number,
  all: boolean,
): Gathered | null {
  const active = program.active.get(binding)
  const isSame = active?.env === env && active.from === from && active.all === all
  const so = active && isSame ? active.gathered : null
  return so && !so.isStepped && so.values.length > 0 ? so : null
}

interface Range {
  from: number
  to: number
  all: boolean
}

function assigned(
  program: Program,
  { binding, isSure = false }: Ref,
  env: Env | null,
  { from, to, all }: Range,
): Value[] {
  if (to <= from && binding.values.length > 0) return []
  const { changeable, emptied, builds: built } = program
  const counters = { changeable, emptied, builds: built }
  const under: Under = new Map()
  const so: Gathered = { values: [], isCut: false, isCertain: isSure, isStepped: false, counters, under }
  const outer = program.active.get(binding)
  const frame = frameOf(env, binding.fn)
  const isFirst = begin(program, binding)
  const replaced = all ? replacedBefore(binding) : 0
  let runs: Run[] = []
  // What functions assign, whenever they run.
  const byFunctions: Value[] = []
  for (let at = from; at < to; at++) {
    const one = binding.values[at]
    if (one && stepOf(binding, one.value)) so.isStepped = true
    if (!one || stepOf(binding, one.value) || (all && isRenewed(one, binding.values[at + 1]))) continue
    if (at < replaced && replaced < to && !one.by) continue
    program.active.set(binding, { at, frame, env, from, all, gathered: so })
    const { builds } = program
    const holds = guardHolds(program, one.guard, env)
    const apart =
      holds === null && !all
        ? assignedApart(program, { binding, before: so.values, under: so.under }, one, env)
        : null
    if (apart) {
      so.values = apart
      runs = []
    } else if (holds === false) {
      if (program.builds !== builds) leaveOut(program, one.value, env)
    } else {
      if (holds === true && one.guard && (!all || isFinal(binding, one))) {
        if (all && program.builds !== builds)
          for (const { value, by } of binding.values.slice(Math.max(from, replaced), at))
            if (!by) leaveOut(program, value, env)
        so.values = byFunctions.slice()
        runs = []
      }
      const open = holds === null && !all && !one.by ? undecided(program, one.guard, env) : null
      if (open) runs.push({ start: so.values.length, guard: open })
      if (holds === true && !one.by) so.isCertain = true
      const folded = fold(program, one.value, env)
      if (folded.length === 0) so.isCut = true
      const given = folded.filter((value) => !isNeverGiven(value, one.by ?? null))
      so.values.push(...given)
      if (one.by) byFunctions.push(...given)
      const left = open ? leftFrom(program, runs, env) : 0
      if (left > 0) {
        so.values = so.values.slice(left)
        runs = []
        so.isCertain = true
      }
    }
    if (outer === undefined) program.active.delete(binding)
    else program.active.set(binding, outer)
  }
  if (isFirst) leave(program, binding)
  for (let at = from; at < to; at++) {
    const value = binding.values[at]?.value
    const key = value ? stepOf(binding, value) : null
    if (key) so.values = descended(program, so.values, fold(program, key, env))
  }
  return gathered(program, binding, so, env)
}

function count(program: Program, { counters: { changeable, emptied, builds } }: Gathered): void {
  if (program.changeable !== changeable) program.changeable++
  if (program.emptied !== emptied) program.emptied++
  if (program.builds !== builds) program.builds++
}

function gathered(program: Program, binding: Binding, so: Gathered, env: Env | null): Value[] {
  const { isCut, isCertain } = so
  const values = [...so.values]
  // `if (!cached) cached = …`: it may still be empty. `total += n`: it has more values than can be followed.
  if (!isCertain && values.length > 0) program.emptied++
  if (isCut && values.length > 0) program.changeable++
  // A variable defined only by itself has no value. Otherwise nothing is assigned, or only in unreachable code.
  if (values.length === 0) return isCut ? [] : [MISSING]
  return grownLists(program, binding, softened(program, distinct(values)), env)
}

const replacements = new WeakMap<Binding, number>()

/**
 * `let base = test; base = live` in a script's own code: by the time a function runs, only the last one is left. The index of
 * that assignment, or of the first where each branch of a condition has one; 0 where there is none, or where something is
 * called in between.
 */
function replacedBefore(binding: Binding): number {
  if (binding.fn !== null || binding.values.length < 2) return 0
  const known = replacements.get(binding)
  if (known !== undefined) return known
  const index = Math.max(0, seenFrom(binding.values, null))
  const last = binding.values.findLast(({ by }) => !by)
  const replaced = isStraight(binding.values[0]?.at, last?.at) ? index : 0
  replacements.set(binding, replaced)
  return replaced
}

/** Is a value only the starting point of the next one, which later readers see? */
function isRenewed(one: Guarded, next: Guarded | undefined): boolean {
  if (next?.value.k !== 'obj' || !next.value.renews) return false
  return next.guard === null || next.guard === one.guard
}

/** Pushed items count wherever they are pushed, since the source doesn't show when. */
function grownLists(program: Program, binding: Ref['binding'], values: Value[], env: Env | null): Value[] {
  if (!values.some(({ k }) => k === 'list')) return values
  const own = (binding.grown ?? []).map((item) => ({ item, env }))
  const grown = [...own, ...(binding.fn === null ? putIntoVariable(program, binding) : [])]
  if (grown.length === 0) return values
  return withItems(
    values,
    grown,
    ({ item }) => item,
    ({ item, env: given }) => {
      if (!enter(program, item)) return null
      const found = fold(program, item, given)
      leave(program, item)
      return found
    },
  )
}
