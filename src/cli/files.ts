/** Files that are whole or not there: written beside their place, then moved into it. */
import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, constants, open, realpath, rename, stat, unlink, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

/** At most `limit` bytes and the rest of the piece they end in. Throws errno errors. */
export async function readBounded(file: string, limit: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of createReadStream(file, { highWaterMark: 1 << 20 })) {
    parts.push(part)
    length += part.length
    if (length > limit) break
  }
  return Buffer.concat(parts)
}

/** Replaces a file at once; devices and pipes are written to, symbolic links followed. Throws errno errors. */
export async function replaceFile(file: string, text: string): Promise<void> {
  const place = await realpath(file).catch(() => resolve(file))
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
  const old = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (old?.isDirectory()) throw Object.assign(new Error('a directory'), { code: 'EISDIR' })
  await access(old && !old.isFile() ? file : dirname(resolve(file)), constants.W_OK)
}
