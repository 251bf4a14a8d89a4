/** Files that are whole or not there: written beside their place, then moved into it. */
import { randomBytes } from 'node:crypto'
import {
  access,
  constants,
  open,
  readlink,
  realpath,
  rename,
  stat,
  unlink,
  writeFile,
} from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

/** Replaces a file at once; devices and pipes are written to, symbolic links followed. Throws errno errors. */
export async function replaceFile(file: string, text: string): Promise<void> {
  const place = await placeOf(file)
  const old = await stat(place).catch(() => null)
  if (old && !old.isFile()) return writeFile(place, text)
  const part = join(
    dirname(place),
    `.${basename(place)}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`,
  )
  try {
    const handle = await open(part, 'wx', old ? old.mode & 0o777 : 0o666)
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, place)
  } catch (error) {
    await unlink(part).catch(() => {})
    throw error
  }
}

/** Throws an errno error when a file could not be written there: better told before the probing than after. */
export async function checkWritable(file: string): Promise<void> {
  const place = await placeOf(file)
  const old = await stat(place).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (old?.isDirectory()) throw Object.assign(new Error('a directory'), { code: 'EISDIR' })
  await access(old && !old.isFile() ? place : dirname(place), constants.W_OK)
}

/** More links after one another than any system follows (path_resolution(7)). */
const MAX_LINKS = 40

/** Where writing ends up: a link is followed, also one to a file that is not there yet. Throws errno errors. */
async function placeOf(file: string): Promise<string> {
  let place = resolve(file)
  for (let links = 0; links <= MAX_LINKS; links += 1) {
    const target = await readlink(place).catch(() => null)
    if (target === null) return place
    // The folder may be a link itself: a relative target starts where that leads.
    place = resolve(await realpath(dirname(place)), target)
  }
  throw Object.assign(new Error('too many symbolic links'), { code: 'ELOOP' })
}
