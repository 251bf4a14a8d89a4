/**
 * The side that asks: hands targets to places and collects what each saw. Every target gets one answer from each place,
 * the first that comes, or the reason why there is none.
 */
import { randomBytes } from 'node:crypto'
import type { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import { emptyFacts, type Facts, type GatherSetting, readSentFacts, unobserved } from '../audit/index.js'
import type { Config, TargetSpec } from '../config/types.js'
import { isNoServerDomain, NOT_LOOKED, type NotLooked, type TargetFacts } from '../facts/index.js'
import type { QueueAddress } from './address.js'
import { connect } from './connect.js'
import type { Library } from './library.js'
import { atOnce, MAX_BODY, MOST_WAITING, TAKEN, TAKEN_BYTES } from './limits.js'
import { jobId, notesKey, PREFIX, queueOf, resultsKey, runKey, SCHEMA } from './names.js'
import { type Alive, alive, BEAT_MS } from './places.js'
import { MAX_OTHERS, type Question, questionOf, type RunSetting } from './question.js'
import { run as script } from './scripts.js'

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
  /** Nobody is there at the beginning. */
  | { kind: 'no-worker'; vantage: string }
  | { kind: 'other-schema'; worker: Alive }

/** Why there is no fleet to ask. */
export class NoFleet extends Error {
  override name = 'NoFleet'
  /** Of this side. */
  readonly schema = SCHEMA
  /** @param worker null: nobody is alive at all */
  constructor(readonly worker: Alive | null) {
    super('no fleet')
  }
}

export interface Fleet {
  vantages: readonly string[]
  /** Targets that may be under way. */
  atOnce: number
  /** What every place saw, in the order of the places; never rejects. */
  observe(spec: TargetSpec): Promise<TargetFacts[]>
  close(): Promise<void>
}

/** A run that is not held any more is over for every worker. */
const [HOLDS_MS, HOLD_MS] = [60_000, 15_000]
/** Redis may have lost what it had not written yet: what is open so long is added again, which changes nothing where it still stands. */
const AGAIN_MS = 30_000
const SWEEP_MS = 500
const [POLL_MS, SLOWEST_POLL_MS] = [10, 200]
const BATCH_MS = 5
const FULL_MS = 500
/** A target that drew no answer at all is asked once more, after a pause. */
const JOB = { attempts: 2, backoff: { type: 'exponential', delay: 2000, jitter: 0.5 } }

interface Pending {
  question: Question
  spec: TargetSpec
  since: number
  added: number
  open: Set<string>
  found: Map<string, TargetFacts>
  settle(found: TargetFacts[]): void
}

interface Place {
  queue: Queue
  /** When a worker was last alive; the beginning of the run where none was. */
  seenAt: number
  toAdd: Pending[]
}

interface Own {
  setting: FleetSetting
  redis: Redis
  run: string
  facts: Omit<Facts, 'targets'>
  places: ReadonlyMap<string, Place>
  pending: Map<string, Pending>
  tickets: number
  ended: boolean
}

/** @throws NoQueue, NoFleet */
export async function openFleet(setting: FleetSetting, library: Library): Promise<Fleet> {
  const back = { again: (): void => {} }
  const redis = await connect(library, setting.address, (kind) => {
    setting.told({ kind })
    if (kind === 'back') back.again()
  })
  try {
    const vantages = placesFor(setting, await alive(redis))
    const own = opened(setting, vantages, redis, library)
    back.again = () => addAgain(own, 0)
    await hold(own)
    return running(own)
  } catch (error) {
    redis.disconnect()
    throw error
  }
}

function placesFor({ vantages, told }: FleetSetting, found: readonly Alive[]): string[] {
  const fitting = found.filter(({ schema }) => schema === SCHEMA)
  const asked = (vantage: string) => vantages === 'all' || vantages.includes(vantage)
  const skewed = found.filter(({ schema, vantage }) => schema !== SCHEMA && asked(vantage))
  const places =
    vantages === 'all' ? [...new Set(fitting.map(({ vantage }) => vantage))].sort() : [...vantages]
  const manned = new Set(fitting.map(({ vantage }) => vantage))
  const old = skewed.find(({ vantage }) => !manned.has(vantage))
  if (old) throw new NoFleet(old)
  if (places.length === 0) throw new NoFleet(null)
  for (const worker of skewed) told({ kind: 'other-schema', worker })
  for (const vantage of places) if (!manned.has(vantage)) told({ kind: 'no-worker', vantage })
  return places
}

function opened(setting: FleetSetting, vantages: string[], redis: Redis, { Queue }: Library): Own {
  const now = performance.now()
  const options = { connection: redis, prefix: PREFIX, streams: { events: { maxLen: 1000 } } }
  const place = (vantage: string): Place => {
    const queue = new Queue(queueOf(vantage), options)
    // Lost connections are told by the connection itself.
    queue.on('error', ignore)
    return { queue, seenAt: now, toAdd: [] }
  }
  return {
    ...{ setting, redis, run: randomBytes(12).toString('hex') },
    facts: emptyFacts(setting.config, setting.gather),
    places: new Map(vantages.map((vantage) => [vantage, place(vantage)])),
    ...{ pending: new Map(), tickets: 0, ended: false },
  }
}

const ignore = (): void => {}

function running(own: Own): Fleet {
  const { setting, places, pending, redis } = own
  const every = (ms: number, task: () => unknown) =>
    setInterval(() => void Promise.resolve(task()).catch(ignore), ms)
  const timers = [
    every(HOLD_MS, () => hold(own)),
    every(BEAT_MS, () => lookAround(own)),
    every(SWEEP_MS, () => sweep(own)),
    every(AGAIN_MS, () => addAgain(own, AGAIN_MS)),
  ]
  const cut = (): void => {
    for (const one of pending.values()) for (const vantage of one.open) give(own, one, vantage, 'cut-off')
  }
  setting.signal.addEventListener('abort', cut, { once: true })
  const polling = poll(own)
  for (const place of places.values()) void adding(place, own)
  return {
    vantages: [...places.keys()],
    atOnce: atOnce(places.size),
    observe: (spec) => observe(spec, own),
    async close() {
      own.ended = true
      setting.signal.removeEventListener('abort', cut)
      for (const timer of timers) clearInterval(timer)
      cut()
      await Promise.race([ending(own), new Promise((done) => setTimeout(done, CLOSE_MS).unref())])
      redis.disconnect()
      await polling
    },
  }
}

/** A queue that is not there any more holds nobody up. */
const CLOSE_MS = 500

async function ending({ redis, run, places }: Own): Promise<void> {
  await redis.del(runKey(run), resultsKey(run), notesKey(run))
  await Promise.all([...places.values()].map(({ queue }) => queue.close())).catch(ignore)
}

function hold({ setting, redis, run }: Own): Promise<unknown> {
  const { config, gather, others } = setting
  const { platforms, supportedOs, legacyOs, appid } = config
  const { timeoutMs, fetch = true, revocation = false, clients, ca = [] } = gather
  const sent: RunSetting = {
    ...{ schema: SCHEMA, platforms, supportedOs, legacyOs, fetch, revocation, ca },
    clients: clients === 'all' ? 'all' : 'some',
    others: others.length > MAX_OTHERS ? [] : [...others],
    ...(appid !== undefined && { appid }),
    ...(timeoutMs !== undefined && { timeoutMs }),
  }
  return script(redis, 'hefaHold', [runKey(run)], [JSON.stringify(sent), HOLDS_MS])
}

async function lookAround({ redis, places }: Own): Promise<void> {
  for (const { vantage, schema } of await alive(redis)) {
    const place = places.get(vantage)
    if (place && schema === SCHEMA) place.seenAt = performance.now()
  }
}

function observe(spec: TargetSpec, own: Own): Promise<TargetFacts[]> {
  const { setting, run, places, pending } = own
  const vantages = [...places.keys()]
  const { resolve = [] } = setting.gather
  const ticket = String(own.tickets++)
  const question = questionOf({ spec, run, ticket, paths: setting.config.paths, resolve })
  const isProbed = spec.scheme === 'https' || spec.scheme === 'wss'
  // What no platform takes as a domain is somebody's own machine, as in every run.
  const isAsked = isProbed && (!isNoServerDomain(spec.host) || question?.addresses !== undefined)
  if (!isAsked) return Promise.resolve(vantages.map((vantage) => ({ ...unobserved(spec), vantage })))
  const why: NotLooked = question ? 'cut-off' : 'worker-failed'
  if (!question || setting.signal.aborted)
    return Promise.resolve(vantages.map((one) => nothing(spec, one, why)))
  return new Promise((settle) => {
    const now = performance.now()
    const one: Pending = {
      question,
      spec,
      settle,
      since: now,
      added: now,
      open: new Set(vantages),
      found: new Map(),
    }
    pending.set(ticket, one)
    for (const place of places.values()) place.toAdd.push(one)
    // A place that has been without a worker for long is not waited for again.
    for (const vantage of vantages) if (isAbsent(vantage, own)) give(own, one, vantage, 'no-worker')
  })
}

const nothing = (spec: TargetSpec, vantage: string, notLooked: NotLooked): TargetFacts => ({
  ...unobserved(spec),
  ...{ vantage, notLooked },
})

const isAbsent = (vantage: string, { places, setting }: Own): boolean =>
  performance.now() - (places.get(vantage)?.seenAt ?? 0) >= setting.waitMs

/** The first answer of a place counts. */
function give(
  { pending, places }: Own,
  one: Pending,
  vantage: string,
  answer: TargetFacts | NotLooked,
): void {
  if (!one.open.delete(vantage)) return
  one.found.set(vantage, typeof answer === 'string' ? nothing(one.spec, vantage, answer) : answer)
  if (one.open.size > 0) return
  pending.delete(one.question.ticket)
  one.settle([...places.keys()].flatMap((place) => one.found.get(place) ?? []))
}

async function sweep(own: Own): Promise<void> {
  const { pending, setting, places } = own
  const now = performance.now()
  for (const one of pending.values()) {
    const isLate = now - one.since >= setting.waitMs
    for (const vantage of one.open) {
      const absent = isAbsent(vantage, own)
      if (!isLate && !absent) continue
      give(own, one, vantage, absent ? 'no-worker' : 'timed-out')
      const { run, ticket } = one.question
      await places.get(vantage)?.queue.remove(jobId(run, ticket)).catch(ignore)
    }
  }
}

/** @param ms what was added longer ago than this */
function addAgain({ pending, places }: Own, ms: number): void {
  const now = performance.now()
  for (const one of pending.values()) {
    if (now - one.added < ms) continue
    one.added = now
    for (const vantage of one.open) places.get(vantage)?.toAdd.push(one)
  }
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

async function adding({ queue, toAdd }: Place, own: Own): Promise<void> {
  while (!own.ended) {
    await pause(BATCH_MS)
    if (toAdd.length === 0) continue
    try {
      if ((await queue.getWaitingCount()) >= MOST_WAITING) {
        await pause(FULL_MS)
        continue
      }
      const jobs = toAdd.splice(0, TAKEN).filter(({ open }) => open.size > 0)
      await queue.addBulk(
        jobs.map(({ question: data }) => ({
          name: 'look',
          data,
          opts: { ...JOB, jobId: jobId(data.run, data.ticket), removeOnComplete: true, removeOnFail: true },
        })),
      )
    } catch {
      // They are added again with all that is open.
      await pause(FULL_MS)
    }
  }
}

async function poll(own: Own): Promise<void> {
  const { redis, run } = own
  let through: string[] = []
  let wait = POLL_MS
  while (!own.ended) {
    try {
      const args = [TAKEN, MAX_BODY, TAKEN_BYTES, ...through]
      const taken = await script(redis, 'hefaTake', [resultsKey(run)], args)
      through = []
      for (const one of Array.isArray(taken) ? taken : []) {
        if (!Array.isArray(one)) continue
        const [id, ticket, place, body] = one.map(String)
        await answered(own, ticket ?? '', place ?? '', body ?? '')
        through.push(id ?? '')
      }
      wait = through.length > 0 ? 0 : Math.min(SLOWEST_POLL_MS, Math.max(POLL_MS, wait * 2))
    } catch {
      wait = SLOWEST_POLL_MS
    }
    if (wait > 0) await pause(wait)
  }
}

/** What comes back is a stranger's: nothing of it is believed that was not looked at. */
async function answered(own: Own, ticket: string, vantage: string, body: string): Promise<void> {
  const one = own.pending.get(ticket)
  if (!one?.open.has(vantage)) return
  const why = whyIn(body)
  if (why !== null) return give(own, one, vantage, why)
  const read = await readSentFacts(body, one.spec, vantage, own.facts)
  give(own, one, vantage, 'fault' in read ? 'worker-failed' : read)
}

function whyIn(body: string): NotLooked | null {
  const [, why] = /^\{"notLooked":"([a-z-]{1,30})"\}$/.exec(body) ?? []
  return NOT_LOOKED.find((one) => one === why) ?? null
}
