/** `switch`: which of its cases run, and which the code behind it comes from. */

import type { Node } from '@babel/types'
import { leaves } from './branches.js'
import { expression, statement } from './lowering.js'
import { hoistBlock, inner, nestedStatements, type State } from './scope.js'
import type { Expr, Guard } from './types.js'

type Switch = Extract<Node, { type: 'SwitchStatement' }>

/** A case runs if its value matches; after one that falls through, that is unknown. */
export function switchCases(state: State, node: Switch): void {
  const { guard: up } = state
  const ways = waysOf(node, up)
  const left = expression(state, node.discriminant)
  const inside = inner(state)
  hoistBlock(
    inside,
    node.cases.flatMap((one) => one.consequent),
  )
  const tests = node.cases.map(({ test }): Expr | null =>
    test ? { k: 'compare', equal: true, left, right: expression(inside, test) } : null,
  )
  let waiting: Expr[] = []
  let fallsThrough = false
  node.cases.forEach(({ consequent }, index) => {
    const test = tests[index] ?? null
    if (test) waiting.push(test)
    if (consequent.length === 0 && test) return
    const others = tests.filter((one) => one !== null && !waiting.includes(one))
    const chosen = test && waiting.reduce(or)
    const guard =
      fallsThrough || chosen
        ? { test: fallsThrough ? null : chosen, sense: true, up }
        : others.reduce<Guard | null>((above, one) => ({ test: one, sense: false, up: above }), up)
    if (guard && guard !== up) ways?.(guard, consequent)
    for (const one of consequent) statement({ ...inside, guard }, one)
    fallsThrough = !endsCase(consequent)
    waiting = []
  })
}

/** Takes the cases that the code behind comes from; null where a `break` further in leaves them early, or where none need run. */
function waysOf(
  { cases }: Switch,
  up: Guard | null,
): ((guard: Guard, statements: readonly Node[]) => void) | null {
  const endsEmpty = cases.at(-1)?.consequent.length === 0
  if (endsEmpty || cases.every(({ test }) => test) || cases.some((one) => breaksEarly(one.consequent)))
    return null
  const guards: Guard[] = []
  const branches = { guards, up }
  return (guard, statements) => {
    guard.branches = branches
    const goesOn = endsCase(statements) ? !statements.some(leaves) : statements === cases.at(-1)?.consequent
    if (goesOn) guards.push(guard)
  }
}

function breaksEarly(statements: readonly Node[]): boolean {
  const own = statements.flatMap((one): Node[] => (one.type === 'BlockStatement' ? one.body : [one]))
  const left = own.filter((one, at) => at < own.length - 1 || one.type !== 'BreakStatement')
  for (let node = left.pop(); node; node = left.pop()) {
    if (node.type === 'BreakStatement' || node.type === 'ContinueStatement') return true
    left.push(...nestedStatements(node))
  }
  return false
}

function or(left: Expr, right: Expr): Expr {
  return { k: 'either', op: '||', left, right }
}

function endsCase(statements: readonly Node[]): boolean {
  const last = statements.at(-1)
  if (!last) return false
  if (last.type === 'BlockStatement') return endsCase(last.body)
  return ['BreakStatement', 'ReturnStatement', 'ThrowStatement', 'ContinueStatement'].includes(last.type)
}
