/** Long work in its own thread, so that a signal can end it at any moment. */
import { type TransferListItem, Worker } from 'node:worker_threads'
import { workerFile } from '../../worker-file.js'

export interface Work {
  /** Within the build: posts one answer. */
  script: string
  data: unknown
  transfer?: TransferListItem[]
}

/**
 * `aborted` by the signal; `none` in an unbuilt tree, or if Node may not start threads. Rejects for an internal error.
 */
export async function inThread<Answer>(
  work: Work,
  signal: AbortSignal,
): Promise<{ answer: Answer } | 'aborted' | 'none'> {
  if (signal.aborted) return 'aborted'
  const worker = open(work)
  return worker ? answerOf<Answer>(worker, signal) : 'none'
}

function answerOf<Answer>(worker: Worker, signal: AbortSignal): Promise<{ answer: Answer } | 'aborted'> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      resolve('aborted')
      void worker.terminate()
    }
    signal.addEventListener('abort', stop, { once: true })
    // Frees its memory before the result is used.
    let found: { answer: Answer } | undefined
    worker.once('message', (answer: Answer) => {
      found = { answer }
      void worker.terminate()
    })
    worker.once('error', reject)
    worker.once('exit', () => {
      signal.removeEventListener('abort', stop)
      if (found) resolve(found)
      else reject(new Error('the thread ended without an answer'))
    })
  })
}

function open({ script, data: workerData, transfer }: Work): Worker | null {
  const file = workerFile(script)
  if (!file) return null
  try {
    return new Worker(file, { workerData, ...(transfer && { transferList: transfer }) })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_ACCESS_DENIED') throw error
    return null
  }
}
