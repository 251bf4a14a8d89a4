/** Pauses before a retry. */
import { setTimeout as sleep } from 'node:timers/promises'

/** Long enough for a rate limit of the moment to pass. */
const PAUSE_MS = 300

/** Ends early when the signal is aborted. */
export async function pause(signal: AbortSignal | undefined): Promise<void> {
  await sleep(PAUSE_MS, undefined, signal && { signal }).catch(() => undefined)
}
