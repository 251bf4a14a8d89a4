/** Sends one hello after the other to an address, and counts the connections. */
import type { NoAnswer } from '../facts/index.js'
import { type Attempt, attempt } from './attempt.js'
import type { ClientPlan } from './clients.js'
import { type Fate, isMute } from './fates.js'
import type { Limiter } from './limiter.js'
import type { ProxyRoute } from './proxy.js'
import { type Question, questionOf } from './questions.js'
import { startFlight } from './tls/flight.js'
import { type KeyOf, keyCache, type Proofs } from './tls/signature.js'

export interface EndpointSpec {
  address: string
  family: 4 | 6
  port: number
  /** Host name for SNI; null sends none. */
  name: string | null
  given: boolean
  timeoutMs: number
  slot: Limiter
  /** What other connections to this address have found out. */
  fate: Fate
  /** Are very many waiting for a slot? */
  crowded(): boolean
  proxy?: ProxyRoute | undefined
  /** Simulated phones; without it only the general hellos are sent. */
  clients?: ClientPlan | undefined
  signal?: AbortSignal | undefined
}

export interface Asker {
  ask(question: Question): Promise<Attempt>
  again(id: string): Promise<Attempt>
  connections(): number
  /** Has TCP connected? */
  reached(): boolean
  keyOf: KeyOf
  /** Lengths of the hellos sent, by the ids of their questions. */
  helloBytes: ReadonlyMap<string, number>
}

const MUTE: NoAnswer = { kind: 'no-answer', phase: 'hello', cause: 'timeout' }

export function asker(spec: EndpointSpec): Asker {
  const keyOf = keyCache()
  const proofs: Proofs = new Map()
  const helloBytes = new Map<string, number>()
  let connections = 0
  let reached = false
  const { fate, crowded } = spec
  /** An address that accepts no connection, or stays silent, is not tried again by the hellos still waiting. */
  const alreadyKnown = (): Attempt | null => {
    if (fate.unreachable && !reached) return { handshake: fate.unreachable, connected: false }
    return isMute(fate, crowded()) ? { handshake: MUTE, connected: true } : null
  }
  const connect = async ({ id, profile, named }: Question): Promise<Attempt> => {
    const known = alreadyKnown()
    if (known) return known
    connections += 1
    const flight = startFlight(profile, named ? spec.name : null, keyOf, proofs)
    helloBytes.set(id, flight.hello.length)
    const made = await attempt(spec, flight, () => {
      reached = true
    })
    remember(fate, made)
    return made
  }
  const ask = (question: Question): Promise<Attempt> => spec.slot(() => connect(question))
  return {
    ask,
    again: async (id) => {
      const question = questionOf(id)
      return question ? ask(question) : { handshake: MUTE, connected: true }
    },
    connections: () => connections,
    reached: () => reached,
    keyOf,
    helloBytes,
  }
}

function remember(fate: Fate, { handshake, connected }: Attempt): void {
  if (!connected) {
    if (handshake.kind !== 'accepted') fate.unreachable ??= handshake
  } else if (handshake.kind !== 'no-answer') fate.heard = true
  else if (handshake.cause === 'timeout') fate.silences += 1
}
