/** A bounded copy of a value that should be plain JSON. */
import type { Json } from '../../types.js'
import { messageOf } from './message-of.js'

/** Far more than any finding needs; a report holds many. */
const MOST_VALUES = 100_000
const MOST_CHARACTERS = 2_000_000
const DEEPEST = 32

interface Budget {
  values: number
  characters: number
}

/** `large`: more, longer or deeper than any finding needs; `strange`: not plain JSON, such as a function or a cycle. */
export type JsonFault = 'large' | 'strange'

class NotPlain extends Error {
  constructor(
    readonly fault: JsonFault,
    what: string,
  ) {
    super(what)
  }
}

/** The copy, or why there is none and which part is at fault. Undefined members are omitted, as in JSON. */
export function plainJson(value: unknown): { value: Json } | { fault: JsonFault; what: string } {
  try {
    return { value: copy(value, { values: MOST_VALUES, characters: MOST_CHARACTERS }, DEEPEST) }
  } catch (error) {
    return error instanceof NotPlain
      ? { fault: error.fault, what: error.message }
      : { fault: 'strange', what: messageOf(error) }
  }
}

function copy(value: unknown, budget: Budget, depth: number): Json {
  budget.values -= 1
  if (budget.values < 0) throw new NotPlain('large', 'values')
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'string') return spend(value, budget)
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (typeof value !== 'object') throw new NotPlain('strange', typeof value)
  if (depth === 0) throw new NotPlain('large', 'depth')
  return Array.isArray(value) ? copyList(value, budget, depth) : copyMap(value, budget, depth)
}

function copyList(list: readonly unknown[], budget: Budget, depth: number): Json {
  const { length } = list
  if (length > budget.values) throw new NotPlain('large', 'values')
  return Array.from({ length }, (_, at) => copy(list[at], budget, depth - 1))
}

function copyMap(map: object, budget: Budget, depth: number): Json {
  const prototype: unknown = Object.getPrototypeOf(map)
  if (prototype !== Object.prototype && prototype !== null) throw new NotPlain('strange', 'class')
  const members = Object.keys(map).flatMap((key): [string, Json][] => {
    const value = (map as Record<string, unknown>)[key]
    return value === undefined ? [] : [[spend(key, budget), copy(value, budget, depth - 1)]]
  })
  return Object.fromEntries(members)
}

function spend(text: string, budget: Budget): string {
  budget.characters -= text.length
  if (budget.characters < 0) throw new NotPlain('large', 'characters')
  return text
}
