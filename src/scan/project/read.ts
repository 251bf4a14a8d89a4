/** One file of a project as text, within limits. */
import { open } from 'node:fs/promises'
import type { PassedOver } from '../../facts/index.js'

/** More than any script a console takes: a whole package may have 2 MB, before minification some more. */
export const MAX_BYTES = 6 * 1024 * 1024

export type Text = { text: string } | { reason: Extract<PassedOver['reason'], 'too-large' | 'not-text' | 'unreadable'> }

/** Never throws. A byte order mark stays: it is one unit wide, and parsers skip it. */
export async function readText(path: string, most = MAX_BYTES): Promise<Text> {
  try {
    const file = await open(path)
    try {
      const found = await file.stat()
      if (!found.isFile()) return { reason: 'unreadable' }
      if (found.size > most) return { reason: 'too-large' }
      const bytes = Buffer.alloc(found.size)
      const { bytesRead } = await file.read(bytes, 0, found.size, 0)
      return textOf(bytes.subarray(0, bytesRead))
    } finally {
      await file.close()
    }
  } catch {
    return { reason: 'unreadable' }
  }
}

function textOf(bytes: Buffer): Text {
  if (bytes.includes(0)) return { reason: 'not-text' }
  return { text: bytes.toString('utf8') }
}
