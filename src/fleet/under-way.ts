/** Targets in progress: each waits for one answer from every place, or for the reason why there is none. */

import { unobserved } from '../audit/index.js'
import type { TargetSpec } from '../config/types.js'
import { isNoServerDomain, type NotLooked, type TargetFacts } from '../facts/index.js'
import { jobId } from './names.js'
import { questionOf } from './question.js'
import type { Own, Pending } from './run.js'

/** What every place saw of a target; never rejects. */
export function observe(spec: TargetSpec, own: Own): Promise<TargetFacts[]> {
  const { setting, run, places, pending } = own
  const vantages = [...places.keys()]
  const { resolve = [] } = setting.gather
  const ticket = String(own.tickets++)
  const question = questionOf({ spec, run, ticket, paths: setting.config.paths, resolve })
  const isProbed = spec.scheme === 'https' || spec.scheme === 'wss'
  // A name that no platform accepts as a domain is somebody's internal machine, as in every run.
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
    // A place that has had no worker for long isn't waited for again.
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
export function give(
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

/** Gives up targets that have waited too long. */
export function sweep(own: Own): void {
  const { pending, setting, places } = own
  const now = performance.now()
  for (const one of pending.values()) {
    const isLate = now - one.since >= setting.waitMs
    for (const vantage of one.open) {
      const absent = isAbsent(vantage, own)
      if (!isLate && !absent) continue
      give(own, one, vantage, absent ? 'no-worker' : 'timed-out')
      const { run, ticket } = one.question
      // Not awaited: an unreachable queue must not prevent the next target from being given up.
      places
        .get(vantage)
        ?.queue.remove(jobId(run, ticket))
        .catch(() => {})
    }
  }
}

/** @param ms minimum age of what is added again */
export function addAgain({ pending, places }: Own, ms: number): void {
  const now = performance.now()
  for (const one of pending.values()) {
    if (now - one.added < ms) continue
    one.added = now
    for (const vantage of one.open) places.get(vantage)?.toAdd.push(one)
  }
}
