/** Hellos that are rejected because of their length alone, and the lengths of those that are answered. */
import { clientById } from '../../src/clients/index.js'
import type { ClientFact } from '../../src/facts/index.js'

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
export function lengthLimit(clients: readonly ClientFact[]): LengthLimit | null {
  const known = limits.get(clients)
  if (known !== undefined) return known
  const found = findLimit(clients.filter(isMeasured))
  limits.set(clients, found)
  return found
}

const isMeasured = (fact: ClientFact): fact is Sent =>
  fact.basis === 'connected' && fact.helloBytes !== undefined && clientById(fact.client) !== undefined

function findLimit(sent: readonly Sent[]): LengthLimit | null {
  const answered = sent.filter(isAnswered)
  const turned = sent.filter((one) => fateOf(one) !== null)
  const shortest = Math.min(...turned.map(({ helloBytes }) => helloBytes))
  const longest = Math.max(...answered.map(({ helloBytes }) => helloBytes))
  if (turned.length === 0 || answered.length === 0 || shortest <= longest) return null
  const fate = turned.some((one) => fateOf(one) === 'cut') ? 'cut' : 'silent'
  const alert = turned.map(alertOf).find((one) => one !== null) ?? null
  return { fate, alert, clients: turned.map(({ client }) => client), shortest, longest }
}

/** A ServerHello, or an alert: the hello was read. */
function isAnswered({ handshake }: Sent): boolean {
  if (handshake.kind === 'accepted') return true
  if (handshake.kind !== 'refused') return false
  if (handshake.by === 'other-version' || handshake.by === 'downgrade') return true
  return handshake.by === 'alert' && !canNotRead(handshake.alert)
}

/**
 * Alerts for a hello that could not be read to its end: record_overflow, illegal_parameter, decode_error,
 * internal_error (RFC 8446 section 6). The others are about its content.
 */
const CAN_NOT_READ: readonly (number | undefined)[] = [22, 47, 50, 80]
const canNotRead = (alert: number | undefined): boolean => CAN_NOT_READ.includes(alert)

const alertOf = ({ handshake }: Sent): number | null =>
  handshake.kind === 'refused' ? (handshake.alert ?? null) : null

function fateOf({ handshake }: Sent): LengthLimit['fate'] | null {
  if (handshake.kind === 'refused') {
    if (handshake.by === 'alert') return canNotRead(handshake.alert) ? 'cut' : null
    return handshake.by === 'reset' || handshake.by === 'closed' ? 'cut' : null
  }
  return handshake.kind === 'no-answer' && handshake.phase === 'hello' && handshake.cause === 'timeout'
    ? 'silent'
    : null
}
