/** Recordings of a session: which servers a mini program really asked. */
export { readHar } from './har.js'
export { readLog } from './log.js'
export type { Recording, RecordingFault } from './types.js'
