/** One listener for all connections of a run: adding and removing hundreds of listeners is slow. */

const waiting = new WeakMap<AbortSignal, Set<() => void>>()

function waitingFor(signal: AbortSignal): Set<() => void> {
  const known = waiting.get(signal)
  if (known) return known
  const made = new Set<() => void>()
  waiting.set(signal, made)
  signal.addEventListener('abort', () => {
    // A set that is walked leaves out what is taken from it meanwhile.
    for (const stop of made) stop()
  })
  return made
}

/** Calls `stop` when the signal is aborted; the returned function cancels that. */
export function onAbort(signal: AbortSignal | undefined, stop: () => void): () => void {
  if (!signal) return () => {}
  const all = waitingFor(signal)
  all.add(stop)
  return () => void all.delete(stop)
}
