/**
 * What a server may say in its extensions. Android, Chromium and Apple's systems end a handshake that says more or other
 * things: seen with Chromium, and read in BoringSSL's ssl/extensions.cc and tls13_client.cc.
 */
import { CLIENTS } from '../../clients/index.js'
import { DowngradeError, MalformedError, reader } from './bytes.js'
import { EXTENSION, OFFERED_PROTOCOLS } from './code-points.js'
import type { HandshakeContext } from './handshake-context.js'
import type { FlightProfile } from './hellos.js'
import { type Extensions, readAll, readAlpn, type ServerHello } from './server-hello.js'

const IN_HELLO_13: readonly number[] = [EXTENSION.supportedVersions, EXTENSION.keyShare]
const IN_RETRY: readonly number[] = [...IN_HELLO_13, EXTENSION.cookie, EXTENSION.encryptedClientHello]
/** Of what phones ask for; everything else is answered in other places (RFC 8446 section 4.2). */
const IN_ENCRYPTED: readonly number[] = [
  EXTENSION.serverName,
  EXTENSION.supportedGroups,
  EXTENSION.alpn,
  EXTENSION.applicationSettings,
  EXTENSION.applicationSettingsNew,
  EXTENSION.encryptedClientHello,
]
const OF_CERTIFICATE: readonly number[] = [EXTENSION.statusRequest, EXTENSION.signedCertificateTimestamp]

/** TLS_EMPTY_RENEGOTIATION_INFO_SCSV stands for the extension (RFC 5746 section 3.3). */
const NEVER_LISTED: readonly number[] = [EXTENSION.renegotiationInfo]
const asked = new WeakMap<readonly number[], ReadonlySet<number>>()
const bySome: ReadonlySet<number> = new Set([
  ...CLIENTS.flatMap(({ shape }) => shape.extensions),
  ...NEVER_LISTED,
])

/** Types a hello asks for. Our own hellos belong to no phone: for them, whatever any phone requests is accepted. */
function askedFor({ phone }: FlightProfile): ReadonlySet<number> {
  if (!phone) return bySome
  const { extensions } = phone.shape
  const known = asked.get(extensions) ?? new Set([...extensions, ...NEVER_LISTED])
  asked.set(extensions, known)
  return known
}

function checkTypes(extensions: Extensions, mayStand: (type: number) => boolean): void {
  for (const type of extensions.keys()) if (!mayStand(type)) throw new MalformedError(`extension ${type}`)
}

/** ServerHello or HelloRetryRequest. @throws MalformedError */
export function checkServerExtensions({ profile }: HandshakeContext, hello: ServerHello): void {
  const { extensions, retry } = hello
  if (profile.version === 'TLSv1.3') {
    const places = retry ? IN_RETRY : IN_HELLO_13
    checkTypes(extensions, (type) => places.includes(type))
    return
  }
  const known = askedFor(profile)
  checkTypes(extensions, (type) => known.has(type) && type !== EXTENSION.supportedVersions)
  for (const [type, body] of extensions) CONTENTS[type]?.(body)
  checkAlpn(profile, extensions)
}

/** EncryptedExtensions. @throws MalformedError */
export function checkEncryptedExtensions({ profile }: HandshakeContext, extensions: Extensions): void {
  const known = askedFor(profile)
  checkTypes(extensions, (type) => IN_ENCRYPTED.includes(type) && known.has(type))
  mustBeEmpty(extensions.get(EXTENSION.serverName))
  checkAlpn(profile, extensions)
}

/** Those of one certificate in TLS 1.3. @throws MalformedError */
export function checkEntryExtensions({ profile }: HandshakeContext, extensions: Extensions): void {
  const known = askedFor(profile)
  checkTypes(extensions, (type) => OF_CERTIFICATE.includes(type) && known.has(type))
  const list = extensions.get(EXTENSION.signedCertificateTimestamp)
  if (list) checkTimestamps(list)
}

/** A client certificate is asked for in a way that can be answered (RFC 8446 section 4.3.2). @throws MalformedError */
export function checkRequest(context: Buffer, extensions: Extensions): void {
  if (context.length > 0) throw new MalformedError('a certificate request with a context')
  if (!extensions.has(EXTENSION.signatureAlgorithms))
    throw new MalformedError('a certificate request without algorithms')
}

/** In TLS 1.2. */
const CONTENTS: Readonly<Record<number, (body: Buffer) => void>> = {
  [EXTENSION.serverName]: mustBeEmpty,
  [EXTENSION.statusRequest]: mustBeEmpty,
  [EXTENSION.extendedMasterSecret]: mustBeEmpty,
  [EXTENSION.sessionTicket]: mustBeEmpty,
  [EXTENSION.signedCertificateTimestamp]: checkTimestamps,
  [EXTENSION.renegotiationInfo]: (body) => {
    if (!body.equals(Buffer.alloc(1))) throw new MalformedError('renegotiation_info of a first handshake')
  },
  [EXTENSION.pointFormats]: (body) => {
    if (!readAll(body, (input) => input.vector8()).includes(0))
      throw new MalformedError('compressed points alone')
  },
}

function mustBeEmpty(body: Buffer | undefined): void {
  if (body !== undefined && body.length > 0) throw new MalformedError('an extension that has no content')
}

function checkAlpn({ phone }: FlightProfile, extensions: Extensions): void {
  const chosen = readAlpn(extensions)
  if (chosen !== undefined && !(phone?.shape.alpn ?? OFFERED_PROTOCOLS).includes(chosen))
    throw new MalformedError('a protocol that was not offered')
}

/** SignedCertificateTimestampList (RFC 6962 section 3.3). */
function checkTimestamps(body: Buffer): void {
  const list = reader(readAll(body, (input) => input.vector16()))
  do {
    if (list.vector16().length === 0) throw new MalformedError('an empty timestamp')
  } while (list.left() > 0)
}

/** The last octets of the random of a server that supports TLS 1.3, or 1.2, and chose less (RFC 8446 section 4.1.3). */
const DOWNGRADED = ['444f574e47524401', '444f574e47524400']

/** What phones reject in a ServerHello before TLS 1.3. @throws MalformedError */
export function checkOldHello({ profile, hello: sent }: HandshakeContext, hello: ServerHello): void {
  const speaks13 = profile.phone?.offer.versions.includes('TLSv1.3') === true
  if (speaks13 && DOWNGRADED.includes(hello.random.toString('hex', 24)))
    throw new DowngradeError('a downgrade')
  if (sent.sessionId.length > 0 && hello.sessionId.equals(sent.sessionId))
    throw new MalformedError('a session that there is not')
}
