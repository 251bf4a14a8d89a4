/**
 * Predicts the answer to one hello from the answers to others: servers choose the highest common version, then
 * something both sides support (RFC 5246 section 7.4.1, RFC 8446 section 4.1.1). What a server chose once, it supports
 * for every client that offers it; what it refused when offered more, it refuses when offered less.
 */
import type { LeafKey, Prediction, Refusal, ServerFlight, TlsVersion } from '../facts/index.js'
import { isTooLarge } from './acceptance.js'
import { keyExchangeOf, keyFault, suitesAt } from './offer.js'
import type { Offer } from './types.js'

/** A hello that was sent, and its answer. Silence isn't an observation. */
export interface Observation {
  /** The id of the hello or client. */
  from: string
  offer: Offer
  answer: ({ kind: 'accepted' } & ServerFlight) | Refusal
  /** Key of the leaf that was sent. */
  leaf?: LeafKey
}

type Accepted = Observation & { answer: { kind: 'accepted' } }

export function predict(offer: Offer, observations: readonly Observation[]): Prediction {
  if (observations.some(isBroken)) return { kind: 'open' }
  for (const version of offer.versions) {
    const accepted = observations.filter((one): one is Accepted => speaks(one, version))
    const witness = accepted.find((one) => fits(offer, version, one))
    if (witness) {
      const { cipher, group } = witness.answer
      return { kind: 'accepted', version, cipher, ...(group !== undefined && { group }), from: witness.from }
    }
    const refused = refusedAt(offer, version, observations)
    if (accepted.length > 0) return { kind: refused ? 'refused' : 'open' }
    if (!refused) return { kind: 'open' }
  }
  return { kind: 'refused' }
}

/**
 * A server that breaks the protocol for one client may do so for any: each hello must be sent. Single-version hellos represent no
 * client.
 */
const isBroken = ({ offer, answer }: Observation): boolean =>
  answer.kind === 'refused' &&
  (answer.by === 'malformed' || answer.by === 'downgrade') &&
  offer.versions.length > 1

function speaks({ answer }: Observation, version: TlsVersion): boolean {
  return answer.kind === 'accepted' && answer.version === version
}

/** Is everything that the server chose in the observation offered here too? */
function fits(offer: Offer, version: TlsVersion, { answer, leaf }: Accepted): boolean {
  if (answer.incomplete || isTooLarge(answer) || !suitesAt(offer, version).includes(answer.cipher) || !leaf)
    return false
  if (keyFault(offer, version, leaf) !== null || !takesSignature(offer, answer.signatureAlgorithm))
    return false
  const exchange = keyExchangeOf(answer.cipher)
  if (exchange === 'rsa' || exchange === 'dhe') return true
  return answer.group !== undefined && offer.groups.includes(answer.group)
}

/**
 * A server chooses another algorithm for clients that don't offer the first one; but SHA-1 is last in every hello, so a
 * server that signs with it supports nothing else.
 */
function takesSignature({ signatures }: Offer, chosen: number | undefined): boolean {
  return chosen === undefined || !SHA1.includes(chosen) || signatures.includes(chosen)
}

const SHA1: readonly number[] = [0x0201, 0x0203]

/** Was every suite of the offer refused in some hello of this version that offered at least as much otherwise? */
function refusedAt(offer: Offer, version: TlsVersion, observations: readonly Observation[]): boolean {
  const clear = observations.filter(
    ({ answer, offer: other }) =>
      answer.kind === 'refused' &&
      (answer.by === 'alert' ||
        answer.by === 'other-version' ||
        answer.by === 'reset' ||
        answer.by === 'closed') &&
      other.versions.length === 1 &&
      other.versions[0] === version &&
      offersAsMuch(other, offer, version),
  )
  return suitesAt(offer, version).every((suite) => clear.some((one) => one.offer.suites.includes(suite)))
}

function offersAsMuch(other: Offer, offer: Offer, version: TlsVersion): boolean {
  const groups = offer.groups.filter(classical).every((group) => other.groups.includes(group))
  const signatures = version === 'TLSv1' || version === 'TLSv1.1' || version === 'SSLv3'
  return (
    groups && (signatures || offer.signatures.filter(inUse).every((one) => other.signatures.includes(one)))
  )
}

/**
 * No server supports a post-quantum hybrid without the classical group in it; one that did would be found by probing.
 */
const classical = (group: number): boolean => group < 0x100

/** MD5, SHA-224 and DSA no longer sign handshakes; ML-DSA does not yet. */
const inUse = (scheme: number): boolean =>
  scheme >> 8 !== 1 && scheme >> 8 !== 3 && scheme >> 8 !== 9 && ((scheme & 0xff) !== 2 || scheme >> 8 === 8)
