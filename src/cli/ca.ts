/** `--ca`: certificate files, PEM (one or many) or DER. */
import { X509Certificate } from 'node:crypto'
import { resolve } from 'node:path'
import { readFileBounded } from '../files/index.js'
import type { CliWords } from '../i18n/cli.js'
import type { Io } from './io.js'
import { causeOf, UsageError } from './usage-error.js'

const BLOCK = /-----BEGIN (?:X509 )?CERTIFICATE-----([^-]*)-----END (?:X509 )?CERTIFICATE-----/g

/** The largest bundles of roots have a few hundred kB. */
const MAX_BYTES = 16 << 20

interface Asked {
  io: Pick<Io, 'cwd' | 'signal'>
  words: CliWords
}

/** Base64 DER of every certificate in these files. */
export async function readAnchors(files: readonly string[], { io, words }: Asked): Promise<string[]> {
  const lists = await Promise.all(files.map((file) => readAnchorFile(file, io, words)))
  return [...new Set(lists.flat())]
}

async function readAnchorFile(
  file: string,
  { cwd, signal }: Asked['io'],
  words: CliWords,
): Promise<string[]> {
  const unreadable = (cause: string) => new UsageError(words.unreadable('--ca', file, cause))
  const bytes = await readFileBounded(resolve(cwd, file), MAX_BYTES, { signal }).catch((error) => {
    throw unreadable(causeOf(error))
  })
  if (bytes.length > MAX_BYTES) throw unreadable('EFBIG')
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
