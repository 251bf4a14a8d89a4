/** One reader per certificate extension (RFC 5280 section 4.2). Each throws DerError for a bad value. */
import {
  bitString,
  boolean,
  content,
  context,
  DerError,
  explicit,
  inner,
  items,
  type Node,
  oidOf,
  setBits,
  smallInteger,
  TAG,
  tagOf,
  toBuffer,
  toHex,
} from '../der/index.js'
import { EXTENSION } from '../oids.js'
import { readSctList } from '../sct.js'
import type { GeneralName } from '../types.js'
import type { ExtensionFields } from './extension-fields.js'
import { addressText, generalName, generalNames } from './general-name.js'

type Reader = (fields: ExtensionFields, value: Node) => void

const KEY_USAGES = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
]
const AD_OCSP = '1.3.6.1.5.5.7.48.1'
const AD_CA_ISSUERS = '1.3.6.1.5.5.7.48.2'

const integer = (node: Node | undefined, what: string): number =>
  smallInteger(content(node, TAG.integer, what), what)

/** SEQUENCE SIZE (1..MAX) */
function filled(node: Node, what: string): Node[] {
  const entries = items(node, TAG.sequence, what)
  if (entries.length === 0) throw new DerError(`${what}: empty`)
  return entries
}

const basicConstraints: Reader = (fields, value) => {
  const [first, second, third] = items(value, TAG.sequence, 'basicConstraints')
  const hasCa = first !== undefined && tagOf(first) === TAG.boolean
  const length = hasCa ? second : first
  if (third !== undefined || (!hasCa && second !== undefined))
    throw new DerError('basicConstraints: wrong content')
  const pathLength = length === undefined ? null : integer(length, 'pathLenConstraint')
  // No path is that long; Chromium keeps it in an octet, and refuses the rest.
  if (pathLength !== null && pathLength > 255) fields.odd.push('odd-constraints')
  fields.basicConstraints = { ca: hasCa && boolean(first, 'cA'), pathLength }
}

const keyUsage: Reader = (fields, value) => {
  const { octets, unused } = bitString(value, 'keyUsage')
  // X.690 section 11.2.1: bits beyond the end are zero.
  if (octets.charCodeAt(octets.length - 1) & ((1 << unused) - 1))
    throw new DerError('keyUsage: bits after the end')
  const bits = setBits(octets)
  fields.keyUsage = bits.flatMap((bit) => KEY_USAGES[bit] ?? [])
}

const extendedKeyUsage: Reader = (fields, value) => {
  // An empty one is kept, not unreadable: it allows no usage at all.
  fields.extendedKeyUsage = items(value, TAG.sequence, 'extKeyUsage').map((usage) =>
    oidOf(usage, 'extKeyUsage'),
  )
}

const subjectAltName: Reader = (fields, value) => {
  const names = generalNames(value)
  const dns = names.filter(({ form }) => form === 'dns').map((name) => name.value)
  const ip = names.filter(({ form }) => form === 'ip').map((name) => addressText(name.value))
  fields.generalNames = names
  fields.subjectAltName = { dns, ip, other: names.length - dns.length - ip.length }
}

/** An empty list: understood as one that says nothing, and refused by Chromium. */
function listOf(fields: ExtensionFields, node: Node, what: string): Node[] {
  const entries = items(node, TAG.sequence, what)
  if (entries.length === 0) fields.odd.push('odd-constraints')
  return entries
}

function subtrees(fields: ExtensionFields, node: Node): GeneralName[] {
  return listOf(fields, { ...node, tagClass: 0, type: 0x10 }, 'subtrees').map((subtree) => {
    const [base, ...distances] = items(subtree, TAG.sequence, 'subtree')
    if (base === undefined) throw new DerError('subtree: no base')
    // RFC 5280 section 4.2.1.10: minimum is 0 and maximum absent.
    for (const distance of distances) {
      const zero = tagOf(distance) === context(0) && content(distance, context(0), 'minimum') === '\x00'
      if (!zero) throw new DerError('subtree: minimum or maximum')
      fields.odd.push('explicit-default')
    }
    return constraintBase(fields, base)
  })
}

function constraintBase(fields: ExtensionFields, base: Node): GeneralName {
  const name = generalName(base)
  if (name.form !== 'ip') return name
  const { length } = name.value
  if (length !== 16 && length !== 64) throw new DerError('subtree: iPAddress has a bad length')
  // RFC 4632 section 3.1: ones from the left.
  const mask = BigInt(`0x${name.value.slice(length / 2)}`).toString(2)
  if (mask.padStart(length * 2, '0').includes('01')) fields.odd.push('odd-constraints')
  return name
}

const nameConstraints: Reader = (fields, value) => {
  const constraints: NonNullable<ExtensionFields['nameConstraints']> = { permitted: [], excluded: [] }
  const parts = listOf(fields, value, 'nameConstraints')
  for (const [place, part] of parts.entries()) {
    if (tagOf(part) === explicit(0) && place === 0) constraints.permitted = subtrees(fields, part)
    else if (tagOf(part) === explicit(1) && place === parts.length - 1)
      constraints.excluded = subtrees(fields, part)
    else throw new DerError('nameConstraints: wrong content')
  }
  fields.nameConstraints = constraints
}

