/** Runs plugins in a separate thread: one that exits, hangs or throws affects neither exit status nor report. */
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'
import { workerFile } from '../worker-file.js'
import { type Packed, unpack } from './plugin-values.js'

export interface WorkerSetting {
  /** URLs or package names. */
  places: string[]
  /** Names of exports; the first that exists is used. */
  names: string[]
  port: MessagePort
  /** Incremented with each answer. */
  signal: Int32Array<SharedArrayBuffer>
}
export interface ToWorker {
  index: number
  args: unknown[]
}
export type FromWorker = { kind: 'returned'; value: unknown } | { kind: 'threw'; message: string }
type Loading =
  | { kind: 'loaded'; place: string; packed: Packed; first: number }
  | { kind: 'ready' }
  | { kind: 'failed'; message: string }

const LOAD_MS = 10_000
const CALL_MS = 5000

/**
 * What each module exports, with functions that run over there and are waited for.
 * @param places URLs or package names
 * @throws Error when one can't be loaded; later calls throw when the thread is gone
 */
export function loadApart(
  places: readonly string[],
  names: readonly string[] = ['rules', 'default'],
): Promise<Map<string, unknown>> {
  const file = workerFile('audit/plugin-worker.js')
  if (!file) return Promise.reject(new Error('the build holds no audit/plugin-worker.js'))
  const { port1: port, port2 } = new MessageChannel()
  const signal = new Int32Array(new SharedArrayBuffer(4))
  const workerData: WorkerSetting = { places: [...places], names: [...names], port: port2, signal }
  const worker = new Worker(file, { workerData, transferList: [port2] })
  const { call, gone } = caller(worker, port, signal)
  return new Promise((resolve, reject) => {
    const exported = new Map<string, unknown>()
    const timer = setTimeout(() => fail(`not loaded within ${LOAD_MS / 1000} s`), LOAD_MS)
    const settle = (): void => {
      clearTimeout(timer)
      worker.unref()
      port.unref()
    }
    const fail = (message: string): void => {
      settle()
      gone(message)
      reject(new Error(message))
    }
    worker.on('message', (message: Loading) => {
      if (message.kind === 'failed') fail(message.message)
      else if (message.kind === 'ready') {
        settle()
        resolve(exported)
      } else {
        const { place, packed, first } = message
        exported.set(
          place,
          unpack(packed, (index, args) => call(first + index, args)),
        )
      }
    })
    worker.on('error', (error) => fail(error instanceof Error ? error.message : 'error'))
    worker.on('exit', () => fail('it ended its own thread'))
  })
}

/** Blocking calls, as rules need them. */
function caller(worker: Worker, port: MessagePort, signal: WorkerSetting['signal']) {
  let lost: string | null = null
  const gone = (why: string): void => {
    lost ??= why
    void worker.terminate()
  }
  const call = (index: number, args: unknown[]): unknown => {
    if (lost !== null) throw new Error(lost)
    const before = Atomics.load(signal, 0)
    port.postMessage({ index, args } satisfies ToWorker)
    if (Atomics.wait(signal, 0, before, CALL_MS) === 'timed-out') gone(`no answer within ${CALL_MS / 1000} s`)
    const answer = receiveMessageOnPort(port)?.message as FromWorker | undefined
    if (!answer) gone('it ended its own thread')
    if (answer?.kind === 'returned') return answer.value
    throw new Error(answer?.message ?? lost ?? 'no answer')
  }
  return { call, gone }
}
