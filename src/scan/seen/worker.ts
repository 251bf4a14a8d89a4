/** The thread that reads a recording, which may be large. */
import { parentPort, workerData } from 'node:worker_threads'
import { type RecordingKind, readRecording } from './index.js'

const { kind, bytes, file } = workerData as { kind: RecordingKind; bytes: Uint8Array; file: string }

parentPort?.postMessage(readRecording(kind, bytes, file))
