/** Variables while they are being evaluated. */
import type { Guard } from '../ir/types.js'
import type { Env, Value } from './value-types.js'

/** How far a variable is being evaluated, in which call of its function, and what it was found to be so far. */
export interface Active {
  at: number
  frame: Env | null
  env: Env | null
  from: number
  all: boolean
  gathered: Gathered
}

/** The values of a variable so far. */
export interface Gathered {
  values: Value[]
  /** Some value was in progress. */
  isCut: boolean
  /** Something is assigned for sure. */
  isCertain: boolean
  /** The counters as they were before: what depends on state, or on the build, does so wherever it is read. */
  counters: { changeable: number; emptied: number; builds: number }
  /** It is also a way through an object, step by step: `at = at[key]`. */
  isStepped: boolean
  /** Those that were made of others, and under which condition. */
  under: Map<Value, Guard>
}
