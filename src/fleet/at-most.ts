/**
 * Resolves when `work` has, or after `ms` milliseconds; rejects as `work` does until then. The timer keeps the process alive:
 * a command that waits for a connection that was given up never settles, and a process with nothing else to do would end.
 */
export async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<void>((done) => {
    timer = setTimeout(done, ms)
  })
  try {
    await Promise.race([work, over])
  } finally {
    clearTimeout(timer)
  }
}
