import { fstatSync, writeSync } from 'node:fs'

/** A file name that stands for standard input. */
export const STDIN = '-'

/** Standard output failed: a full disk, a failing device. */
export class OutputError extends Error {
  override name = 'OutputError'
  constructor(readonly code: string) {
    super(`standard output: ${code}`)
  }
}

/** Everything a command may use of its process. */
export interface Io {
  /**
   * Resolves when the text has been handed over, or when nobody reads it any more.
   * @throws OutputError
   */
  print(text: string): Promise<void>
  /** One or more lines to standard error. */
  tell(text: string): void
  /** At most `limit` bytes plus one. */
  readStdin(limit: number): Promise<Buffer>
  /** Standard input in chunks, until it ends or the signal is aborted. */
  stdin(signal: AbortSignal): AsyncIterable<Buffer>
  /** Has the reader of standard output gone? */
  readonly readerGone: boolean
  env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  stdout: { tty: boolean; columns: number | undefined }
  stderr: { tty: boolean; columns: number | undefined }
  /** Aborted by SIGINT or SIGTERM. */
  signal: AbortSignal
}

export function processIo(signal: AbortSignal): Io {
  const { stdout, stderr } = process
  let readerGone = false
  // The caller of `print` handles it; without a listener the process would end here.
  stdout.on('error', () => {})
  stderr.on('error', () => {})
  const write = writesWhole() ? writeFile : writeStream
  return {
    async print(text) {
      const code = await write(stdout, text)
      // A reader that has gone (`| head`) is no error: the findings are still true.
      if (code === 'EPIPE' || readerGone) readerGone = true
      else if (code !== null) throw new OutputError(code)
    },
    tell: (text) => void stderr.write(`${text}\n`),
    readStdin: (limit) => readStdin(limit, signal),
    stdin: readPieces,
    get readerGone() {
      return readerGone
    },
    env: process.env,
    // Read lazily: it fails in a deleted folder.
    get cwd() {
      return process.cwd()
    },
    stdout: { tty: stdout.isTTY === true, columns: stdout.columns },
    stderr: { tty: stderr.isTTY === true, columns: stderr.columns },
    signal,
  }
}

const STDOUT = 1

type Write = (stdout: NodeJS.WriteStream, text: string) => Promise<string | null>

/**
 * Node writes to files and devices synchronously, and takes a partial write for a complete one when the disk is full.
 */
function writesWhole(): boolean {
  try {
    const found = fstatSync(STDOUT)
    return found.isFile() || (found.isCharacterDevice() && !process.stdout.isTTY)
  } catch {
    return false
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'error'

/** Returns the errno name of the failure. */
const writeFile: Write = async (_, text) => {
  let rest = Buffer.from(text)
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(STDOUT, rest))
    return null
  } catch (error) {
    return codeOf(error)
  }
}

const writeStream: Write = (stdout, text) =>
  new Promise((done) => {
    stdout.write(text, (error) => done(error ? codeOf(error) : null))
  })

async function readStdin(limit: number, signal: AbortSignal): Promise<Buffer> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of readPieces(signal)) {
    parts.push(part)
    length += part.length
    if (length > limit) break
  }
  return Buffer.concat(parts)
}

/** No more input is needed once the run is ending: an open pipe would keep the process alive. */
async function* readPieces(signal: AbortSignal): AsyncGenerator<Buffer> {
  const { stdin } = process
  const stop = (): void => void stdin.destroy()
  signal.addEventListener('abort', stop, { once: true })
  try {
    for await (const part of stdin) yield part
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
