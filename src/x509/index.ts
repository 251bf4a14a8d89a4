/** Entry point of x509: pure functions over certificate bytes. No I/O, no clock. */
export { anchorsOf, certificateAnchor, isAnchor } from './anchors.js'
export { addressText } from './certificate/general-name.js'
export { publicKeyOf } from './certificate/key.js'
export { readName } from './certificate/name.js'
export { readCertificate } from './certificate/read.js'
export { DerError } from './der/error.js'
export { loadAsn1 } from './der/read.js'
export { type HostMatch, type MatchOptions, matchHost } from './match-host.js'
export { buildPaths } from './path/build.js'
export { checkPath } from './path/check.js'
export { readPem, toPem } from './pem.js'
export { readPkcs7 } from './pkcs7.js'
export { Pkcs12Error, type Pkcs12Fault, readPkcs12 } from './pkcs12.js'
export { rememberedCertificate } from './remember.js'
export { type Crl, type CrlScope, crlStatus, readCrl } from './revocation/crl.js'
export {
  type BasicOcspResponse,
  type OcspAnswer,
  type OcspResponse,
  readOcspResponse,
} from './revocation/ocsp.js'
export { ocspRequest, ocspStatus } from './revocation/ocsp-status.js'
export {
  type Issuer,
  issuerOf,
  pathIssuer,
  type Revocation,
  type UnknownRevocation,
} from './revocation/types.js'
export { readSctList } from './sct.js'
export {
  forgetSignatures,
  isSelfIssued,
  isSelfSigned,
  type Verification,
  verifyCertificate,
} from './signature.js'
export * from './types.js'
