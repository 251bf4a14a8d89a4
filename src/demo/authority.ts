/** Certificates made on the spot: for the demo's servers and for tests. Nobody should ever trust them. */
import { type KeyObject, randomBytes } from 'node:crypto'
import * as der from './der.js'
import * as ext from './extensions.js'
import { type Hash, type KeyKind, privateKey, signature, signatureAlgorithm, spkiOf } from './keys.js'

export interface NameParts {
  cn?: string
  o?: string
  ou?: string
  c?: string
}

/** A certificate with the key that belongs to it. */
export interface Issued {
  der: Buffer
  pem: string
  /** The private key. */
  key: KeyObject
  /** PKCS #8. */
  keyPem: string
  subjectDer: Buffer
  /** SubjectPublicKeyInfo, DER. */
  spki: Buffer
  keyId: Buffer
  /** Content octets of the serial number. */
  serial: Buffer
  notBefore: Date
  notAfter: Date
  /** Null for a self-signed one. */
  issuer: Issued | null
}

/** Left out, everything is as a modern server certificate has it. */
export interface CertificateInput {
  /** A string is the common name; default the first of `names`; `''` an empty name. */
  subject?: string | NameParts
  /** Who signs; absent: self-signed. */
  issuer?: Issued
  /** A kind is made (RSA: once per kind and subject in a process); default `ec-p256`. */
  key?: KeyKind | KeyObject
  /** dNSNames; default the subject's common name for a leaf when it looks like a host name. `[]`: no subjectAltName. */
  names?: readonly string[]
  ips?: readonly string[]
  /** What "now" is for the default validity; default the clock. */
  now?: Date
  /** Default: a day ago; authorities: a year ago. */
  notBefore?: Date
  /** Default: 89 days ahead; authorities: ten years ahead. */
  notAfter?: Date
  ca?: boolean
  pathLength?: number
  /** `null` for each of these: the extension is left out. */
  basicConstraints?: null
  keyUsage?: readonly ext.KeyUsage[] | null
  extendedKeyUsage?: readonly ext.Purpose[] | null
  subjectKeyId?: Buffer | null
  authorityKeyId?: Buffer | null
  /** Content octets; default 16 random ones, positive. */
  serial?: Buffer
  caIssuers?: readonly string[]
  ocsp?: readonly string[]
  crl?: readonly string[]
  policies?: readonly string[]
  nameConstraints?: ext.NameConstraints
  tlsFeature?: readonly number[]
  /** SignedCertificateTimestampList bytes, for example of `sctList`. */
  scts?: Buffer
  extensions?: readonly ext.RawExtension[]
  hash?: Hash
  pss?: boolean
  version?: 1 | 2 | 3
  /** A name in the issuer field other than the issuer's subject. */
  issuerName?: string | NameParts
  /** Spoil the signature. */
  badSignature?: boolean
}

const DAY = 86_400_000

export function makeCertificate(input: CertificateInput): Issued {
  const subject = input.subject ?? input.names?.[0] ?? ''
  const key = privateKeyOf(input.key ?? 'ec-p256', subject)
  const own = { spki: spkiOf(key), subjectDer: nameDer(subject) }
  const signer = input.issuer ?? { key, subjectDer: own.subjectDer, keyId: ext.keyIdentifier(own.spki) }
  const { notBefore, notAfter } = validity(input)
  const serial = input.serial ?? Buffer.concat([Buffer.from([0x5a]), randomBytes(15)])
  const how = { hash: input.hash ?? 'sha256', pss: input.pss ?? false }
  const algorithm = signatureAlgorithm(signer.key, how)
  const version = input.version ?? 3
  const tbs = der.sequence(
    ...(version === 1 ? [] : [der.context(0, der.integer(version - 1))]),
    der.integer(serial),
    algorithm,
    input.issuerName === undefined ? signer.subjectDer : nameDer(input.issuerName),
    der.sequence(der.time(notBefore), der.time(notAfter)),
    own.subjectDer,
    own.spki,
    ...(version === 3 ? extensionsField(input, subject, key, own.spki, signer.keyId) : []),
  )
  const signed = signature(tbs, signer.key, how)
  if (input.badSignature) signed[signed.length - 1] = 0xff ^ (signed[signed.length - 1] ?? 0)
  const bytes = der.sequence(tbs, algorithm, der.bitString(signed))
  const keyId = ext.keyIdentifier(own.spki)
  const keyPem = key.export({ type: 'pkcs8', format: 'pem' }) as string
  const issuer = input.issuer ?? null
  return { der: bytes, pem: pem(bytes), key, keyPem, ...own, keyId, serial, notBefore, notAfter, issuer }
}

const privateKeyOf = (key: KeyKind | KeyObject, subject: string | NameParts): KeyObject =>
  typeof key === 'string' ? privateKey(key, JSON.stringify(subject)) : key

function validity(input: CertificateInput): { notBefore: Date; notAfter: Date } {
  const now = input.now?.getTime() ?? Date.now()
  const [before, after] = input.ca ? [365, 3650] : [1, 89]
  const second = (date: Date) => new Date(Math.floor(date.getTime() / 1000) * 1000)
  return {
    notBefore: second(input.notBefore ?? new Date(now - before * DAY)),
    notAfter: second(input.notAfter ?? new Date(now + after * DAY)),
  }
}

const ATTRIBUTES = { c: '2.5.4.6', o: '2.5.4.10', ou: '2.5.4.11', cn: '2.5.4.3' } as const

