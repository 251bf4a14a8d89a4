/** Where a path leads: what the functions on it are given, evaluated from the outermost call inwards. */

import { guardHolds } from '../evaluate/conditions.js'
import { fold } from '../evaluate/folding.js'
import { type Knowledge, knowing, type Program, type Site } from '../evaluate/program.js'
import { appliedBy } from '../evaluate/proxies.js'
import { type Env, newEnv, type Value } from '../evaluate/values.js'
import { flat } from '../flat.js'
import { type CallExpr, type Expr, type Fn, type MemberExpr, thisFunction } from '../ir/types.js'
import { givenInChain } from './builders.js'
import type { Step, Way } from './ways.js'

export interface Point {
  env: Env | null
  /** Null if it is what is known anyway. */
  knowledge: Knowledge | null
}

/** Everything a call may be given at the end of a path; empty if it never runs there. */
export function pointsOn(program: Program, call: CallExpr, way: Way): Point[] {
  const { steps } = way
  const at = steps.findIndex(({ gives }) => gives)
  const built = steps[at]?.site
  if (!built) return pointsAt(program, call, steps, way.k === 'built' ? way.knowledge : null)
  return flat(pointsAt(program, built.call, steps.slice(at + 1), null), ({ env }) =>
    pointsAt(program, call, steps.slice(0, at), givenInChain(program, built, env)),
  )
}

const MOST = 4

function pointsAt(
  program: Program,
  call: CallExpr,
  steps: readonly Step[],
  knowledge: Knowledge | null,
): Point[] {
  const environments = knowing(program, knowledge, () => {
    let envs: (Env | null)[] = [null]
    for (const { fn, site } of [...steps].reverse()) {
      if (!site) continue
      envs = flat(envs.filter(runs(program, site.call)), (env) => entered(program, fn, site, env)).slice(
        0,
        MOST,
      )
    }
    return envs.filter(runs(program, call))
  })
  return environments.map((env) => ({ env, knowledge }))
}

/** Can a call happen there? */
const runs =
  (program: Program, { guard }: CallExpr) =>
  (env: Env | null) =>
    guardHolds(program, guard, env) !== false

/** `method.call(this, …)`, `method.apply(this, arguments)` */
function givenSelf(program: Program, { args: [first] }: CallExpr, env: Env | null): Value | null {
  const [self] = first ? fold(program, first, env) : []
  return self && self.k !== 'unknown' && self.k !== 'prim' ? self : null
}

function entered(program: Program, fn: Fn, site: Site, env: Env | null): Env[] {
  const args = site.args.map((expr) => ({ expr, env }))
  const callees = fold(program, site.call.callee, env)
  const self = isSuperCall(site.call)
    ? (fold(program, { k: 'this', fn: site.call.fn }, env)[0] ?? null)
    : null
  const found = flat(callees, (callee): Env[] => {
    const value = callee.k === 'method' ? callee.of : callee
    if (value.k === 'function' && value.fn === fn) {
      const given = callee.k === 'method' ? givenSelf(program, site.call, env) : self
      return [newEnv(fn, args, given ?? value.self, value.env)]
    }
    if (value.k === 'object')
      return flat(appliedBy(program, value), (trap) =>
        trap.fn === fn ? newEnv(fn, args, trap.self, trap.env) : [],
      )
    if (value.k !== 'class') return []
    return [newEnv(fn, args, { k: 'instance', of: value.expr, args, env: value.env }, value.env)]
  })
  // It is another function that is called there.
  const isOther = callees.length > 0 && callees.every(({ k }) => k === 'function')
  if (found.length === 0 && isOther && !isByPlace(program, site.call.callee, env)) return []
  // An inline function sees its surrounding scope.
  return found.length > 0 ? found : [newEnv(fn, args, self, env)]
}

/** `layers[at](request, () => run(at + 1))`: the places in a list are gone through, while a path knows only the first. */
function isByPlace(program: Program, callee: Expr, env: Env | null): boolean {
  if (callee.k === 'ref')
    return callee.binding.values.some(({ value }) => isComputed(value) && isByPlace(program, value, env))
  return isComputed(callee) && fold(program, callee.object, env).some(({ k }) => k === 'list')
}

const isComputed = (expr: Expr): expr is MemberExpr => expr.k === 'member' && typeof expr.name !== 'string'

/** `this` of a call of `super.method()`: the caller's own. */
function isSuperCall(call: CallExpr): boolean {
  const { callee } = call
  return callee.k === 'member' && callee.object.k === 'super' && thisFunction(call.fn) !== null
}
