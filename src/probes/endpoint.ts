/** Every hello to one address, and what each drew. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { EndpointFacts, HelloId } from '../facts/index.js'
import { type Attempt, attempt } from './attempt.js'
import { distinctChains } from './chains.js'
import { broken, decide, fateOfConnecting } from './decide.js'
import type { Limiter } from './limiter.js'
import { startFlight } from './tls/flight.js'
import { HELLO_PROFILES, type HelloProfile } from './tls/hellos.js'
import { keyCache } from './tls/signature.js'

export interface EndpointSpec {
  address: string
  family: 4 | 6
  port: number
  /** Host name for SNI; null sends none. */
  name: string | null
  given: boolean
  timeoutMs: number
  slot: Limiter
  signal?: AbortSignal | undefined
}

/** Most connections to one address: each hello once, and a few of them again. */
const MAX_CONNECTIONS = 14
/** Long enough for a rate limit of the moment to pass. */
const PAUSE_MS = 300

/** Asks every hello at once, and the broken off ones again. Never rejects: what went wrong stands in the facts. */
export async function probeEndpoint(spec: EndpointSpec): Promise<EndpointFacts> {
  const ask = asker(spec)
  const first = await askAll(HELLO_PROFILES, ask.ask)
  const again = HELLO_PROFILES.filter(({ id }) => broken(first, id)).slice(
    0,
    MAX_CONNECTIONS - ask.connections(),
  )
  if (again.length > 0) await pause(spec.signal)
  const second = await askAll(again, ask.ask)
  const handshakes = decide(first, second)
  return {
    address: spec.address,
    family: spec.family,
    given: spec.given,
    connect: fateOfConnecting(first),
    handshakes,
    chains: distinctChains(handshakes),
    connections: ask.connections(),
  }
}

type Ask = (profile: HelloProfile) => Promise<Attempt>

async function askAll(profiles: readonly HelloProfile[], ask: Ask): Promise<Map<HelloId, Attempt>> {
  return new Map(
    await Promise.all(profiles.map(async (profile) => [profile.id, await ask(profile)] as const)),
  )
}

function asker(spec: EndpointSpec): { ask: Ask; connections(): number } {
  const keyOf = keyCache()
  let connections = 0
  let reached = false
  let unreachable: Attempt | null = null
  const connect: Ask = async (profile) => {
    // An address that takes no connection is not asked again by the hellos that still wait for a slot.
    if (unreachable && !reached) return unreachable
    connections += 1
    const made = await attempt(spec, startFlight(profile, spec.name, keyOf), () => {
      reached = true
    })
    if (!made.connected) unreachable ??= made
    return made
  }
  return { ask: (profile) => spec.slot(() => connect(profile)), connections: () => connections }
}

async function pause(signal: AbortSignal | undefined): Promise<void> {
  await sleep(PAUSE_MS, undefined, signal && { signal }).catch(() => undefined)
}
