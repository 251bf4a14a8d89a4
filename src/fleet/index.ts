/** The door of fleets: workers at many places, and who asks them, over a queue of BullMQ. */
export { type QueueAddress, readQueueUrl } from './address.js'
export { NoQueue } from './connect.js'
export { type Fleet, type FleetEvent, type FleetSetting, NoFleet, openFleet } from './fleet.js'
export { type Library, loadLibrary } from './library.js'
export type { Alive } from './places.js'
export { RATES, type Rates } from './politeness.js'
export { type WorkerEvent, type WorkerSetting, work } from './worker.js'
