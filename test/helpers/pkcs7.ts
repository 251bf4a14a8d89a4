import * as der from '../../src/demo/der.js'
import type { Issued } from '../../src/demo/index.js'

/** A certs-only message: SignedData without signers (RFC 5652 section 5.1, RFC 8551 section 3.8), DER. */
export function certsOnly(certificates: readonly Issued[]): Buffer {
  const signed = der.sequence(
    der.integer(1),
    der.set(),
    der.sequence(der.oid('1.2.840.113549.1.7.1')),
    der.context(0, ...certificates.map((one) => one.der)),
    der.set(),
  )
  return der.sequence(der.oid('1.2.840.113549.1.7.2'), der.context(0, signed))
}
