/** Runs a limited number of tasks at once; the others wait in order of arrival. */
export type Limiter = <T>(task: () => Promise<T>) => Promise<T>

export function limiter(limit: number): Limiter {
  const waiting: (() => void)[] = []
  let head = 0
  let active = 0

  const next = (): void => {
    const start = waiting[head]
    if (!start) {
      active -= 1
      return
    }
    // The place passes straight to the next: given back first, a newcomer could take it in between.
    head += 1
    // Cut what was served now and then: shifting one by one would cost the square of the queue.
    if (head > 1024) {
      waiting.splice(0, head)
      head = 0
    }
    start()
  }
  return async (task) => {
    if (active < limit) active += 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await task()
    } finally {
      next()
    }
  }
}
