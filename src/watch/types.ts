/** What is remembered between audits, and what is reported when it changes. Plain JSON. */
import type { PlatformId, Verdict } from '../types.js'

/** One server in the last audit. */
export interface Seen {
  /** `host`, or `host:port` where the port is not the scheme's own. */
  target: string
  verdicts: Partial<Record<PlatformId, Verdict>>
  /** Of the leaf that was seen last: when its chain ends first, ISO 8601, and its SHA-256 as hex. */
  notAfter?: string | undefined
  sha256?: string | undefined
  /** The smallest warning period, in days before its end, that has begun; null before the first. */
  window: number | null
}

/** `before` is null at the first look. */
export type Change =
  | {
      kind: 'verdict'
      /** Null: the lists and the source, not one server. */
      target: string | null
      before: Verdict | null
      after: Verdict
      platforms: PlatformId[]
    }
  /** `intermediate`: it is not the server's own certificate that ends first. */
  | { kind: 'renewal'; target: string; notAfter: string; daysLeft: number; intermediate?: boolean }
  | { kind: 'renewed'; target: string; notAfter: string }
  /** The config can no longer be used: nothing is audited. */
  | { kind: 'config'; usable: boolean }

export interface Message {
  /** The same for every attempt. */
  id: string
  at: string
  verdict: Verdict
  changes: Change[]
}

/** A message that not every channel has taken yet. */
export interface Waiting {
  message: Message
  to: string[]
  /** The channel it was on its way to: whether it arrived there is not known after a crash. */
  trying?: string | undefined
}

export interface WatchState {
  schemaVersion: 1
  at: string
  verdict: Verdict
  /** Of the lists and the source. */
  own: Verdict
  configUsable: boolean
  seen: Seen[]
  waiting: Waiting[]
}
