/** Threads that read scripts ahead of the one that scans. Without a build, or where Node may start none, there are none. */
import { deserialize } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { workerFile } from '../worker-file.js'
import type { Seen } from './look.js'
import type { Elsewhere, ScriptRead } from './trace/index.js'
import type { SourceUnit } from './types.js'

export interface Task {
  id: number
  unit: SourceUnit
  how: Parameters<Elsewhere['read']>[1]
}

/** `bytes` are a `HandedOver`; null where it could not be packed. */
export interface Answer {
  id: number
  bytes: Uint8Array | null
}

export interface HandedOver {
  script: ScriptRead
  seen: Seen
}

export interface Helpers extends Elsewhere {
  close(): Promise<void>
}

/** With fewer scripts a thread costs more than it saves: it is a copy of the program, which has to be started. */
export const LEAST_SCRIPTS = 300
/** Tasks that wait at each thread, so that it never does. */
const QUEUED = 4

/** Less than the thread that scans has: what is too deep there is too deep here. */
const STACK_MB = 3

interface Helper {
  worker: Worker
  waiting: Map<number, (answer: Answer | null) => void>
}

/** `add` receives what was seen in the scripts' trees. Null if this thread should do everything. */
export function openHelpers(jobs: number, scripts: number, add: (seen: Seen) => void): Helpers | null {
  const file = jobs > 1 && scripts >= LEAST_SCRIPTS ? workerFile('scan/helper.js') : null
  if (!file) return null
  const helpers: Helper[] = []
  const lose = (one: Helper) => void helpers.splice(helpers.indexOf(one), helpers.includes(one) ? 1 : 0)
  for (let left = jobs - 1; left > 0; left--) {
    const one = opened(file, lose)
    if (one) helpers.push(one)
  }
  if (helpers.length === 0) return null
  let lastId = 0
  const idlest = () => helpers.reduce((one, other) => (other.waiting.size < one.waiting.size ? other : one))
  return {
    hasRoom: () => helpers.length > 0 && idlest().waiting.size < QUEUED,
    async read(unit, how) {
      if (helpers.length === 0) return null
      const { worker, waiting } = idlest()
      const id = ++lastId
      const answer = await new Promise<Answer | null>((resolve) => {
        waiting.set(id, resolve)
        worker.postMessage({ id, unit, how } satisfies Task)
      })
      const found = answer?.bytes ? unpacked(answer.bytes) : null
      // How deep a script may be nested is decided by the one thread that scans.
      if (!found || found.script.fault?.reason === 'nesting') return null
      add(found.seen)
      return found.script
    },
    async close() {
      await Promise.all(helpers.map(({ worker }) => worker.terminate()))
    },
  }
}

function opened(file: URL, lose: (helper: Helper) => void): Helper | null {
  try {
    const worker = new Worker(file, { resourceLimits: { stackSizeMb: STACK_MB } })
    const helper: Helper = { worker, waiting: new Map() }
    const { waiting } = helper
    worker.on('message', (answer: Answer) => {
      waiting.get(answer.id)?.(answer)
      waiting.delete(answer.id)
    })
    // Its scripts are read here: a bug in hefa will recur, a lack of memory perhaps not.
    const gone = () => {
      lose(helper)
      for (const resolve of waiting.values()) resolve(null)
      waiting.clear()
    }
    worker.on('error', gone)
    worker.on('exit', gone)
    return helper
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_ACCESS_DENIED') throw error
    return null
  }
}

/** Null for what is nested too deeply for this thread's stack. */
function unpacked(bytes: Uint8Array): HandedOver | null {
  try {
    return deserialize(bytes) as HandedOver
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
