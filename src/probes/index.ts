/** Entry point of the probes: targets in, facts out. Reports answers and silence, never verdicts. */
import { setMaxListeners } from 'node:events'
import { setImmediate as turn } from 'node:timers/promises'
import type { TargetSpec } from '../config/types.js'
import type { DnsFact, EndpointFacts, TargetFacts } from '../facts/index.js'
import { type ClientOptions, type ClientPlan, planOf } from './clients.js'
import { connectionsAllowed } from './descriptors.js'
import { probeEndpoint } from './endpoint.js'
import { type Fates, openFates } from './fates.js'
import { type HttpOptions, type HttpProbe, openHttp, type Reach } from './http/index.js'
import { type IssuerFetcher, issuerFetcher } from './issuer.js'
import { type Limiter, limiter } from './limiter.js'
import { type Admit, type Names, openNames, type Resolution } from './names.js'
import { addressFamily } from './net.js'
import type { ProxyOptions } from './proxy.js'
import { withRequested } from './requested.js'
import { type RevocationFetcher, revocationFetcher } from './revocation.js'
import { type SharedLimiter, sharedLimiter } from './shared-limiter.js'
import { once, onceLater, tellWaiting } from './tell.js'
import { loadHybridShares } from './tls/hybrid-shares.js'

export interface GatherOptions {
  /** Deadline of one connection and of one DNS query. Default 8000. */
  timeoutMs?: number | undefined
  /** Connections in flight in all. Default 400. */
  concurrency?: number | undefined
  /** Connections in flight to one host. Default 16. */
  perHost?: number | undefined
  /** Name server, `ADDR` or `ADDR:PORT`; without it the system's. */
  dns?: string | undefined
  /** Addresses to connect to instead of asking the name system; the host `*` stands for every name. */
  resolve?: readonly { host: string; port: number; addresses: readonly string[] }[] | undefined
  /** Use this proxy, which then also resolves names, unless `dns` or `resolve` does. Never for loopback. */
  proxy?: ProxyOptions | undefined
  /** May addresses inside a network be sent requests too, not only hellos? Default false; those in `resolve` may. */
  allowPrivate?: boolean | undefined
  /** Delays connections, or blocks them. */
  admit?: Admit | undefined
  /** Further https targets of the run, to which redirects are followed although they are probed elsewhere. */
  others?: readonly { host: string; port: number }[] | undefined
  /** Also send HTTP and WebSocket requests; absent: only hellos are sent. */
  http?: HttpOptions | undefined
  /** Also simulate phones. */
  clients?: ClientOptions | undefined
  /** Threads that probe side by side: each takes its share of the limits. Default 1. */
  threads?: number | undefined
  /** Called once, when the first connections are under way. */
  onConnecting?: (() => void) | undefined
  /** Called once, with the first target whose handshakes are done while its requests are still unanswered. */
  onWaiting?: ((facts: TargetFacts) => void) | undefined
}

/** A name with more addresses than this is probed at the first ones of each family; the others are reported. */
const MAX_ADDRESSES = 64

interface Run {
  timeoutMs: number
  perHost: number
  names: Names
  all: SharedLimiter
  /** By host and port. */
  fates: Map<string, Fates>
  hosts: Map<string, Limiter>
  probed: Map<string, Promise<Observed>>
  http: HttpProbe | null
  clients: ClientPlan | undefined
  /** Called whenever a connection has started. */
  connecting: () => void
  /** Called for each target that only waits for answers to its requests. */
  waiting: (facts: TargetFacts) => void
  signal: AbortSignal | undefined
}

interface Observed {
  dns: DnsFact
  endpoints: EndpointFacts[]
}

/**
 * Observes every target, all side by side; a host and port is probed once for https and wss together.
 * udp and tcp targets are never probed and come back without facts.
 * @param onTarget called as each target is done
 * @param signal when aborted, connections are dropped and only what was done until then is returned
 * @returns facts in the order of `specs`
 * @throws when `options.dns` is no address
 */
