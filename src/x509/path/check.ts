/** Validates one path (RFC 5280 section 6). Reports every fault, not only the first. */
import { isAnchorItself } from '../anchors.js'
import { EKU, EXTENSION } from '../oids.js'
import { isSelfIssued, verifyCertificate } from '../signature.js'
import type { Certificate, Path, PathPolicy, Violation } from '../types.js'
import { contentViolations, criticalViolations, issuerViolations } from './certificate-rules.js'
import { type Constraint, forbiddenName, MAX_COMPARISONS, namesOf } from './name-constraints.js'
import { policyViolation } from './policy.js'
import { profileViolations } from './profile.js'
import { validity } from './validity.js'

/**
 * Violations in the order of the path, leaf first; none means valid. An anchor given as a certificate is
 * judged as an issuer too, under the index after the last certificate; its own dates are not, since
 * platforms don't, unless `policy.strict`. A path without an anchor is judged as far as it goes.
 */
export function checkPath(path: Path, policy: PathPolicy): Violation[] {
  const { certificates, anchor } = path
  const leaf = certificates[0]
  if (leaf === undefined) return []
  const own = certificates.length === 1 && anchor !== null && isAnchorItself(leaf, anchor)
  const root = own ? undefined : anchor?.certificate
  const all = root ? [...certificates, root] : certificates
  const violations = [
    ...certificates.flatMap((certificate, index) => validity(certificate, index, policy.at)),
    ...certificates.flatMap((_, index) => (own ? [] : signature(path, index))),
    ...all.flatMap((certificate, index) => [
      ...criticalViolations(certificate, index),
      ...contentViolations(certificate, index),
      ...(index > 0 ? issuerViolations(certificate, index, certificate === root) : []),
    ]),
    ...pathLength(all, certificates.length, policy),
    ...usage(all, policy.extendedKeyUsage ?? EKU.serverAuth),
    ...nameConstraints(all),
    ...policies(certificates),
    ...(policy.strict ? profileViolations(all, root, policy) : []),
  ]
  return violations.sort((a, b) => a.index - b.index)
}

function signature({ certificates, anchor }: Path, index: number): Violation[] {
  const child = certificates[index] as Certificate
  const issuer = certificates[index + 1] ?? anchor
  if (issuer === null) return []
  const result = verifyCertificate(child, issuer.spki, issuer.publicKey())
  if (result === 'valid') return []
  return result === 'invalid'
    ? [{ code: 'bad-signature', index, detail: "not signed by the issuer's key" }]
    : [{ code: 'unsupported-key', index, detail: `signature ${child.signature.name} could not be checked` }]
}

/** Section 6.1.4 (l) and (m): self-issued certificates don't count. */
function pathLength(all: readonly Certificate[], sent: number, policy: PathPolicy): Violation[] {
  const violations: Violation[] = []
  let below = 0
  for (const [index, certificate] of all.entries()) {
    const limit = certificate.basicConstraints?.pathLength ?? null
    if (index > 0 && limit !== null && below > limit) {
      violations.push({
        code: 'path-length',
        index,
        detail: `${below} intermediates below, ${limit} allowed`,
      })
    }
    if (index > 0 && !isSelfIssued(certificate)) below++
    const last = index === sent - 1
    if (last && policy.maxDepth != null && below > policy.maxDepth) {
      violations.push({
        code: 'path-length',
        index,
        detail: `${below} intermediates, ${policy.maxDepth} allowed`,
      })
    }
  }
  return violations
}

/** Not in RFC 5280 section 6, but all platforms take an issuer's extended key usage as a limit on what it issues. */
function usage(all: readonly Certificate[], demanded: string): Violation[] {
  return all.flatMap(({ extendedKeyUsage: usages }, index): Violation[] => {
    if (usages === null || usages.includes(demanded) || usages.includes(EKU.any)) return []
    return [{ code: 'extended-key-usage', index, detail: `only for ${usages.join(', ') || 'nothing'}` }]
  })
}

/** Section 6.1.3 (b) and (c): from the anchor down, self-issued intermediates left out. */
function nameConstraints(all: readonly Certificate[]): Violation[] {
  const violations: Violation[] = []
  const constraints: Constraint[] = []
  const work = { left: MAX_COMPARISONS }
  for (let index = all.length - 1; index >= 0; index--) {
    const certificate = all[index] as Certificate
    const judged = constraints.length > 0 && (index === 0 || !isSelfIssued(certificate))
    const names = judged ? namesOf(certificate) : []
    for (const constraint of constraints) {
      const name = forbiddenName(names, constraint, work)
      if (name === null) continue
      const detail =
        work.left < 0 ? 'too many names and constraints to compare' : `${name.form} ${name.value}`
      violations.push({ code: 'name-constraints', index, detail: detail.slice(0, 300) })
      break
    }
    if (certificate.nameConstraints && index > 0) {
      const critical = certificate.extensions?.find(({ oid }) => oid === EXTENSION.nameConstraints)?.critical
      constraints.push({ ...certificate.nameConstraints, critical: critical ?? true })
    }
  }
  return violations
}

function policies(all: readonly Certificate[]): Violation[] {
  const index = policyViolation(all)
  return index === null
    ? []
    : [{ code: 'policy', index, detail: 'no certificate policy holds for the whole path' }]
}
