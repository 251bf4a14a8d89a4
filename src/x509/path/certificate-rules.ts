/** Checks of a single certificate in a path. */
import { EXTENSION } from '../oids.js'
import type { Certificate, Violation } from '../types.js'

/** Extensions that path validation processes (RFC 5280 section 4.2). */
const PROCESSED = new Set<string>([
  EXTENSION.subjectKeyId,
  EXTENSION.keyUsage,
  EXTENSION.subjectAltName,
  EXTENSION.basicConstraints,
  EXTENSION.nameConstraints,
  EXTENSION.crlDistributionPoints,
  EXTENSION.certificatePolicies,
  EXTENSION.policyMappings,
  EXTENSION.authorityKeyId,
  EXTENSION.policyConstraints,
  EXTENSION.extendedKeyUsage,
  EXTENSION.inhibitAnyPolicy,
  EXTENSION.authorityInfoAccess,
  EXTENSION.tlsFeature,
])

/** Extensions whose content decides: unreadable, they can't be passed over even when not critical. */
const DECISIVE = new Set<string>([
  EXTENSION.keyUsage,
  EXTENSION.subjectAltName,
  EXTENSION.basicConstraints,
  EXTENSION.nameConstraints,
  EXTENSION.certificatePolicies,
  EXTENSION.policyMappings,
  EXTENSION.policyConstraints,
  EXTENSION.extendedKeyUsage,
  EXTENSION.inhibitAnyPolicy,
])

/** Section 6.1.4 (o), 6.1.5 (f), and what can't be read. */
export function criticalViolations({ extensions = [] }: Certificate, index: number): Violation[] {
  return extensions.flatMap(({ oid, critical, unreadable }): Violation[] => {
    if (unreadable && (critical || DECISIVE.has(oid))) {
      return [{ code: 'malformed', index, detail: `extension ${oid}` }]
    }
    if (critical && !PROCESSED.has(oid)) return [{ code: 'unknown-critical-extension', index, detail: oid }]
    return []
  })
}

/** Section 4.1.1.2, 4.1.2.1, 4.1.2.4, 4.2; keys we can't judge. */
export function contentViolations(certificate: Certificate, index: number): Violation[] {
  const violations: Violation[] = []
  const add = (code: Violation['code'], detail: string) => violations.push({ code, index, detail })
  const { encodingFaults, version, issuer, signature, key } = certificate
  if (encodingFaults.includes('algorithm-mismatch')) {
    add(
      'algorithm-mismatch',
      `${signature.name} outside, ${certificate.innerSignature ?? 'other parameters'} inside`,
    )
  }
  if (encodingFaults.includes('version-mismatch')) add('bad-version', `version ${version}`)
  if (encodingFaults.includes('duplicate-extension')) add('malformed', 'an extension stands twice')
  if (issuer.empty) add('malformed', 'empty issuer name')
  if (index === 0 && certificate.publicKey() === null) add('unsupported-key', keyText(key))
  return violations
}

const keyText = (key: Certificate['key']): string => (key.type === 'unknown' ? key.oid : key.type)

/** Section 6.1.4 (k) and (n). Before version 3 a certificate can't say that it is a CA: fine for an anchor only. */
export function issuerViolations(certificate: Certificate, index: number, anchor: boolean): Violation[] {
  const { basicConstraints, keyUsage, version } = certificate
  const violations: Violation[] = []
  if (basicConstraints?.ca !== true && !(anchor && version < 3)) {
    const detail =
      version < 3 ? `version ${version}` : basicConstraints ? 'cA is false' : 'no basicConstraints'
    violations.push({ code: 'not-a-ca', index, detail })
  }
  if (keyUsage !== null && !keyUsage.includes('keyCertSign')) {
    violations.push({ code: 'no-key-cert-sign', index, detail: keyUsage.join(', ') || 'nothing' })
  }
  return violations
}
