/** BullMQ and its Redis driver: only needed for fleets, so they are loaded on demand. */
import type { Queue, Worker } from 'bullmq'
import type { Redis, RedisOptions } from 'ioredis'

export interface Library {
  Queue: typeof Queue
  Worker: typeof Worker
  Redis: new (options: RedisOptions) => Redis
  DelayedError: new () => Error
  WaitingError: new () => Error
}

/** Error codes for a missing module: Node's, and the one inside of a single executable. */
const ABSENT = new Set(['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND', 'ERR_UNKNOWN_BUILTIN_MODULE'])

/** Only from where hefa itself is installed: what lies in a working directory may be a stranger's. Null: not installed. */
export async function loadLibrary(): Promise<Library | null> {
  try {
    const [{ Queue, Worker, DelayedError, WaitingError }, { Redis }] = await Promise.all([
      import('bullmq'),
      import('ioredis'),
    ])
    return { Queue, Worker, Redis, DelayedError, WaitingError }
  } catch (error) {
    if (ABSENT.has((error as NodeJS.ErrnoException).code ?? '')) return null
    throw error
  }
}
