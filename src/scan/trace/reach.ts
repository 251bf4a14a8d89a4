/** Every path to a network call: through the enclosing functions to the call that provides the URL. */

import type { Program } from '../evaluate/program.js'
import { unknown } from '../evaluate/values.js'
import { type CallExpr, functionsAround } from '../ir/types.js'
import { evaluated, givesUrl } from './evaluated.js'
import { onwards, withinSteps } from './onwards.js'
import { isTaken, newSearch, type Reached, type Way } from './ways.js'

/** Limits on folding for one network call, for a script and for the whole scan; steps are counted so that results don't depend on the machine. */
const CALL_STEPS = 3_000_000
const FILE_STEPS = 3_000_000
const SCAN_STEPS = 20_000_000

export function waysTo(program: Program, call: CallExpr): Reached[] {
  const { used } = program
  const { module } = call
  const inFile = used.files.get(module) ?? 0
  const steps = Math.min(CALL_STEPS, FILE_STEPS - inFile, SCAN_STEPS - used.all)
  const search = newSearch(program, call, steps)
  // The last one is the next to be taken: a path is followed to its end before the one beside it.
  const left: Way[] = [{ k: 'open', steps: [], open: functionsAround(call.fn), fork: null, before: null }]
  for (let way = left.pop(); way; way = left.pop()) {
    if (!isTaken(search, way)) continue
    const here = evaluated(program, call, way)
    search.steps -= here.spent
    for (const next of onwards(search, way, withinSteps(way, here)).reverse()) left.push(next)
  }
  used.all += steps - search.steps
  used.files.set(module, inFile + steps - search.steps)
  const { found, isCut } = search
  if (search.isCalleeOpen && givesUrl(program, call))
    for (const one of found) if (one.through.length > 0) one.isGivenHere = true
  if (!isCut && (found.length > 0 || search.isClaimed || search.isDead)) return found
  // No visible caller: as it is. Paths that were too many to follow: one call at its own place.
  const { sinks } = evaluated(program, call, { k: 'joined', steps: [], open: [], fork: null })
  const limit = isCut ? { urls: [unknown('limit')] } : {}
  return [...found, ...sinks.map((sink) => ({ sink: { ...sink, ...limit }, through: [] }))]
}
