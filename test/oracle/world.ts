/** One authority that every client is made to trust, and servers with one fault each. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { TlsOptions } from 'node:tls'
import { type CertificateInput, type Issued, makeAuthority, makeCertificate } from '../../src/demo/index.js'
import type { Field } from '../../src/probes/http2/hpack.js'
import type { ClientHelloView } from '../helpers/fake-tls.js'
import type { Oddity } from '../helpers/oddity.js'

export interface OracleCase {
  /** Also the first label of the host's name. */
  id: string
  what: string
  host: string
  leaf: Issued
  /** Sent behind the leaf, in this order. */
  others: readonly Issued[]
  tls?: TlsOptions
  /** A server made by hand, with this changed. */
  odd?: Oddity
  /** An OCSPResponse. */
  staple?: Buffer
  /** The hellos that never reach the server: their connection is reset. */
  cuts?: (hello: ClientHelloView) => boolean
  /** What follows the handshake; default an HTTP answer. */
  after?: 'close' | 'banner' | 'forbidden' | AnswerMade
}

/** An HTTP answer: its status, further fields and body. */
export interface AnswerMade {
  status?: number
  /** The status line, and what comes before it. */
  line?: string
  fields?: readonly string[]
  body?: Buffer
  /** The fields of the answer in HTTP/2, which is chosen then. */
  http2?: readonly Field[]
}

export const DAY = 86_400_000
const DOMAIN = 'oracle.example'
export const NOW = new Date()
export const at = (days: number): Date => new Date(NOW.getTime() + days * DAY)

const world = makeAuthority({ name: 'Oracle', now: NOW })
export const { root, intermediate } = world
export const stranger = makeAuthority({ name: 'Stranger', now: NOW })
export const hostOf = (id: string): string => `${id}.${DOMAIN}`

/** An authority's certificate under the root. */
export const authorityOf = (subject: string, input: CertificateInput = {}): Issued =>
  makeCertificate({ subject, ca: true, issuer: root, now: NOW, ...input })

export const leafOf = (id: string, input: CertificateInput = {}): Issued =>
  makeCertificate({ names: [hostOf(id)], issuer: intermediate, now: NOW, ...input })

type Faults = Partial<Omit<OracleCase, 'id' | 'what' | 'leaf'>> & {
  leaf?: CertificateInput
  /** The authority that issues the leaf, sent behind it; default the intermediate. */
  under?: Issued
}

/** A server in order but for what is said. */
export function server(id: string, what: string, faults: Faults = {}): OracleCase {
  const { leaf = {}, under = intermediate, ...rest } = faults
  return {
    id,
    what,
    host: hostOf(id),
    leaf: leafOf(id, { issuer: under, ...leaf }),
    others: [under],
    ...rest,
  }
}

/** A private key on a curve the certificate factory has no name for. */
export const onCurve = (namedCurve: string): KeyObject => generateKeyPairSync('ec', { namedCurve }).privateKey
/** An RSA key that says of itself that it signs with RSASSA-PSS only (RFC 4055). */
export function pssKey(): KeyObject {
  const options = {
    modulusLength: 2048,
    hashAlgorithm: 'sha256',
    mgf1HashAlgorithm: 'sha256',
  }
  return generateKeyPairSync('rsa-pss', options).privateKey
}
/** Old keys, hashes and suites need OpenSSL's security level turned down. */
export const ANYTHING = 'ALL:@SECLEVEL=0'
