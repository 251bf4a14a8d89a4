/** Assignments that are replaced on each way, where some of the conditions around the later ones are decided. */
import type { Guard } from '../ir/types.js'
import { truthIn } from './conditions.js'
import type { Program } from './program.js'
import type { Env } from './values.js'

/** The values from `start` on were assigned under a condition that isn't decided. */
export interface Run {
  start: number
  guard: Guard
}

/** The innermost condition around code that isn't decided; null if there is none. */
export function undecided(program: Program, guard: Guard | null, env: Env | null): Guard | null {
  for (let at = guard; at; at = at.up) if (!at.test || truthIn(program, at.test, env) === null) return at
  return null
}

/**
 * `if (isTest) { base = a; if (isLocal) base = b } else if (isLocal) base = c`: once `isLocal` is known to hold, each branch has
 * an assignment of its own, and nothing before is left.
 * @returns where the values begin that are left; 0 for all
 */
export function leftFrom(program: Program, runs: readonly Run[], env: Env | null): number {
  const run = new Set<Guard>()
  const found = runs.findLast(({ guard }) => {
    let at: Guard | null = guard
    while (at) {
      run.add(at)
      const { branches }: Guard = at
      if (!branches?.guards.every((one) => run.has(one))) return false
      at = undecided(program, branches.up, env)
    }
    return true
  })
  return found?.start ?? 0
}
