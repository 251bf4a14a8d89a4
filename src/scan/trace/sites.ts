/** The call graph: calls of every function in the project, and calls that may reach the network. */

import { putTo } from '../../grouping.js'
import { answers } from '../evaluate/answers.js'
import { usesInterceptor } from '../evaluate/client-interceptors.js'
import { askingOf, clientOf, requestOf, shapeOf } from '../evaluate/clients.js'
import { callsLanguage } from '../evaluate/effects.js'
import { indexShown } from '../evaluate/elements.js'
import { fold } from '../evaluate/folding.js'
import { intercepts } from '../evaluate/interceptors.js'
import { indexLooseWrites } from '../evaluate/loose-changes.js'
import { isInner, vendored } from '../evaluate/modules.js'
import { calleeName } from '../evaluate/names.js'
import type { Program } from '../evaluate/program.js'
import { appliedBy, givenToApply } from '../evaluate/proxies.js'
import { type NamedClient, namedClient } from '../evaluate/steered.js'
import { giveContexts, noteStore } from '../evaluate/stores.js'
import { indexTakers } from '../evaluate/takers.js'
import { noteSelf } from '../evaluate/this.js'
import type { Value } from '../evaluate/values.js'
import { givesGetter } from '../evaluate/zustand.js'
import { calledAt, callerByName, isAnyMember, isApiName, isAppMaker } from '../frameworks/index.js'
import type { CallExpr, ClassExpr, Expr, Fn, Module } from '../ir/types.js'
import { addApps, exportedApps, givenApp } from './apps.js'
import { isClients, isNoExport, isNone, isParameter, isVague, needsCaller } from './callees.js'
import { carriedBy, carriersPut } from './carriers.js'
import { connect, notePassing } from './channels.js'
import {
  addSite,
  askingIn,
  claim,
  indexCallbacks,
  indexHanded,
  indexLifecycle,
  indexPlugin,
  indexShownCalls,
  indexTraps,
} from './entered.js'
import { entryOf } from './entries.js'
import { helped } from './helped.js'
import { isLost } from './lost.js'
import { isAnyOf } from './meant.js'
import { copy, mixIn, provides, stores } from './noted.js'
import { claimOverrides } from './overrides.js'
import { followedPackages } from './packed.js'
import { runsText } from './unfollowed.js'
import { ofAbsent } from './unseen.js'

/** Folding steps for one callee and for a whole script: few on average, but a small script may use as many as it needs. */
const STEPS = 2_000
const MODULE_STEPS = 300_000
const STEPS_PER_CALL = 20
/** Enough for `wx.request` and its like. */
const LEAST_STEPS = 60
const OPEN_STEPS = 2_000_000

/** Fills `sites` and what goes with it, and gives the calls that may be network calls; `giveUp` is called for scripts too long for it. */
export function indexCalls(program: Program, giveUp: (module: Module) => void): CallExpr[] {
  const sinks = new Set<CallExpr>()
  let open: CallExpr[] = []
  let vague: CallExpr[] = []
  const ofParameters: CallExpr[] = []
  const ofClients: CallExpr[] = []
  for (const module of program.modules.values()) {
    let left = MODULE_STEPS + STEPS_PER_CALL * module.calls.length
    for (const call of module.calls) {
      const steps = left > 0 ? STEPS : LEAST_STEPS
      const found = besides(program)
      const callees = indexCall(program, call, sinks, steps)
      if (besides(program) !== found) forget(program)
      if (needsCaller(callees)) open.push(call)
      const isOpen = callees.some(isNoExport) || (call.callee.k === 'member' && callees.some(isVague))
      if (isOpen && callees.every(isNone)) vague.push(call)
      if (callees.some(isClients)) ofClients.push(call)
      left -= steps - program.steps
    }
    if (left <= 0 && !vendored(module)) giveUp(module)
  }
  for (const { derived } of program.modules.values()) for (const one of derived) inherits(program, one)
  exportedApps(program)
  connect(program)
  program.open = new Set()
  // Twice: functions passed as arguments may themselves be called with functions.
  for (let round = 0; round < 2; round++) open = again(program, open, sinks, round, vague, ofParameters)
  forget(program)
  askAgain(program, sinks)
  forget(program)
  program.steps = STEPS
  giveContexts(program)
  program.shown = indexShown(program)
  indexShownCalls(program, program.shown)
  for (const one of program.shown.absent) indexCall(program, one, sinks, STEPS)
  vague.push(...askingIn(program.shown, ofParameters))
  forget(program)
  program.steps = STEPS
  indexLooseWrites(program)
  indexTakers(program)
  // Members added by computed names or from elsewhere, mixins and the app's members are known only now.
  for (let round = 0; round < 2; round++) vague = again(program, vague, sinks, round)
  // So are methods a project defines over a client's own: `api[method] = (url) => http[method](url)`.
  if (program.looseWrites?.has('client')) again(program, ofClients, sinks, 0)
  forget(program)
  program.steps = STEPS
  indexLifecycle(program)
  carriersPut(program)
  claimOverrides(program)
  program.isIndexed = true
  program.packed = followedPackages(program)
  return [...sinks].filter((call) => !vendored(call.module) && !isInner(program, call))
}

