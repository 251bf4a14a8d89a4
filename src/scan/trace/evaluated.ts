/** The network call at the end of a chain of callers, evaluated from the outermost call inwards. */

import { fold, memberOf } from '../evaluate/folding.js'
import { knowing, type Program } from '../evaluate/program.js'
import { isMissing } from '../evaluate/values.js'
import { flat } from '../flat.js'
import { type CallExpr, functionsAround } from '../ir/types.js'
import { pointsOn } from './environments.js'
import type { Sink } from './sink.js'
import { sinksOf } from './sinks.js'
import type { Evaluated, Way } from './ways.js'

const FOLD_STEPS = 20_000
/** A path takes time even if there is little to fold. */
const STEPS_PER_WAY = 20

/** The calls it is on that path, where only the parameters of the way's `open` functions are not joined over all their callers. */
export function evaluated(program: Program, call: CallExpr, way: Way): Evaluated {
  program.open = new Set(way.open)
  program.steps = FOLD_STEPS
  const found = pointsOn(program, call, way).map(({ env, knowledge }) => {
    const { sinks, open } = knowing(program, knowledge, () => sinksOf(program, call, env))
    return { sinks: knowledge?.pinned ? sinks.map(asGiven) : sinks, open }
  })
  return {
    sinks: flat(found, (one) => one.sinks),
    open: flat(found, (one) => one.open),
    spent: FOLD_STEPS - program.steps + STEPS_PER_WAY,
  }
}

/** The empty text with which a builder begins is none of its URLs once it was given one. */
function asGiven(sink: Sink): Sink {
  const urls = sink.urls.filter((url) => url.k !== 'text' || !url.soft)
  return urls.length > 0 ? { ...sink, urls } : sink
}

const URL_STEPS = 500

/** Is the whole URL, or path, written in the call, whoever calls the functions around it? */
export function givesUrl(program: Program, { args: [first], fn }: CallExpr): boolean {
  if (!first) return false
  program.open = new Set(functionsAround(fn))
  program.steps = URL_STEPS
  const values = flat(fold(program, first, null), (one) =>
    one.k === 'object'
      ? flat(['url', 'address'], (name) => memberOf(program, one, name).filter((value) => !isMissing(value)))
      : [one],
  )
  return values.length > 0 && values.every((one) => one.k === 'text' && one.text !== '' && !one.hole)
}
