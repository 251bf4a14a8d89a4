/** HTTP and WebSocket behavior of targets: the only application data we send. */
import type { TargetSpec } from '../../config/types.js'
import type { HttpFact } from '../../facts/index.js'
import { observePaths } from './paths.js'
import { openProbe, type Reach } from './probe.js'
import { identityOf } from './request.js'
import { observeSocket } from './socket.js'

export { observeHttp2 } from './http2.js'
export type { Reach } from './probe.js'

export interface HttpOptions {
  /** What to GET by host, or to upgrade by `wss://host`; default `/`. */
  paths: Readonly<Record<string, readonly string[]>>
  /** Our version, for User-Agent. */
  version: string
  /** The mini program's, for the Referer of WeChat's requests. */
  appid?: string | undefined
}

/**
 * @param specs all targets of the run: redirects are followed to these only
 * @returns observes one https or wss target; never rejects: failures are part of the facts
 */
export function openHttp(
  specs: readonly TargetSpec[],
  { paths, version, appid }: HttpOptions,
  reach: Reach,
): (spec: TargetSpec) => Promise<HttpFact> {
  const identity = ({ entries }: TargetSpec) =>
    identityOf(
      entries.map(({ family }) => family),
      version,
      appid ?? null,
    )
  const probe = openProbe(specs, { paths, identity, reach })
  return (spec) => (spec.scheme === 'wss' ? observeSocket(spec, probe) : observePaths(spec, probe))
}
