/** Where a path to a network call leads on: to the callers that its URL needs, or nowhere. */

import { isDead, namesPath } from '../evaluate/dead.js'
import { fold } from '../evaluate/folding.js'
import type { Program, Site } from '../evaluate/program.js'
import { isComponent, rootObject } from '../evaluate/sections.js'
import { urlsOf } from '../evaluate/urls.js'
import { isMissing, type Value } from '../evaluate/values.js'
import { flat } from '../flat.js'
import { type CallExpr, type Expr, type Fn, functionsAround } from '../ir/types.js'
import { buildersIn, openBuilders } from './builders.js'
import type { Sink } from './sink.js'
import type { Built, Evaluated, Fork, Open, Search, Step, Way } from './ways.js'

/** The paths to look at next, in this order. None if this one has ended: what it ends with is then found. */
export function onwards(search: Search, way: Way, here: Evaluated): Way[] {
  if (way.k === 'joined') return tell(search, way.steps, here)
  if (way.k === 'built') return givenTo(search, way, here) ?? end(search, way.of, way.here)
  if (way.steps.length === 0 && here.open.length > 0) search.isCalleeOpen = true
  const [innermost] = way.open
  if (innermost && needs(here, way.open)) return toCallers(search, way, here, innermost)
  return toBuilders(search, way, here) ?? end(search, way, here)
}

const MAX_STEPS_OUT = 12

/** Each caller of the innermost function is a path of its own. */
function toCallers(search: Search, { steps }: Open, here: Evaluated, innermost: Fn): Way[] {
  const { program } = search
  // If too many paths meet, or one is too long: their joined values, reported for the call they pass through.
  const joined = (fork: Fork | null): Way => ({ k: 'joined', steps, open: [], fork })
  if (steps.length >= MAX_STEPS_OUT) return [joined(null)]
  // If the enclosing function's arguments decide, callers of this function have no influence.
  const isOwn =
    here.open.length > 0 ||
    needs(here, [innermost]) ||
    callsGiven(steps, innermost) ||
    isUsed(program, innermost)
  const out = isOwn ? stepsOut(program, innermost, steps) : [{ fn: innermost, site: null }]
  const fork: Fork = { isWhole: true }
  const on = out.filter(({ site }) => (site && !site.isShown) || isRun(search, steps, innermost))
  if (program.claimed.has(innermost)) search.isClaimed = true
  const before = hasServers(here) ? here : null
  return [...on.map((step) => ({ ...wayBy(steps, step, fork), before })), joined(fork)]
}

/** `listeners.forEach((listener) => listener(given))`: who calls the function determines which one it calls. */
function callsGiven(steps: readonly Step[], fn: Fn): boolean {
  const callee = steps.at(-1)?.site?.call.callee
  return callee?.k === 'ref' && fn.params.includes(callee.binding)
}

/** A call of a proxy tells by which members it was reached: what the functions around it are given. */
const isUsed = ({ sites }: Program, fn: Fn): boolean =>
  sites.get(fn)?.some(({ proxy }) => proxy === 'used') ?? false

/** Does what is around a function go on to it, though nobody calls it by name? */
function isRun(search: Search, steps: readonly Step[], fn: Fn): boolean {
  const { program, call } = search
  if (program.claimed.has(fn)) return false
  const isCalled = namesPath(outermost(call, steps)) || !isDead(program, fn)
  if (!isCalled) search.isDead = true
  return isCalled
}

function wayBy(steps: readonly Step[], step: Step, fork: Fork | null): Open {
  const around = functionsAround(step.site ? step.site.call.fn : step.fn.parent)
  return { k: 'open', steps: [...steps, step], open: around, fork, before: null }
}

/** A URL that needs none of the functions around it may be that of a request that is put together. */
function toBuilders({ program }: Search, way: Open, here: Evaluated): Built[] | null {
  const { steps, open } = way
  const builders = buildersIn(program)
  if (builders.size === 0 || steps.some(({ gives }) => gives)) return null
  const knowledge = openBuilders(program)
  return [{ k: 'built', steps, open: [...open, ...builders], knowledge, of: way, here }]
}

