/**
 * What counts as a refusal. An alert or another version does immediately; a connection that ends after the hello does only if the
 * same happens again after a pause while another hello to that address is answered: otherwise a firewall that drops bursts would
 * look the same.
 */
import type { EndpointFacts, Handshake } from '../facts/index.js'
import type { Attempt } from './attempt.js'
import { isProxyCause, proxyCause } from './proxy.js'

type Attempts<Id extends string = string> = ReadonlyMap<Id, Attempt>
type Ending = 'reset' | 'closed' | 'connection'

/** How a connection was cut that may or may not be a refusal; null for every other outcome. */
function endingOf({ handshake, connected }: Attempt): Ending | null {
  if (handshake.kind === 'refused' && handshake.by === 'connection') return 'connection'
  if (!connected || handshake.kind !== 'no-answer') return null
  if (handshake.cause === 'ECONNRESET') return 'reset'
  return handshake.cause === 'closed' ? 'closed' : null
}

/** Is this hello worth retrying? Not if the address accepts no connection at all. */
export function broken(attempts: Attempts, id: string): boolean {
  const made = attempts.get(id)
  return made !== undefined && (endingOf(made) !== null || turnedAway(made)) && reached(attempts)
}

/** RFC 8446 section 6.2: internal_error is about the server, not about the hello. */
const INTERNAL_ERROR = 80

/** Did the server refuse this hello because of a fault of its own, and accept another? Then it may accept this one too. */
export function faltered(attempts: Attempts, id: string): boolean {
  const made = attempts.get(id)
  return (
    made !== undefined &&
    isFault(made.handshake) &&
    [...attempts.values()].some(({ handshake }) => handshake.kind === 'accepted')
  )
}

export const isFault = (handshake: Handshake): boolean =>
  handshake.kind === 'refused' && handshake.by === 'alert' && handshake.alert === INTERNAL_ERROR

/** Did nothing come until the deadline? */
export function silent(attempts: Attempts, id: string): boolean {
  const handshake = attempts.get(id)?.handshake
  return handshake?.kind === 'no-answer' && handshake.cause === 'timeout'
}

/** The proxy opened no tunnel this time. */
function turnedAway({ handshake }: Attempt): boolean {
  return handshake.kind === 'no-answer' && isProxyCause(handshake.cause)
}

/** Did this hello get an answer of any kind? */
export function heard(attempts: Attempts, id: string): boolean {
  const made = attempts.get(id)
  return made !== undefined && answered(made)
}

const reached = (attempts: Attempts): boolean => [...attempts.values()].some(({ connected }) => connected)

const ANSWERS: ReadonlySet<string> = new Set(['alert', 'other-version', 'downgrade'])

/** A ServerHello or an alert: the address speaks TLS. */
function answered({ handshake }: Attempt): boolean {
  if (handshake.kind === 'accepted') return true
  return handshake.kind === 'refused' && ANSWERS.has(handshake.by)
}

interface DecideOptions {
  /** The proxy may have ended the connections. */
  behindProxy?: boolean
  /** Lengths of the hellos whose length is known, by their ids. */
  helloBytes?: ReadonlyMap<string, number>
  /** False where the address cuts connections at times: then those that were cut say nothing about their hellos. */
  steady?: boolean
}

/**
 * @param second the hellos that were asked again; among them perhaps one that was answered the first time: when it is
 * not answered now, the address has stopped answering anybody, and nothing that was cut is a refusal
 */
export function decide<Id extends string>(
  first: Attempts<Id>,
  second: Attempts<Id>,
  { behindProxy = false, helloBytes = new Map<string, number>(), steady = true }: DecideOptions = {},
): Partial<Record<Id, Handshake>> {
  const speaksTls = [...first.values(), ...second.values()].some(answered)
  const gone = [...second].some(([id, again]) => heard(first, id) && !answered(again))
  const handshakes: Partial<Record<Id, Handshake>> = {}
  for (const [id, made] of first) {
    const again = second.get(id)
    const decided = reached(first) ? decideOne(made, again, speaksTls && !gone && steady) : made.handshake
    handshakes[id] = behindProxy && !speaksTls ? blameProxy(decided) : decided
  }
  return { ...handshakes, ...cutForLength(first, second, handshakes, helloBytes) }
}

/**
 * What was cut once only, where what tells it from all that is answered was cut twice: its length. A hello cut twice,
 * no longer than this one, and longer than every one that was answered, has been asked again for this one too.
 */
function cutForLength<Id extends string>(
  first: Attempts<Id>,
  second: Attempts<Id>,
  decided: Partial<Record<Id, Handshake>>,
  helloBytes: ReadonlyMap<string, number>,
): Partial<Record<Id, Handshake>> {
  const measured = [...first.keys()].filter((id) => helloBytes.has(id))
  const bytes = (id: Id): number => helloBytes.get(id) ?? 0
  const twice = measured.filter((id) => second.has(id) && wasCut(decided[id]))
  const shortest = Math.min(...twice.map(bytes))
  const longest = Math.max(0, ...measured.filter((id) => heard(first, id) || heard(second, id)).map(bytes))
  if (twice.length === 0 || shortest <= longest) return {}
  const cut: Partial<Record<Id, Handshake>> = {}
  for (const id of measured) {
    const ending = second.has(id) ? null : endingOf(first.get(id) as Attempt)
    if ((ending === 'reset' || ending === 'closed') && bytes(id) >= shortest)
      cut[id] = { kind: 'refused', by: ending }
  }
  return cut
}

const wasCut = (handshake: Handshake | undefined): boolean =>
  handshake?.kind === 'refused' && (handshake.by === 'reset' || handshake.by === 'closed')

function decideOne(made: Attempt, again: Attempt | undefined, alive: boolean): Handshake {
  if (turnedAway(made)) return again?.handshake ?? made.handshake
  const ending = endingOf(made)
  if (ending === null)
    return again && mayBeOtherwise(made) && answered(again) ? again.handshake : made.handshake
  if (!again) return doubtful(made.handshake)
  const later = endingOf(again)
  if (later === null) return again.handshake
  // Whether an end shows as FIN or RST depends on what was still unread, so the two count as the same.
  const same = (ending === 'connection') === (later === 'connection')
  return same && alive ? { kind: 'refused', by: later } : doubtful(again.handshake)
}

/** Silence, or a fault of the server. */
const mayBeOtherwise = (made: Attempt): boolean => !answered(made) || isFault(made.handshake)

/** A proxy may open its tunnel before it knows whether the server is there, and end it when it is not. */
function blameProxy(handshake: Handshake): Handshake {
  const cut = handshake.kind === 'no-answer' && ['closed', 'ECONNRESET', 'EPIPE'].includes(handshake.cause)
  return cut ? { ...handshake, cause: proxyCause(handshake.cause) } : handshake
}

/** TCP refused here and accepted there: a limit on connections, not a closed port. */
function doubtful(handshake: Handshake): Handshake {
  if (handshake.kind !== 'refused') return handshake
  return { kind: 'no-answer', phase: 'connect', cause: 'ECONNREFUSED' }
}

/** Accepted when any of the first connections was; otherwise what became of the first. */
export function fateOfConnecting(attempts: Attempts): EndpointFacts['connect'] {
  if (reached(attempts)) return { kind: 'accepted' }
  const [made] = attempts.values()
  const handshake = made?.handshake
  return handshake && handshake.kind !== 'accepted'
    ? handshake
    : { kind: 'no-answer', phase: 'connect', cause: 'not-tried' }
}
