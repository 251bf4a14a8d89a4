/** The network call at the end of a chain of callers, evaluated from the outermost call inwards. */

import { guardHolds } from '../evaluate/conditions.js'
import { fold } from '../evaluate/folding.js'
import type { Program, Site } from '../evaluate/program.js'
import { type Env, newEnv, type Value } from '../evaluate/values.js'
import type { CallExpr, Fn } from '../ir/types.js'
import { apart, givenInChain } from './builders.js'
import type { Sink } from './sink.js'
import { sinksOf } from './sinks.js'
import { isSuperCall } from './sites.js'

/** One step outwards: to a caller, or (with no site) to where a function that nobody calls by name is written. */
export interface Step {
  fn: Fn
  site: Site | null
  /** The function is none around what leads on, but a builder's method that was given the URL. */
  gives?: true
}

export interface Evaluated {
  sinks: Sink[]
  /** What determines which call it is, if that is unknown. */
  open: Value[]
  /** Steps of folding. */
  spent: number
}

const FOLD_STEPS = 20_000
/** A path takes time even if there is little to fold. */
const STEPS_PER_WAY = 20

/** @param open functions whose parameters stay open; any other function's parameters are joined over all its callers */
export function evaluated(
  program: Program,
  call: CallExpr,
  steps: readonly Step[],
  open: readonly Fn[],
): Evaluated {
  program.open = new Set(open)
  program.steps = FOLD_STEPS
  const found = chosen(program, call, steps)
  return {
    sinks: found.flatMap((one) => one.sinks),
    open: found.flatMap((one) => one.open),
    spent: FOLD_STEPS - program.steps + STEPS_PER_WAY,
  }
}

function chosen(program: Program, call: CallExpr, steps: readonly Step[]): ReturnType<typeof sinksOf>[] {
  const at = steps.findIndex(({ gives }) => gives)
  const site = steps[at]?.site
  if (!site) return environments(program, call, steps).map((env) => sinksOf(program, call, env))
  return environments(program, site.call, steps.slice(at + 1)).flatMap((env) =>
    apart(program, givenInChain(program, site, env), () => chosen(program, call, steps.slice(0, at))).map(
      ({ sinks, open }) => ({ sinks: sinks.map(asGiven), open }),
    ),
  )
}

/** The empty text with which a builder begins is none of its URLs once it was given one. */
function asGiven(sink: Sink): Sink {
  const urls = sink.urls.filter((url) => url.k !== 'text' || !url.soft)
  return urls.length > 0 ? { ...sink, urls } : sink
}

/** The arguments of the functions on the path, evaluated from the outermost call inwards. */
function environments(program: Program, call: CallExpr, steps: readonly Step[]): (Env | null)[] {
  let envs: (Env | null)[] = [null]
  for (const { fn, site } of [...steps].reverse()) {
    if (!site) continue
    envs = envs
      .filter(runs(program, site.call))
      .flatMap((env) => entered(program, fn, site, env))
      .slice(0, MOST_ENVIRONMENTS)
  }
  return envs.filter(runs(program, call))
}

const MOST_ENVIRONMENTS = 4

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
  const found = callees.flatMap((callee): Env[] => {
    const value = callee.k === 'method' ? callee.of : callee
    if (value.k === 'function' && value.fn === fn) {
      const given = callee.k === 'method' ? givenSelf(program, site.call, env) : self
      return [newEnv(fn, args, given ?? value.self, value.env)]
    }
    if (value.k !== 'class') return []
    return [newEnv(fn, args, { k: 'instance', of: value.expr, args, env: value.env }, value.env)]
  })
  // An inline function sees its surrounding scope.
  return found.length > 0 ? found : [newEnv(fn, args, self, env)]
}