/** A class's heirs; `class extends wepy.app`: its only instance. */
function inherits(program: Program, derived: ClassExpr): void {
  program.steps = STEPS
  const parents = derived.parent ? fold(program, derived.parent, null) : []
  for (const parent of parents) if (parent.k === 'class') putTo(program.heirs, parent.expr, derived)
  if (parents.some((parent) => parent.k === 'native' && isAppMaker(parent.path)))
    addApps(program, [{ k: 'class', expr: derived, env: null }])
}

/** For one callee that was cut short and may be an API, and for all of them. */
const MORE_STEPS = 100_000
const ALL_MORE_STEPS = 3_000_000

/** A callee that runs out of steps would be missed silently, so those with an API's name are tried again with more. */
function askAgain(program: Program, sinks: Set<CallExpr>): void {
  let left = ALL_MORE_STEPS
  for (const { calls } of program.modules.values()) {
    for (const call of calls) {
      if (left <= 0) return
      if (sinks.has(call) || !isApiName(calleeName(call.callee))) continue
      program.steps = STEPS
      const isCut = fold(program, call.callee, null).some(({ k }) => k === 'unknown') && program.steps <= 0
      left -= STEPS - program.steps
      if (!isCut) continue
      indexCall(program, call, sinks, MORE_STEPS)
      left -= MORE_STEPS - program.steps
    }
  }
}

/** Evaluates the callees of calls again and returns those that are still open. */
function again(
  program: Program,
  calls: CallExpr[],
  sinks: Set<CallExpr>,
  round: number,
  vague: CallExpr[] = [],
  ofParameters: CallExpr[] = [],
): CallExpr[] {
  forget(program)
  const steps = Math.max(LEAST_STEPS, Math.min(STEPS, Math.floor(OPEN_STEPS / calls.length)))
  const isKept = keepsByKey(program)
  return calls.filter((call) => {
    const callees = indexCall(program, call, sinks, steps)
    if (round > 0 && callees.every(isNone)) {
      if (isKept) vague.push(call)
      else if (callees.some(isParameter)) ofParameters.push(call)
    }
    return needsCaller(callees) || round === 0
  })
}

/** `all[name].push(listener)`, `all[name] = listener`: what such objects hold is known when all calls are. */
const keepsByKey = ({ modules }: Program): boolean =>
  [...modules.values()].some(({ looseWrites }) =>
    looseWrites.some(({ key, value }) => key !== null && (value.k === 'array' || isGiven(value))),
  )

const isGiven = (value: Expr): boolean => value.k === 'ref' && value.binding.values[0]?.value.k === 'param'

/** Anything folded before all calls were known may have missed some. */
function forget(program: Program): void {
  program.known.clear()
  program.given.clear()
  program.targets = new Map()
  program.memos = { all: null, some: null }
}

/** Facts other than calls that folding discovers; they may add values to members. */
const besides = ({ apps, mixins, stores, copies, setups, helped: given, answered }: Program) =>
  apps.length + mixins.length + stores.length + copies.length + setups.length + given.size + answered.size

/** Records a call and returns what it may call. */
function indexCall(program: Program, call: CallExpr, sinks: Set<CallExpr>, steps: number): Value[] {
  program.steps = steps
  const named = namedClient(program.steered, call)
  if (!named && callsLanguage(program, call)) {
    indexCallbacks(program, call)
    return indexHanded(program, call, sinks)
  }
  const callees = fold(program, call.callee, null)
  if (named) {
    standsFor(program, named, call, callees)
    sinks.add(call)
    indexCallbacks(program, call)
    return []
  }
  for (const callee of callees) indexCallee(program, callee, call, sinks)
  if (isAnyOf(program, call)) sinks.add(call)
  usesInterceptor(program, call)
  provides(program, call)
  indexPlugin(program, call)
  indexCallbacks(program, call)
  return [...callees, ...indexHanded(program, call, sinks)]
}

