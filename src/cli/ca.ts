/** `--ca`: certificate files, PEM (one or many) or DER. */
import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { causeOf, UsageError } from './usage-error.js'
import type { CliWords } from './words.js'

const BLOCK = /-----BEGIN (?:X509 )?CERTIFICATE-----([^-]*)-----END (?:X509 )?CERTIFICATE-----/g

/** Base64 DER of every certificate in these files. */
export async function readAnchors(files: readonly string[], cwd: string, words: CliWords): Promise<string[]> {
  const lists = await Promise.all(files.map((file) => readAnchorFile(file, cwd, words)))
  return [...new Set(lists.flat())]
}

async function readAnchorFile(file: string, cwd: string, words: CliWords): Promise<string[]> {
  const bytes = await readFile(resolve(cwd, file)).catch((error) => {
    throw new UsageError(words.unreadable('--ca', file, causeOf(error)))
  })
  // A DER certificate begins with a SEQUENCE, PEM with text.
  const found = bytes[0] === 0x30 ? [bytes] : pemBlocks(bytes.toString('latin1'))
  if (found.length === 0) throw new UsageError(words.noCertificate(file))
  return found.map((der, at) => {
    if (!isCertificate(der)) throw new UsageError(words.badCertificate(file, at + 1))
    return der.toString('base64')
  })
}

/** Anchors in a PEM text, base64 DER. */
export function pemAnchors(pem: string): string[] {
  return pemBlocks(pem).map((der) => der.toString('base64'))
}

function pemBlocks(text: string): Buffer[] {
  return [...text.matchAll(BLOCK)].map(([, body = '']) => Buffer.from(body, 'base64'))
}

function isCertificate(der: Buffer): boolean {
  try {
    return new X509Certificate(der).raw.equals(der)
  } catch {
    return false
  }
}
