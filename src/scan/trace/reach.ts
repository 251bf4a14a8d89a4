/** Every path to a network call: through the enclosing functions to the call that provides the URL. */

import { isDead, namesPath } from '../evaluate/dead.js'
import { fold, memberOf } from '../evaluate/folding.js'
import type { Program, Site } from '../evaluate/program.js'
import { type Hole, unknown, type Value } from '../evaluate/values.js'
import { type CallExpr, type Fn, functionsAround } from '../ir/types.js'
import { apart, buildersIn } from './builders.js'
import { type Evaluated, evaluated, type Step } from './evaluated.js'
import type { Sink } from './sink.js'

/** A call as reached by one path: `through` are the calls on the path, and the last one provides the URL. */
export interface Reached {
  sink: Sink
  through: CallExpr[]
  /** It provides its URL itself; the path only determines which client sends it. */
  isGivenHere?: true
}

const MAX_STEPS_OUT = 12
const MAX_WAYS = 50_000
/** Limits on folding for one network call, for a script and for the whole scan; steps are counted so that results don't depend on the machine. */
const CALL_STEPS = 3_000_000
const FILE_STEPS = 3_000_000
const SCAN_STEPS = 20_000_000
/** Maximum paths through the same call; beyond it, values are joined instead. */
const MAX_VISITS = 8

export function waysTo(program: Program, call: CallExpr): Reached[] {
  const { used } = program
  const { module } = call
  const inFile = used.files.get(module) ?? 0
  const steps = Math.min(CALL_STEPS, FILE_STEPS - inFile, SCAN_STEPS - used.all)
  const budget: Budget = {
    ...{ ways: MAX_WAYS, steps, visits: new Map() },
    ...{ cut: false, claimed: false, dead: false, openCallee: false },
  }
  const result: Reached[] = []
  follow(program, call, [], result, budget)
  used.all += steps - budget.steps
  used.files.set(module, inFile + steps - budget.steps)
  if (budget.openCallee && givesUrl(program, call))
    for (const one of result) if (one.through.length > 0) one.isGivenHere = true
  if (budget.cut) return [...result, ...cutShort(program, call)]
  if (result.length > 0 || budget.claimed || budget.dead) return result
  // No visible caller: reported as it is.
  return asItStands(program, call)
}

const asItStands = (program: Program, call: CallExpr): Reached[] =>
  evaluated(program, call, [], []).sinks.map((sink) => ({ sink, through: [] }))

interface Budget {
  ways: number
  steps: number
  /** How many paths led through a call. */
  visits: Map<Site, number>
  /** Some path was not followed. */
  cut: boolean
  /** Some path ended at calls that are reported instead. */
  claimed: boolean
  /** Some path starts in a function that is never called. */
  dead: boolean
  /** Callers determine which API is called: `(http) => ({ list: () => http.get('/list') })`. */
  openCallee: boolean
}

const URL_STEPS = 500

/** Is the whole URL, or path, written in the call, whoever calls the functions around it? */
function givesUrl(program: Program, { args: [first], fn }: CallExpr): boolean {
  if (!first) return false
  program.open = new Set(functionsAround(fn))
  program.steps = URL_STEPS
  const values = fold(program, first, null).flatMap((one) =>
    one.k === 'object' ? memberOf(program, one, 'url') : [one],
  )
  return values.length > 0 && values.every((one) => one.k === 'text' && one.text !== '' && !one.hole)
}

/** The paths that were too many to follow, as one call at its own place. */
const cutShort = (program: Program, call: CallExpr): Reached[] =>
  asItStands(program, call).map(({ sink, through }) => ({
    sink: { ...sink, urls: [unknown('limit')] },
    through,
  }))

