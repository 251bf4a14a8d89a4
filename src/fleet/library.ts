/** BullMQ and its driver: nobody needs them who has no fleet, so they are loaded when one is asked for. */
import type { Queue, Worker } from 'bullmq'
import type { Redis, RedisOptions } from 'ioredis'

export interface Library {
  Queue: typeof Queue
  Worker: typeof Worker
  Redis: new (options: RedisOptions) => Redis
  DelayedError: new () => Error
  WaitingError: new () => Error
}

/** What a module that is not there is called: by Node, and inside of an executable. */
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
