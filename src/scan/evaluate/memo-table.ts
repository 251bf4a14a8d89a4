/** What was worked out, to be looked up again. */
import type { Fn } from '../ir/types.js'
import type { Env, Value } from './values.js'

export interface Known {
  values: Value[]
  /** What was counted on the way, to be counted again. */
  builds: number
  changeable: number
}

export type Name = string | number

/** Results by their surroundings, what they are of, and under which name; while the same functions' parameters stay open. */
export interface Memo {
  open: Set<Fn> | 'all'
  found: Map<Env | null, Map<object, Map<Name, Known>>>
  size: number
}
