/** Files are written completely or not at all: next to their destination, then moved into place. */
import { randomBytes } from 'node:crypto'
import { access, constants, open, readlink, realpath, rename, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Flushed to disk when it returns. */
async function writeNew(file: string, text: string, mode: number): Promise<void> {
  const handle = await open(file, 'wx', mode)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Replaces a file atomically; devices and pipes are written to, symbolic links followed. Throws errno errors. */
export async function replaceFile(file: string, text: string): Promise<void> {
  const place = await placeOf(file)
  const old = await stat(place).catch(() => null)
  if (old && !old.isFile()) return writeThrough(place, Buffer.from(text), old.isFIFO())
  const part = join(
    dirname(place),
    `.${basename(place)}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`,
  )
  try {
    await writeNew(part, text, old ? old.mode & 0o777 : 0o666)
    await rename(part, place)
  } catch (error) {
    await unlink(part).catch(() => {})
    throw error
  }
}

/** How long a pipe may have no reader, and how often writing is retried. */
const UNREAD_MS = 10_000
const TRY_MS = 20

/**
 * Devices and pipes. Opening a pipe without a reader, or filling one, would block a thread that no signal can end: it
 * is retried instead.
 * @throws ENXIO for a pipe without a reader, EAGAIN for one whose reader doesn't read
 */
async function writeThrough(place: string, bytes: Buffer, isPipe: boolean): Promise<void> {
  const flags = constants.O_WRONLY | (constants.O_NONBLOCK ?? 0)
  const handle = await tried(() => open(place, flags), isPipe ? 'ENXIO' : 'EAGAIN')
  try {
    for (let rest = bytes; rest.length > 0; ) {
      const { bytesWritten } = await tried<{ bytesWritten: number }>(() => handle.write(rest), 'EAGAIN')
      rest = rest.subarray(bytesWritten)
    }
  } finally {
    await handle.close()
  }
}

/** Retries while it fails with this error. */
async function tried<Value>(work: () => Promise<Value>, again: string): Promise<Value> {
  for (let waited = 0; ; waited += TRY_MS) {
    try {
      return await work()
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== again || waited >= UNREAD_MS) throw error
    }
    await sleep(TRY_MS)
  }
}

/**
 * Throws an errno error if a file can't be written there: better before probing than after.
 * @returns the final path, with links followed
 */
export async function checkWritable(file: string): Promise<string> {
  const place = await placeOf(file)
  const old = await stat(place).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (old?.isDirectory()) throw Object.assign(new Error('a directory'), { code: 'EISDIR' })
  await access(old && !old.isFile() ? place : dirname(place), constants.W_OK)
  return join(await realpath(dirname(place)), basename(place))
}

/** More symbolic links in a row than any system follows (path_resolution(7)). */
const MAX_LINKS = 40

/** The file that writing would end up in: links are followed, also dangling ones. Throws errno errors. */
async function placeOf(file: string): Promise<string> {
  let place = resolve(file)
  for (let links = 0; links <= MAX_LINKS; links += 1) {
    const target = await readlink(place).catch(() => null)
    if (target === null) return place
    // The folder may be a link itself: a relative link starts from where that leads.
    place = resolve(await realpath(dirname(place)), target)
  }
  throw Object.assign(new Error('too many symbolic links'), { code: 'ELOOP' })
}
