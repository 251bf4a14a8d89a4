/** Redis key names. All begin with `hefa:`; those of a run end with its id. */
import { isVantage } from '../facts/index.js'

/** Version of the queue's protocol. Workers with another version use another queue, under another name. */
export const SCHEMA = 1

/** BullMQ's prefix for its own keys. */
export const PREFIX = 'hefa:queue'
export const queueOf = (vantage: string): string => `${SCHEMA}-${vantage}`

export const WORKERS = 'hefa:workers'
export const runKey = (run: string): string => `hefa:run:${run}`
export const resultsKey = (run: string): string => `hefa:run:${run}:results`
/** What is remembered about each target in progress: how often it was started, and when it may be probed. */
export const notesKey = (run: string): string => `hefa:run:${run}:notes`
export const domainKey = (domain: string): string => `hefa:polite:domain:${domain}`
export const addressKey = (address: string): string => `hefa:polite:address:${address}`

export const isRun = (text: unknown): text is string =>
  typeof text === 'string' && /^[0-9a-f]{24}$/.test(text)
/** Of a target within its run. */
export const isTicket = (text: unknown): text is string => typeof text === 'string' && /^\d{1,12}$/.test(text)
export const isPlace = (text: unknown): text is string => typeof text === 'string' && isVantage(text)

/** BullMQ keeps one job per id. */
export const jobId = (run: string, ticket: string): string => `${run}-${ticket}`
