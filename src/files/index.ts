/** Reads files given by the user: bounded in size and time, after checking what kind of file it is. */
import { constants } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

export interface ReadSetting {
  /** May it be a pipe, as `<(command)` creates one? A file that was found, not given, may not. Default true. */
  pipes?: boolean
  /** Stops waiting for a pipe. */
  signal?: AbortSignal | undefined
  /** How long a pipe may stay silent, in milliseconds. Default 10 s. */
  silenceMs?: number
}

/** Not a regular file; the kind it is instead. */
export type OtherKind = 'EISDIR' | 'FIFO' | 'SOCKET' | 'DEVICE'

const SILENCE_MS = 10_000
/** How long a pipe may have no writer at all: `<(command)` has one from the start, one of mkfifo soon or never. */
const NO_WRITER_MS = 1000
/** How often a pipe that nobody has written to yet is looked at. */
const LOOK_MS = 20
const PIECE = 1 << 16

/**
 * At most one byte more than `limit`, so that a longer file can be recognised.
 * @throws an error with an errno name as its `code`, or an `OtherKind` for what isn't a file, a pipe that nobody writes to among it; `ETIMEDOUT` for a
 * pipe that stays silent, `ABORT_ERR` once the signal is aborted
 */
export async function readFileBounded(
  path: string,
  limit: number,
  { pipes = true, signal, silenceMs = SILENCE_MS }: ReadSetting = {},
): Promise<Buffer> {
  const found = await stat(path)
  const pipe = found.isFIFO()
  if (!found.isFile() && !(pipe && pipes)) throw fault(kindOf(found))
  // NONBLOCK: a file may have been replaced by a pipe in the meantime, and opening one waits for its writer.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const opened = await handle.stat()
    if (opened.isFIFO() !== pipe || !(pipe || opened.isFile())) throw fault(kindOf(opened))
    return await (pipe ? pipeBytes(handle, limit, silenceMs, signal) : fileBytes(handle, limit, opened.size))
  } finally {
    await handle.close()
  }
}

/** Is it a regular file? Pipes, sockets, devices and folders are not. */
export const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  )

function kindOf(found: { isDirectory(): boolean; isFIFO(): boolean; isSocket(): boolean }): OtherKind {
  if (found.isDirectory()) return 'EISDIR'
  if (found.isFIFO()) return 'FIFO'
  return found.isSocket() ? 'SOCKET' : 'DEVICE'
}

const fault = (code: string): Error => Object.assign(new Error(code), { code })

/** A file may grow while it is read, and those of /proc have no size. */
async function fileBytes(handle: FileHandle, limit: number, size: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let length = 0
  while (length <= limit) {
    const piece = Buffer.allocUnsafe(Math.min(Math.max(PIECE, size - length + 1), limit + 1 - length))
    const { bytesRead } = await handle.read(piece, 0, piece.length, null)
    if (bytesRead === 0) break
    parts.push(piece.subarray(0, bytesRead))
    length += bytesRead
  }
  return Buffer.concat(parts)
}

/** Ends where the writer closes it; before anything came, no writer means that it has not opened it yet. */
async function pipeBytes(
  handle: FileHandle,
  limit: number,
  silenceMs: number,
  signal: AbortSignal | undefined,
): Promise<Buffer> {
  const parts: Buffer[] = []
  let length = 0
  let silent = 0
  let alone = 0
  while (length <= limit) {
    signal?.throwIfAborted()
    const piece = Buffer.allocUnsafe(Math.min(PIECE, limit + 1 - length))
    const bytesRead = await handle.read(piece, 0, piece.length, null).then((read) => read.bytesRead, notYet)
    if (bytesRead === 0 && length > 0) break
    if (bytesRead > 0) {
      parts.push(piece.subarray(0, bytesRead))
      length += bytesRead
      silent = 0
      continue
    }
    if (silent >= silenceMs) throw fault('ETIMEDOUT')
    if (bytesRead === 0 && alone >= NO_WRITER_MS) throw fault('FIFO')
    await sleep(LOOK_MS, undefined, signal && { signal }).catch(() => undefined)
    silent += LOOK_MS
    if (bytesRead === 0) alone += LOOK_MS
  }
  return Buffer.concat(parts)
}

/** A writer is connected and hasn't written yet. */
function notYet(error: unknown): number {
  if ((error as { code?: unknown }).code === 'EAGAIN') return -1
  throw error
}
