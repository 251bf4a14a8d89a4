/** Resolves host names. */
import { setTimeout as sleep } from 'node:timers/promises'
import { type DnsAnswer, type DnsFact, specialUse } from '../facts/index.js'
import { goesThrough, isLoopback } from './bypass.js'
import { type Limiter, limiter } from './limiter.js'
import { addressFamily } from './net.js'
import type { ProxyOptions, ProxyRoute } from './proxy.js'
import { openResolver, type QueryType } from './resolver.js'

/** Addresses come as soon as each family is known; the whole fact when the last alias is. */
export interface Resolution {
  a: Promise<DnsAnswer>
  aaaa: Promise<DnsAnswer>
  fact: Promise<DnsFact>
  /** The addresses were given by the user. */
  given: boolean
  /** Addresses inside a network may be sent more than a hello: they were given, or the user allows it. */
  inside: boolean
}

export interface Names {
  /** @param host A-label or address literal */
  resolve(host: string, port: number): Resolution
  /** The proxy on the way to an address of a host, if there is one. */
  route(host: string, port: number, address: string): ProxyRoute | undefined
  /** Asked again, the name is looked up again. */
  forget(host: string): void
  cancel(): void
}

export interface NamesOptions {
  timeoutMs: number
  dns?: string | undefined
  /** The host `*` stands for every name without an own entry. */
  resolve: readonly { host: string; port: number; addresses: readonly string[] }[]
  proxy?: ProxyOptions | undefined
  /** May addresses inside a network be sent more than a hello? Default false. */
  allowPrivate?: boolean | undefined
  admit?: Admit | undefined
  /** Threads that ask the same name servers. Default 1. */
  threads?: number | undefined
}

/**
 * Which of a name's addresses may be connected to; resolves when they may. The others stay in the facts, which show that they
 * were not probed.
 */
export type Admit = (host: string, port: number, addresses: readonly string[]) => Promise<string[]>

/** More queries at once only make name servers drop them. */
const QUERIES_AT_ONCE = 50
const MAX_ALIASES = 8
/** A query this old, as a share of the deadline, no longer occupies a slot: silent name servers would delay all others. */
const SLOW_SHARE = 40
const MIN_SLOW_MS = 25

/** @throws when `options.dns` is no address */
export function openNames(options: NamesOptions): Names {
  const { proxy, allowPrivate = false } = options
  const given = givenAddresses(options.resolve)
  const asked = new Map<string, Resolution>()
  let ask: Ask | null = null
  const resolver = (): Ask => {
    ask ??= openAsk(options)
    return ask
  }
  // A server that isn't an address is reported before any query.
  if (options.dns !== undefined) resolver()
  const find = (host: string, port: number): Resolution => {
    const addresses = given.get(key(host, port))
    if (addresses) return fixed('resolve', addresses)
    if (addressFamily(host) > 0) return { ...fixed('literal', [host]), inside: allowPrivate }
    const forAll = given.get(key('*', port))
    if (forAll) return fixed('resolve', forAll)
    if (proxy && options.dns === undefined && goesThrough(proxy, host, port))
      return { ...left(host), inside: allowPrivate }
    const known = asked.get(host)
    if (known) return known
    const found = lookUp(host, resolver())
    const made = { ...(allowPrivate ? found : withoutMadeUp(found)), inside: allowPrivate }
    asked.set(host, made)
    return made
  }
  const resolve = (host: string, port: number): Resolution => {
    const found = find(host, port)
    return options.admit ? admitted(found, (addresses) => options.admit?.(host, port, addresses)) : found
  }
  const route = (host: string, port: number, address: string): ProxyRoute | undefined =>
    proxy && !isLoopback(address) && goesThrough(proxy, host, port) ? proxy : undefined
  return { resolve, route, forget: (host) => void asked.delete(host), cancel: () => ask?.cancel() }
}

/** Those of several entries for one host and port are put together: one that was dropped would not be looked at. */
function givenAddresses(entries: NamesOptions['resolve']): Map<string, readonly string[]> {
  const given = new Map<string, readonly string[]>()
  for (const { host, port, addresses } of entries) {
    const name = key(host, port)
    given.set(name, [...(given.get(name) ?? []), ...addresses])
  }
  return given
}

const key = (host: string, port: number): string => `${host.toLowerCase()} ${port}`

