/** Reads the files given to `cert` and `chain`: with a size limit, and one sentence for every mistake. */
import { resolve } from 'node:path'
import {
  type CertificateInput,
  type InputFault,
  type KeyFault,
  MAX_INPUT,
  publicPartOf,
  readInput,
} from '../audit/index.js'
import { readFileBounded } from '../files/index.js'
import { visible } from '../report/text.js'
import type { Session } from './session.js'
import { causeOf, UsageError } from './usage-error.js'

const STDIN = '-'
const MAX_PASSWORD = 4096

/** @param file `-` for standard input */
export async function readCertificates(
  file: string,
  password: string | null,
  session: Session,
): Promise<CertificateInput> {
  const { io } = session
  const bytes = file === STDIN ? await io.readStdin(MAX_INPUT) : await readBytes(file, '', MAX_INPUT, session)
  const input = readInput(bytes, password)
  if ('fault' in input) throw faultError(file, input.line, input.fault, session)
  return input
}

function faultError(
  file: string,
  line: number | undefined,
  fault: InputFault | KeyFault,
  { words }: Session,
): UsageError {
  return new UsageError(words.files.fault(visible(file, 300), line, fault))
}

/** The first line of the file, without its line break. */
export async function readPassword(file: string | undefined, session: Session): Promise<string | null> {
  if (file === undefined) return null
  const bytes = await readBytes(file, '--password-file', MAX_PASSWORD, session)
  if (bytes.length > MAX_PASSWORD) throw new UsageError(session.words.files.passwordTooLong(visible(file)))
  const text = bytes.toString('utf8').replace(/^\ufeff/, '')
  return text.split(/\r?\n/, 1)[0] ?? ''
}

/** The public part of a private key, as factsOfFiles takes it. */
export async function readKey(
  file: string | undefined,
  password: string | null,
  session: Session,
): Promise<string | undefined> {
  if (file === undefined) return undefined
  const bytes = await readBytes(file, '--key', MAX_INPUT, session)
  const key = publicPartOf(bytes, password)
  if ('fault' in key) throw faultError(file, undefined, key.fault, session)
  return key.spki
}

/** At most one byte more than `limit`. */
async function readBytes(
  file: string,
  option: string,
  limit: number,
  { io, words }: Session,
): Promise<Buffer> {
  try {
    return await readFileBounded(resolve(io.cwd, file), limit, { signal: io.signal })
  } catch (error) {
    const [name, code] = [visible(file, 300), causeOf(error)]
    throw new UsageError(
      option === '' ? words.files.unreadable(name, code) : words.unreadable(option, name, code),
    )
  }
}