/** Each call of the method that was given the URL is a path of its own; null if there is none. */
function givenTo({ program }: Search, { steps, open, of }: Built, here: Evaluated): Way[] | null {
  const urls = flat(here.sinks, (sink) => sink.urls)
  const sites = open
    .filter((fn) => !of.open.includes(fn) && urls.some((url) => dependsOn(url, [fn])))
    .map((fn) => stepsOut(program, fn, steps).filter(({ site }) => site !== null))
    .sort((one, other) => other.length - one.length)[0]
  if (!sites || sites.length === 0) return null
  return sites.map((step) => wayBy(steps, { ...step, gives: true }, null))
}

/** Nothing leads on: its calls are reported, unless they are surely never made. */
function end(search: Search, { steps, open: around }: Open, here: Evaluated): Way[] {
  const { program, call } = search
  if (around.some((fn) => program.claimed.has(fn)) && valuesOf(here).every((one) => isFilled(call, one))) {
    search.isClaimed = true
    return []
  }
  const isCalled = valuesOf(here).some(({ k }) => k !== 'unknown') || namesPath(outermost(call, steps))
  if (isCalled || !around.some((fn) => isDead(program, fn))) return tell(search, steps, here)
  search.isDead = true
  return []
}

function tell({ program, found }: Search, steps: readonly Step[], { sinks }: Evaluated): [] {
  const given = outermostCall(steps)
  const isSent = !given || namesPath(given) || !isUnseen(program, steps.at(-1)?.fn)
  const through = flat(steps, ({ site, gives }) =>
    site && !site.isShown ? [gives ? { ...site.call, pos: site.call.link ?? site.call.pos } : site.call] : [],
  )
  const sent = (sink: Sink) => (isSent || !sink.urls.some(isParameter) ? sink : { ...sink, methods: [] })
  found.push(...sinks.map((sink) => ({ sink: sent(sink), through })))
  return []
}

/** The outermost call of a path, which provides the URL. */
const outermost = (call: CallExpr, steps: readonly Step[]) => {
  const site = steps.at(-1)?.site
  return site && !site.isShown ? site.call : call
}

/** The call in a function of which no caller is seen. */
const outermostCall = (steps: readonly Step[]): CallExpr | null =>
  (steps.at(-1)?.site === null && steps.at(-2)?.site?.call) || null

/** A method of a class or an object of a script's own that nobody calls, as far as is seen: pages' are called by markup. */
function isUnseen(program: Program, fn: Fn | undefined): boolean {
  if (!fn?.owner || program.sites.has(fn) || program.callbacks.has(fn)) return false
  const owner = fn.owner.k === 'static' ? fn.owner.of : fn.owner
  if (owner.k === 'class') return owner.parent === null
  return owner.k === 'made' || !isComponent(rootObject(owner))
}

const isParameter = (value: Value) =>
  (value.k === 'text' || value.k === 'unknown') && value.hole?.reason === 'parameter'

/** Recursive calls add nothing new, unless they pass strings that did not come from a caller. */
function stepsOut(program: Program, fn: Fn, steps: readonly Step[]): Step[] {
  const known = seen(program.sites.get(fn) ?? [])
  const all = known.filter(({ call }) => !steps.some(({ site }) => site?.call === call))
  // Functions that call each other in a circle: who begins it is on another path.
  if (all.length === 0 && known.length > 1) return []
  const isInside = ({ call }: Site) => functionsAround(call.fn).includes(fn)
  const sites = others(
    all.filter((site) => !isInside(site)),
    (site) => handsBack(program, fn, site),
  )
  if (sites.length === 0) return [{ fn, site: null }]
  const again = all.filter((site) => isInside(site) && handsOverText(program, site))
  return [...sites, ...again].map((site) => ({ fn, site }))
}

