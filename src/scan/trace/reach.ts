/** Every way a network call is reached: through the functions around it to the call that gives the URL. */

import { guardHolds } from '../evaluate/conditions.js'
import { isDead, namesPath } from '../evaluate/dead.js'
import { fold } from '../evaluate/folding.js'
import type { Program, Site } from '../evaluate/program.js'
import { type Env, type Hole, newEnv, unknown, type Value } from '../evaluate/values.js'
import { type CallExpr, type Fn, functionsAround } from '../ir/types.js'
import type { Sink } from './sink.js'
import { sinksOf } from './sinks.js'
import { isSuperCall } from './sites.js'

/** One step outwards: to a caller, or (with no site) to where a function that nobody calls by name is written. */
interface Step {
  fn: Fn
  site: Site | null
}

/** A call as it is reached one way: `through` are the calls on the way, the last gives the URL. */
export interface Reached {
  sink: Sink
  through: CallExpr[]
}

const MAX_STEPS_OUT = 12
const MAX_WAYS = 50_000
const FOLD_STEPS = 20_000
/** Of all foldings of one network call, of those of a script, and of a whole scan together; counted, so that it ends alike everywhere. */
const CALL_STEPS = 3_000_000
const FILE_STEPS = 3_000_000
const SCAN_STEPS = 20_000_000
/** Ways on through the same call; further ones would only bring other paths of what is joined then. */
const MAX_VISITS = 8
/** A way takes time even where there is little to fold. */
const STEPS_PER_WAY = 20

export function waysTo(program: Program, call: CallExpr): Reached[] {
  const { used } = program
  const { module } = call
  const inFile = used.files.get(module) ?? 0
  const steps = Math.min(CALL_STEPS, FILE_STEPS - inFile, SCAN_STEPS - used.all)
  const budget: Budget = {
    ...{ ways: MAX_WAYS, steps, visits: new Map() },
    ...{ cut: false, claimed: false, dead: false },
  }
  const result: Reached[] = []
  follow(program, call, [], result, budget)
  used.all += steps - budget.steps
  used.files.set(module, inFile + steps - budget.steps)
  if (budget.cut) return [...result, ...cutShort(program, call)]
  if (result.length > 0 || budget.claimed || budget.dead) return result
  // Reached by nobody that can be seen: told as it stands.
  program.open = new Set()
  program.steps = FOLD_STEPS
  if (guardHolds(program, call.guard, null) === false) return []
  return sinksOf(program, call, null).sinks.map((sink) => ({ sink, through: [] }))
}

interface Budget {
  ways: number
  steps: number
  /** How many ways led through a call. */
  visits: Map<Site, number>
  /** Some way was not followed. */
  cut: boolean
  /** Some way ended at calls that are told for it. */
  claimed: boolean
  /** Some way began in a function that nobody calls. */
  dead: boolean
}

/** The ways that were too many to follow, as one call where it is written. */
function cutShort(program: Program, call: CallExpr): Reached[] {
  program.open = new Set()
  program.steps = FOLD_STEPS
  const { sinks } = sinksOf(program, call, null)
  return sinks.map((sink) => ({ sink: { ...sink, urls: [unknown('limit')] }, through: [] }))
}

function follow(program: Program, call: CallExpr, steps: Step[], result: Reached[], budget: Budget): void {
  if (budget.ways <= 0 || budget.steps <= 0) {
    budget.cut = true
    return
  }
  budget.ways--
  const around = functionsAround(pointOf(call, steps))
  program.open = new Set(around)
  program.steps = FOLD_STEPS
  const found = environments(program, steps)
    .filter((env) => guardHolds(program, call.guard, env) !== false)
    .map((env) => sinksOf(program, call, env))
  budget.steps -= FOLD_STEPS - program.steps + STEPS_PER_WAY
  const values = found.flatMap(({ sinks, open }) => [...open, ...sinks.flatMap((sink) => sink.urls)])
  const [innermost] = around
  if (innermost && values.some((value) => needs(value, around))) {
    if (steps.length >= MAX_STEPS_OUT) {
      result.push(...joinedHere(program, call, steps, budget))
      return
    }
    const isOpen = found.some(({ open }) => open.length > 0)
    const isOwn = isOpen || values.some((value) => needs(value, [innermost]))
    // What a function around this one is given decides: whoever calls this one has no say in it.
    const out = isOwn ? stepsOut(program, innermost, steps) : [{ fn: innermost, site: null }]
    if (program.claimed.has(innermost)) budget.claimed = true
    let isFull = false
    for (const step of out) {
      if (!step.site && program.claimed.has(innermost)) continue
      if (step.site && isVisited(budget, step.site)) {
        isFull = true
        continue
      }
      const isCalled = step.site !== null || namesPath(placeOf(call, steps)) || !isDead(program, innermost)
      if (!isCalled) budget.dead = true
      else follow(program, call, [...steps, step], result, budget)
    }
    if (isFull) result.push(...joinedHere(program, call, steps, budget))
    return
  }
  const through = steps.flatMap(({ site }) => (site ? [site.call] : []))
  for (const { sinks } of found) for (const sink of sinks) result.push({ sink, through })
}