const certificatePolicies: Reader = (fields, value) => {
  const policies = filled(value, 'certificatePolicies').map((policy) => {
    const [id, qualifiers, ...rest] = items(policy, TAG.sequence, 'policy')
    if (qualifiers !== undefined) filled(qualifiers, 'policy qualifiers')
    if (rest.length > 0) throw new DerError('policy: wrong content')
    return oidOf(id, 'policy')
  })
  if (new Set(policies).size < policies.length) throw new DerError('certificatePolicies: policy twice')
  fields.policies = policies
}

const policyMappings: Reader = (fields, value) => {
  fields.policyMappings = filled(value, 'policyMappings').map((mapping) => {
    const [issuer, subject] = items(mapping, TAG.sequence, 'policy mapping')
    return { issuer: oidOf(issuer, 'policy mapping'), subject: oidOf(subject, 'policy mapping') }
  })
}

const policyConstraints: Reader = (fields, value) => {
  const found: NonNullable<ExtensionFields['policyConstraints']> = {
    requireExplicitPolicy: null,
    inhibitPolicyMapping: null,
  }
  for (const part of filled(value, 'policyConstraints')) {
    const skip = smallInteger(content(part, tagOf(part), 'skipCerts'), 'skipCerts')
    if (tagOf(part) === context(0)) found.requireExplicitPolicy = skip
    else if (tagOf(part) === context(1)) found.inhibitPolicyMapping = skip
    else throw new DerError('policyConstraints: wrong content')
  }
  fields.policyConstraints = found
}

const authorityKeyId: Reader = (fields, value) => {
  const parts = items(value, TAG.sequence, 'authorityKeyIdentifier')
  const has = (tag: number) => parts.some((part) => tagOf(part) === tag)
  // RFC 5280 section 4.2.1.1: both or neither.
  if (has(explicit(1)) !== has(context(2))) throw new DerError('authorityKeyIdentifier: half an issuer')
  for (const part of parts) {
    if (tagOf(part) === context(0)) fields.authorityKeyId = toHex(content(part, context(0), 'keyIdentifier'))
    else if (tagOf(part) === explicit(1) || tagOf(part) === context(2))
      fields.authorityNamesCertificate = true
    else throw new DerError('authorityKeyIdentifier: wrong content')
  }
}

const authorityInfoAccess: Reader = (fields, value) => {
  for (const description of filled(value, 'authorityInfoAccess')) {
    const [method, location, ...rest] = items(description, TAG.sequence, 'access description')
    if (location === undefined || rest.length > 0) throw new DerError('access description: wrong content')
    const id = oidOf(method, 'access method')
    const name = generalName(location)
    if (name.form === 'uri' && id === AD_OCSP) fields.ocsp.push(name.value)
    if (name.form === 'uri' && id === AD_CA_ISSUERS) fields.caIssuers.push(name.value)
  }
}

const crlDistributionPoints: Reader = (fields, value) => {
  for (const point of filled(value, 'cRLDistributionPoints')) {
    const name = items(point, TAG.sequence, 'distribution point').find((part) => tagOf(part) === explicit(0))
    const full = name === undefined ? undefined : inner(name, 'distribution point name')
    if (full === undefined || tagOf(full) !== explicit(0) || !Array.isArray(full.value)) continue
    fields.crl = fields.crl.concat(
      full.value.map(generalName).flatMap((n) => (n.form === 'uri' ? [n.value] : [])),
    )
  }
}

export const READERS: Readonly<Record<string, Reader>> = {
  [EXTENSION.basicConstraints]: basicConstraints,
  [EXTENSION.keyUsage]: keyUsage,
  [EXTENSION.extendedKeyUsage]: extendedKeyUsage,
  [EXTENSION.subjectAltName]: subjectAltName,
  [EXTENSION.nameConstraints]: nameConstraints,
  [EXTENSION.certificatePolicies]: certificatePolicies,
  [EXTENSION.policyMappings]: policyMappings,
  [EXTENSION.policyConstraints]: policyConstraints,
  [EXTENSION.inhibitAnyPolicy]: (fields, value) => {
    fields.inhibitAnyPolicy = integer(value, 'inhibitAnyPolicy')
  },
  [EXTENSION.subjectKeyId]: (fields, value) => {
    fields.subjectKeyId = toHex(content(value, TAG.octetString, 'subjectKeyIdentifier'))
  },
  [EXTENSION.authorityKeyId]: authorityKeyId,
  [EXTENSION.authorityInfoAccess]: authorityInfoAccess,
  [EXTENSION.crlDistributionPoints]: crlDistributionPoints,
  [EXTENSION.tlsFeature]: (fields, value) => {
    fields.tlsFeatures = items(value, TAG.sequence, 'TLSFeature').map((feature) =>
      integer(feature, 'TLSFeature'),
    )
  },
  [EXTENSION.scts]: (fields, value) => {
    fields.scts = readSctList(toBuffer(content(value, TAG.octetString, 'SCT list')))
  },
}
