/** What the language calls a function with that it is given: `list.forEach(fn)`, `ready.then(fn)`, `setTimeout(fn, 0, url)`. */
import type { Expr } from './types.js'

const ITERATORS = new Set(['forEach', 'map', 'filter', 'some', 'every', 'find', 'findIndex', 'flatMap'])
const TIMERS = new Set(['setTimeout', 'setInterval'])

/** `Promise.reject(url)`; of other promises it is an error. */
function rejected(promise: Expr): Expr {
  const { callee, args } = promise.k === 'call' ? promise : { callee: null, args: [] }
  const isReject = callee?.k === 'member' && callee.name === 'reject'
  return (isReject && args[0]) || { k: 'unknown', reason: 'server-data' }
}

/** `rest` are the arguments after the first two, `start` is the second; null if the callee isn't known to call it. */
export function handedTo(callee: Expr, rest: Expr[], start: Expr | undefined): Expr[] | null {
  if (callee.k === 'global') return TIMERS.has(callee.name) ? rest : null
  if (callee.k !== 'member' || typeof callee.name !== 'string') return null
  const item: Expr = { k: 'item', of: callee.object }
  if (ITERATORS.has(callee.name)) return [item]
  if (callee.name === 'reduce') return [start ?? item, item]
  if (callee.name === 'catch') return [rejected(callee.object)]
  return callee.name === 'then' ? [{ k: 'await', value: callee.object }] : null
}
