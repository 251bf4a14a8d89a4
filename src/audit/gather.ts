/** Config → targets → facts. */
import { inventory } from '../config/index.js'
import type { Config } from '../config/types.js'
import type { TargetFacts } from '../facts/index.js'
import { gather as probe } from '../probes/index.js'
import { version } from '../version.js'
import { lookUp } from './look-up.js'
import type { Facts, GatherSetting } from './types.js'

export async function gather(config: Config, setting: GatherSetting = {}): Promise<Facts> {
  const gatheredAt = new Date().toISOString()
  const { targets } = await inventory(config)
  const resolve = setting.resolve ?? []
  const { timeoutMs, concurrency, perHost, dns, signal } = setting
  const onTarget = (target: TargetFacts, done: number, total: number) =>
    setting.onProgress?.(done, total, target)
  const http = setting.http === false ? undefined : { paths: config.paths, version: version() }
  const { platforms, supportedOs, legacyOs } = config
  const mode = setting.clients ?? 'some'
  const clients = mode === 'none' ? undefined : { mode, platforms, supportedOs, legacyOs }
  const options = { timeoutMs, concurrency, perHost, dns, resolve, http, clients }
  const observed = await probe(targets, options, onTarget, signal)
  const facts: Facts = {
    schemaVersion: 1,
    tool: { name: 'hefa', version: version() },
    gatheredAt,
    config,
    ca: setting.ca ?? [],
    fetch: false,
    given: resolve.map(({ host, port }) => `${host.toLowerCase()}:${port}`),
    targets: observed,
  }
  return lookUp(facts, { dns, resolve, signal, fetch: setting.fetch ?? true, revocation: setting.revocation })
}
