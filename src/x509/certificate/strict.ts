/**
 * What our reader accepts but the parsers of Chromium and BoringSSL reject: observed by loading such certificates
 * with Chromium 2026, and read in its pki/parse_certificate.cc, verify_name_match.cc and signature_algorithm.cc.
 */
import { items, type Node, TAG, tagOf } from '../der/index.js'
import { EXTENSION, RSA_PSS, SIGNATURES } from '../oids.js'
import type { AlgorithmIdentifier, Extension } from '../types.js'

/** Chromium reads them in every certificate, whether or not it needs them. */
const ALWAYS_READ: ReadonlySet<string> = new Set([
  EXTENSION.authorityInfoAccess,
  EXTENSION.subjectKeyId,
  EXTENSION.authorityKeyId,
])

export const isRefusedExtension = ({ oid, unreadable }: Extension): boolean =>
  unreadable === true && ALWAYS_READ.has(oid)

/** X.520 DirectoryString (any text it can hold), and the IA5String of e-mail addresses and domain components. */
const DIRECTORY_STRINGS: ReadonlySet<number> = new Set([
  TAG.utf8,
  TAG.teletex,
  TAG.bmp,
  TAG.universal,
  TAG.ia5,
])
// X.680 section 41.4, and the asterisk that names of wildcard certificates have always had.
const PRINTABLE = /^[A-Za-z0-9 '()+,\-./:=?*]*$/

function isOddValue(value: Node | undefined): boolean {
  if (value === undefined) return true
  const tag = tagOf(value)
  if (tag === TAG.printable) return typeof value.value !== 'string' || !PRINTABLE.test(value.value)
  if (tag === TAG.ia5) return typeof value.value !== 'string' || /[^\x00-\x7f]/.test(value.value)
  return !DIRECTORY_STRINGS.has(tag)
}

/** A relative name without content, or a value of a type or with characters that a name can't have. @throws DerError */
export const isOddName = (name: Node): boolean =>
  items(name, TAG.sequence, 'name').some((rdn) => {
    const attributes = items(rdn, TAG.set, 'name')
    return attributes.length === 0 || attributes.some(isOddAttribute)
  })

function isOddAttribute(attribute: Node): boolean {
  const [, value, ...rest] = items(attribute, TAG.sequence, 'name')
  return rest.length > 0 || isOddValue(value)
}

const SALTS: Readonly<Record<string, number>> = { sha256: 32, sha384: 48, sha512: 64 }

/**
 * RFC 4055 section 5 (NULL, which may lack), 5758 section 3 (none), and the RSASSA-PSS parameters that TLS uses. @throws DerError
 */
export function areOddParameters(algorithm: Node, { oid, pss }: AlgorithmIdentifier): boolean {
  const [, parameters, ...rest] = items(algorithm, TAG.sequence, 'signature algorithm')
  if (rest.length > 0) return true
  if (oid === RSA_PSS && pss) {
    const [, , , trailer] = parameters === undefined ? [] : items(parameters, TAG.sequence, 'PSS parameters')
    return pss.hash !== pss.mgfHash || pss.saltLength !== SALTS[pss.hash] || trailer !== undefined
  }
  if (parameters === undefined) return false
  return SIGNATURES[oid]?.family !== 'rsa' || tagOf(parameters) !== TAG.null
}
