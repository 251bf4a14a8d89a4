/** Concurrent tasks, and occasionally one that must run alone. */
export interface Room {
  together<T>(task: () => Promise<T>): Promise<T>
  alone<T>(task: () => Promise<T>): Promise<T>
}

export function openRoom(): Room {
  const inside = new Set<Promise<unknown>>()
  let last: Promise<unknown> = Promise.resolve()
  const settled = (promise: Promise<unknown>): Promise<void> => promise.then(nothing, nothing)
  return {
    async together(task) {
      await last
      const running = task()
      const done = settled(running)
      inside.add(done)
      void done.then(() => inside.delete(done))
      return running
    },
    alone(task) {
      const before = last
      const running = (async () => {
        await before
        await Promise.all(inside)
        return task()
      })()
      last = settled(running)
      return running
    },
  }
}

const nothing = (): void => {}