function isVisited({ visits }: Budget, site: Site): boolean {
  const count = visits.get(site) ?? 0
  visits.set(site, count + 1)
  return count >= MAX_VISITS
}

/** Where too many ways meet, or one is too long: what any of them brings, told of the call they come through. */
function joinedHere(program: Program, call: CallExpr, steps: Step[], budget: Budget): Reached[] {
  program.open = new Set()
  program.steps = FOLD_STEPS
  const through = steps.flatMap(({ site }) => (site ? [site.call] : []))
  const found = environments(program, steps)
    .filter((env) => guardHolds(program, call.guard, env) !== false)
    .flatMap((env) => sinksOf(program, call, env).sinks.map((sink) => ({ sink, through })))
  budget.steps -= FOLD_STEPS - program.steps + STEPS_PER_WAY
  return found
}

/** The outermost call of a way: there the URL is given. */
const placeOf = (call: CallExpr, steps: Step[]) => steps.at(-1)?.site?.call ?? call

/** The function in which the way outwards has arrived. */
function pointOf(call: CallExpr, steps: Step[]): Fn | null {
  const last = steps.at(-1)
  if (!last) return call.fn
  return last.site ? last.site.call.fn : last.fn.parent
}

function needs(value: Value, around: Fn[]): boolean {
  const hole: Hole | null = value.k === 'unknown' || value.k === 'text' ? value.hole : null
  return hole?.owners.some((fn) => around.includes(fn)) ?? false
}

/** A function's calls of itself lead nowhere new, unless they hand over texts that nobody gave them. */
function stepsOut(program: Program, fn: Fn, steps: Step[]): Step[] {
  const all = (program.sites.get(fn) ?? []).filter(
    ({ call }) => !steps.some(({ site }) => site?.call === call),
  )
  const isInside = ({ call }: Site) => functionsAround(call.fn).includes(fn)
  const sites = all.filter((site) => !isInside(site))
  if (sites.length === 0) return [{ fn, site: null }]
  const again = all.filter((site) => isInside(site) && handsOverText(program, site))
  return [...sites, ...again].map((site) => ({ fn, site }))
}

function handsOverText(program: Program, { call, args: [first] }: Site): boolean {
  if (!first) return false
  program.open = new Set(functionsAround(call.fn))
  const values = fold(program, first, null)
  return values.length > 0 && values.every((value) => value.k === 'text' && !value.hole)
}

/** What the functions on the way were called with, worked out from the outermost call inwards. */
function environments(program: Program, steps: Step[]): (Env | null)[] {
  let envs: (Env | null)[] = [null]
  for (const { fn, site } of [...steps].reverse()) {
    if (!site) continue
    envs = envs
      .filter((env) => guardHolds(program, site.call.guard, env) !== false)
      .flatMap((env) => entered(program, fn, site, env))
      .slice(0, 4)
  }
  return envs
}

function entered(program: Program, fn: Fn, site: Site, env: Env | null): Env[] {
  const args = site.args.map((expr) => ({ expr, env }))
  const callees = fold(program, site.call.callee, env)
  const self = isSuperCall(site.call)
    ? (fold(program, { k: 'this', fn: site.call.fn }, env)[0] ?? null)
    : null
  const found = callees.flatMap((callee): Env[] => {
    const value = callee.k === 'method' ? callee.of : callee
    if (value.k === 'function' && value.fn === fn) return [newEnv(fn, args, self ?? value.self, value.env)]
    if (value.k !== 'class') return []
    return [newEnv(fn, args, { k: 'instance', of: value.expr, args, env: value.env }, value.env)]
  })
  // A function written where it is handed over sees what is around it.
  return found.length > 0 ? found : [newEnv(fn, args, self, env)]
}
