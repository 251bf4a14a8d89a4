/** The order of certificates: what a file holds, and how a server should send it. */
import {
  type Certificate,
  DerError,
  isSelfSigned,
  readCertificate,
  verifyCertificate,
} from '../x509/index.js'

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

/** The certificate a server is to prove itself with: the first that is no authority, else one that issued no other. */
export function leafOf(certificates: readonly Certificate[]): Certificate | undefined {
  const issuedNone = (one: Certificate) =>
    !certificates.some((other) => other.sha256 !== one.sha256 && issues(one, other))
  return certificates.find((one) => !isAuthority(one)) ?? certificates.find(issuedNone) ?? certificates[0]
}

/** The leaf, its issuer, the issuer's issuer and so on, as far as they are there. */
export function issuersOf(leaf: Certificate, certificates: readonly Certificate[]): Certificate[] {
  const line = [leaf]
  for (let last: Certificate | undefined = leaf; last && !isSelfSigned(last); ) {
    const child: Certificate = last
    last = certificates.find((one) => line.every(({ sha256 }) => sha256 !== one.sha256) && issues(one, child))
    if (last) line.push(last)
  }
  return line
}

/** The leaf and its issuers, then the rest as it stood. */
export function leafFirst(ders: readonly Buffer[]): Buffer[] {
  const all = ders.map(readOrNull).filter((certificate) => certificate !== null)
  const leaf = leafOf(all)
  const line = leaf ? issuersOf(leaf, all) : []
  const taken = new Set(line.map(({ der }) => der.toString('base64')))
  return [...line.map(({ der }) => der), ...ders.filter((der) => !taken.has(der.toString('base64')))]
}