function follow(program: Program, call: CallExpr, steps: Step[], result: Reached[], budget: Budget): void {
  if (budget.ways <= 0 || budget.steps <= 0) {
    budget.cut = true
    return
  }
  budget.ways--
  const around = functionsAround(pointOf(call, steps))
  const here = evaluated(program, call, steps, around)
  budget.steps -= here.spent
  if (steps.length === 0 && here.open.length > 0) budget.openCallee = true
  const values = [...here.open, ...here.sinks.flatMap((sink) => sink.urls)]
  const [innermost] = around
  if (!innermost || !values.some((value) => needs(value, around))) {
    if (followBuilders(program, call, steps, result, budget)) return
    const isCalled = values.some(({ k }) => k !== 'unknown') || namesPath(placeOf(call, steps))
    if (!isCalled && around.some((fn) => isDead(program, fn))) budget.dead = true
    else result.push(...told(here, steps))
    return
  }
  const isOwn = here.open.length > 0 || values.some((value) => needs(value, [innermost]))
  const isLong = steps.length >= MAX_STEPS_OUT
  if (!isLong && followOut(program, call, steps, { innermost, isOwn }, result, budget)) return
  // If too many paths meet, or one is too long: their joined values, reported for the call they pass through.
  const joined = evaluated(program, call, steps, [])
  budget.steps -= joined.spent
  result.push(...told(joined, steps))
}

/** Goes on to each call of the method that was given the URL of a request that is put together; false if there is none. */
function followBuilders(
  program: Program,
  call: CallExpr,
  steps: Step[],
  result: Reached[],
  budget: Budget,
): boolean {
  const builders = [...buildersIn(program)]
  if (builders.length === 0 || steps.some(({ gives }) => gives)) return false
  const around = functionsAround(pointOf(call, steps))
  const here = apart(program, null, () => evaluated(program, call, steps, [...around, ...builders]))
  budget.steps -= here.spent
  const urls = here.sinks.flatMap((sink) => sink.urls)
  const sites = builders
    .filter((fn) => !around.includes(fn) && urls.some((url) => needs(url, [fn])))
    .map((fn) => stepsOut(program, fn, steps).filter(({ site }) => site !== null))
    .sort((one, other) => other.length - one.length)[0]
  if (!sites || sites.length === 0) return false
  for (const step of sites) follow(program, call, [...steps, { ...step, gives: true }], result, budget)
  return true
}

/** Goes on to each caller of the innermost function; false if too many paths led through one of them. */
function followOut(
  program: Program,
  call: CallExpr,
  steps: Step[],
  { innermost, isOwn }: { innermost: Fn; isOwn: boolean },
  result: Reached[],
  budget: Budget,
): boolean {
  // The enclosing function's arguments decide; callers of this function have no influence.
  const out = isOwn ? stepsOut(program, innermost, steps) : [{ fn: innermost, site: null }]
  const isClaimed = program.claimed.has(innermost)
  if (isClaimed) budget.claimed = true
  let isWhole = true
  for (const step of out) {
    if (!step.site && isClaimed) continue
    if (step.site && isVisited(budget, step.site)) {
      isWhole = false
      continue
    }
    const isCalled = step.site !== null || namesPath(placeOf(call, steps)) || !isDead(program, innermost)
    if (!isCalled) budget.dead = true
    else follow(program, call, [...steps, step], result, budget)
  }
  return isWhole
}

function told({ sinks }: Pick<Evaluated, 'sinks'>, steps: readonly Step[]): Reached[] {
  const through = steps.flatMap(({ site, gives }) =>
    site ? [gives ? { ...site.call, pos: site.call.link ?? site.call.pos } : site.call] : [],
  )
  return sinks.map((sink) => ({ sink, through }))
}

function isVisited({ visits }: Budget, site: Site): boolean {
  const count = visits.get(site) ?? 0
  visits.set(site, count + 1)
  return count >= MAX_VISITS
}

/** The outermost call of a path, which provides the URL. */
const placeOf = (call: CallExpr, steps: Step[]) => steps.at(-1)?.site?.call ?? call

/** The function reached on the way outwards. */
function pointOf(call: CallExpr, steps: Step[]): Fn | null {
  const last = steps.at(-1)
  if (!last) return call.fn
  return last.site ? last.site.call.fn : last.fn.parent
}

function needs(value: Value, around: Fn[]): boolean {
  const hole: Hole | null = value.k === 'unknown' || value.k === 'text' ? value.hole : null
  return hole?.owners.some((fn) => around.includes(fn)) ?? false
}

/** Recursive calls add nothing new, unless they pass strings that did not come from a caller. */
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
