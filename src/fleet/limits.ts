/** Limits of what is kept in a queue, in Redis and in memory. */

/** Facts of more bytes are none that a server can have. */
export const MAX_BODY = 4 << 20
/** Results of one run that stand in Redis: more than a run ever lets come together. */
export const MOST_RESULTS = 20_000
/** Targets of a run under way, times places. */
const MOST_LOOKS = 4000
const [LEAST_AT_ONCE, MOST_AT_ONCE] = [64, 1000]
export const atOnce = (places: number): number =>
  Math.min(MOST_AT_ONCE, Math.max(LEAST_AT_ONCE, Math.floor(MOST_LOOKS / places)))
/** Jobs of all runs that wait for one place. */
export const MOST_WAITING = 20_000
/** Results taken at once, and their bytes. */
export const TAKEN = 50
export const TAKEN_BYTES = 8 << 20
