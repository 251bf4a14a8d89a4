/** The x509 room: pure functions over certificate bytes. No I/O, no clock. */
export { anchorsOf, certificateAnchor, isAnchor } from './anchors.js'
export { addressText } from './certificate/general-name.js'
export { publicKeyOf } from './certificate/key.js'
export { readName } from './certificate/name.js'
export { readCertificate } from './certificate/read.js'
export { DerError } from './der/error.js'
export { type HostMatch, type MatchOptions, matchHost } from './match-host.js'
export { buildPaths } from './path/build.js'
export { checkPath } from './path/check.js'
export { readPem, toPem } from './pem.js'
export { readSctList } from './sct.js'
export {
  forgetSignatures,
  isSelfIssued,
  isSelfSigned,
  type Verification,
  verifyCertificate,
} from './signature.js'
export * from './types.js'
