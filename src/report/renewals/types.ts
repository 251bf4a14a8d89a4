import type { ApiName, Family, PlatformId, Report } from '../../types.js'
import type { Cadence } from './cadence.js'

/** When each certificate must be renewed: plain JSON, what `hefa renewals --format json` prints. */
export interface RenewalPlan {
  schemaVersion: 1
  tool: Report['tool']
  /** ISO 8601: the instant the days are counted from. */
  at: string
  /** What `--within` asked for, in seconds; null without it. */
  withinSeconds: number | null
  exitCode: 0 | 1 | 3
  /** Soonest first; with `--within` only those that fall inside. */
  renewals: Renewal[]
  /** Certificates left out because they end later than `--within` asks for. */
  laterCount: number
  unseen: Unseen[]
}

/** One certificate, wherever it is served. Instants are ISO 8601. */
export interface Renewal {
  servedAt: ServedAt[]
  platforms: PlatformId[]
  apis: { family: Family; apis: ApiName[] }[]
  subject: string
  issuer: string
  names: string[]
  sha256: string
  notBefore: string
  notAfter: string
  /** When it stops working: `notAfter`, or earlier when a certificate of its chain ends first. */
  expires: string
  /** That certificate's subject where it is known, else an empty text; null when the leaf ends first. */
  endsFirst: string | null
  /** From when on it should be renewed. */
  renewFrom: string
  lifetimeDays: number
  /** Whole days until `expires`, rounded down; below 0 when it has expired. */
  daysLeft: number
  state: 'expired' | 'not-yet-valid' | 'due' | 'later'
  cadence: Cadence[]
}

/** `addresses` and `clients` are empty when the host shows every client everywhere this certificate. */
export interface ServedAt {
  host: string
  addresses: string[]
  clients: string[]
  /** The places that get it, where others get another or none. */
  vantages?: string[]
}

/** A host without a known certificate, or without one with readable dates; or a family without a host that has one. */
export interface Unseen {
  /** With `no-target` the entry as it is written, with `no-server` the family. */
  host: string
  reason: 'no-target' | 'no-server' | 'not-observed' | 'unreadable-dates'
  /** What the audit says about it, in the report's language. */
  message: string
}
