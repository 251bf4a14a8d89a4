/** A place to look from: takes targets from the queue, probes them, and sends back the facts. It judges nothing. */
import { randomBytes } from 'node:crypto'
import type { Job, Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import { type GatherSetting, sentFacts, silenceOf } from '../audit/index.js'
import { type NotLooked, specialUse } from '../facts/index.js'
import { version } from '../version.js'
import type { QueueAddress } from './address.js'
import { codeOf, connect } from './connect.js'
import { openRoom, type Room } from './exclusive.js'
import { type Gatherers, openGatherers } from './gatherers.js'
import type { Library } from './library.js'
import { MAX_BODY, MOST_RESULTS } from './limits.js'
import { jobId, notesKey, PREFIX, queueOf, resultsKey, runKey, SCHEMA } from './names.js'
import { type Alive, BEAT_MS, beat, leave } from './places.js'
import { addressWait, budgetOf, domainBudget, type Rates } from './politeness.js'
import {
  isInside,
  MAX_SETTING,
  type Question,
  type RunSetting,
  readQuestion,
  readSetting,
} from './question.js'
import { run } from './scripts.js'

export interface WorkerSetting {
  address: QueueAddress
  vantage: string
  /** Targets at once. */
  concurrency: number
  rates: Rates
  /** The worker's own network settings; its signal shuts it down. */
  gather: GatherSetting & { signal: AbortSignal }
  listsReadOn: string
  told(event: WorkerEvent): void
}

export type WorkerEvent =
  | { kind: 'ready' | 'lost' | 'back' }
  /** A job that wasn't written by a run. */
  | { kind: 'not-understood' }
  | { kind: 'error'; code: string }
  | { kind: 'looked'; host: string; why: NotLooked | null }

/** A job is given to another worker when its own has been silent for this long. */
const LOCK_MS = 10_000
const STALLED_MS = 5000
/** Recoveries of one job, including innocent ones in progress when another job killed the worker. */
const MOST_STALLS = 12
/** Starts that ended with the worker's death. */
const MOST_KILLED = 2
/** A slot this soon is waited for here; for later ones the job goes back to the queue. */
const HOLD_MS = 1000

const FULL_MS = 1000
const MOST_RUNS = 64

interface Own extends WorkerSetting {
  library: Library
  redis: Redis
  gatherers: Gatherers
  room: Room
  /** By host and port: only one of each is in progress at a time. */
  current: Map<string, Current>
  settings: Map<string, RunSetting>
}

interface Current {
  question: Question
  /** Resolves when it is done. */
  done: Promise<void>
  /** Milliseconds after which its addresses may be asked; 0 for now. */
  later: number
}

/**
 * Until the signal is aborted.
 * @throws NoQueue
 */
export async function work(setting: WorkerSetting, library: Library): Promise<void> {
  const { told, vantage, concurrency, gather } = setting
  const redis = await connect(library, setting.address, (kind) => told({ kind }))
  const current = new Map<string, Current>()
  const admit: NonNullable<GatherSetting['admit']> = (host, port, addresses) =>
    admitted(host, port, addresses, own)
  const own: Own = {
    ...setting,
    ...{ library, redis, current, room: openRoom(), settings: new Map() },
    gatherers: openGatherers({ ...gather, admit }),
  }
  const self: Alive = {
    ...{ vantage, id: randomBytes(6).toString('hex'), version: version(), schema: SCHEMA },
    listsReadOn: setting.listsReadOn,
  }
  await beat(redis, self)
  const beating = setInterval(() => void beat(redis, self).catch(ignore), BEAT_MS)
  const worker: Worker = new library.Worker(
    queueOf(vantage),
    (job: Job, token = '') => take(job, token, own),
    {
      ...{ connection: redis, prefix: PREFIX, concurrency, runRetryDelay: 1000 },
      ...{ lockDuration: LOCK_MS, stalledInterval: STALLED_MS, maxStalledCount: MOST_STALLS },
      ...{ removeOnComplete: { count: 0 }, removeOnFail: { count: 0 } },
    },
  )
  // Lost connections are reported by the connection itself.
  worker.on('error', (error) => redis.status === 'ready' && told({ kind: 'error', code: codeOf(error) }))
  await worker.waitUntilReady()
  told({ kind: 'ready' })
  await aborted(gather.signal)
  clearInterval(beating)
  await leave(redis, self).catch(ignore)
  await worker.close()
  own.gatherers.close()
  redis.disconnect()
}

const ignore = (): void => {}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    if (signal.aborted) done()
    else signal.addEventListener('abort', () => done(), { once: true })
  })

async function take(job: Job, token: string, own: Own): Promise<void> {
  const question = readQuestion(job.data)
  if (!question || job.id !== jobId(question.run, question.ticket))
    return own.told({ kind: 'not-understood' })
  const setting = await settingOf(question.run, own)
  // The run is over.
  if (setting === null) return
  const way: Way = { job, token, question, setting, own }
  if (isInside(question) && own.gather.allowPrivate !== true) return finish(way, 'inside')
  const went = await own.room.together(() => once(way, false))
  if (went === 'suspect') await own.room.alone(() => once(way, true))
}