export async function gather(
  specs: readonly TargetSpec[],
  options: GatherOptions = {},
  onTarget?: (facts: TargetFacts, done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<TargetFacts[]> {
  await ready(options)
  const run = openRun(specs, options, signal)
  let done = 0
  const observe = async (spec: TargetSpec): Promise<TargetFacts | null> => {
    const facts = await gatherOne(spec, run)
    if (signal?.aborted) return null
    done += 1
    onTarget?.(facts, done, specs.length)
    return facts
  }
  const cancel = (): void => run.names.cancel()
  signal?.addEventListener('abort', cancel, { once: true })
  try {
    const facts = await Promise.all(specs.map(observe))
    return facts.filter((one) => one !== null)
  } finally {
    signal?.removeEventListener('abort', cancel)
    cancel()
  }
}

/** Probes for targets that come one by one; what is learned of one is forgotten when it is done. */
export interface Probes {
  /** Null if the run was aborted in the meantime. Rejects only where a part of the program can't be loaded. */
  observe(spec: TargetSpec): Promise<TargetFacts | null>
  close(): void
}

/** The same as `gather`, for any number of targets with memory only for those in progress. @throws as `gather` */
export function openProbes(options: GatherOptions = {}, signal?: AbortSignal): Probes {
  const run = openRun([], options, signal)
  const cancel = (): void => run.names.cancel()
  signal?.addEventListener('abort', cancel, { once: true })
  return {
    async observe(spec) {
      await ready(options)
      const http = httpOf([spec], options, run)
      const facts = await gatherOne(spec, { ...run, http })
      forget(spec, run)
      return signal?.aborted ? null : facts
    },
    close() {
      signal?.removeEventListener('abort', cancel)
      cancel()
    },
  }
}

/** Loaded before the first connection: afterwards there may be no descriptor left to read a file with. */
async function ready({ clients }: GatherOptions): Promise<void> {
  if (clients) await loadHybridShares()
}

function forget({ host, port }: TargetSpec, run: Run): void {
  run.probed.delete(`${host} ${port}`)
  run.hosts.delete(bare(host))
  run.fates.delete(`${bare(host)} ${port}`)
  run.names.forget(bare(host))
}

function openRun(specs: readonly TargetSpec[], options: GatherOptions, signal: AbortSignal | undefined): Run {
  const { timeoutMs = 8000, concurrency = 400, threads = 1 } = options
  // Pauses and requests for issuers each listen for the abort.
  if (signal) setMaxListeners(0, signal)
  const run: Run = {
    timeoutMs,
    perHost: places(options.perHost ?? 16),
    names: namesOf(options, timeoutMs),
    all: sharedLimiter(shareOf(Math.min(places(concurrency), connectionsAllowed(threads)), threads)),
    fates: new Map(),
    hosts: new Map(),
    probed: new Map(),
    http: null,
    clients: options.clients && planOf(options.clients),
    connecting: onceLater(options.onConnecting),
    waiting: once(options.onWaiting),
    signal,
  }
  return { ...run, http: httpOf(specs, options, run) }
}

function httpOf(specs: readonly TargetSpec[], { http, others = [] }: GatherOptions, run: Run): Run['http'] {
  const reach: Reach = (host, port) => reachOf(host, port, run)
  const known = others.map((other) => ({ ...other, scheme: 'https' as const, entries: [] }))
  return http ? openHttp([...specs, ...known], http, reach) : null
}

/** One thread's share of a limit. */
/** With none, or with what is no number, nothing would ever begin. */
const places = (limit: number): number => (limit >= 1 ? limit : 1)

const shareOf = (limit: number, threads: number): number => Math.max(1, Math.floor(limit / threads))

const bare = (host: string): string => host.replace(/^\[(.*)\]$/, '$1')

type NameOptions = Pick<GatherOptions, 'dns' | 'resolve' | 'proxy' | 'allowPrivate' | 'admit' | 'threads'>

function namesOf({ resolve = [], ...options }: NameOptions, timeoutMs: number): Names {
  return openNames({ ...options, timeoutMs, resolve })
}

async function gatherOne(spec: TargetSpec, run: Run): Promise<TargetFacts> {
  const { host, port, scheme, entries } = spec
  if (scheme === 'udp' || scheme === 'tcp') return { host, port, scheme, entries, endpoints: [] }
  const key = `${host} ${port}`
  const began = performance.now()
  // Side by side with the hellos: waiting for their outcome would cost a round trip.
  const asking = run.http?.observe(spec)
  const observed = run.probed.get(key) ?? observe(host, port, run)
  run.probed.set(key, observed)
  tellWaiting(observed, asking, (facts) => run.waiting({ host, port, scheme, entries, ...facts }))
  const [facts, asked] = await Promise.all([observed, asking])
  const http = asked && scheme === 'https' ? await run.http?.inHttp2(spec, asked, facts.endpoints) : asked
  const fates = fatesOf(host, port, run)
  const endpoints = facts.endpoints.map((one) => withRequested(one, fates.of(one.address)))
  const durationMs = Math.round(performance.now() - began)
  return { host, port, scheme, entries, ...facts, endpoints, ...(http && { http }), durationMs }
}

/** What every connection to a host and port shares. */
function reachOf(host: string, port: number, run: Run): ReturnType<Reach> & { names: Resolution } {
  const literal = bare(host)
  const names = run.names.resolve(literal, port)
  // RFC 6066 section 3: no literal addresses, no trailing dot.
  const name = addressFamily(literal) > 0 ? null : literal.replace(/\.$/, '')
  const { timeoutMs, signal } = run
  const route = (address: string) => run.names.route(literal, port, address)
  const { crowded } = run.all
  const fates = fatesOf(host, port, run)
  const place = { names, port, name, timeoutMs, route, fates, crowded, signal }
  return { place, names, slot: slotFor(literal, fates, run) }
}

function fatesOf(host: string, port: number, { fates: all }: Run): Fates {
  const key = `${bare(host)} ${port}`
  const fates = all.get(key) ?? openFates()
  all.set(key, fates)
  return fates
}

async function observe(host: string, port: number, run: Run): Promise<Observed> {
  const {
    names,
    slot,
    place: { name, timeoutMs, route, fates, crowded, signal },
  } = reachOf(host, port, run)
  const probe = async (family: 4 | 6): Promise<EndpointFacts[]> => {
    const { addresses } = await (family === 4 ? names.a : names.aaaa)
    // Requests start first: they take one more round trip than the hellos.
    if (run.http) await turn()
    const given = names.given
    const common = { family, port, name, given, timeoutMs, slot, crowded, clients: run.clients, signal }
    const near = addresses.slice(0, MAX_ADDRESSES)
    const all = near.map((address) =>
      probeEndpoint({ address, proxy: route?.(address), fate: fates.of(address), ...common }),
    )
    return Promise.all(all)
  }
  // Each family starts as soon as its own answer is there: a name server that drops AAAA queries delays nothing else.
  const [v4, v6, dns] = await Promise.all([probe(4), probe(6), names.fact])
  return { dns, endpoints: [...v4, ...v6] }
}

/** A slot of the host and one of the run. */
function slotFor(host: string, { heard }: Fates, run: Run): Limiter {
  const ofHost = run.hosts.get(host) ?? limiter(run.perHost)
  run.hosts.set(host, ofHost)
  const ofRun = run.all.of(host, heard)
  const connect = <T>(task: () => Promise<T>): Promise<T> => {
    const connected = task()
    run.connecting()
    return connected
  }
  return (task) => ofHost(() => ofRun(() => connect(task)))
}

export type { ClientOptions } from './clients.js'
export { connectionsAllowed } from './descriptors.js'
export type { Fetched, IssuerFetcher } from './issuer.js'
export type { Admit } from './names.js'
export type { PlainAnswer } from './plain-http.js'
export { isProxyCause, type ProxyOptions } from './proxy.js'
export type { RevocationFetcher } from './revocation.js'

/** Deadline of one DNS query for an address from a certificate. */
const LOOK_UP_MS = 5000

/** Looks for issuers under the same rules of name resolution; `close` when nothing more is asked. */
export function openIssuerFetcher(
  options: NameOptions,
  signal?: AbortSignal,
): { fetch: IssuerFetcher; close(): void } {
  const names = namesOf(options, LOOK_UP_MS)
  return { fetch: issuerFetcher(names, signal), close: () => names.cancel() }
}

/** Asks OCSP and CRLs under the same rules of name resolution; `close` when nothing more is asked. */
export function openRevocationFetcher(
  options: NameOptions,
  signal?: AbortSignal,
): RevocationFetcher & { close(): void } {
  const names = namesOf(options, LOOK_UP_MS)
  return { ...revocationFetcher(names, signal), close: () => names.cancel() }
}
