/** Config → targets → facts. */
import { inventory } from '../config/index.js'
import type { Config } from '../config/types.js'
import type { TargetFacts } from '../facts/index.js'
import { openIssuerFetcher, gather as probe } from '../probes/index.js'
import { version } from '../version.js'
import { mendTarget } from './mend.js'
import type { Facts, GatherSetting } from './types.js'

export async function gather(config: Config, setting: GatherSetting = {}): Promise<Facts> {
  const gatheredAt = new Date().toISOString()
  const { targets } = await inventory(config)
  const resolve = setting.resolve ?? []
  const { timeoutMs, concurrency, perHost, dns, signal } = setting
  const onTarget = (target: TargetFacts, done: number, total: number) =>
    setting.onProgress?.(done, total, target)
  const observed = await probe(targets, { timeoutMs, concurrency, perHost, dns, resolve }, onTarget, signal)
  const ca = setting.ca ?? []
  const facts = setting.fetch === false ? observed : await mend(observed, { ca, dns, resolve, signal })
  return {
    schemaVersion: 1,
    tool: { name: 'hefa', version: version() },
    gatheredAt,
    config,
    ca,
    fetch: setting.fetch ?? true,
    given: resolve.map(({ host, port }) => `${host.toLowerCase()}:${port}`),
    targets: facts,
  }
}

type MendSetting = Parameters<typeof openIssuerFetcher>[0] & {
  ca: string[]
  signal: AbortSignal | undefined
}

/** After probing: what a server forgot to send is looked for where its certificates say. */
async function mend(targets: TargetFacts[], { ca, signal, ...names }: MendSetting): Promise<TargetFacts[]> {
  const { fetch, close } = openIssuerFetcher(names, signal)
  try {
    return await Promise.all(targets.map((target) => mendTarget(target, { now: Date.now(), ca, fetch })))
  } finally {
    close()
  }
}
