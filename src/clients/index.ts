/**
 * Generations of clients: what each offers, which platforms it represents, and how it handles a server's answer. Pure.
 */
export { type Acceptance, acceptance, type ClientFault, wasNotRead } from './acceptance.js'
export { type Lacking, lackingOf } from './lacking.js'
export { helloKey, keyExchangeOf, traitsOf } from './offer.js'
export { type Observation, predict } from './predict.js'
export {
  clientsOf,
  type OsVersions,
  STACKS,
  type Stack,
  type Tier,
  tierOf,
} from './stands-for.js'
export { CLIENTS, clientById } from './table.js'
export type { Certainty, Client, ClientFamily, HelloShape, Offer } from './types.js'
