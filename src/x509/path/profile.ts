/**
 * `PathPolicy.strict`: requirements for CAs (RFC 5280 section 4, and the TLS Baseline
 * Requirements of the CA/Browser Forum), which no phone checks. Without `strict` none of these is a violation:
 *
 * - the anchor's own dates;
 * - signatures with MD5 or SHA-1 (which hash a platform takes is its own clause, not part of the path's validity);
 * - serial numbers (4.1.2.2), odd times, BER, any unreadable extension, all but in the anchor;
 * - critical or not: authorityKeyIdentifier, subjectKeyIdentifier, AIA never, basicConstraints of a CA and
 *   policyConstraints always, subjectAltName exactly with an empty subject;
 * - key identifiers that must be there (4.2.1.1, 4.2.1.2), and no issuer or serial number in a root's;
 * - keyCertSign without cA, nameConstraints in a leaf, without content or with a base that isn't a name;
 * - a CA with an empty subject; a leaf that is a CA;
 * - leaf: serverAuth there, anyExtendedKeyUsage not, extKeyUsage not critical; none at all in a root;
 * - keys: RSA from 2048 bits in steps of 8, the curves P-256, P-384, P-521;
 * - dNSName entries of letters, digits and hyphens.
 */
import { EKU, EXTENSION } from '../oids.js'
import { isSelfIssued } from '../signature.js'
import type { Certificate, GeneralName, PathPolicy, Violation } from '../types.js'
import { validity } from './validity.js'

type Fault = string | false

/** `all` is the path from the leaf, the anchor's certificate included where there is one. */
export function profileViolations(
  all: readonly Certificate[],
  root: Certificate | undefined,
  policy: PathPolicy,
): Violation[] {
  return all.flatMap((certificate, index) => {
    const isLeaf = index === 0
    const faults = [
      ...common(certificate),
      ...(certificate === root ? rootDuties(certificate) : issuedDuties(certificate)),
      ...criticality(certificate),
      ...names(certificate),
      ...(isLeaf ? leafDuties(certificate, policy) : issuerDuties(certificate)),
    ]
    const details = faults.filter((fault) => fault !== false)
    return [
      ...(certificate === root ? validity(certificate, index, policy.at) : []),
      ...details.map((detail): Violation => ({ code: 'profile', index, detail })),
    ]
  })
}

const extension = (certificate: Certificate, oid: string) =>
  certificate.extensions?.find((candidate) => candidate.oid === oid)

const common = ({ key, keyUsage, basicConstraints }: Certificate): Fault[] => [
  keyFault(key),
  keyUsage?.includes('keyCertSign') === true && basicConstraints?.ca !== true && 'keyCertSign without cA',
]

const WEAK_HASHES = ['md2', 'md5', 'sha1']

/** An anchor is a name and a key: how its certificate was issued doesn't matter. */
const issuedDuties = ({ encodingFaults, signature, authorityKeyId }: Certificate): Fault[] => [
  ...encodingFaults,
  WEAK_HASHES.includes(signature.hash) && `signed with ${signature.hash}`,
  authorityKeyId === null && 'no authorityKeyIdentifier',
]

function keyFault(key: Certificate['key']): Fault {
  switch (key.type) {
    case 'rsa':
    case 'rsa-pss':
      return (key.bits < 2048 || key.bits % 8 !== 0) && `RSA key of ${key.bits} bits`
    case 'ec':
      return !['P-256', 'P-384', 'P-521'].includes(key.curve) && `curve ${key.curve}`
    case 'dsa':
    case 'unknown':
      return `${key.type} key`
    default:
      return false
  }
}

function criticality(certificate: Certificate): Fault[] {
  const never = [EXTENSION.authorityKeyId, EXTENSION.subjectKeyId, EXTENSION.authorityInfoAccess]
  const always = [
    EXTENSION.policyConstraints,
    ...(certificate.basicConstraints?.ca ? [EXTENSION.basicConstraints] : []),
    ...(certificate.subject.empty ? [EXTENSION.subjectAltName] : []),
  ]
  const san = extension(certificate, EXTENSION.subjectAltName)
  return [
    ...never.map((oid) => extension(certificate, oid)?.critical === true && `${oid} is critical`),
    ...always.map((oid) => extension(certificate, oid)?.critical === false && `${oid} is not critical`),
    san?.critical === true && !certificate.subject.empty && 'subjectAltName is critical',
  ]
}

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const DNS_NAME = new RegExp(`^(?:\\*\\.)?${LABEL}(?:\\.${LABEL})*$`, 'i')

const names = (certificate: Certificate): Fault[] =>
  (certificate.subjectAltName?.dns ?? [])
    .filter((name) => !DNS_NAME.test(name) || /^[\d.]+$/.test(name))
    .map((name) => `dNSName ${name.slice(0, 100)}`)

function leafDuties(certificate: Certificate, policy: PathPolicy): Fault[] {
  const { extendedKeyUsage: usages, basicConstraints } = certificate
  return [
    basicConstraints?.ca === true && 'a CA as leaf',
    extension(certificate, EXTENSION.nameConstraints) !== undefined && 'nameConstraints in a leaf',
    !usages?.includes(policy.extendedKeyUsage ?? EKU.serverAuth) && 'no matching extKeyUsage',
    usages?.includes(EKU.any) === true && 'anyExtendedKeyUsage',
    extension(certificate, EXTENSION.extendedKeyUsage)?.critical === true && 'extKeyUsage is critical',
  ]
}

function issuerDuties(certificate: Certificate): Fault[] {
  const { subject, subjectKeyId, nameConstraints } = certificate
  const bases = [...(nameConstraints?.permitted ?? []), ...(nameConstraints?.excluded ?? [])]
  return [
    subject.empty && 'a CA without a name',
    subjectKeyId === null && 'no subjectKeyIdentifier',
    nameConstraints !== undefined && bases.length === 0 && 'nameConstraints without content',
    ...bases.map((base) => !isBase(base) && `constraint ${base.form} ${base.value.slice(0, 100)}`),
  ]
}

function isBase({ form, value }: GeneralName): boolean {
  if (form === 'dns') return value === '' || (DNS_NAME.test(value) && !value.startsWith('*'))
  if (form !== 'ip') return true
  // RFC 4632: the bits of a mask stand together.
  const mask = BigInt(`0x${value.slice(value.length / 2)}`).toString(2)
  return /^0$|^1+0*$/.test(mask) && (mask === '0' || mask.length === value.length * 2)
}

function rootDuties(certificate: Certificate): Fault[] {
  const { extendedKeyUsage, authorityKeyId, subjectKeyId, authorityNamesCertificate } = certificate
  const identifier = extension(certificate, EXTENSION.authorityKeyId)
  return [
    extendedKeyUsage !== null && 'extKeyUsage in a root',
    identifier !== undefined && authorityKeyId === null && 'authorityKeyIdentifier without a key identifier',
    authorityNamesCertificate === true && 'authorityKeyIdentifier with issuer or serial number',
    authorityKeyId !== null &&
      authorityKeyId !== subjectKeyId &&
      isSelfIssued(certificate) &&
      'key identifiers differ',
  ]
}