/** Where nobody is seen to use a proxy, anybody may. */
const seen = (sites: Site[]): Site[] => others(sites, ({ proxy }) => proxy === 'made')

/** Those of which it isn't so, unless it is so of all. */
function others(sites: Site[], isSo: (site: Site) => boolean): Site[] {
  const found = sites.filter((site) => !isSo(site))
  return found.length > 0 ? found : sites
}

const ARGUMENT_STEPS = 2_000

/** `request(queue.pop())`, where what others asked `request` for waits for a login: those are the calls, and this is none. */
function handsBack(program: Program, fn: Fn, { args: [first] }: Site): boolean {
  const binding = fn.params?.[0]
  if (!binding || (first?.k !== 'ref' && first?.k !== 'call')) return false
  const given = within(program, fn, first)
  const isOfFn = (one: Value) => one.k === 'unknown' && one.hole.owners.includes(fn)
  if (!given.some(isOfFn)) return false
  const own = within(program, fn, { k: 'ref', binding, from: 0, to: -1 })
  const isOwn = (one: Value) => one.k === 'object' && own.some((o) => o.k === 'object' && o.expr === one.expr)
  return given.every((one) => isOfFn(one) || isOwn(one))
}

/** What it can be, whoever calls all other functions. */
function within(program: Program, fn: Fn, expr: Expr): Value[] {
  program.open = new Set([fn])
  program.steps = ARGUMENT_STEPS
  return fold(program, expr, null)
}

function handsOverText(program: Program, { call, args: [first] }: Site): boolean {
  if (!first) return false
  program.open = new Set(functionsAround(call.fn))
  const values = fold(program, first, null)
  return values.length > 0 && values.every((value) => value.k === 'text' && !value.hole)
}

/** `send() { wx.request({ url: this.url }) }` of an adapter: those who use it fill that, and their calls are reported. */
function isFilled({ args: [options] }: CallExpr, value: Value): boolean {
  const given = options?.k === 'obj' ? options.props.find(({ key }) => key === 'url')?.value : null
  const isOwn = given?.k === 'member' && given.object.k === 'this'
  return isMissing(value) || (isOwn && value.k === 'unknown' && FILLED.has(value.hole.reason))
}

const FILLED: ReadonlySet<string> = new Set(['parameter', 'computed'])

const hasServers = ({ open, sinks }: Evaluated): boolean =>
  open.length === 0 &&
  sinks.length > 0 &&
  sinks.every(({ urls, plain }) => urls.length > 0 && urlsOf(urls, plain).undetermined === null)

/** Where a caller could not be worked out within the steps of one path, what was known without it is the answer. */
export function withinSteps(way: Way, here: Evaluated): Evaluated {
  const before = way.k === 'open' ? way.before : null
  const isCut = here.sinks.some(({ urls }) => urls.some(isLimit))
  if (!before || !isCut) return here
  return { ...before, sinks: before.sinks.map((sink) => ({ ...sink, urls: sink.urls.map(closed) })) }
}

const isLimit = (value: Value) => value.k === 'unknown' && value.hole.reason === 'limit'

/** No caller tells more. */
const closed = (value: Value): Value =>
  value.k === 'text' && value.hole ? { ...value, hole: { ...value.hole, owners: [] } } : value

/** What determines which call it is, and its URLs. */
const valuesOf = ({ open, sinks }: Evaluated): Value[] => [...open, ...flat(sinks, ({ urls }) => urls)]

/** Would one of these functions' callers tell more? */
const needs = (here: Evaluated, fns: readonly Fn[]): boolean =>
  valuesOf(here).some((value) => dependsOn(value, fns))

function dependsOn(value: Value, fns: readonly Fn[]): boolean {
  const hole = value.k === 'unknown' || value.k === 'text' ? value.hole : null
  return hole?.owners.some((fn) => fns.includes(fn)) ?? false
}
