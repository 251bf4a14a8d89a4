/** Branches that only another build takes: their servers are recorded separately and not judged. */

import type { CallFact, Place } from '../../facts/project.js'
import type { Expr } from '../ir/types.js'
import { fold, membersOf } from './folding.js'
import type { Program } from './program.js'
import { urlsOf } from './urls.js'
import type { Env, Value } from './values.js'

/** Did the kind of build decide a condition? */
export function tellsBuild(values: readonly Value[]): boolean {
  return values.some((value) => (value.k === 'text' || value.k === 'prim') && value.mode === true)
}

/** Keeps the strings of a branch that this build doesn't take. */
export function leaveOut(program: Program, expr: Expr, env: Env | null): void {
  for (const value of fold(program, expr, env)) keep(program, value, 2)
}

/** The strings of a value, including the members of settings that are switched as a whole. */
export function keep(program: Program, value: Value, depth: number): void {
  if (value.k === 'text') program.elsewhere.add(value)
  else if (depth > 0 && value.k === 'object')
    for (const member of membersOf(program, value)) keep(program, member, depth - 1)
}

const MAX_TOLD = 200

/** URLs of excluded branches whose servers no call contacts, each once. */
export function otherBuilds(
  elsewhere: Program['elsewhere'],
  calls: readonly CallFact[],
): { text: string; place: Place }[] {
  const asked = new Set(calls.flatMap(({ urls }) => urls.map(({ text }) => originOf(text))))
  const { urls } = urlsOf([...elsewhere])
  const others = urls.filter(({ text }) => !asked.has(originOf(text)))
  return others.slice(0, MAX_TOLD).map(({ text, place }) => ({ text, place }))
}

function originOf(text: string): string {
  return /^[^/]*\/\/[^/?#]*/.exec(text)?.[0].toLowerCase() ?? text
}
