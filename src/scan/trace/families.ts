/** The platforms a call runs on: those of its object, after conditional compilation and tests of the platform. */
import type { Family } from '../../types.js'
import { familiesOfTarget, platformVariables } from '../frameworks/builds.js'
import type { CallExpr, Expr, Guard } from '../ir/types.js'
import type { Reached } from './ways.js'

/** Where a call runs. */
export interface On {
  families: Family[]
  /** On every platform the source is read for. */
  isOpen: boolean
  /** On the object of a platform the source is not read for. */
  isForeign: boolean
}

export function familiesOf(call: CallExpr, { sink, through }: Reached, scope: readonly Family[]): On {
  const isBound = sink.families.length > 0
  const own = isBound ? sink.families.filter((family) => scope.includes(family)) : [...scope]
  const families = [call, ...through].reduce<Family[]>(narrowed, own)
  const isOpen = !isBound && families.length === scope.length
  return { families, isOpen, isForeign: sink.foreign === true || own.length === 0 }
}

/** The platforms on which a call remains after conditional compilation and the framework's own switches. */
function narrowed(families: Family[], call: CallExpr): Family[] {
  let left = families
  for (const region of call.module.regions) {
    if (region.start <= call.pos && call.pos < region.end)
      left = left.filter((one) => region.on.includes(one))
  }
  for (let guard: Guard | null = call.guard; guard; guard = guard.up) {
    const on = guard.test && platformTested(guard.test, guard.sense)
    if (on) left = left.filter((one) => on.includes(one))
  }
  return left
}

/** `process.env.TARO_ENV === 'weapp'`: the platform it names, if any; null if it is not such a test. */
function platformTested(test: Expr, sense: boolean): readonly Family[] | null {
  if (test.k !== 'compare' || test.equal !== sense) return null
  const sides = [test.left, test.right]
  const isTarget = sides.some(
    (side) => side.k === 'member' && typeof side.name === 'string' && platformVariables.has(side.name),
  )
  const value = sides.find((side) => side.k === 'text')
  return isTarget && value?.k === 'text' ? familiesOfTarget(value.text) : null
}
