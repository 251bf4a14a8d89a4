/** Limits of what is kept in a queue, in Redis and in memory. */

/** No server produces facts larger than this, in bytes. */
export const MAX_BODY = 4 << 20
/** Results of one run kept in Redis: more than a run ever lets accumulate. */
export const MOST_RESULTS = 20_000
/** Targets in progress of a run, times places. */
const MOST_LOOKS = 4000
const [LEAST_AT_ONCE, MOST_AT_ONCE] = [64, 1000]
export const atOnce = (places: number): number =>
  Math.min(MOST_AT_ONCE, Math.max(LEAST_AT_ONCE, Math.floor(MOST_LOOKS / places)))
/** Jobs of all runs waiting for one place. */
export const MOST_WAITING = 20_000
/** Results taken at once, and their bytes. */
export const TAKEN = 50
export const TAKEN_BYTES = 8 << 20
