/** Who issued a certificate: by name, and by a key that verifies its signature. */
import { groupBySubject, isAnchor } from '../anchors.js'
import { isSelfIssued, isVerified, type Verification, verifyCertificate } from '../signature.js'
import type { Anchor, AnchorSource, Certificate } from '../types.js'

export interface Issuers {
  anchors: Anchor[]
  certificates: Certificate[]
  /** A certificate has the issuer's name, whether the signature fits or not. */
  named: boolean
}

/** What is left of the work budget. */
export interface Budget {
  signatures: number
  steps: number
  paths: number
  /** Something was left undone. */
  spent: boolean
}

/** Certificates found by subject; each counts once, and an anchor's own certificate is left to the anchor. */
export interface Pool {
  bySubject: Map<string, Certificate[]>
  anchors: AnchorSource
}

export function poolOf(others: readonly Certificate[], anchors: AnchorSource): Pool {
  const distinct = new Map(others.map((certificate) => [certificate.sha256, certificate]))
  const usable = [...distinct.values()].filter(
    (certificate) =>
      !isSelfIssued(certificate) ||
      !anchors.bySubject(certificate.subject.canonical).some((anchor) => isAnchor(certificate, anchor)),
  )
  const bySubject = groupBySubject(usable, ({ subject }) => subject.canonical)
  return { bySubject, anchors }
}

/** The key that verifies, else those that might; a null ends the tries. */
function acceptedKeys(
  keys: readonly string[],
  tried: (spki: string) => ReturnType<typeof tryKey>,
): Set<string> {
  const accepted = new Set<string>()
  for (const spki of keys) {
    const result = tried(spki)
    if (result === 'valid') return new Set([spki])
    if (result === null) break
    if (result !== 'invalid') accepted.add(spki)
  }
  return accepted
}

/**
 * The key identifier only says which key to try first: platforms differ on what a wrong one means.
 * One key verifies a signature, so the search ends at it; keys that could not be tried are kept as a last resort.
 */
export function issuersOf(child: Certificate, pool: Pool, budget: Budget): Issuers {
  const name = child.issuer.canonical
  const anchors = pool.anchors.bySubject(name)
  const certificates = pool.bySubject.get(name) ?? []
  const keys = candidateKeys(child, anchors, certificates)
  const accepted = acceptedKeys(keys, (spki) => tryKey(child, spki, anchors, budget))
  return {
    anchors: anchors.filter(({ spki }) => accepted.has(spki)),
    certificates: certificates.filter(({ spki }) => accepted.has(spki)),
    named: keys.length > 0,
  }
}

function candidateKeys(
  child: Certificate,
  anchors: readonly Anchor[],
  certificates: Certificate[],
): string[] {
  const hinted = (certificate: Certificate | undefined): boolean =>
    child.authorityKeyId !== null && certificate?.subjectKeyId === child.authorityKeyId
  const first = [...anchors.filter((a) => hinted(a.certificate)), ...certificates.filter(hinted)]
  return [...new Set([...first, ...anchors, ...certificates].map(({ spki }) => spki))]
}

/** Null when the work is used up. */
function tryKey(
  child: Certificate,
  spki: string,
  anchors: readonly Anchor[],
  budget: Budget,
): Verification | null {
  if (!isVerified(child, spki)) {
    if (budget.signatures <= 0) {
      budget.spent = true
      return null
    }
    budget.signatures--
  }
  const anchor = anchors.find((candidate) => candidate.spki === spki)
  return verifyCertificate(child, spki, anchor?.publicKey())
}
