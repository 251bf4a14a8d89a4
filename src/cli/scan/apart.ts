/** A scan in a thread of its own: reading and folding are long work, and a signal must end it at any moment. */
import { Worker } from 'node:worker_threads'
import type { ProjectFacts, ScanOptions } from '../../index.js'
import type { ScanFault } from '../../scan/index.js'
import { workerFile } from '../../worker-file.js'

/** What was found, or why the folder could not be scanned. */
export type Scanned = { facts: ProjectFacts } | { fault: ScanFault['reason'] }

/** When the signal is aborted nothing of the source is known. Rejects for a fault of ours. */
export async function scanApart(folder: string, options: ScanOptions, signal: AbortSignal): Promise<Scanned> {
  if (signal.aborted) return { facts: interrupted() }
  const worker = openWorker({ folder, options })
  return worker ? answerOf(worker, signal) : scanHere(folder, options)
}

function answerOf(worker: Worker, signal: AbortSignal): Promise<Scanned> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      resolve({ facts: interrupted() })
      void worker.terminate()
    }
    signal.addEventListener('abort', stop, { once: true })
    // Its memory is given back before what it found is judged.
    let found: Scanned | undefined
    worker.once('message', (scanned: Scanned) => {
      found = scanned
      void worker.terminate()
    })
    worker.once('error', reject)
    worker.once('exit', () => {
      signal.removeEventListener('abort', stop)
      if (found) resolve(found)
      else reject(new Error('the scan ended without an answer'))
    })
  })
}

/** Null without a build, or where Node may start no thread. */
function openWorker(workerData: { folder: string; options: ScanOptions }): Worker | null {
  const file = workerFile('scan/worker.js')
  if (!file) return null
  try {
    return new Worker(file, { workerData })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_ACCESS_DENIED') throw error
    return null
  }
}

async function scanHere(folder: string, options: ScanOptions): Promise<Scanned> {
  const { ScanFault, scanProject } = await import('../../scan/index.js')
  const restore = leaveSignalsAlone()
  try {
    return { facts: await scanProject(folder, options) }
  } catch (error) {
    if (!(error instanceof ScanFault)) throw error
    return { fault: error.reason }
  } finally {
    restore()
  }
}

/** Handlers would wait until the work is done: without them a signal ends the process, with no report. */
function leaveSignalsAlone(): () => void {
  const own = (['SIGINT', 'SIGTERM'] as const).flatMap((signal) =>
    process.listeners(signal).map((listener) => ({ signal, listener })),
  )
  for (const { signal, listener } of own) process.off(signal, listener)
  return () => {
    for (const { signal, listener } of own) process.on(signal, listener)
  }
}

const interrupted = (): ProjectFacts => ({
  ...{ kinds: [], families: [], filesRead: 0, pages: null, leftOut: [], calls: [], settings: [] },
  ...{ resources: [], secrets: [], mentions: [], silentClients: [] },
  passedOver: [{ file: '.', reason: 'interrupted' }],
})
