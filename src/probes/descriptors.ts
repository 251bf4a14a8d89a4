/** How many connections the system lets this process hold. */
import { readFileSync } from 'node:fs'

/** Standard streams, the event loop, name servers, the files of a report: measured at 30 at most. */
const KEPT_BACK = 40
/** With fewer no audit is possible; what fails then is reported as a fault of this machine. */
const LEAST = 2

/**
 * Connections that may be open at once under the soft limit of open files; no limit where none is known.
 * @param threads each reserves that many files
 */
export function connectionsAllowed(threads = 1): number {
  const limit = openFiles()
  return limit === null ? Number.POSITIVE_INFINITY : Math.max(LEAST, limit - KEPT_BACK * threads)
}

/** Linux says so in /proc; elsewhere Node's own report does, which takes longer. */
function openFiles(): number | null {
  try {
    const soft = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1]
    if (soft !== undefined) return Number(soft)
  } catch {
    // No /proc here.
  }
  const limits = (process.report?.getReport() as { userLimits?: Limits } | undefined)?.userLimits
  const soft = limits?.open_files?.soft
  return typeof soft === 'number' ? soft : null
}

interface Limits {
  open_files?: { soft?: unknown }
}