/** A call declared by the team stands for the function it calls: the calls inside it are not counted separately. */
function standsFor(program: Program, { calls }: NamedClient, call: CallExpr, callees: Value[]): void {
  calls.add(call)
  claim(program, callees)
}

function indexCallee(program: Program, callee: Value, call: CallExpr, sinks: Set<CallExpr>): void {
  if (isLost(callee, call) || entryOf(callee, call) || ofAbsent(callee)) sinks.add(call)
  if (callee.k === 'function') {
    if (!callee.bound) addSite(program, callee.fn, call, call.args)
    if (!call.isNew) noteSelf(program, callee)
    if (callee.fn.role) helped(program, callee.fn.role, call)
  } else if (callee.k === 'class' || callee.k === 'prototype') {
    const made = constructorOf(program, callee)
    if (made) addSite(program, made, call, call.args)
    else if (callee.k === 'class') madeBy(program, callee.expr, call)
  } else if (callee.k === 'native') {
    indexNative(program, callee.path, call, sinks)
  } else if (callee.k === 'method') {
    indexMethod(program, callee, call, sinks)
  } else if (callee.k === 'object') {
    for (const { fn } of appliedBy(program, callee))
      addSite(program, fn, call, givenToApply(call.args), 'used')
  } else {
    const client = clientOf(program, callee)
    if (client && requestOf(client, '', call.isNew)) sinks.add(call)
  }
  carriedBy(program, callee, call)
  noteStore(program, callee, call)
  givesGetter(program, callee, call)
  if (callee.k === 'package') givenApp(program, callee.path, call)
  if (callee.k === 'package' && callee.name === 'vue' && /(?:^|\.)mixin$/.test(callee.path))
    mixIn(program, call)
  if (callee.k === 'package' && /promisifyAll/i.test(`${callee.path}${calleeName(call.callee)}`))
    copy(program, call)
}

function indexNative(program: Program, path: string, call: CallExpr, sinks: Set<CallExpr>): void {
  const plain = path.replace(/\.(call|apply)$/, '')
  if (isAnyMember(plain) || callerByName(path) || callerByName(plain)) sinks.add(call)
  if (calledAt(call.isNew ? path : plain, call.isNew)) sinks.add(call)
  const client = clientOf(program, { k: 'native', path })
  if (client && requestOf(client, '', call.isNew)) sinks.add(call)
  if (runsText(path)) program.textRuns.add(call)
  givenApp(program, path, call)
  if (path === 'Vue.mixin') mixIn(program, call)
  stores(program, path, call)
  answers(program, path, call)
  intercepts(program, path, call)
  notePassing(program, path, call)
  if (/promisifyAll/i.test(path)) copy(program, call)
  if ((path === 'Proxy' && call.isNew) || path === 'Proxy.revocable') indexTraps(program, call)
}

type Method = Extract<Value, { k: 'method' }>

function indexMethod(program: Program, callee: Method, call: CallExpr, sinks: Set<CallExpr>): void {
  const { of, name } = callee
  if (askingOf(callee, call.isNew)) sinks.add(call)
  if (of.k === 'client') {
    if (shapeOf(of).setups?.includes(name) && !program.setups.some((setup) => setup.call === call)) {
      program.setups.push({ client: of, call })
    }
  } else if (of.k === 'function' && name === 'call') addSite(program, of.fn, call, call.args.slice(1))
  else if (of.k === 'function' && name === 'apply' && call.args[1]) {
    addSite(program, of.fn, call, [{ k: 'spread', of: call.args[1] }])
  }
}

function constructorOf(program: Program, value: Value, depth = 0): Fn | null {
  if (value.k === 'function') return value.fn
  const of = value.k === 'class' ? value.expr : value.k === 'prototype' ? value.of : null
  if (!of || depth > 8) return null
  if (!('k' in of)) return of
  if (of.constructor_ || !of.parent) return of.constructor_
  const [parent] = fold(program, of.parent, null)
  return parent ? constructorOf(program, parent, depth + 1) : null
}

function madeBy(program: Program, made: ClassExpr, call: CallExpr): void {
  if (!program.made.get(made)?.includes(call)) putTo(program.made, made, call)
}