async function settingOf(of: string, { redis, settings }: Own): Promise<RunSetting | null> {
  const known = settings.get(of)
  if (known) return known
  const text = await run(redis, 'hefaSetting', [runKey(of)], [MAX_SETTING])
  const read = typeof text === 'string' ? readSetting(text) : null
  if (read === null) return null
  for (const old of settings.keys()) if (settings.size >= MOST_RUNS) settings.delete(old)
  settings.set(of, read)
  return read
}

interface Way {
  job: Job
  token: string
  question: Question
  setting: RunSetting
  own: Own
}

/** @param alone what was in progress when a worker died is probed on its own */
async function once(way: Way, alone: boolean): Promise<'suspect' | 'done'> {
  const { question, own } = way
  const key = keyOf(question.host, question.port)
  // https and wss of one host and port share their connections, and with them what is held back.
  for (let other = own.current.get(key); other; other = own.current.get(key)) await other.done
  let end = (): void => {}
  const done = new Promise<void>((resolve) => {
    end = resolve
  })
  const state: Current = { question, done, later: 0 }
  own.current.set(key, state)
  try {
    return await looked(way, state, alone)
  } finally {
    own.current.delete(key)
    end()
  }
}

/** Probes call an IPv6 address without its brackets. */
const keyOf = (host: string, port: number): string => `${host.replace(/^\[(.*)\]$/, '$1')} ${port}`

async function looked(way: Way, state: Current, alone: boolean): Promise<'suspect' | 'done'> {
  const { question, setting, own, job, token } = way
  const { redis } = own
  const keys = [runKey(question.run), notesKey(question.run), await budgetOf(question.host)]
  const args = [question.ticket, MOST_KILLED, alone ? 1 : 0, ...domainBudget(own.rates)]
  const begun = await run(redis, 'hefaBegin', keys, args)
  if (begun === 'gone') return 'done'
  if (begun === 'suspect') return 'suspect'
  if (begun === 'lost') {
    await finish(way, 'worker-lost')
    return 'done'
  }
  if (begun !== 0) return later(way, Number(begun))
  const facts = await own.gatherers.observe(question, setting).catch((error) => {
    own.told({ kind: 'error', code: codeOf(error) })
    return 'failed' as const
  })
  if (facts === 'failed') {
    await finish(way, 'worker-failed')
    return 'done'
  }
  if (facts === null) {
    await putBack(way)
    await job.moveToWait(token)
    throw new own.library.WaitingError()
  }
  if (state.later > 0) {
    await putBack(way)
    return later(way, state.later)
  }
  if (silenceOf(facts) !== null && job.attemptsMade === 0 && (job.opts.attempts ?? 1) > 1) {
    await putBack(way)
    // BullMQ tries again after a pause.
    throw new Error('silent')
  }
  await finish(way, sentFacts(facts))
  return 'done'
}

async function putBack({ question, own }: Way): Promise<void> {
  await run(own.redis, 'hefaPutBack', [notesKey(question.run)], [question.ticket])
}

async function later({ job, token, own }: Way, ms: number): Promise<never> {
  await job.moveToDelayed(Date.now() + Math.ceil(ms), token)
  throw new own.library.DelayedError()
}

/** @param sent facts as text, or why there are none */
async function finish(way: Way, sent: string): Promise<void> {
  const { question, own } = way
  const { run: of, ticket, host } = question
  const isFacts = sent.startsWith('{') && sent.length <= MAX_BODY
  const why = isFacts ? null : ((sent.startsWith('{') ? 'worker-failed' : sent) as NotLooked)
  const body = why === null ? sent : JSON.stringify({ notLooked: why })
  const keys = [runKey(of), resultsKey(of), notesKey(of)]
  const taken = await run(own.redis, 'hefaFinish', keys, [ticket, own.vantage, body, MOST_RESULTS])
  if (taken === 'full') {
    await putBack(way)
    await later(way, FULL_MS)
  }
  own.told({ kind: 'looked', host, why })
}

/** The same rule as in every run, applied to all connections: no one can send a worker into its own network. */
async function admitted(
  host: string,
  port: number,
  addresses: readonly string[],
  own: Own,
): Promise<string[]> {
  const { gather, redis, rates, current } = own
  const fit = addresses.filter((address) => gather.allowPrivate === true || specialUse(address) === null)
  const state = current.get(keyOf(host, port))
  if (!state || fit.length === 0) return fit
  const family = fit[0]?.includes(':') ? 6 : 4
  const wait = await addressWait(redis, state.question, family, fit, rates)
  if (wait > HOLD_MS) {
    state.later = Math.max(state.later, wait)
    return []
  }
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
  return fit
}
