/** The order of certificates: in a file, and as a server should send them. */
import {
  type Certificate,
  DerError,
  isSelfSigned,
  readCertificate,
  verifyCertificate,
} from '../x509/index.js'
import type { CertificateInput } from './input-types.js'

export const isAuthority = ({ basicConstraints }: Certificate): boolean => basicConstraints?.ca === true

export function readOrNull(der: Buffer): Certificate | null {
  try {
    return readCertificate(der)
  } catch (error) {
    if (error instanceof DerError) return null
    throw error
  }
}

export const issues = (issuer: Certificate, child: Certificate): boolean =>
  issuer.subject.canonical === child.issuer.canonical && verifyCertificate(child, issuer.spki) === 'valid'

/** The server's own certificate: the first that isn't a CA, or else one that issued no other. */
export function leafOf(certificates: readonly Certificate[]): Certificate | undefined {
  const issuedNone = (one: Certificate) =>
    !certificates.some((other) => other.sha256 !== one.sha256 && issues(one, other))
  return certificates.find((one) => !isAuthority(one)) ?? certificates.find(issuedNone) ?? certificates[0]
}

/** The leaf, its issuer, the issuer's issuer and so on, as far as they are available. */
export function issuersOf(leaf: Certificate, certificates: readonly Certificate[]): Certificate[] {
  const line = [leaf]
  for (let last: Certificate | undefined = leaf; last && !isSelfSigned(last); ) {
    const child: Certificate = last
    last = certificates.find((one) => line.every(({ sha256 }) => sha256 !== one.sha256) && issues(one, child))
    if (last) line.push(last)
  }
  return line
}

/** Counted from 1: the position of the first certificate that isn't a CA, if CAs come first; otherwise 1. */
export function leafPlace(ders: readonly Buffer[]): number {
  const all = ders.map(readOrNull)
  const [first] = all
  if (!first || !isAuthority(first)) return 1
  return Math.max(1, all.findIndex((one) => one !== null && !isAuthority(one)) + 1)
}

interface NamedInput extends CertificateInput {
  name: string
}

/**
 * Several files that form one chain: those with CA certificates only are appended to the file whose leaf they issued.
 */
export function joined(files: readonly NamedInput[]): NamedInput[] {
  const parts = files.filter(({ certificates }) =>
    certificates.map(readOrNull).every((one) => one && isAuthority(one)),
  )
  const used = new Set<NamedInput>()
  const chains = files
    .filter((file) => !parts.includes(file))
    .map((file) => {
      const needed = partsFor(file, parts)
      for (const part of needed) used.add(part)
      return needed.length === 0 ? file : oneOf(file, needed)
    })
  return [...chains, ...parts.filter((part) => !used.has(part))]
}

function oneOf(file: NamedInput, parts: readonly NamedInput[]): NamedInput {
  const all = [file, ...parts]
  return {
    ...file,
    name: all.map(({ name }) => name).join(' + '),
    certificates: all.flatMap(({ certificates }) => certificates),
  }
}

function partsFor({ certificates }: NamedInput, parts: readonly NamedInput[]): NamedInput[] {
  const read = (ders: readonly Buffer[]) => ders.map(readOrNull).filter((one) => one !== null)
  const leaf = leafOf(read(certificates))
  if (!leaf) return []
  const all = read([...certificates, ...parts.flatMap((part) => part.certificates)])
  const line = new Set(issuersOf(leaf, all).map(({ sha256 }) => sha256))
  return parts.filter((part) => read(part.certificates).some(({ sha256 }) => line.has(sha256)))
}

/** The leaf and its issuers, then the rest in its original order. */
export function leafFirst(ders: readonly Buffer[]): Buffer[] {
  const all = ders.map(readOrNull).filter((certificate) => certificate !== null)
  const leaf = leafOf(all)
  const line = leaf ? issuersOf(leaf, all) : []
  const taken = new Set(line.map(({ der }) => der.toString('base64')))
  return [...line.map(({ der }) => der), ...ders.filter((der) => !taken.has(der.toString('base64')))]
}
