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
    // The slot passes directly to the next task: if it were released first, a newcomer could take it.
    head += 1
    // Served tasks are removed in batches: shifting them one by one would be quadratic.
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
