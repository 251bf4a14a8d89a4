/** What promises resolve to: a promise is taken for its value, as `await` would give it. */

import type { CallExpr, Expr } from '../ir/types.js'
import { guardHolds } from './conditions.js'
import { enter, leave } from './cycles.js'
import { callFunction, fold, membersOf } from './folding.js'
import { cheaply, type Program } from './program.js'
import { distinct, type Env, newEnv, unknown, type Value } from './values.js'

const PASSES_ON = new Set(['catch', 'finally'])
const STEPS = 4_000

/** `promise.then(fn)`: what the function returns for the promise's value; null for every other call. */
export function chained(program: Program, call: CallExpr, env: Env | null): Value[] | null {
  const { callee, args } = call
  if (callee.k !== 'member' || typeof callee.name !== 'string' || call.isNew) return null
  if (PASSES_ON.has(callee.name)) return settled(program, callee.object, env)
  const [next] = args
  if (callee.name !== 'then' || !next) return null
  return cheaply(program, STEPS, () => {
    const values = settled(program, callee.object, env)
    return distinct(
      fold(program, next, env).flatMap((fn) =>
        fn.k === 'function' ? callFunction(program, fn, [{ values }]) : [unknown('server-data')],
      ),
    )
  })
}

/** What is awaited: nothing tells an answer. With `isSent` answers don't count where something else is known. */
export function awaited(values: Value[], isSent = false): Value[] {
  const all = values.map(asAnswer)
  const sent = isSent ? all.filter((one) => one.k !== 'unknown' || one.hole.owners.length > 0) : []
  return sent.length > 0 ? sent : all
}

/** The value of a promise, as far as it is known; a server's response isn't. */
export function settled(program: Program, promise: Expr, env: Env | null): Value[] {
  return fold(program, { k: 'await', value: promise }, env)
}

/** `new Promise((resolve) => …)`: what `resolve` is called with. */
export function promised(program: Program, { args: [executor] }: CallExpr, env: Env | null): Value[] {
  const resolve = executor?.k === 'fn' ? executor.fn.params?.[0] : undefined
  if (executor?.k !== 'fn' || !resolve?.calls) return [unknown('server-data')]
  const inside = newEnv(executor.fn, [{ values: [unknown('computed')] }], null, env)
  const values = resolve.calls.slice(0, MAX_CALLS).flatMap(({ args: [value], guard }) => {
    if (!value || guardHolds(program, guard, inside) === false || !enter(program, value)) return []
    const found = cheaply(program, STEPS, () => fold(program, value, inside))
    leave(program, value)
    return found
  })
  // It is also passed on: the receiver may resolve with anything.
  if (resolve.references > resolve.calls.length || resolve.calls.length > MAX_CALLS)
    values.push(unknown('server-data'))
  return values.length > 0 ? distinct(values.map(asAnswer)) : [unknown('server-data')]
}

const MAX_CALLS = 12

const asAnswer = (value: Value): Value =>
  value.k === 'unknown' && value.hole.owners.length === 0
    ? { k: 'unknown', hole: { ...value.hole, reason: 'server-data' } }
    : value

/** `Promise.all`, `Promise.race` and their like; null for every other function. */
export function combined(program: Program, path: string, first: Expr, env: Env | null): Value[] | null {
  if (path === 'Promise.all') return fold(program, first, env)
  if (path !== 'Promise.race' && path !== 'Promise.any') return null
  return fold(program, first, env).flatMap((list) => membersOf(program, list))
}
