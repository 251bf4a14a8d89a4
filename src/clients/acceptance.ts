/** Would this client go on with the answer its hello drew? A ServerHello is not yet a connection. */
import type { Answer, ClientFlight } from '../facts/index.js'
import { keyExchangeOf, keyFault, suitesAt } from './offer.js'
import type { Offer } from './types.js'

/** `answer`: the server refused; the others: it answered with something the client does not take. */
export type ClientFault =
  | 'answer'
  | 'version'
  | 'suite'
  | 'group'
  | 'signature'
  | 'certificate-key'
  | 'certificate-curve'
  | 'false-signature'
  | 'broken-off'

export type Acceptance =
  | { connects: true }
  | { connects: false; fault: ClientFault }
  /** No answer, or one that broke off in silence. */
  | { connects: null }

const no = (fault: ClientFault): Acceptance => ({ connects: false, fault })

export function acceptance(offer: Offer, answer: Answer<ClientFlight>): Acceptance {
  if (answer.kind === 'no-answer') return { connects: null }
  if (answer.kind === 'refused') return no(answer.by === 'other-version' ? 'version' : 'answer')
  const fault = faultOf(offer, answer)
  if (fault) return no(fault)
  if (!answer.incomplete) return { connects: true }
  return answer.incomplete.kind === 'refused' ? no('broken-off') : { connects: null }
}

function faultOf(offer: Offer, flight: ClientFlight): ClientFault | null {
  const { version, cipher, group, signatureAlgorithm, leaf, keyProof } = flight
  if (!offer.versions.includes(version)) return 'version'
  if (!suitesAt(offer, version).includes(cipher)) return 'suite'
  if (group !== undefined && !offer.groups.includes(group)) return 'group'
  if (signatureAlgorithm !== undefined && !offer.signatures.includes(signatureAlgorithm)) return 'signature'
  if (keyProof === 'invalid') return 'false-signature'
  if (!leaf) return null
  if (keyExchangeOf(cipher) === 'rsa' && leaf.type !== 'rsa') return 'certificate-key'
  const fault = keyFault(offer, version, leaf)
  return fault && (fault === 'curve' ? 'certificate-curve' : 'certificate-key')
}
