/** What a function chooses of a list: `list.filter(Boolean)`, `servers.find((one) => one.name === 'live')`. */
import { keep, tellsBuild } from './builds.js'
import { answered } from './conditions.js'
import { callFunction, membersOf } from './folding.js'
import type { Program } from './program.js'
import { distinct, unknown, type Value } from './values.js'

type List = Extract<Value, { k: 'list' }>

/** Of a place in a list what may be there, and whether that is chosen; null if it can't be told. */
interface Choice {
  item: Value[]
  isChosen: boolean | null
}

/** More are not asked for one by one. */
const MOST = 64

/** The lists that may be left; null if nothing is known of that. */
export function filtered(program: Program, list: List, by: Value[]): Value[] | null {
  const left = choices(program, list, by)?.filter(({ isChosen }) => isChosen !== false)
  if (!left || left.length === 0) return null
  const open = left.filter(({ isChosen }) => isChosen === null)
  const all: Value = { ...list, items: left.map(({ item }) => item) }
  if (open.length === 0) return [all]
  const sure: Value = { ...list, items: left.filter((one) => !open.includes(one)).map(({ item }) => item) }
  return open.length === 1 ? [all, sure] : [{ ...list, items: left.map((_, at) => mayStandAt(left, at)) }]
}

/** Each that is left out moves those behind it one place to the front. */
function mayStandAt(left: readonly Choice[], at: number): Value[] {
  let open = 0
  const found: Value[] = []
  for (const [index, { item, isChosen }] of left.entries()) {
    if (index >= at && index - open <= at) found.push(...item)
    if (isChosen === null) open++
  }
  return distinct(found)
}

/** The first that is chosen, and those before it of which that can't be told; null if there is none. */
export function firstChosen(program: Program, list: List, by: Value[], isFromEnd: boolean): Value[] | null {
  const all = choices(program, list, by)
  const found: Value[] = []
  for (const { item, isChosen } of (isFromEnd ? all?.toReversed() : all) ?? []) {
    if (isChosen !== false) found.push(...item)
    if (isChosen && !list.isMoved) break
  }
  return found.length > 0 ? distinct(found) : null
}

/** The place of the first that is chosen. */
export function placeChosen(program: Program, list: List, by: Value[]): Value {
  const all = list.isMoved ? null : choices(program, list, by)
  const at = all?.findIndex(({ isChosen }) => isChosen !== false) ?? -1
  return all?.[at]?.isChosen ? { k: 'prim', value: at } : unknown('computed')
}

/** Null if all may be chosen, or if none seems to be: that is rather not understood. */
function choices(program: Program, list: List, by: Value[]): Choice[] | null {
  const [only, ...others] = by
  if (!only || others.length > 0 || list.items.length > MOST) return null
  const all = list.items.map((item, at): Choice => ({ item, isChosen: isChosen(program, only, item, at) }))
  return all.some((one) => one.isChosen !== null) && all.some((one) => one.isChosen !== false) ? all : null
}

function isChosen(program: Program, by: Value, item: Value[], at: number): boolean | null {
  if (by.k === 'native' && by.path === 'Boolean') return answered(program, () => item)
  if (by.k !== 'function') return null
  let isOfBuild = false
  const truth = answered(program, () => {
    const values = callFunction(program, by, [{ values: item }, { values: [{ k: 'prim', value: at }] }])
    isOfBuild = tellsBuild(values)
    return values.length > 0 ? values : [unknown('computed')]
  })
  // What only another build chooses.
  if (truth === false && isOfBuild)
    for (const value of item) for (const one of [value, ...membersOf(program, value)]) keep(program, one, 2)
  return truth
}
