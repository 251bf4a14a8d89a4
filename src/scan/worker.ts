/** The thread a scan runs in, so a signal can end it at any moment. */
import { parentPort, workerData } from 'node:worker_threads'
import { ScanFault, type Scanned, type ScanOptions, scanProject } from './index.js'

const { folder, options } = workerData as { folder: string; options: ScanOptions }

try {
  parentPort?.postMessage({ facts: await scanProject(folder, options) } satisfies Scanned)
} catch (error) {
  if (!(error instanceof ScanFault)) throw error
  parentPort?.postMessage({ fault: error.reason } satisfies Scanned)
}
