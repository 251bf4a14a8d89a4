/** Facts before anything was observed, and the targets of a run. */
import type { Config, TargetSpec } from '../config/types.js'
import type { TargetFacts } from '../facts/index.js'
import { version } from '../version.js'
import type { Facts, GatherSetting } from './types.js'

/** The facts of a run before it starts. */
export function emptyFacts(
  config: Config,
  { ca = [], resolve = [], fetch = true, shard, vantage, fleet }: GatherSetting,
): Facts {
  const vantages = fleet?.vantages ?? (vantage === undefined ? undefined : [vantage])
  return {
    schemaVersion: 1,
    tool: { name: 'hefa', version: version() },
    gatheredAt: new Date().toISOString(),
    config,
    ca,
    fetch,
    given: resolve.map(({ host, port }) => `${host.toLowerCase()}:${port}`),
    targets: [],
    ...(vantages && { vantages: [...vantages] }),
    ...(shard && { shard }),
  }
}

/** A target that was not looked at. */
export function unobserved({ host, port, scheme, entries }: TargetSpec): TargetFacts {
  return { host, port, scheme, entries, endpoints: [] }
}

/** @param index counts from 0, a share from 1 */
export function isShare(index: number, shard: GatherSetting['shard']): boolean {
  return shard === undefined || index % shard.count === shard.index - 1
}
