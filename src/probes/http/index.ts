/** HTTP and WebSocket behavior of targets: the only application data we send. */
import type { TargetSpec } from '../../config/types.js'
import type { EndpointFacts, HttpFact } from '../../facts/index.js'
import { observeHttp2 } from '../http2/index.js'
import { observeElsewhere } from './elsewhere.js'
import { withHttp2 } from './in-http2.js'
import { observePaths } from './paths.js'
import { openProbe, type Reach } from './probe.js'
import { identityOf } from './request.js'
import { observeSocket } from './socket.js'

export type { Reach } from './probe.js'

export interface HttpOptions {
  /** What to GET by host, or to upgrade by `wss://host`; default `/`. */
  paths: Readonly<Record<string, readonly string[]>>
  /** Our version, for User-Agent. */
  version: string
  /** The mini program's, for the Referer of WeChat's requests. */
  appid?: string | undefined
}

export interface HttpProbe {
  /** Of one https or wss target; never rejects: failures are part of the facts. */
  observe(spec: TargetSpec): Promise<HttpFact>
  /** Adds what an https target says in HTTP/2, where it chose that. */
  inHttp2(spec: TargetSpec, http: HttpFact, endpoints: readonly EndpointFacts[]): Promise<HttpFact>
}

/** @param specs all targets of the run: redirects are followed to these only */
export function openHttp(
  specs: readonly TargetSpec[],
  { paths, version, appid }: HttpOptions,
  reach: Reach,
): HttpProbe {
  const identity = ({ entries }: TargetSpec) =>
    identityOf(
      entries.map(({ family }) => family),
      version,
      appid ?? null,
    )
  const probe = openProbe(specs, { paths, identity, reach })
  return {
    observe: async (spec) => {
      if (spec.scheme === 'wss') return observeSocket(spec, probe)
      const [http, elsewhere] = await Promise.all([observePaths(spec, probe), observeElsewhere(spec, probe)])
      return elsewhere.length > 0 ? { ...http, elsewhere } : http
    },
    inHttp2: async (spec, http, endpoints) => {
      const asking = { ...reach(spec.host, spec.port), identity: identity(spec) }
      const asked = await observeHttp2(http, endpoints, asking)
      return asked ? withHttp2(http, asked) : http
    },
  }
}
