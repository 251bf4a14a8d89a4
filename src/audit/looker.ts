/**
 * Where targets that arrive one by one are probed: by a fleet, or in this thread, joined by worker threads above a
 * certain number.
 */
import type { Config, TargetSpec } from '../config/types.js'
import type { TargetFacts } from '../facts/index.js'
import { unobserved } from './empty-facts.js'
import { openGatherer } from './gatherer.js'
import { openThreads, type Threads } from './threads.js'
import type { GatherSetting } from './types.js'

export type Look = (spec: TargetSpec) => Promise<TargetFacts[]>

/** Targets in progress; connections are limited separately. */
const AT_ONCE = 64
/** Whoever has sent this many names usually has more. */
const MANY = 200

/** @returns `atOnce`: how many targets may be in progress */
export function openLooker(
  config: Config,
  setting: GatherSetting,
): { look: Look; close: () => void; atOnce: number } {
  const { fleet, jobs = 1 } = setting
  if (fleet) return { look: fleet.observe, close: () => {}, atOnce: fleet.atOnce }
  const here = openGatherer(config, setting)
  const underWay = new Set<Promise<TargetFacts | null>>()
  let taken = 0
  let threads: Promise<Threads | null> | undefined
  const lookHere = (spec: TargetSpec): Promise<TargetFacts | null> => {
    const looking = here.observe(spec).finally(() => underWay.delete(looking))
    underWay.add(looking)
    return looking
  }
  /** Starts only once nothing is in progress here, so that all together stay within the limits of one. */
  const start = async (): Promise<Threads | null> => {
    await Promise.allSettled(underWay)
    return openThreads(config, setting, Number.POSITIVE_INFINITY)
  }
  const observe = async (spec: TargetSpec): Promise<TargetFacts | null> => {
    taken += 1
    if (jobs === 1 || taken <= MANY) return lookHere(spec)
    threads ??= start()
    const others = await threads
    return others ? others.observe(spec) : lookHere(spec)
  }
  return {
    look: async (spec) => [(await observe(spec)) ?? unobserved(spec)],
    close() {
      here.close()
      threads?.then((opened) => opened?.close()).catch(() => {})
    },
    atOnce: AT_ONCE,
  }
}
