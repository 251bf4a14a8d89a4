/** The thread that runs plugins: whatever they do to it, the report is written elsewhere. */
import { writeSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { messageOf } from '../engine/index.js'
import type { FromWorker, ToWorker, WorkerSetting } from './plugin-host.js'
import { type AnyFunction, pack } from './plugin-values.js'
import { readTypeScript } from './typescript.js'

const { places, names, port, signal } = workerData as WorkerSetting
const functions: AnyFunction[] = []
const STDERR = 2

// Standard output is reserved for the report.
process.stdout.write = ((text: string | Uint8Array) => {
  writeSync(STDERR, text as string)
  return true
}) as typeof process.stdout.write

/** The other thread may be blocked: it is woken once the answer is ready. */
function answer(message: FromWorker): void {
  try {
    port.postMessage(message)
  } catch (error) {
    port.postMessage({ kind: 'threw', message: messageOf(error) } satisfies FromWorker)
  }
  wake()
}

function wake(): void {
  Atomics.add(signal, 0, 1)
  Atomics.notify(signal, 0)
}

port.on('message', ({ index, args }: ToWorker) => {
  try {
    answer({ kind: 'returned', value: functions[index]?.(...args) })
  } catch (error) {
    answer({ kind: 'threw', message: messageOf(error) })
  }
})
// A plugin that ends its thread must not leave the other one blocked.
process.on('exit', wake)

try {
  await readTypeScript(places)
  for (const place of places) {
    const module: Record<string, unknown> = await import(place)
    const name = names.find((one) => module[one] !== undefined) ?? ''
    const { packed, functions: own } = pack(module[name])
    parentPort?.postMessage({ kind: 'loaded', place, packed, first: functions.length })
    functions.push(...own)
  }
  parentPort?.postMessage({ kind: 'ready' })
} catch (error) {
  parentPort?.postMessage({ kind: 'failed', message: messageOf(error) })
}
