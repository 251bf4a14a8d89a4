/** Config → targets → facts. */

import { loadSuffixes, targetsOf } from '../config/index.js'
import type { Config, TargetSpec } from '../config/types.js'
import { isNoServerDomain, type TargetFacts } from '../facts/index.js'
import { connectionsAllowed } from '../probes/index.js'
import { openRoom } from './at-once.js'
import { emptyFacts, isShare, unobserved } from './empty-facts.js'
import { isGiven, seenFrom } from './gatherer.js'
import { loadJudging } from './later.js'
import { lookHere } from './look-here.js'
import { openThreads } from './threads.js'
import type { Facts, GatherSetting, Looker } from './types.js'

/** When `setting.signal` is aborted, targets that are not done come back without facts: unknown, never passed. */
export async function gather(config: Config, setting: GatherSetting = {}): Promise<Facts> {
  const facts = emptyFacts(config, setting)
  const share = targetsOf(config).filter((_, index) => isShare(index, setting.shard))
  if (setting.fleet) return { ...facts, targets: await seenByFleet(share, setting, setting.fleet) }
  // A name that no platform accepts as a domain is somebody's internal machine: it is not contacted unless the user
  // gives its address.
  const asked = share.filter((spec) => !isNoServerDomain(spec.host) || isGiven(spec, setting))
  const found: TargetFacts[] = []
  const onTarget = async (target: TargetFacts): Promise<void> => {
    found.push(target)
    setting.onProgress?.(found.length, asked.length, target)
    await setting.onTarget?.(target)
  }
  const onConnecting = await preparing(setting)
  const onWaiting = (seen: TargetFacts): void => {
    rehearse({ ...facts, targets: [seen] }).catch(() => {})
  }
  await lookAtAll(asked, config, { ...setting, onConnecting, onWaiting }, onTarget)
  return { ...facts, targets: inOrder(share, found).map((target) => seenFrom(target, setting)) }
}

/** Each target is reported once it is done; those interrupted by a signal are not. */
async function lookAtAll(
  asked: readonly TargetSpec[],
  config: Config,
  setting: GatherSetting,
  onTarget: (target: TargetFacts) => Promise<void>,
): Promise<void> {
  const threads = openThreads(config, setting, asked.length)
  if (!threads) return lookHere(asked, config, setting, onTarget)
  try {
    setting.onConnecting?.()
    await threads.all(asked, (target) => onTarget(seenFrom(target, setting)))
  } finally {
    threads.close()
  }
}

/** What judging needs is loaded while the first connections are made, or before them if few are allowed. */
async function preparing({
  concurrency = MOST_CONNECTIONS,
  onConnecting,
}: GatherSetting): Promise<() => void> {
  const ready = (): Promise<unknown> => Promise.all([prepare(), onConnecting?.()])
  if (connectionsAllowed() >= concurrency) return () => void ready()
  await ready()
  return () => {}
}

async function seenByFleet(
  specs: readonly TargetSpec[],
  { onProgress, onTarget }: GatherSetting,
  { observe, atOnce }: Looker,
): Promise<TargetFacts[]> {
  const room = openRoom(atOnce)
  const found: TargetFacts[][] = specs.map(() => [])
  let done = 0
  for (const [index, spec] of specs.entries()) {
    await room.enter(async () => {
      const seen = await observe(spec)
      found[index] = seen
      done += 1
      const [first] = seen
      if (first) onProgress?.(done, specs.length, first)
      await onTarget?.(seen)
    })
  }
  await room.empty()
  return found.flat()
}

/** The default of `concurrency`. */
const MOST_CONNECTIONS = 400

/**
 * What judging needs is prepared while the first answers are pending, not after the last. There are descriptors left
 * for its files (`connectionsAllowed`); what fails now fails again when it is needed.
 */
function prepare(): Promise<void> {
  const loading = Promise.all([loadJudging(), loadSuffixes()])
  const ready = loading.then(([{ anchorStore }]) => void anchorStore())
  return ready.catch(() => {})
}

/**
 * The first verdict takes ten times as long as the next, since V8 compiles a function when it first runs. Giving one that nobody
 * sees spares the user that time while an answer is pending. What fails now fails again when it is needed.
 */
async function rehearse(facts: Facts): Promise<void> {
  // Other people's code is run only where it counts.
  if (facts.config.plugins.length > 0) return
  const { judge } = await loadJudging()
  await judge(facts, { at: Date.parse(facts.gatheredAt), language: 'en' })
}

function inOrder(specs: readonly TargetSpec[], found: readonly TargetFacts[]): TargetFacts[] {
  const key = ({ scheme, host, port }: Pick<TargetSpec, 'scheme' | 'host' | 'port'>) =>
    `${scheme} ${host} ${port}`
  const byKey = new Map(found.map((target) => [key(target), target]))
  return specs.map((spec) => byKey.get(key(spec)) ?? unobserved(spec))
}
