/** Trust anchors: a name and a key (RFC 5280 section 6.1.1 d). */
import { putTo } from '../grouping.js'
import { isSelfIssued, verifyCertificate } from './signature.js'
import type { Anchor, AnchorSource, Certificate } from './types.js'

/** An anchor given as a certificate, whose constraints apply to paths under it (RFC 5937). */
export const certificateAnchor = (certificate: Certificate): Anchor => ({
  id: certificate.sha256,
  name: certificate.subject.text,
  subjectDer: certificate.subject.der,
  subjectCanonical: certificate.subject.canonical,
  spki: certificate.spki,
  publicKey: () => certificate.publicKey(),
  certificate,
})

export function anchorsOf(certificates: readonly Certificate[]): AnchorSource {
  const anchors = groupBySubject(certificates.map(certificateAnchor), (anchor) => anchor.subjectCanonical)
  return { bySubject: (canonical) => anchors.get(canonical) ?? [] }
}

export function groupBySubject<T>(entries: readonly T[], subject: (entry: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const entry of entries) {
    putTo(groups, subject(entry), entry)
  }
  return groups
}

/** The certificate carries an anchor's name and key, whichever issue of it this is. */
export const isAnchor = (certificate: Certificate, anchor: Anchor): boolean =>
  anchor.subjectCanonical === certificate.subject.canonical && anchor.spki === certificate.spki

/**
 * The certificate is this anchor: the very one that was given, or reissued with the same key, which its own
 * signature proves. Anyone can copy a name and key.
 */
export const isAnchorItself = (certificate: Certificate, anchor: Anchor): boolean =>
  anchor.certificate?.sha256 === certificate.sha256 ||
  (isAnchor(certificate, anchor) &&
    isSelfIssued(certificate) &&
    verifyCertificate(certificate, certificate.spki) === 'valid')

export const anchorFor = (certificate: Certificate, anchors: AnchorSource): Anchor | undefined =>
  anchors.bySubject(certificate.subject.canonical).find((anchor) => isAnchorItself(certificate, anchor))
