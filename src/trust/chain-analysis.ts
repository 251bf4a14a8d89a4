/** A chain as the platforms look at it: every path of it, and which one each would take. */
import type { Certificate, Path, Violation } from '../x509/index.js'
import type { AnchorRecord } from './store.js'
import type { Store } from './versions.js'

export interface JudgedPath extends Path {
  violations: Violation[]
  /** Needs a certificate that the server did not send. */
  fetched: boolean
  /** Null without an anchor and for a --ca anchor, which counts as built in everywhere. */
  record: AnchorRecord | null
  /** Ends in a --ca anchor. */
  extra: boolean
}

export interface ChainAnalysis {
  /** As sent; null where our reader can't make a certificate out. */
  sent: (Certificate | null)[]
  leaf: Certificate | null
  paths: JudgedPath[]
  /** The bounds on work were hit. */
  truncated: boolean
  /** The instant judged for. */
  at: number
  /** The oldest SCT, embedded or sent along in the handshake; null without any. */
  earliestSct: number | null
  /** The path a platform would settle on; without any anchor the one that leads furthest. */
  best(store: Store): JudgedPath
  /** The same among paths of sent certificates alone. */
  bestSent(store: Store): JudgedPath
}
