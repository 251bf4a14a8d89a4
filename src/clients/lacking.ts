/** Why a server refuses a client: what it chose when offered more, and which of that the client lacks. */
import type { Handshake, HelloId, LeafKey, TlsVersion } from '../facts/index.js'
import { isTooLarge } from './acceptance.js'
import { keyExchangeOf, keyFault, suitesAt } from './offer.js'
import type { Offer } from './types.js'

/** `other`: nothing is missing, so the server rejects something else in the hello. */
export type Lacking =
  | 'version'
  | 'suite'
  | 'group'
  | 'certificate-curve'
  | 'certificate-key'
  | 'certificate-size'
  /** The application protocol (ALPN): the server says so. */
  | 'protocol'
  /** TLS 1.3, which the server or what answers in its place says it has but did not choose. */
  | 'downgrade'
  | 'other'

const GENERAL: Record<TlsVersion, HelloId> = {
  SSLv3: 'ssl3',
  TLSv1: 'tls1.0',
  'TLSv1.1': 'tls1.1',
  'TLSv1.2': 'tls1.2',
  'TLSv1.3': 'tls1.3',
}

/** @param leafOf the leaf's key of an accepted handshake */
export function lackingOf(
  offer: Offer,
  handshakes: Partial<Record<HelloId, Handshake>>,
  leafOf: (certificates: readonly string[] | undefined) => LeafKey | null,
): Lacking {
  for (const version of offer.versions) {
    const chosen = handshakes[GENERAL[version]]
    if (chosen?.kind !== 'accepted') continue
    if (isTooLarge(chosen)) return 'certificate-size'
    const { cipher, group } = chosen
    if (!suitesAt(offer, version).includes(cipher)) return 'suite'
    const leaf = leafOf(chosen.certificates)
    const fault = leaf && keyExchangeOf(cipher) !== 'rsa' ? keyFault(offer, version, leaf) : null
    if (fault) return fault === 'curve' ? 'certificate-curve' : 'certificate-key'
    return group !== undefined && !offer.groups.includes(group) ? 'group' : 'other'
  }
  return 'version'
}
