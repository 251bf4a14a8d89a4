/** Code that runs on some ways only, and which assignments the code after it can still see. */
import type { Node } from '@babel/types'
import { trimmed } from './appended.js'
import type { Expr, Guard, Guarded } from './types.js'

interface Guarding {
  guard: Guard | null
}

/** What runs under a condition that is never decided. */
export const sometimes = <S extends Guarding>(state: S): S => ({
  ...state,
  guard: { test: null, sense: true, up: state.guard },
})

/** What runs if a test holds, or if it doesn't. */
export const when = <S extends Guarding>(state: S, test: Expr, sense: boolean): S => ({
  ...state,
  guard: { test, sense, up: state.guard },
})

/** The two branches of a condition; `leaving`: those after which nothing further runs. */
export function branchesOf(test: Expr, up: Guard | null, leaving: readonly boolean[]): [Guard, Guard] {
  const yes: Guard = { test, sense: true, up }
  const no: Guard = { test, sense: false, up }
  const branches = { guards: trimmed([yes, no].filter((_, index) => !leaving[index])), up }
  yes.branches = branches
  no.branches = branches
  return [yes, no]
}

/** Does nothing behind a statement run: it returns, or throws? */
export function leaves(node: Node): boolean {
  if (node.type === 'ReturnStatement' || node.type === 'ThrowStatement') return true
  const last = node.type === 'BlockStatement' ? node.body.at(-1) : undefined
  return last !== undefined && leaves(last)
}

/**
 * The first assignment that code under `here` can see: all before it have been replaced, on each way there. -1 where none of them
 * has certainly been made.
 */
export function seenFrom(values: readonly Guarded[], here: Guard | null): number {
  const run = new Set<Guard>()
  let from = values.length - 1
  while (from >= 0 && !hasRun(values[from]?.guard ?? null, here, run)) from--
  return from
}

/** Has code under `guard`, or in place of it one of the others of `run`, certainly run when code under `here` runs? */
function hasRun(guard: Guard | null, here: Guard | null, run: Set<Guard>): boolean {
  let at = guard
  while (at && !isAround(at, here)) {
    run.add(at)
    const { branches } = at
    if (!branches?.guards.every((one) => run.has(one))) return false
    at = branches.up
  }
  return true
}

function isAround(guard: Guard, here: Guard | null): boolean {
  for (let at = here; at; at = at.up) if (at === guard) return true
  return false
}
