/** Results of array methods. */
import { tellsBuild } from './builds.js'
import { filtered, firstChosen, placeChosen } from './chosen.js'
import { membersOf } from './folding.js'
import type { Program } from './program.js'
import { mapped, place, reduced } from './reduced.js'
import { joinedList } from './texts.js'
import { distinct, MISSING, numberOf, toText, unknown, type Value } from './values.js'

type List = Extract<Value, { k: 'list' }>

const UNORDERED = new Set(['sort', 'reverse', 'values', 'toSorted', 'toReversed'])
const REVERSES = new Set(['reverse', 'toReversed'])
const TAKES_ONE = new Set(['pop', 'shift', 'at'])

export function listMethod(
  program: Program,
  list: List,
  name: string,
  values: (index: number) => Value[],
  count: number,
): Value[] {
  if (name === 'join') {
    const [separator] = values(0)
    const comma = { k: 'text', text: ',', marks: [], hole: null, soft: false } as const
    return joinedList(list.items, toText(separator ?? { ...comma, marks: [] }))
  }
  if (name === 'concat') {
    const given = Array.from({ length: count }, (_, index) => spreadOut(values(index)))
    return [{ k: 'list', items: [...placed(list), ...given.flat()] }]
  }
  if (name === 'filter') return filtered(program, list, values(0)) ?? [mixed(program, list)]
  if (name === 'slice') return [sliced(list, values(0), values(1)) ?? mixed(program, list)]
  if (REVERSES.has(name) && list.items.every(isOneText)) return [{ ...list, items: list.items.toReversed() }]
  if (UNORDERED.has(name)) return [mixed(program, list)]
  if (name === 'flat') return [{ ...list, items: list.items.map((item) => flattened(program, item)) }]
  if (name === 'get') return gotten(list, values(0))
  if (name === 'map' || name === 'flatMap') {
    const items = list.items.map((item, at) => mapped(program, values(0), item, place(at)))
    return [{ ...list, items: name === 'map' ? items : items.map((item) => flattened(program, item)) }]
  }
  if (name === 'reduce') return reduced(program, list.items, values, count)
  if (name === 'reduceRight') return reduced(program, list.items.toReversed(), values, count)
  if (name === 'includes' || name === 'has' || name === 'indexOf')
    return [placeOf(list, values(0), name === 'indexOf')]
  if (name === 'findIndex') return [placeChosen(program, list, values(0))]
  if (name === 'find' || name === 'findLast')
    return firstChosen(program, list, values(0), name === 'findLast') ?? membersOf(program, list)
  if (TAKES_ONE.has(name)) return membersOf(program, list)
  return [unknown('computed')]
}

/** From one place to another; null where these aren't known. */
function sliced(list: List, from: Value[], to: Value[]): List | null {
  const [start, end] = [from, to].map((values) => (values.length > 0 ? numberOf(values) : undefined))
  if (Number.isNaN(start) || Number.isNaN(end) || (list.isMoved && from.length > 0)) return null
  return { ...list, items: list.items.slice(start, end) }
}

/** What a value adds to a list: its items, of several lists those of any of them; or itself. */
export function spreadOut(
  values: Value[],
  other: Value[] = values.filter(({ k }) => k !== 'list'),
): Value[][] {
  const lists = values.filter((value): value is List => value.k === 'list')
  const [only] = lists
  const length = Math.max(0, ...lists.map(({ items }) => items.length))
  const items =
    only && lists.length === 1
      ? placed(only)
      : Array.from({ length }, (_, at) => distinct(lists.flatMap((list) => placed(list)[at] ?? [])))
  return values.length > lists.length ? [...items, other] : items
}

/** Of a Map, which is a list of pairs: what is put under that key, or under one that may be the same. */
function gotten({ items }: List, keys: Value[]): Value[] {
  const pairs = items.flatMap((item) => item.flatMap((one) => (one.k === 'list' ? [one.items] : [])))
  const asked = wholeText(keys)
  const isAsked = ([key = []]: Value[][]) => asked === null || [asked, null].includes(wholeText(key))
  const found = pairs.filter(isAsked).flatMap(([, value = []]) => value)
  return found.length > 0 ? distinct(found) : [unknown('computed')]
}

/** `['develop', 'trial'].includes(envVersion)`: decided only where the build says what is asked for. */
function placeOf({ items }: List, asked: Value[], position: boolean): Value {
  const wanted = tellsBuild(asked) ? wholeText(asked) : null
  const texts = items.map(wholeText)
  if (wanted === null || texts.includes(null)) return unknown('computed')
  const at = texts.indexOf(wanted)
  return { k: 'prim', value: position ? at : at >= 0, mode: true }
}

function wholeText([only, ...others]: Value[]): string | null {
  return only?.k === 'text' && !only.hole && !only.soft && others.length === 0 ? only.text : null
}

const isOneText = (item: Value[]): boolean => wholeText(item) !== null

/** Some of its items: any of them may be at any position. */
function mixed(program: Program, list: List): Value {
  const any = list.items.length > 1 ? membersOf(program, list) : []
  return list.items.length > 1 ? { k: 'list', items: list.items.map(() => any) } : list
}

const flattened = (program: Program, item: Value[]): Value[] =>
  item.flatMap((one) => (one.k === 'list' ? membersOf(program, one) : [one]))

/** What may be at each place. */
export const placed = (list: List): Value[][] =>
  list.isMoved ? list.items.map(() => itemsOf(list)) : list.items

const itemsKnown = new WeakMap<Value[][], Value[]>()

/** All items of a very long array are requested again and again. */
export function itemsOf({ items }: List): Value[] {
  if (items.length === 0) return [unknown('computed')]
  const known = itemsKnown.get(items)
  if (known) return known
  const found = distinct(items.flat())
  itemsKnown.set(items, found)
  return found
}

/** An item by its place, or a method. */
export function listMember(list: List, name: string): Value[] {
  if (/^\d+$/.test(name))
    return list.isMoved && list.items.length > 0 ? itemsOf(list) : (list.items[Number(name)] ?? [MISSING])
  // Its length proves nothing, since pushes aren't followed.
  return [name === 'length' ? unknown('computed') : { k: 'method', of: list, name }]
}
