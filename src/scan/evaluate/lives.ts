/** What is learnt of functions and objects: who uses them, and what becomes of them. */
import type { Fn } from '../ir/types.js'
import type { Holder } from './holders.js'
import type { Uses } from './uses.js'

/** What becomes of a thing in the end: whether it gets out of sight, and what is read of it. */
export interface End {
  isLoose: boolean
  names: ReadonlySet<string>
}

export interface Lives {
  uses: Uses
  dead: Map<Fn, boolean>
  ends: Map<Holder, End>
  /** Holders that may still be looked at; behind more, everything may be called. */
  left: number
}
