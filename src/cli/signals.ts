/** Signals while long synchronous work blocks the only thread: a handler would wait until that is done. */
import { Worker } from 'node:worker_threads'

/** During the work a signal ends the process at once, as it does without a handler. */
export async function signalsEnd<Value>(work: () => Value | Promise<Value>): Promise<Value> {
  const own = (['SIGINT', 'SIGTERM'] as const).flatMap((signal) =>
    process.listeners(signal).map((listener) => ({ signal, listener })),
  )
  for (const { signal, listener } of own) process.off(signal, listener)
  try {
    return await work()
  } finally {
    for (const { signal, listener } of own) process.on(signal, listener)
  }
}

/** Sends the signal again after that time, from another thread, since this one may be blocked by then. */
export function sendAgain(signal: NodeJS.Signals, ms: number): void {
  const { pid } = process
  const script = `setTimeout(() => process.kill(${pid}, ${JSON.stringify(signal)}), ${ms})`
  try {
    new Worker(script, { eval: true }).unref()
  } catch (error) {
    // If Node may not start threads, a timer of this thread has to do.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_ACCESS_DENIED') throw error
  }
}
