/** The call graph: calls of every function in the project, and calls that may reach the network. */

import { putTo } from '../../grouping.js'
import { indexShown } from '../evaluate/elements.js'
import { fold } from '../evaluate/folding.js'
import { indexLooseWrites } from '../evaluate/loose-changes.js'
import { isInner, vendored } from '../evaluate/modules.js'
import { calleeName } from '../evaluate/names.js'
import type { Program } from '../evaluate/program.js'
import { giveContexts } from '../evaluate/stores.js'
import { indexTakers } from '../evaluate/takers.js'
import { isApiName, isAppMaker } from '../frameworks/index.js'
import type { CallExpr, ClassExpr, Expr, Module } from '../ir/types.js'
import { addApps, exportedApps } from './apps.js'
import { indexCall } from './called.js'
import { isClients, isNoExport, isNone, isParameter, isVague, needsCaller } from './callees.js'
import { carriersPut } from './carriers.js'
import { connect } from './channels.js'
import { askingIn, heldIn, indexLifecycle, indexShownCalls } from './entered.js'
import { claimOverrides } from './overrides.js'
import { followedPackages } from './packed.js'

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
  const open: CallExpr[] = []
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
  askOpen(program, open, sinks, vague, ofParameters)
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
  // And components that a script found in its markup and gave to a function.
  again(program, heldIn(program.shown, open), sinks, 0)
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

const MOST_ROUNDS = 5

/** At least twice: functions passed as arguments may themselves be called with functions, and those with others. */
function askOpen(
  program: Program,
  open: CallExpr[],
  sinks: Set<CallExpr>,
  vague: CallExpr[],
  ofParameters: CallExpr[],
): void {
  again(program, open, sinks, 0)
  let before = sitesIn(program)
  again(program, open, sinks, 1, vague, ofParameters)
  for (let round = 2; round < MOST_ROUNDS && before < sitesIn(program); round++) {
    before = sitesIn(program)
    again(program, open, sinks, round)
  }
}

function sitesIn({ sites }: Program): number {
  let all = 0
  for (const { length } of sites.values()) all += length
  return all
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