function fixed(source: 'resolve' | 'literal', addresses: readonly string[]): Resolution {
  const answer = (family: 4 | 6): DnsAnswer => {
    const own = [...new Set(addresses.filter((address) => addressFamily(address) === family))]
    return { kind: own.length > 0 ? 'answered' : 'not-asked', addresses: own }
  }
  const [a, aaaa] = [answer(4), answer(6)]
  return {
    a: Promise.resolve(a),
    aaaa: Promise.resolve(aaaa),
    fact: Promise.resolve({ source, a, aaaa, cname: [] }),
    given: source === 'resolve',
    inside: source === 'resolve',
  }
}

/** The proxy looks the name up, so the name is used as its only address. */
function left(host: string): Omit<Resolution, 'inside'> {
  const nothing: DnsAnswer = { kind: 'not-asked', addresses: [] }
  return {
    a: Promise.resolve({ kind: 'answered', addresses: [host] }),
    aaaa: Promise.resolve(nothing),
    fact: Promise.resolve({ source: 'proxy', a: nothing, aaaa: nothing, cname: [] }),
    given: false,
  }
}

interface Ask {
  servers: string
  query(name: string, type: QueryType): Promise<string[]>
  cancel(): void
}

function openAsk(options: NamesOptions): Ask {
  const resolver = openResolver(options.dns, options.timeoutMs)
  const run: Limiter = limiter(Math.ceil(QUERIES_AT_ONCE / (options.threads ?? 1)))
  const slow = Math.max(MIN_SLOW_MS, options.timeoutMs / SLOW_SHARE)
  return {
    servers: resolver.servers.join(','),
    query(name, type) {
      let asked: Promise<string[]> | undefined
      const started = run(() => {
        asked = resolver.query(name, type)
        return Promise.race([asked.catch(() => {}), sleep(slow, undefined, { ref: false })])
      })
      return started.then(() => asked ?? [])
    },
    cancel: () => resolver.cancel(),
  }
}

function lookUp(host: string, ask: Ask): Omit<Resolution, 'inside'> {
  const [a, aaaa] = [addresses(host, 'A', ask), addresses(host, 'AAAA', ask)]
  const fact = Promise.all([a, aaaa, aliases(host, ask)]).then(([a, aaaa, cname]) => ({
    source: 'resolver' as const,
    resolver: ask.servers,
    a,
    aaaa,
    cname,
  }))
  return { a, aaaa, fact, given: false }
}

/**
 * 198.18.0.0/15 is in no zone: if a proxy program on this machine makes up such an address, the server behind it may not be the
 * one phones reach.
 */
function withoutMadeUp({ a, aaaa, ...rest }: Omit<Resolution, 'inside'>): Omit<Resolution, 'inside'> {
  const real = (answer: DnsAnswer): DnsAnswer => ({
    ...answer,
    addresses: answer.addresses.filter((address) => specialUse(address) !== 'benchmarking'),
  })
  return { ...rest, a: a.then(real), aaaa: aaaa.then(real) }
}

function admitted(
  found: Resolution,
  admit: (addresses: string[]) => Promise<string[]> | undefined,
): Resolution {
  const only = async (answer: DnsAnswer): Promise<DnsAnswer> =>
    answer.addresses.length === 0 ? answer : { ...answer, addresses: (await admit(answer.addresses)) ?? [] }
  return { ...found, a: found.a.then(only), aaaa: found.aaaa.then(only) }
}

async function addresses(host: string, type: 'A' | 'AAAA', ask: Ask): Promise<DnsAnswer> {
  try {
    const found = [...new Set(await ask.query(host, type))]
    return { kind: found.length > 0 ? 'answered' : 'no-data', addresses: found }
  } catch (error) {
    return { ...failure(error), addresses: [] }
  }
}

function failure(error: unknown): { kind: DnsAnswer['kind']; code?: string } {
  const code = (error as NodeJS.ErrnoException).code ?? 'error'
  if (code === 'ENODATA') return { kind: 'no-data' }
  if (code === 'ENOTFOUND') return { kind: 'nxdomain' }
  if (code === 'ETIMEOUT' || code === 'ETIMEDOUT') return { kind: 'timeout' }
  return { kind: 'failed', code }
}

/** The chain of aliases, as far as it can be followed: it explains, nothing rests on it. */
async function aliases(host: string, ask: Ask): Promise<string[]> {
  const chain: string[] = []
  for (let name: string | undefined = host; name !== undefined && chain.length < MAX_ALIASES; ) {
    const found: string[] = await ask.query(name, 'CNAME').catch(() => [])
    name = found[0]?.toLowerCase()
    if (name === undefined || name === host || chain.includes(name)) break
    chain.push(name)
  }
  return chain
}
