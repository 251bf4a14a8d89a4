/** Who looks at names that come one by one: a fleet, or this thread, and from some number on threads beside it. */
import type { Config, TargetSpec } from '../config/types.js'
import type { TargetFacts } from '../facts/index.js'
import { unobserved } from './empty-facts.js'
import { openGatherer } from './gatherer.js'
import { openThreads, type Threads } from './threads.js'
import type { GatherSetting } from './types.js'

export type Look = (spec: TargetSpec) => Promise<TargetFacts[]>

/** Targets under way; connections are counted by themselves. */
const AT_ONCE = 64
/** Who has sent so many names most often has more. */
const MANY = 200

/** @returns `atOnce`: targets that may be under way */
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
  /** Once nothing is under way here: all together keep to the limits of one. */
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
