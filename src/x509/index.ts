/** The x509 room: pure functions over certificate bytes. No I/O, no clock. */
export { addressText } from './certificate/general-name.js'
export { publicKeyOf } from './certificate/key.js'
export { readName } from './certificate/name.js'
export { readCertificate } from './certificate/read.js'
export { DerError } from './der/error.js'
export { readSctList } from './sct.js'
export * from './types.js'
