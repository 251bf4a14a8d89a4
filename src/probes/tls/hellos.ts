/** The ClientHellos we send: what each offers, and how far its answer is read. */
import { CLIENTS, type Client } from '../../clients/index.js'
import type { Handshake, HelloId, Refusal, TlsVersion } from '../../facts/index.js'
import {
  ALL_SIGNATURES,
  ATS_LEGACY_SUITES,
  ATS_SUITES,
  ECDHE_ECDSA_SUITES,
  ECDHE_RSA_SUITES,
  ECDSA_SIGNATURES,
  EXTENSION,
  IOS_SIGNATURES,
  OFFERED_PROTOCOLS,
  RENEGOTIATION_SCSV,
  RSA_SIGNATURES,
  SSL3_SUITES,
  TLS10_SUITES,
  TLS12_SUITES,
  TLS13_SUITES,
} from './code-points.js'
import { OFFERED_SHARES } from './key-shares.js'

/** What a flight is checked against. */
export interface FlightProfile {
  /** The one version offered; the highest where a phone offers several, and the chosen one after ServerHello. */
  version: TlsVersion
  suites: readonly number[]
  /** Empty below TLS 1.2, which has no such extension. */
  signatures: readonly number[]
  /** signature_algorithms_cert (RFC 8446 section 4.2.3): the chain may be signed by other means than the handshake. */
  chainSignatures?: readonly number[]
  /**
   * Is the signature over the handshake checked? `new`: only while this server has not proved the same key in the same
   * version with the same algorithm; it would say the same again, and costs more than the rest of the hello.
   */
  prove: boolean | 'new'
  /** Does reading end with the Certificate message? */
  certificateOnly: boolean
  /** The phone whose hello is sent. */
  phone?: Client
  /** Length of the first hello with its record header, where it is padded to one. */
  bytes?: number
}

export interface HelloProfile extends FlightProfile {
  id: HelloId
  /** Asked after the others, and only where their answers leave this open; without it asked at once. */
  askedIf?: (answers: Answers) => boolean
  /** The answer that follows from those to other hellos, where one does: then a connection would say the same again. */
  follows?: (answers: Answers) => Handshake | null
  /** A phone whose answer it may follow from; asked at once where none of these is. */
  toldBy?: (phone: Client) => boolean
}

type Answers = Readonly<Partial<Record<string, Handshake>>>

const accepted = (answers: Answers, id: HelloId): boolean => answers[id]?.kind === 'accepted'

const full = { prove: true, certificateOnly: false }
const narrow = { prove: 'new', certificateOnly: false } as const
const unproven = { prove: false, certificateOnly: false }
const old = { signatures: [], prove: false, certificateOnly: true }
// In TLS 1.2 the suite alone decides which certificate is sent, so the chain's signatures stay unrestricted.
const noEdwards = ALL_SIGNATURES.filter((scheme) => scheme !== 0x0807 && scheme !== 0x0808)
/** Every phone with TLS 1.3 takes keys of both kinds, and TLS 1.2 shows at less cost which of them the server has. */
const unknownKeys: HelloProfile['askedIf'] = (answers) =>
  accepted(answers, 'tls1.3') && !accepted(answers, 'tls1.2-rsa') && !accepted(answers, 'tls1.2-ecdsa')

/** Does it ask for everything in TLS 1.3 that the general hello asks for? */
const asksAsMuch = ({ offer, shape }: Client): boolean =>
  offer.versions.includes('TLSv1.3') &&
  OFFERED_PROTOCOLS.every((protocol) => shape.alpn.includes(protocol)) &&
  [EXTENSION.statusRequest, EXTENSION.signedCertificateTimestamp].every((type) =>
    shape.extensions.includes(type),
  )

const TELLERS = CLIENTS.filter(asksAsMuch)

