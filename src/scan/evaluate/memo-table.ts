/** Cached results. */
import type { Fn } from '../ir/types.js'

export type Name = string | number

/** A cached result, and which counters it advanced: they are advanced again on reuse. */
export interface Known<Values> {
  of: object
  name: Name
  values: Values
  isOfBuild: boolean
  isChangeable: boolean
  isEmptied: boolean
  next: Known<Values> | null
}

/** Results while the same functions' parameters stay open. */
export interface Memo<Values> {
  open: Set<Fn> | 'all'
  size: number
  /** When no call is meant. */
  outside: Kept<Values>
}

/** The results of one environment, which holds them itself: they are freed with it. */
export interface Kept<Values> {
  memo: Memo<Values>
  /** As long as they are few. */
  first: Known<Values> | null
  count: number
  index: Map<object, Known<Values> | Map<Name, Known<Values>>> | null
}

/** Most calls of a function need only a handful of values. */
const FEW = 8

export function newMemo<Values>(open: Memo<Values>['open']): Memo<Values> {
  const memo = { open, size: 0 } as Memo<Values>
  memo.outside = newKept(memo)
  return memo
}

export const newKept = <Values>(memo: Memo<Values>): Kept<Values> => ({
  ...{ memo, first: null, count: 0, index: null },
})

export function find<Values>({ first, index }: Kept<Values>, of: object, name: Name): Known<Values> | null {
  const found = index ? index.get(of) : first
  if (found instanceof Map) return found.get(name) ?? null
  for (let at = found ?? null; at; at = at.next) if (at.of === of && at.name === name) return at
  return null
}

export function put<Values>(kept: Kept<Values>, known: Known<Values>): void {
  kept.memo.size++
  if (kept.index) {
    enter(kept.index, known)
    return
  }
  known.next = kept.first
  kept.first = known
  kept.count++
  if (kept.count >= FEW) kept.index = indexed(kept.first)
}

function indexed<Values>(first: Known<Values>): NonNullable<Kept<Values>['index']> {
  const index: NonNullable<Kept<Values>['index']> = new Map()
  let at: Known<Values> | null = first
  while (at) {
    const next: Known<Values> | null = at.next
    at.next = null
    enter(index, at)
    at = next
  }
  return index
}

function enter<Values>(index: NonNullable<Kept<Values>['index']>, known: Known<Values>): void {
  const found = index.get(known.of)
  if (found instanceof Map) found.set(known.name, known)
  else if (found) index.set(known.of, new Map([found, known].map((one) => [one.name, one])))
  else index.set(known.of, known)
}
