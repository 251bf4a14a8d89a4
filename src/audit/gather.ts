/** Config → targets → facts. */
import { inventory } from '../config/index.js'
import type { Config } from '../config/types.js'
import { gatherTargets } from '../probes/index.js'
import { version } from '../version.js'
import type { Facts, GatherSetting } from './types.js'

export async function gather(config: Config, setting: GatherSetting = {}): Promise<Facts> {
  const gatheredAt = new Date().toISOString()
  const { targets } = await inventory(config)
  const resolve = setting.resolve ?? []
  const facts = await gatherTargets(targets, {
    timeoutMs: setting.timeoutMs ?? 8000,
    concurrency: setting.concurrency ?? 400,
    perHost: setting.perHost ?? 16,
    resolve,
    ...(setting.dns === undefined ? {} : { dns: setting.dns }),
    ...(setting.signal ? { signal: setting.signal } : {}),
    ...(setting.onProgress ? { onTarget: setting.onProgress } : {}),
  })
  return {
    schemaVersion: 1,
    tool: { name: 'hefa', version: version() },
    gatheredAt,
    config,
    ca: setting.ca ?? [],
    fetch: setting.fetch ?? true,
    given: resolve.map(({ host, port }) => `${host.toLowerCase()}:${port}`),
    targets: facts,
  }
}
