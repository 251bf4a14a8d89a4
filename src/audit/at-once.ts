/** Runs many tasks with a bound on how many are in progress. */
/** `enter` waits until there is room, not until the task is done. */
export function openRoom(limit: number) {
  const running = new Set<Promise<void>>()
  let failure: { error: unknown } | null = null
  let wake = (): void => {}
  const check = (): void => {
    if (failure) throw failure.error
  }
  return {
    async enter(task: () => Promise<void>): Promise<void> {
      while (running.size >= limit) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      check()
      const job: Promise<void> = task()
        .catch((error) => {
          failure ??= { error }
        })
        .finally(() => {
          running.delete(job)
          wake()
        })
      running.add(job)
    },
    async empty(): Promise<void> {
      await Promise.all(running)
      check()
    },
  }
}
