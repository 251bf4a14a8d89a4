/**
 * The requesting side: hands targets to places and collects what each saw. Every target gets one answer from each
 * place, the first to arrive, or the reason why there is none.
 */
import { randomBytes } from 'node:crypto'
import type { Redis } from 'ioredis'
import { emptyFacts } from '../audit/index.js'
import type { TargetSpec } from '../config/types.js'
import type { TargetFacts } from '../facts/index.js'
import { atMost } from './at-most.js'
import { placesFor } from './chosen.js'
import { connect } from './connect.js'
import { adding, poll } from './exchange.js'
import type { Library } from './library.js'
import { atOnce } from './limits.js'
import { notesKey, PREFIX, queueOf, resultsKey, runKey, SCHEMA } from './names.js'
import { alive, BEAT_MS } from './places.js'
import { MAX_OTHERS, type RunSetting } from './question.js'
import type { FleetSetting, Own, Place } from './run.js'
import { run as script } from './scripts.js'
import { addAgain, give, observe, sweep } from './under-way.js'

export interface Fleet {
  vantages: readonly string[]
  /** How many targets may be in progress. */
  atOnce: number
  /** What every place saw, in the order of the places; never rejects. */
  observe(spec: TargetSpec): Promise<TargetFacts[]>
  close(): Promise<void>
}

/** Once a run's key expires, workers drop the run. */
const [HOLDS_MS, HOLD_MS] = [60_000, 15_000]
/** Redis may have lost what it had not written yet: what is open so long is added again, which changes nothing where it still stands. */
const AGAIN_MS = 30_000
const SWEEP_MS = 500

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
    // What follows is sent after it in any case, so a connection that is lost just now is waited for like a worker.
    await atMost(setting.waitMs, hold(own))
    return running(own)
  } catch (error) {
    redis.disconnect()
    throw error
  }
}

function opened(setting: FleetSetting, vantages: string[], redis: Redis, { Queue }: Library): Own {
  const now = performance.now()
  const options = { connection: redis, prefix: PREFIX, streams: { events: { maxLen: 1000 } } }
  const place = (vantage: string): Place => {
    const queue = new Queue(queueOf(vantage), options)
    // Lost connections are reported by the connection itself.
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
      await atMost(CLOSE_MS, ending(own)).catch(ignore)
      redis.disconnect()
      await atMost(CLOSE_MS, polling)
    },
  }
}

/** A queue that has disappeared must not block the end. */
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
