/** Lists that are changed where they are: items that are added to them, and items that get another place. */

import type { State } from './scope.js'
import { type Expr, type MemberExpr, MOVED, variableOf } from './types.js'

const ADDS: ReadonlyMap<string, (args: Expr[]) => Expr[]> = new Map([
  ['push', (args: Expr[]) => args],
  ['unshift', (args: Expr[]) => args],
  ['splice', (args: Expr[]) => args.slice(2)],
  ['fill', (args: Expr[]) => args.slice(0, 1)],
  ['add', (args: Expr[]) => (args.length === 1 ? args : [])],
  ['set', (args: Expr[]) => (args.length === 2 ? [listOf(args)] : [])],
])

const MOVES = new Set(['copyWithin', 'fill', 'pop', 'reverse', 'shift', 'sort', 'splice', 'unshift'])

/** A method that changes the list it is called on: also `[].push.apply(list, more)`. */
export function changesList(state: State, object: Expr, name: string, args: Expr[]): void {
  const [list, ...given] = args
  if (object.k === 'member' && typeof object.name === 'string' && list) {
    if (name === 'call') changesList(state, list, object.name, given)
    if (name === 'apply') changesList(state, list, object.name, given.map(spread))
  }
  const added = ADDS.get(name)?.(args) ?? []
  grow(state, object, ...added, ...(MOVES.has(name) ? [MOVED] : []))
}

const spread = (of: Expr): Expr => ({ k: 'spread', of })

/** `list[0] = item`, `list.length = 0`. */
export function assignsItem(state: State, list: Expr, name: string | Expr, value: Expr): void {
  if (name === 'length') grow(state, list, MOVED)
  else if (typeof name !== 'string' || /^\d+$/.test(name)) grow(state, list, value, MOVED)
}

/** A pair of a Map, which is a list of pairs. */
const listOf = (items: Expr[]): Expr => ({
  k: 'array',
  items: items.map((value) => ({ spread: false, value })),
})

/** Adds items to an array: a variable's, a member's, or that of `(all[key] || (all[key] = []))`. */
export function grow(state: State, list: Expr, ...items: Expr[]): void {
  if (list.k === 'either') for (const one of [list.left, list.right]) grow(state, one, ...items)
  if (list.k === 'member') growMember(state, list, items)
  if (list.k !== 'ref' || items.length === 0) return
  const binding = variableOf(list.binding)
  binding.grown ??= []
  binding.grown.push(...items)
}

/** Under a name that isn't known, `all[key].push(item)`, another array is put beside the one that is there. */
function growMember({ module, fn, guard }: State, { object, name }: MemberExpr, items: Expr[]): void {
  if (typeof name === 'string')
    for (const value of items) module.grown.push({ object, name, value, fn, guard })
  else {
    const added = items.filter((item) => item !== MOVED)
    if (added.length > 0) module.looseWrites.push({ object, key: name, value: listOf(added), fn, guard })
  }
}
