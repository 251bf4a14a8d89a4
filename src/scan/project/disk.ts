/** The only place that reads files: bounded, and never outside the scanned folder. */
import { isUtf8 } from 'node:buffer'
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, realpathSync } from 'node:fs'

import { realpath, stat } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import type { PassedOver } from '../../facts/index.js'
import { ScanFault } from './fault.js'

/** Files above this many bytes are passed over. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024

export type Reading = { text: string } | { reason: PassedOver['reason'] | 'missing' | 'video' }

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

/** Folders known to be inside: links are resolved once per folder, not once per file. */
export type KnownFolders = Map<string, boolean>

/**
 * `root` is a real path; `file` relative to it. Thousands of small files are read one after the other, and each step
 * handed to another thread would take longer than the step itself, so reading is synchronous.
 */
export function readText(root: string, file: string, known: KnownFolders = new Map()): Reading {
  let descriptor: number | undefined
  try {
    const path = join(root, file)
    if (!liesInside(dirname(path), root, known)) return { reason: 'outside' }
    if (!isRegular(path)) return { reason: 'unreadable' }
    descriptor = openInside(path, root)
    if (descriptor === undefined) return { reason: 'outside' }
    const found = fstatSync(descriptor)
    if (!found.isFile()) return { reason: 'unreadable' }
    if (found.size > MAX_FILE_BYTES) return { reason: 'too-large' }
    return decode(bytesOf(descriptor, found.size))
  } catch (error) {
    const code = codeOf(error)
    return { reason: code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable' }
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

/** Opening a device or a pipe may have side effects: only files and links are opened. */
function isRegular(path: string): boolean {
  const found = lstatSync(path)
  return found.isFile() || found.isSymbolicLink()
}

function liesInside(folder: string, root: string, known: KnownFolders): boolean {
  const inside = known.get(folder) ?? isInside(realpathSync.native(folder), root)
  known.set(folder, inside)
  return inside
}

// Without NONBLOCK, opening a named pipe waits for a writer. Windows has neither flag.
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)
const NO_LINK = constants.O_NOFOLLOW as number | undefined

/** A link is followed only if it stays inside; otherwise undefined. */
function openInside(path: string, root: string): number | undefined {
  if (NO_LINK !== undefined) {
    try {
      return openSync(path, FLAGS | NO_LINK)
    } catch (error) {
      if (!LINK_REFUSED.has(codeOf(error))) throw error
    }
  }
  const real = realpathSync.native(path)
  return isInside(real, root) ? openSync(real, FLAGS) : undefined
}

/** Linux and macOS, FreeBSD. */
const LINK_REFUSED = new Set(['ELOOP', 'EMLINK'])

/** A file may grow while it is read: one byte over the limit reveals that. */
function bytesOf(descriptor: number, size: number): Buffer | null {
  let bytes = Buffer.allocUnsafe(size + 1)
  let length = 0
  for (;;) {
    const bytesRead = readSync(descriptor, bytes, length, bytes.length - length, length)
    length += bytesRead
    if (length > MAX_FILE_BYTES) return null
    if (bytesRead === 0) return bytes.subarray(0, length)
    if (length === bytes.length) bytes = Buffer.concat([bytes, Buffer.allocUnsafe(length)])
  }
}

const DECODER = new TextDecoder('utf-8')

function decode(bytes: Buffer | null): Reading {
  if (bytes === null) return { reason: 'too-large' }
  // Scripts may contain the character itself; anything else that isn't UTF-8 isn't text.
  if (bytes.includes(0) && !isUtf8(bytes)) return { reason: isVideo(bytes) ? 'video' : 'not-text' }
  // A comment in another encoding must not hide a file's calls, so invalid UTF-8 is replaced, not rejected.
  return { text: DECODER.decode(bytes) }
}

const PACKET = 188

/** A transport stream of MPEG has the extension of TypeScript; each of its packets begins with `G` (ISO/IEC 13818-1, 2.4.3). */
const isVideo = (bytes: Buffer): boolean => bytes[0] === 0x47 && bytes[PACKET] === 0x47

function codeOf(error: unknown): string {
  return String((error as { code?: unknown } | null)?.code ?? '')
}
