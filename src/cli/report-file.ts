/** JSON reports given as files: a report, or one error with file, line and column. */
import { resolve } from 'node:path'
import { isShallow } from '../audit/index.js'
import { jsonFault, jsonPlace, positions } from '../config/index.js'
import { readFileBounded } from '../files/index.js'
import type { FaultWords } from '../i18n/faults.js'
import { type ReadFault, readReport } from '../report/index.js'
import { visible } from '../report/text.js'
import type { Report } from '../types.js'
import { type Io, STDIN } from './io.js'
import { causeOf, UsageError } from './usage-error.js'

/** A report of thousands of domains; a longer text would not fit into a string. */
const MAX_BYTES = 256 << 20

/** Safe to print. */
export const fileName = (file: string): string => visible(file === STDIN ? '<stdin>' : file, 300)

/** @throws UsageError */
export async function reportIn(
  file: string,
  faults: FaultWords,
  io: Io,
): Promise<{ report: Report; bytes: number }> {
  const name = fileName(file)
  const bytes = await bytesOf(file, name, faults, io)
  if (bytes.length > MAX_BYTES) throw new UsageError(faults['too-large'](name))
  const text = decoded(bytes, name, faults)
  const found = await readReport(text)
  if ('fault' in found) throw new UsageError(faultText(found, text, name, faults))
  if (!isShallow(found.report)) throw new UsageError(faults['no-report'](name))
  return { report: found.report, bytes: bytes.length }
}

/** In larger texts, locating a fault takes more memory than it is worth. */
const MAX_PLACED = 32 << 20

/** The name of a file with the line and column of an offset in it. */
export function placed(name: string, text: string, offset: () => number): string {
  if (text.length > MAX_PLACED) return name
  const { line, column } = positions(text)(offset())
  return `${name}:${line}:${column}`
}

function faultText(found: ReadFault, text: string, name: string, faults: FaultWords): string {
  const at = (offset: () => number): string => placed(name, text, offset)
  switch (found.fault) {
    case 'not-json':
      return faults['not-json'](at(() => jsonFault(text)))
    case 'schema-version':
      return faults['schema-version'](
        at(() => jsonPlace(text, ['schemaVersion'])),
        visible(found.found, 40),
      )
    case 'shape':
      return faults.shape(
        at(() => jsonPlace(text, found.path.split('.'))),
        visible(found.path, 200),
        visible(found.problem, 300),
      )
    default:
      return faults[found.fault](name)
  }
}

function decoded(bytes: Buffer, name: string, faults: FaultWords): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UsageError(faults['not-utf8'](name))
  }
}

async function bytesOf(file: string, name: string, faults: FaultWords, io: Io): Promise<Buffer> {
  if (file === STDIN) return io.readStdin(MAX_BYTES)
  try {
    return await readFileBounded(resolve(io.cwd, file), MAX_BYTES, { signal: io.signal })
  } catch (error) {
    throw new UsageError(faults.unreadable(name, causeOf(error)))
  }
}
