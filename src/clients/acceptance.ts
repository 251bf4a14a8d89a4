/** Would this client carry on with the answer to its hello? A ServerHello alone isn't a connection. */
import type { Answer, ClientFlight } from '../facts/index.js'
import { keyExchangeOf, keyFault, suitesAt } from './offer.js'
import type { Offer } from './types.js'

/** `answer`: the server refused; the others: it answered with something the client does not accept. */
export type ClientFault =
  | 'answer'
  | 'version'
  | 'suite'
  | 'group'
  | 'signature'
  | 'certificate-key'
  | 'certificate-curve'
  | 'certificate-size'
  | 'false-signature'
  | 'broken-off'

export type Acceptance =
  | { connects: true }
  | { connects: false; fault: ClientFault }
  /** No answer, or one that stopped without an alert. */
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

/**
 * Alerts for a hello that could not be read to its end: record_overflow, illegal_parameter, decode_error,
 * internal_error (RFC 8446 section 6). The others are about its content.
 */
const CAN_NOT_READ: readonly (number | undefined)[] = [22, 47, 50, 80]

/** Was a hello turned away without a word about its content? Silence isn't that. */
export function wasNotRead(answer: Answer<object> | undefined): boolean {
  if (answer?.kind !== 'refused') return false
  if (answer.by === 'alert') return CAN_NOT_READ.includes(answer.alert)
  return answer.by === 'reset' || answer.by === 'closed'
}

/** SSL_MAX_CERT_LIST_DEFAULT of OpenSSL and BoringSSL, which Android, Chromium and Apple's systems are built on. */
const MAX_CERTIFICATE_BYTES = 100 * 1024

/** Does any client accept a Certificate message of that size? */
export const isTooLarge = ({ certificateBytes = 0 }: Pick<ClientFlight, 'certificateBytes'>): boolean =>
  certificateBytes > MAX_CERTIFICATE_BYTES

function faultOf(offer: Offer, flight: ClientFlight): ClientFault | null {
  const { version, cipher, group, signatureAlgorithm, leaf, keyProof } = flight
  if (!offer.versions.includes(version)) return 'version'
  if (!suitesAt(offer, version).includes(cipher)) return 'suite'
  if (group !== undefined && !offer.groups.includes(group)) return 'group'
  if (signatureAlgorithm !== undefined && !offer.signatures.includes(signatureAlgorithm)) return 'signature'
  if (isTooLarge(flight)) return 'certificate-size'
  if (keyProof === 'invalid') return 'false-signature'
  if (!leaf) return null
  if (keyExchangeOf(cipher) === 'rsa' && leaf.type !== 'rsa') return 'certificate-key'
  const fault = keyFault(offer, version, leaf)
  return fault && (fault === 'curve' ? 'certificate-curve' : 'certificate-key')
}
