/** Certificates and servers made on the spot, good and bad: used by `hefa demo` and the tests. */
export * from './authority.js'
export type { Serving } from './cases.js'
export {
  type NameConstraints,
  type Purpose,
  type RawExtension,
  type SctInput,
  sctList,
} from './extensions.js'
export { freshKey, type Hash, type KeyKind } from './keys.js'
export { type CrlInput, makeCrl, makeOcspResponse, OCSP_STATUS, type OcspInput } from './revocation.js'
export { type Demo, type DemoTarget, type RunningServer, startDemo, startServer } from './servers.js'
