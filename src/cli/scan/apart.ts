/** Runs a scan in its own thread, since parsing and evaluation take long. */
import type { ProjectFacts, ScanOptions } from '../../index.js'
import type { Scanned } from '../../scan/index.js'
import { signalsEnd } from '../signals.js'
import { inThread } from './thread.js'

/** When the signal is aborted there is no result. Rejects for an internal error. */
export async function scanApart(folder: string, options: ScanOptions, signal: AbortSignal): Promise<Scanned> {
  const scanned = await inThread<Scanned>({ script: 'scan/worker.js', data: { folder, options } }, signal)
  if (scanned === 'aborted') return { facts: interrupted() }
  return scanned === 'none' ? signalsEnd(() => scanHere(folder, options)) : scanned.answer
}

async function scanHere(folder: string, options: ScanOptions): Promise<Scanned> {
  const { ScanFault, scanProject } = await import('../../scan/index.js')
  try {
    return { facts: await scanProject(folder, options) }
  } catch (error) {
    if (!(error instanceof ScanFault)) throw error
    return { fault: error.reason }
  }
}

const interrupted = (): ProjectFacts => ({
  ...{ kinds: [], families: [], filesRead: 0, pages: null, leftOut: [], calls: [], settings: [] },
  ...{ resources: [], secrets: [], mentions: [], silentClients: [] },
  passedOver: [{ file: '.', reason: 'interrupted' }],
})
