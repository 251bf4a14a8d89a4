/** The results of OCSP and CRLs for one certificate. */
import type { Anchor, Certificate, Path } from '../types.js'

export type Revocation =
  | { status: 'good'; thisUpdate: number; nextUpdate: number | null }
  | { status: 'revoked'; at: number; reason: string }
  | { status: 'unknown'; why: UnknownRevocation }

/**
 * `other-certificate`: the answer isn't about this one; `stale`, `not-yet`: outside thisUpdate to nextUpdate;
 * `signature`: not signed by someone who may; `scope`: a kind of list we can't apply to this certificate;
 * `responder`: the responder says it doesn't know, or refuses to answer.
 */
export type UnknownRevocation =
  | 'other-certificate'
  | 'stale'
  | 'not-yet'
  | 'signature'
  | 'scope'
  | 'malformed'
  | 'responder'

/** Who issued a certificate, as a certificate or an anchor knows it. */
export interface Issuer {
  /** Name.canonical */
  canonical: string
  spki: string
  /** Null when there is no such extension, or none is known. */
  keyUsage: string[] | null
}

export const issuerOf = (issuer: Certificate | Anchor): Issuer =>
  'subjectCanonical' in issuer
    ? {
        canonical: issuer.subjectCanonical,
        spki: issuer.spki,
        keyUsage: issuer.certificate?.keyUsage ?? null,
      }
    : { canonical: issuer.subject.canonical, spki: issuer.spki, keyUsage: issuer.keyUsage }

/** The issuer of the certificate at `index` of a path; null for the last one of a path without an anchor. */
export function pathIssuer({ certificates, anchor }: Path, index: number): Issuer | null {
  const issuer = certificates[index + 1] ?? anchor
  return issuer ? issuerOf(issuer) : null
}

/** CRLReason (RFC 5280 section 5.3.1). */
const REASONS = [
  'unspecified',
  'keyCompromise',
  'cACompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'certificateHold',
  'unused',
  'removeFromCRL',
  'privilegeWithdrawn',
  'aACompromise',
]

export const reasonName = (code: number | undefined): string => REASONS[code ?? 0] ?? `reason ${code}`

/** RFC 6960 section 4.2.2.1 and RFC 5280 section 6.3.3: an answer holds from thisUpdate to nextUpdate. */
export function outOfTime(
  answer: { thisUpdate: number; nextUpdate: number | null },
  at: number,
): 'stale' | 'not-yet' | null {
  if (at < answer.thisUpdate) return 'not-yet'
  return answer.nextUpdate !== null && at > answer.nextUpdate ? 'stale' : null
}

export const unknown = (why: UnknownRevocation): Revocation => ({ status: 'unknown', why })
