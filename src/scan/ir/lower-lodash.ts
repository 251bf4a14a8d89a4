/** Functions of lodash and underscore that call what they are given. */

import { type CallExpr, type Expr, UNDEFINED } from './types.js'

type Called = Pick<CallExpr, 'callee' | 'args'>

/** `_.invoke(wx, 'request', options)` is `wx.request(options)`; null for any other call. */
export function invoked(callee: Expr, [first, second, ...rest]: Expr[]): Called | null {
  const name = first && first.k !== 'spread' && second?.k !== 'spread' ? nameIn(callee) : null
  if (!name || !first) return null
  const member = (object: Expr): Called | null =>
    second
      ? { callee: { k: 'member', object, name: second.k === 'text' ? second.text : second }, args: rest }
      : null
  switch (name) {
    case 'invoke':
      return member(first)
    case 'invokeMap':
      return member({ k: 'item', of: first })
    case 'bind':
    case 'partial': {
      const self = name === 'bind' ? [] : [UNDEFINED]
      const given = second ? [...self, second, ...rest] : []
      return { callee: { k: 'member', object: first, name: 'bind' }, args: given }
    }
    default:
      return null
  }
}

/** The function's name, if it is one of lodash. */
function nameIn(callee: Expr): string | null {
  if (callee.k === 'member')
    return typeof callee.name === 'string' && isLodash(callee.object) ? callee.name : null
  const from = importOf(callee)
  if (!from || !PACKAGE.test(from.specifier)) return null
  return from.name === 'default' ? (from.specifier.split(/[./]/).at(-1) ?? null) : from.name
}

function isLodash(of: Expr): boolean {
  if (of.k === 'global') return of.name === '_'
  const from = importOf(of)
  return from !== null && PACKAGE.test(from.specifier)
}

const PACKAGE = /(?:^|[/.-])(?:lodash|underscore)(?:[/.-]|$)/

function importOf(of: Expr): Extract<Expr, { k: 'import' }> | null {
  const value = of.k === 'ref' ? of.binding.values[0]?.value : of
  if (value?.k === 'member' && typeof value.name === 'string') {
    const from = importOf(value.object)
    return from && { ...from, name: value.name }
  }
  return value?.k === 'import' ? value : null
}
