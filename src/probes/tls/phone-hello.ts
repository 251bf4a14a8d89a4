/** The ClientHello of a phone, byte for byte as its generation makes it; only random values are ours. */
import { randomInt } from 'node:crypto'
import type { Client } from '../../clients/index.js'
import type { TlsVersion } from '../../facts/index.js'
import { u8, u16, vector8, vector16, vector24 } from './bytes.js'
import { CONTENT, EXTENSION, MESSAGE, VERSION_CODES } from './code-points.js'
import { extension, keyShares, numbers, padding, serverName } from './hello-parts.js'
import type { ClientHello, Lot, Retry } from './hello-types.js'
import { randomOctets } from './random.js'

const NONE = Buffer.alloc(0)

/** @param name host name for SNI; null sends none */
export function phoneHello(phone: Client, name: string | null, retry?: Retry): ClientHello {
  const { offer, shape } = phone
  const tls13 = offer.versions.includes('TLSv1.3')
  const lot = retry?.first.lot ?? drawLot(phone)
  const random = retry?.first.random ?? randomOctets(32)
  const sessionId = retry?.first.sessionId ?? (tls13 ? randomOctets(32) : NONE)
  const shares = retry?.group === undefined ? (retry?.first.shares ?? shape.shares) : [retry.group]
  const suites = shape.grease ? [lot.grease.suite, ...shape.suites] : shape.suites
  const fixed = Buffer.concat([
    u16(shape.legacyVersion),
    random,
    vector8(sessionId),
    vector16(numbers(suites)),
    vector8(u8(0)),
  ])
  const make = { phone, name, lot, shares, again: retry !== undefined }
  const extensions = lot.order.map((type) => extensionOf(type, make))
  if (retry?.cookie) extensions.push(extension(EXTENSION.cookie, vector16(retry.cookie)))
  if (shape.grease) {
    extensions.unshift(extension(lot.grease.first))
    extensions.push(extension(lot.grease.last, u8(0)))
  }
  const length = extensions.reduce((sum, part) => sum + part.length, 4 + fixed.length + 2)
  if (shape.padded) extensions.push(padding(length))
  const message = Buffer.concat([u8(MESSAGE.clientHello), vector24(fixed, vector16(...extensions))])
  const recordVersion = retry ? 0x0303 : shape.recordVersion
  const record = Buffer.concat([u8(CONTENT.handshake), u16(recordVersion), vector16(message)])
  return { message, record, random, sessionId, shares, lot }
}

interface Make {
  phone: Client
  name: string | null
  lot: Lot
  shares: readonly number[]
  /** Is it the hello after a HelloRetryRequest? */
  again: boolean
}

/** Bodies that are the same for everybody; an extension that is neither here nor below is sent empty. */
const BODIES: Record<number, Buffer> = {
  [EXTENSION.statusRequest]: Buffer.from([1, 0, 0, 0, 0]),
  [EXTENSION.pointFormats]: vector8(u8(0)),
  [EXTENSION.pskKeyExchangeModes]: vector8(u8(1)),
  [EXTENSION.renegotiationInfo]: u8(0),
  [EXTENSION.applicationSettings]: vector16(vector8(Buffer.from('h2'))),
  [EXTENSION.applicationSettingsNew]: vector16(vector8(Buffer.from('h2'))),
}

function extensionOf(type: number, { phone, name, lot, shares, again }: Make): Buffer {
  const { offer, shape } = phone
  const greased = (value: number, codes: readonly number[]) => (shape.grease ? [value, ...codes] : codes)
  switch (type) {
    case EXTENSION.serverName:
      return name === null ? NONE : serverName(name)
    case EXTENSION.supportedGroups:
      return extension(type, vector16(numbers(greased(lot.grease.group, offer.groups))))
    case EXTENSION.supportedVersions:
      return extension(type, vector8(numbers(greased(lot.grease.version, versionCodes(offer.versions)))))
    case EXTENSION.encryptedClientHello:
      return extension(type, lot.ech)
    case EXTENSION.keyShare:
      return shape.grease && !again ? keyShares(shares, greaseShare(lot.grease.group)) : keyShares(shares)
    default:
      return fixedExtension(type, phone)
  }
}

const fixedOf = new WeakMap<Client, Map<number, Buffer>>()

/** What depends on the phone alone. */
function fixedExtension(type: number, phone: Client): Buffer {
  const ofPhone = fixedOf.get(phone) ?? new Map<number, Buffer>()
  fixedOf.set(phone, ofPhone)
  const known = ofPhone.get(type) ?? extension(type, fixedBody(type, phone))
  ofPhone.set(type, known)
  return known
}

function fixedBody(type: number, { offer, shape }: Client): Buffer {
  switch (type) {
    case EXTENSION.signatureAlgorithms:
      return vector16(numbers(offer.signatures))
    case EXTENSION.alpn:
      return vector16(...shape.alpn.map((protocol) => vector8(Buffer.from(protocol))))
    case EXTENSION.compressCertificate:
      return vector8(numbers(shape.compress))
    default:
      return BODIES[type] ?? NONE
  }
}

const versionCodes = (versions: readonly TlsVersion[]): number[] => versions.map((one) => VERSION_CODES[one])

const greaseShare = (group: number): Buffer => Buffer.concat([u16(group), vector16(u8(0))])

function drawLot({ shape }: Client): Lot {
  const grease = () => randomInt(16) * 0x1010 + 0x0a0a
  const first = grease()
  let last = grease()
  // The two extensions must differ (RFC 8446 section 4.2: none twice).
  if (last === first) last = first ^ 0x1010
  const order = shape.permuted ? nameLast(shuffled(shape.extensions)) : shape.extensions
  return {
    grease: { suite: grease(), group: grease(), version: grease(), first, last },
    order,
    ech: fakeEch(),
  }
}

/**
 * Of all orders that the phone may draw, one that puts the server's name behind the key shares, and so in the second TCP
 * segment: a device that looks for it in the first one cuts such hellos off, and whether it does must not be left to chance.
 */
const nameLast = (types: readonly number[]): number[] => [
  ...types.filter((type) => type !== EXTENSION.serverName),
  ...types.filter((type) => type === EXTENSION.serverName),
]

function shuffled(types: readonly number[]): number[] {
  const order = [...types]
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = randomInt(at + 1)
    ;[order[at], order[other]] = [order[other] as number, order[at] as number]
  }
  return order
}

/** What a client without the server's ECH key sends: outer, HKDF-SHA256, AES-128-GCM, noise (RFC 9849 section 6.2). */
function fakeEch(): Buffer {
  const payload = 32 * randomInt(4, 8) + 16
  return Buffer.concat([
    Buffer.from([0, 0, 1, 0, 1]),
    randomOctets(1),
    vector16(randomOctets(32)),
    vector16(randomOctets(payload)),
  ])
}
