/** Hellos that are rejected because of their length alone, and the lengths of those that are answered. */
import { clientById, wasNotRead } from '../../src/clients/index.js'
import type { ClientFact, EndpointFacts } from '../../src/facts/index.js'

export interface LengthLimit {
  /** `cut`: the connection is reset or closed after them, or ended by an alert that says they could not be read; `silent`: nothing comes. */
  fate: 'cut' | 'silent'
  /** The alert sent instead of cutting the connection; null if there is none. */
  alert: number | null
  /** Ids of the clients whose hello is rejected this way. */
  clients: readonly string[]
  /** Bytes of the shortest hello rejected, and of the longest answered. */
  shortest: number
  longest: number
}

type Sent = Extract<ClientFact, { basis: 'connected' }> & { helloBytes: number }

/** Cached: rules and platforms look at the same clients. */
const limits = new WeakMap<readonly ClientFact[], LengthLimit | null>()

/** Null unless every client hello that is rejected silently is longer than all those that are answered. */
export function lengthLimit(
  clients: readonly ClientFact[],
  { padded }: Pick<EndpointFacts, 'padded'>,
): LengthLimit | null {
  const known = limits.get(clients)
  if (known !== undefined) return known
  const found = findLimit(clients.filter(isMeasured), padded)
  limits.set(clients, found)
  return found
}

const isMeasured = (fact: ClientFact): fact is Sent =>
  fact.basis === 'connected' && fact.helloBytes !== undefined && clientById(fact.client) !== undefined

function findLimit(sent: readonly Sent[], padded: EndpointFacts['padded']): LengthLimit | null {
  const answered = sent.filter(({ handshake }) => isAnswer(handshake))
  const turned = sent.filter(({ handshake }) => fateOf(handshake) !== null)
  const shortest = Math.min(...turned.map(({ helloBytes }) => helloBytes))
  const longest = Math.max(...answered.map(({ helloBytes }) => helloBytes))
  if (turned.length === 0 || answered.length === 0 || shortest <= longest) return null
  const cut = turned.some(({ handshake }) => fateOf(handshake) === 'cut')
  // One as long, with nothing in it that is answered in no other, must have been turned away as well.
  if (cut && padded && !wasNotRead(padded.answer)) return null
  const alert = turned.map(({ handshake }) => alertOf(handshake)).find((one) => one !== null) ?? null
  const clients = turned.map(({ client }) => client)
  return { fate: cut ? 'cut' : 'silent', alert, clients, shortest, longest }
}

/** A ServerHello, or an alert: the hello was read. */
function isAnswer(handshake: Sent['handshake']): boolean {
  if (handshake.kind !== 'refused') return handshake.kind === 'accepted'
  if (handshake.by === 'other-version' || handshake.by === 'downgrade') return true
  return handshake.by === 'alert' && !wasNotRead(handshake)
}

const alertOf = (handshake: Sent['handshake']): number | null =>
  handshake.kind === 'refused' ? (handshake.alert ?? null) : null

function fateOf(handshake: Sent['handshake']): LengthLimit['fate'] | null {
  if (wasNotRead(handshake)) return 'cut'
  const silent =
    handshake.kind === 'no-answer' && handshake.phase === 'hello' && handshake.cause === 'timeout'
  return silent ? 'silent' : null
}
