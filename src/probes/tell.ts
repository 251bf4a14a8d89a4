/** When the caller is told how far a run is. */

/** Called the first time only, after everything that starts in the same turn. */
export function onceLater(call: (() => void) | undefined): () => void {
  let waits = call !== undefined
  return () => {
    if (waits && call) setImmediate(call)
    waits = false
  }
}

/** Called the first time only. */
export function once<T>(call: ((value: T) => void) | undefined): (value: T) => void {
  let left = call
  return (value) => {
    const first = left
    left = undefined
    first?.(value)
  }
}

/** Calls `tell` if the handshakes are done before the requests. */
export function tellWaiting<T>(
  observed: Promise<T>,
  asking: Promise<unknown> | undefined,
  tell: (facts: T) => void,
): void {
  let pending = asking !== undefined
  const answered = (): void => {
    pending = false
  }
  // Rejections are handled where both are awaited.
  asking?.then(answered, answered)
  observed.then(
    (facts) => pending && tell(facts),
    () => {},
  )
}
