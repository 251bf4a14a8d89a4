/** The thread that reads; the other one watches it. */
import { parentPort, workerData } from 'node:worker_threads'
import { board } from './board.js'
import { fuzz } from './loop.js'
import { READERS } from './readers.js'

export interface FuzzJob {
  shared: SharedArrayBuffer
  seed: number
  seconds: number
  /** Part of a reader's name. */
  only: string
}

const { shared, seed, seconds, only } = workerData as FuzzJob
const place = board(shared)
const readers = READERS.filter(({ name }) => name.includes(only))
const until = performance.now() + seconds * 1000
const run = await fuzz(readers, seed, until, (reader, input) => place.write(READERS.indexOf(reader), input))
parentPort?.postMessage(run)
