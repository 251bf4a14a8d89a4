/** A run of the requesting side: its settings, and its targets in progress. */
import type { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Facts, GatherSetting } from '../audit/index.js'
import type { Config, TargetSpec } from '../config/types.js'
import type { TargetFacts } from '../facts/index.js'
import type { QueueAddress } from './address.js'
import type { Alive } from './places.js'
import type { Question } from './question.js'

export interface FleetSetting {
  address: QueueAddress
  vantages: 'all' | readonly string[]
  /** How long a target may wait for a place, and a place for a worker, in milliseconds. */
  waitMs: number
  config: Config
  /** The run's other https targets, as `host:port`. */
  others: readonly string[]
  gather: Pick<GatherSetting, 'ca' | 'fetch' | 'revocation' | 'clients' | 'timeoutMs' | 'resolve' | 'shard'>
  signal: AbortSignal
  told(event: FleetEvent): void
}

export type FleetEvent =
  | { kind: 'lost' | 'back' }
  /** No worker is there at the start. */
  | { kind: 'no-worker'; vantage: string }
  | { kind: 'other-schema'; worker: Alive }

export interface Pending {
  question: Question
  spec: TargetSpec
  since: number
  added: number
  open: Set<string>
  found: Map<string, TargetFacts>
  settle(found: TargetFacts[]): void
}

export interface Place {
  queue: Queue
  /** When a worker was last alive; the start of the run if none was. */
  seenAt: number
  toAdd: Pending[]
}

/** Everything a run keeps. */
export interface Own {
  setting: FleetSetting
  redis: Redis
  run: string
  facts: Omit<Facts, 'targets'>
  places: ReadonlyMap<string, Place>
  pending: Map<string, Pending>
  tickets: number
  ended: boolean
}