/** A phone got something that was on offer here too, at the first attempt. */
function followsForTls13(answers: Answers): Handshake | null {
  const same = (answer: Handshake | undefined): boolean =>
    answer?.kind === 'accepted' &&
    answer.version === 'TLSv1.3' &&
    !answer.incomplete &&
    !answer.helloRetryRequest &&
    answer.keyProof !== 'invalid' &&
    OFFERED_SHARES.includes(answer.group ?? 0) &&
    ALL_SIGNATURES.includes(answer.signatureAlgorithm ?? 0)
  const phone = TELLERS.find(({ id }) => same(answers[id]))
  return (phone && answers[phone.id]) ?? null
}

const PROTOCOL_VERSION = 70
const lacksVersion = (answer: Handshake | undefined): answer is Refusal =>
  answer?.kind === 'refused' && answer.alert === PROTOCOL_VERSION

/** What a server chooses of a longer list, it supports for those who offer less besides. */
function followsForAts({ 'tls1.2': answer }: Answers): Handshake | null {
  if (lacksVersion(answer)) return answer
  if (answer?.kind !== 'accepted' || answer.incomplete || answer.signatureAlgorithm === undefined) return null
  const offered = ATS_SUITES.includes(answer.cipher) && IOS_SIGNATURES.includes(answer.signatureAlgorithm)
  return offered ? answer : null
}

/**
 * protocol_version: the server has neither the version offered nor an older one, which it would have answered with
 * (RFC 5246 section E.1). SSL 3.0 is not among them: its hello has no server name, so that another server may answer it.
 */
function followsForTls10({ 'tls1.1': answer }: Answers): Handshake | null {
  return lacksVersion(answer) ? answer : null
}

/** In the order of importance: what is asked first where not everything can be asked at once. */
export const HELLO_PROFILES: readonly HelloProfile[] = [
  {
    id: 'tls1.3',
    version: 'TLSv1.3',
    suites: TLS13_SUITES,
    signatures: ALL_SIGNATURES,
    ...full,
    follows: followsForTls13,
    toldBy: asksAsMuch,
  },
  { id: 'tls1.2', version: 'TLSv1.2', suites: TLS12_SUITES, signatures: ALL_SIGNATURES, ...full },
  {
    id: 'tls1.2-ats',
    version: 'TLSv1.2',
    suites: ATS_SUITES,
    signatures: IOS_SIGNATURES,
    ...unproven,
    follows: followsForAts,
  },
  { id: 'tls1.0', version: 'TLSv1', suites: TLS10_SUITES, ...old, follows: followsForTls10 },
  { id: 'tls1.1', version: 'TLSv1.1', suites: TLS10_SUITES, ...old },
  { id: 'ssl3', version: 'SSLv3', suites: [...SSL3_SUITES, RENEGOTIATION_SCSV], ...old },
  {
    id: 'tls1.2-ats-legacy',
    version: 'TLSv1.2',
    suites: ATS_LEGACY_SUITES,
    signatures: IOS_SIGNATURES,
    ...unproven,
    // Whoever chose a suite of today's list has one for the phones that know the old list too: they offer both.
    askedIf: (answers) => accepted(answers, 'tls1.2') && !accepted(answers, 'tls1.2-ats'),
  },
  { id: 'tls1.2-rsa', version: 'TLSv1.2', suites: ECDHE_RSA_SUITES, signatures: noEdwards, ...narrow },
  { id: 'tls1.2-ecdsa', version: 'TLSv1.2', suites: ECDHE_ECDSA_SUITES, signatures: noEdwards, ...narrow },
  {
    id: 'tls1.3-rsa',
    version: 'TLSv1.3',
    suites: TLS13_SUITES,
    signatures: RSA_SIGNATURES,
    chainSignatures: ALL_SIGNATURES,
    ...narrow,
    askedIf: unknownKeys,
  },
  {
    id: 'tls1.3-ecdsa',
    version: 'TLSv1.3',
    suites: TLS13_SUITES,
    signatures: ECDSA_SIGNATURES,
    chainSignatures: ALL_SIGNATURES,
    ...narrow,
    askedIf: unknownKeys,
  },
]
