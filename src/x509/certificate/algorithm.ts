/** AlgorithmIdentifier of a signature (RFC 3279, 4055, 5758, 8410). */
import { content, explicit, inner, items, type Node, oidOf, smallInteger, TAG, tagOf } from '../der/index.js'
import { HASHES, MGF1, RSA_PSS, SIGNATURES } from '../oids.js'
import type { AlgorithmIdentifier, SignatureAlgorithm } from '../types.js'

/** @throws DerError */
export function signatureAlgorithm(node: Node): AlgorithmIdentifier {
  const [first, parameters] = items(node, TAG.sequence, 'signature algorithm')
  const oid = oidOf(first, 'signature algorithm')
  if (oid === RSA_PSS) {
    const pss = pssParameters(parameters)
    return { oid, name: 'rsassaPss', hash: pss.hash, pss }
  }
  const known = SIGNATURES[oid]
  return { oid, name: known?.name ?? oid, hash: known?.hash ?? 'unknown' }
}

const hashOf = (node: Node): SignatureAlgorithm['hash'] =>
  HASHES[oidOf(items(node, TAG.sequence, 'hash')[0], 'hash')] ?? 'unknown'

// Every field has a default, and all of them are SHA-1 ones (RFC 4055 section 3.1).
function pssParameters(node: Node | undefined): NonNullable<AlgorithmIdentifier['pss']> {
  const pss: NonNullable<AlgorithmIdentifier['pss']> = { hash: 'sha1', mgfHash: 'sha1', saltLength: 20 }
  if (node === undefined || tagOf(node) === TAG.null) return pss
  for (const field of items(node, TAG.sequence, 'PSS parameters')) {
    const value = inner(field, 'PSS parameters')
    if (tagOf(field) === explicit(0)) pss.hash = hashOf(value)
    if (tagOf(field) === explicit(1)) {
      const [mgf, parameter] = items(value, TAG.sequence, 'mask generation')
      const isMgf1 = oidOf(mgf, 'mask generation') === MGF1
      pss.mgfHash = isMgf1 && parameter !== undefined ? hashOf(parameter) : 'unknown'
    }
    if (tagOf(field) === explicit(2)) {
      pss.saltLength = smallInteger(content(value, TAG.integer, 'salt'), 'salt')
    }
  }
  return pss
}
