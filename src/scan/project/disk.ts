/** The only reading of files: bounded, and never outside the scanned folder. */
import { constants } from 'node:fs'
import { type FileHandle, open, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { PassedOver } from '../../facts/index.js'
import { ScanFault } from './fault.js'

/** Files above this many bytes are passed over. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024

export type Reading = { text: string } | { reason: PassedOver['reason'] | 'missing' }

/** The folder with every symbolic link in its own path resolved. Throws a ScanFault. */
export async function openFolder(folder: string): Promise<string> {
  try {
    const found = await stat(folder)
    if (!found.isDirectory()) throw new ScanFault('not-a-folder', folder)
    return await realpath(folder)
  } catch (error) {
    if (error instanceof ScanFault) throw error
    const code = codeOf(error)
    if (code === 'ENOENT') throw new ScanFault('missing', folder)
    throw new ScanFault(code === 'ENOTDIR' ? 'not-a-folder' : 'unreadable', folder)
  }
}

export function isInside(real: string, root: string): boolean {
  return real === root || real.startsWith(root.endsWith(sep) ? root : root + sep)
}

/** `root` is a real path; `file` relative to it. */
export async function readText(root: string, file: string): Promise<Reading> {
  let handle: FileHandle | undefined
  try {
    const real = await realpath(join(root, file))
    if (!isInside(real, root)) return { reason: 'outside' }
    // Without NONBLOCK the opening of a named pipe waits for a writer.
    handle = await open(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const found = await handle.stat()
    if (!found.isFile()) return { reason: 'unreadable' }
    if (found.size > MAX_FILE_BYTES) return { reason: 'too-large' }
    return decode(await bytesOf(handle))
  } catch (error) {
    const code = codeOf(error)
    return { reason: code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable' }
  } finally {
    await handle?.close()
  }
}

/** A file may grow while it is read: one byte more than allowed tells. */
async function bytesOf(handle: FileHandle): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let length = 0
  for (;;) {
    const { bytesRead, buffer } = await handle.read({ buffer: Buffer.alloc(256 * 1024), position: length })
    if (bytesRead === 0) return Buffer.concat(parts, length)
    length += bytesRead
    if (length > MAX_FILE_BYTES) return null
    parts.push(buffer.subarray(0, bytesRead))
  }
}

function decode(bytes: Buffer | null): Reading {
  if (bytes === null) return { reason: 'too-large' }
  if (bytes.includes(0)) return { reason: 'not-text' }
  // A comment in another encoding must not hide a file's calls, so what is no UTF-8 is replaced, not refused.
  return { text: new TextDecoder('utf-8').decode(bytes) }
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown } | null)?.code ?? '')
}
