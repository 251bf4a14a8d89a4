/** Sends targets to the places through their queues, and collects the answers. */
import { readSentFacts } from '../audit/index.js'
import { NOT_LOOKED, type NotLooked } from '../facts/index.js'
import { MAX_BODY, MOST_WAITING, TAKEN, TAKEN_BYTES } from './limits.js'
import { jobId, resultsKey } from './names.js'
import type { Question } from './question.js'
import type { Own, Place } from './run.js'
import { run as script } from './scripts.js'
import { give } from './under-way.js'

const [POLL_MS, SLOWEST_POLL_MS] = [10, 200]
const BATCH_MS = 5
const FULL_MS = 500
/** A target without any answer is retried once, after a pause. */
const JOB = { attempts: 2, backoff: { type: 'exponential', delay: 2000, jitter: 0.5 } }

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

const jobOf = (data: Question) => ({
  name: 'look',
  data,
  opts: { ...JOB, jobId: jobId(data.run, data.ticket), removeOnComplete: true, removeOnFail: true },
})

/** Adds pending targets to a place's queue, until the run ends. */
export async function adding({ queue, toAdd }: Place, own: Own): Promise<void> {
  while (!own.ended) {
    await pause(BATCH_MS)
    if (toAdd.length === 0) continue
    try {
      if ((await queue.getWaitingCount()) >= MOST_WAITING) {
        await pause(FULL_MS)
        continue
      }
      const asked = toAdd.splice(0, TAKEN).filter(({ open }) => open.size > 0)
      await queue.addBulk(asked.map(({ question }) => jobOf(question)))
    } catch {
      // They are added again along with everything still open.
      await pause(FULL_MS)
    }
  }
}

/** Collects the answers of all places, until the run ends. */
export async function poll(own: Own): Promise<void> {
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

/** Answers are untrusted: everything in them is validated. */
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
