/** What is known of a callee: whether it is worth asking again, and when. */

import type { Value } from '../evaluate/values.js'

/** Does the callee depend on the callers of the enclosing function? */
export function needsCaller(callees: Value[]): boolean {
  return callees.some(
    (callee) =>
      (callee.k === 'unknown' && callee.hole.owners.length > 0) ||
      (callee.k === 'method' && callee.of.k === 'unknown'),
  )
}

/** A member that nothing defines, by the names in the source. */
export function isVague(callee: Value): boolean {
  if (callee.k === 'prim') return true
  if (callee.k === 'method') return callee.of.k === 'function'
  // A function may be among the properties that markup gives.
  const { reason, owners } = callee.k === 'unknown' ? callee.hole : { reason: null, owners: [] }
  return (reason === 'computed' || reason === 'parameter') && owners.length === 0
}

/** A script may put more on its exports, under names that aren't written out. */
export const isNoExport = (callee: Value) => callee.k === 'unknown' && callee.hole.reason === 'import'

/** Markup may give it. */
export const isParameter = (callee: Value) => callee.k === 'unknown' && callee.hole.reason === 'parameter'

export const isClients = (callee: Value) => callee.k === 'method' && callee.of.k === 'client'

export const isNone = (callee: Value) => isVague(callee) || callee.k === 'unknown'