/** A distinguished name, DER; country, organisation, unit, common name in that order. */
export function nameDer(name: string | NameParts): Buffer {
  const parts: NameParts = typeof name === 'string' ? (name === '' ? {} : { cn: name }) : name
  const attribute = (key: keyof NameParts) => {
    const value = parts[key]
    if (value === undefined) return []
    const text = key === 'c' ? der.printableString(value) : der.utf8String(value)
    return [der.set(der.sequence(der.oid(ATTRIBUTES[key]), text))]
  }
  return der.sequence(...(['c', 'o', 'ou', 'cn'] as const).flatMap(attribute))
}

function extensionsField(
  input: CertificateInput,
  subject: string | NameParts,
  key: KeyObject,
  spki: Buffer,
  signerKeyId: Buffer,
): Buffer[] {
  const all = [
    ...keyIds(input, spki, signerKeyId),
    ...constraints(input, key),
    ...nameExtensions(input, subject),
    ...pointers(input),
    ...(input.extensions ?? []),
  ]
  return all.length === 0 ? [] : [der.context(3, der.sequence(...all.map(ext.extension)))]
}

function keyIds(input: CertificateInput, spki: Buffer, signerKeyId: Buffer): ext.RawExtension[] {
  const subjectId = input.subjectKeyId === undefined ? ext.keyIdentifier(spki) : input.subjectKeyId
  const byDefault = input.issuer === undefined ? null : signerKeyId
  const authorityId = input.authorityKeyId === undefined ? byDefault : input.authorityKeyId
  return [
    ...(subjectId === null ? [] : [ext.subjectKeyId(subjectId)]),
    ...(authorityId === null ? [] : [ext.authorityKeyId(authorityId)]),
  ]
}

function constraints(input: CertificateInput, key: KeyObject): ext.RawExtension[] {
  const { ca = false } = input
  const isRsa = key.asymmetricKeyType === 'rsa'
  const leafUsage: ext.KeyUsage[] = isRsa ? ['digitalSignature', 'keyEncipherment'] : ['digitalSignature']
  const usage = input.keyUsage === undefined ? (ca ? CA_USAGE : leafUsage) : input.keyUsage
  const byDefault: ext.Purpose[] | null = ca ? null : ['serverAuth']
  const purposes = input.extendedKeyUsage === undefined ? byDefault : input.extendedKeyUsage
  return [
    ...(input.basicConstraints === null ? [] : [ext.basicConstraints(ca, input.pathLength)]),
    ...(usage === null ? [] : [ext.keyUsage(usage)]),
    ...(purposes === null ? [] : [ext.extendedKeyUsage(purposes)]),
    ...(input.nameConstraints ? [ext.nameConstraints(input.nameConstraints)] : []),
  ]
}

const CA_USAGE: ext.KeyUsage[] = ['keyCertSign', 'cRLSign', 'digitalSignature']

function nameExtensions(input: CertificateInput, subject: string | NameParts): ext.RawExtension[] {
  const common = typeof subject === 'string' ? subject : (subject.cn ?? '')
  const byDefault = !input.ca && /^[^\s]+\.[^\s.]+$/.test(common) ? [common] : []
  const names = input.names ?? byDefault
  const ips = input.ips ?? []
  if (names.length + ips.length === 0) return []
  // RFC 5280 section 4.2.1.6: critical when the subject is empty.
  return [ext.subjectAltName(names, ips, nameDer(subject).length === 2)]
}

function pointers(input: CertificateInput): ext.RawExtension[] {
  const { ocsp = [], caIssuers = [], crl = [], policies = [], tlsFeature = [], scts } = input
  return [
    ...(ocsp.length + caIssuers.length > 0 ? [ext.authorityInfoAccess(ocsp, caIssuers)] : []),
    ...(crl.length > 0 ? [ext.crlDistributionPoints(crl)] : []),
    ...(policies.length > 0 ? [ext.certificatePolicies(policies)] : []),
    ...(tlsFeature.length > 0 ? [ext.tlsFeature(tlsFeature)] : []),
    ...(scts ? [ext.embeddedScts(scts)] : []),
  ]
}

export function pem(bytes: Buffer, label = 'CERTIFICATE'): string {
  const lines = bytes.toString('base64').replace(/(.{64})(?=.)/g, '$1\n')
  return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`
}

/** The certificates' PEM, one after another, as a server's fullchain.pem has it. */
export const bundle = (...certificates: readonly Issued[]): string =>
  certificates.map(({ pem }) => pem).join('')

export interface Authority {
  root: Issued
  intermediate: Issued
  /** A server certificate under the intermediate. */
  issue(input: Omit<CertificateInput, 'issuer'>): Issued
  /** Leaf and intermediate, PEM: what a server should send. */
  chain(leaf: Issued): string
}

/** A root and one intermediate under it. */
export function makeAuthority(options: { name?: string; key?: KeyKind; now?: Date } = {}): Authority {
  const { name = 'Hefa Demo', key = 'ec-p256', now } = options
  const common = { key, ca: true, ...(now ? { now } : {}) }
  const root = makeCertificate({ ...common, subject: { cn: `${name} Root CA`, o: name } })
  const intermediate = makeCertificate({
    ...common,
    subject: { cn: `${name} TLS CA 1`, o: name },
    issuer: root,
    pathLength: 0,
    extendedKeyUsage: ['serverAuth'],
  })
  return {
    root,
    intermediate,
    issue: (input) => makeCertificate({ ...(now ? { now } : {}), ...input, issuer: intermediate }),
    chain: (leaf) => bundle(leaf, intermediate),
  }
}
