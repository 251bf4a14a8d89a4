/** What the language calls a function with that it is given: `list.forEach(fn)`, `ready.then(fn)`, `setTimeout(fn, 0, url)`. */
import type { Expr } from './types.js'

const ITERATORS = new Set(['forEach', 'map', 'filter', 'some', 'every', 'find', 'findIndex', 'flatMap'])
const TIMERS = new Set(['setTimeout', 'setInterval'])

/** `rest` are the arguments after the first two, `start` is the second; null if the callee isn't known to call it. */
export function handedTo(callee: Expr, rest: Expr[], start: Expr | undefined): Expr[] | null {
  if (callee.k === 'global') return TIMERS.has(callee.name) ? rest : null
  if (callee.k !== 'member' || typeof callee.name !== 'string') return null
  const item: Expr = { k: 'item', of: callee.object }
  if (ITERATORS.has(callee.name)) return [item]
  if (callee.name === 'reduce') return [start ?? item, item]
  return callee.name === 'then' ? [{ k: 'await', value: callee.object }] : null
}
