/** Builds ClientHello messages (RFC 8446 section 4.1.2; RFC 6101 for SSL 3.0, which has no extensions). */
import { u8, u16, vector8, vector16, vector24 } from './bytes.js'
import { CONTENT, EXTENSION, MESSAGE, OFFERED_PROTOCOLS, VERSION_CODES } from './code-points.js'
import { extension, keyShares, numbers, padding, paddingTo, serverName } from './hello-parts.js'
import type { ClientHello, Retry } from './hello-types.js'
import type { FlightProfile } from './hellos.js'
import { OFFERED_GROUPS, OFFERED_SHARES } from './key-shares.js'
import { phoneHello } from './phone-hello.js'
import { randomOctets } from './random.js'

const offeredProtocols = OFFERED_PROTOCOLS.map((name) => vector8(Buffer.from(name)))

const RECORD_HEADER = 5

/** Extensions of a profile that are the same for every server. */
const templates = new WeakMap<FlightProfile, Buffer>()

function template(profile: FlightProfile): Buffer {
  const known = templates.get(profile)
  if (known) return known
  const made = Buffer.concat(fixedExtensions(profile))
  templates.set(profile, made)
  return made
}

function fixedExtensions(profile: FlightProfile): Buffer[] {
  const parts = [
    extension(EXTENSION.extendedMasterSecret),
    extension(EXTENSION.renegotiationInfo, u8(0)),
    extension(EXTENSION.supportedGroups, vector16(numbers(OFFERED_GROUPS))),
    extension(EXTENSION.pointFormats, vector8(u8(0))),
  ]
  if (profile.signatures.length === 0) return parts
  parts.push(
    extension(EXTENSION.signatureAlgorithms, vector16(numbers(profile.signatures))),
    extension(EXTENSION.statusRequest, Buffer.from([1, 0, 0, 0, 0])),
    extension(EXTENSION.alpn, vector16(...offeredProtocols)),
    extension(EXTENSION.signedCertificateTimestamp),
  )
  if (profile.chainSignatures) {
    parts.push(extension(EXTENSION.signatureAlgorithmsCert, vector16(numbers(profile.chainSignatures))))
  }
  if (profile.version === 'TLSv1.3') {
    parts.push(
      extension(EXTENSION.supportedVersions, vector8(u16(VERSION_CODES['TLSv1.3']))),
      extension(EXTENSION.pskKeyExchangeModes, vector8(u8(1))),
    )
  }
  return parts
}

/**
 * One ClientHello.
 * @param name host name for SNI; null sends none
 * @param retry makes the second hello of a handshake, after a HelloRetryRequest
 */
export function clientHello(profile: FlightProfile, name: string | null, retry?: Retry): ClientHello {
  if (profile.phone) return phoneHello(profile.phone, name, retry)
  const tls13 = profile.version === 'TLSv1.3'
  const random = retry?.first.random ?? randomOctets(32)
  // A session id keeps middleboxes calm (RFC 8446 section D.4).
  const sessionId = retry?.first.sessionId ?? (tls13 ? randomOctets(32) : Buffer.alloc(0))
  const sharesOfFirst = retry?.first.shares ?? OFFERED_SHARES
  const shares = tls13 ? (retry?.group === undefined ? sharesOfFirst : [retry.group]) : []
  const fixed = Buffer.concat([
    u16(Math.min(VERSION_CODES[profile.version], VERSION_CODES['TLSv1.2'])),
    random,
    vector8(sessionId),
    vector16(numbers(profile.suites)),
    vector8(u8(0)),
  ])
  const extensions = [name === null ? Buffer.alloc(0) : serverName(name), template(profile)]
  if (tls13) extensions.push(keyShares(shares))
  if (retry?.cookie) extensions.push(extension(EXTENSION.cookie, vector16(retry.cookie)))
  const length = extensions.reduce((sum, part) => sum + part.length, 4 + fixed.length + 2)
  // In front, so that the name is as far behind as in a phone's longest hello.
  if (profile.bytes !== undefined) extensions.unshift(paddingTo(profile.bytes - RECORD_HEADER, length))
  else extensions.push(padding(length))
  const body = profile.version === 'SSLv3' ? fixed : Buffer.concat([fixed, vector16(...extensions)])
  const message = Buffer.concat([u8(MESSAGE.clientHello), vector24(body)])
  // RFC 8446 section 5.1: the first record says 0x0301 for the sake of old servers.
  const recordVersion = profile.version === 'SSLv3' ? 0x0300 : retry ? 0x0303 : 0x0301
  const record = Buffer.concat([u8(CONTENT.handshake), u16(recordVersion), vector16(message)])
  return { message, record, random, sessionId, shares }
}
