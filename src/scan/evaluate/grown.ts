/** Arrays held by members: items that `http.steps.push(step)` adds, wherever that is written. */

import { putTo } from '../../grouping.js'
import { flat } from '../flat.js'
import { type Expr, type MemberWrite, MOVED } from '../ir/types.js'
import { isSameObject } from './identity.js'
import { putIntoMembers } from './passed-lists.js'
import type { Program } from './program.js'
import { changesBy, targetsOf } from './targets.js'
import { MAX_VALUES, unknown, type Value } from './values.js'
import { writtenValue } from './written.js'

const indexes = new WeakMap<Program['modules'], ReadonlyMap<string, readonly MemberWrite[]>>()

function grownOf({ modules }: Program): ReadonlyMap<string, readonly MemberWrite[]> {
  const known = indexes.get(modules)
  if (known) return known
  const made = new Map<string, MemberWrite[]>()
  for (const { grown } of modules.values()) {
    for (const one of grown) {
      putTo(made, one.name, one)
    }
  }
  indexes.set(modules, made)
  return made
}

/** A member's arrays with the items added anywhere, since the source doesn't show when. */
export function grownMember(program: Program, object: Value, name: string, values: Value[]): Value[] {
  if (!values.some(({ k }) => k === 'list')) return values
  const own = [
    ...(grownOf(program).get(name) ?? []).flatMap((one) => changesBy(program, one, object)),
    ...putIntoMembers(program, name).filter(({ write }) =>
      targetsOf(program, write).some((target) => isSameObject(target, object)),
    ),
  ]
  if (own.length === 0) return values
  return withItems(
    values,
    own,
    ({ write }) => write.value,
    ({ write, env }) => writtenValue(program, write, object, env),
  )
}

/** Lists with what is added to them somewhere; after a change of places any item may be at any. */
export function withItems<T>(
  values: Value[],
  added: readonly T[],
  itemOf: (one: T) => Expr,
  valuesOf: (one: T) => Value[] | null,
): Value[] {
  const items = added.filter((one) => itemOf(one) !== MOVED)
  const more = flat(items.slice(0, MAX_VALUES), (one) => {
    const item = valuesOf(one)
    return item ? [item] : []
  })
  if (items.length > MAX_VALUES) more.push([unknown('limit')])
  const isMoved = items.length < added.length
  return values.map((value) =>
    value.k === 'list' ? { ...value, items: [...value.items, ...more], ...(isMoved && { isMoved }) } : value,
  )
}
