/** The only place in the probes that uses DNS; every query has a timeout. */
import dns from 'node:dns'

export type QueryType = 'A' | 'AAAA' | 'CNAME'

export interface Resolver {
  /** The servers asked, as `ADDR` or `ADDR:PORT`. */
  servers: string[]
  /** Rejects with an error whose `code` is a c-ares code, such as ENOTFOUND, ENODATA, ETIMEOUT. */
  query(name: string, type: QueryType): Promise<string[]>
  /** Gives up every query under way. */
  cancel(): void
}

/**
 * Asks name servers directly; the system's hosts file is not looked at.
 * @param server `ADDR`, `ADDR:PORT` or `[ADDR]:PORT`; without it the system's servers
 * @throws when `server` is no address
 */
export function openResolver(server: string | undefined, timeoutMs: number): Resolver {
  // Tries double their time-out, so that two of them and a slow second server stay within the deadline.
  const resolver = new dns.promises.Resolver({ timeout: Math.max(1, Math.ceil(timeoutMs / 4)), tries: 2 })
  if (server !== undefined) resolver.setServers([server])
  const ask = {
    A: (name: string) => resolver.resolve4(name),
    AAAA: (name: string) => resolver.resolve6(name),
    CNAME: (name: string) => resolver.resolveCname(name),
  }
  return {
    servers: resolver.getServers(),
    query: (name, type) => withDeadline(ask[type](name), timeoutMs),
    cancel: () => resolver.cancel(),
  }
}

function withDeadline<T>(promise: Promise<T>, timeoutMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(Object.assign(new Error('deadline'), { code: 'ETIMEOUT' })),
      timeoutMs,
    )
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
