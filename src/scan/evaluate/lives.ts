/** What is known about functions and objects: who uses them, and where they end up. */
import type { Fn } from '../ir/types.js'
import type { Holder } from './holders.js'
import type { Uses } from './uses.js'

/** What finally happens to a thing: whether it escapes, and which members are read. */
export interface End {
  isLoose: boolean
  names: ReadonlySet<string>
  /** What holds what its calls give. */
  results: readonly Holder[]
}

export interface Lives {
  uses: Uses
  dead: Map<Fn, boolean>
  ends: Map<Holder, End>
  /** The number of holders to examine; beyond it, everything may be called. */
  left: number
}
