/** A thread that reads scripts for a scan: it receives texts and returns their reduced form. */

import { serialize } from 'node:v8'
import { parentPort } from 'node:worker_threads'
import type { Answer, Task } from './helpers.js'
import { lookAt, newSeen } from './look.js'
import { readScript } from './trace/index.js'

parentPort?.on('message', async ({ id, unit, how }: Task) => {
  const seen = newSeen()
  const script = await readScript(unit, { visit: (one, ast) => lookAt(one, ast, seen), ...how })
  const bytes = packed({ script, seen })
  const answer: Answer = { id, bytes }
  parentPort?.postMessage(answer, bytes ? [bytes.buffer as ArrayBuffer] : [])
})

/** Null for what is nested too deeply to be handed over. */
function packed(read: unknown): Uint8Array | null {
  try {
    return new Uint8Array(serialize(read))
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
