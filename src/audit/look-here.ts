/** Targets that this thread probes, all at once. */
import type { Config, TargetSpec } from '../config/types.js'
import type { TargetFacts } from '../facts/index.js'
import { gather as probe } from '../probes/index.js'
import { lookUpOf, probeOptions, seenFrom } from './gatherer.js'
import type { GatherSetting } from './types.js'

/** Each is reported once it is done; those interrupted by a signal are not. */
export async function lookHere(
  asked: readonly TargetSpec[],
  config: Config,
  setting: GatherSetting,
  onTarget: (target: TargetFacts) => Promise<void>,
): Promise<void> {
  const lookUp = lookUpOf(setting)
  const completing: Promise<void>[] = []
  const complete = async (found: TargetFacts): Promise<void> => {
    const target = seenFrom(await lookUp.complete(found), setting)
    // An interrupted look-up might lead to a wrong verdict.
    if (!setting.signal?.aborted) await onTarget(target)
  }
  try {
    const add = (target: TargetFacts) => void completing.push(guarded(complete(target)))
    await probe(asked, probeOptions(config, setting), add, setting.signal)
    await Promise.all(completing)
  } finally {
    lookUp.close()
  }
}

/** Rejections are handled where all are awaited, not earlier. */
function guarded<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {})
  return promise
}
