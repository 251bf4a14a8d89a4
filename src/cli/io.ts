import { fstatSync, writeSync } from 'node:fs'

/** Standard output took no more of a report: a full disk, a failing device. */
export class OutputError extends Error {
  override name = 'OutputError'
  constructor(readonly code: string) {
    super(`standard output: ${code}`)
  }
}

/** Everything a command may touch of the process it runs in. */
export interface Io {
  /** Resolves when the text is on its way, or when nobody reads it any more. @throws OutputError */
  print(text: string): Promise<void>
  /** One line or more to standard error. */
  tell(text: string): void
  /** At most `limit` bytes and one more. */
  readStdin(limit: number): Promise<Buffer>
  /** Standard input piece by piece, until it ends or the signal is aborted. */
  stdin(signal: AbortSignal): AsyncIterable<Buffer>
  /** Does nobody read standard output any more? */
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
  // The writer of it is notified; without a listener the process would end here.
  stdout.on('error', () => {})
  stderr.on('error', () => {})
  const write = writesWhole() ? writeFile : writeStream
  return {
    async print(text) {
      const code = await write(stdout, text)
      // A reader that has gone (`| head`) is no error: whatever was found is as true as before.
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
    // Asked for when it is needed: it fails in a folder that was deleted.
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

/** Node writes files and devices at once and takes a part of the text for the whole when the disk is full. */
function writesWhole(): boolean {
  try {
    const found = fstatSync(STDOUT)
    return found.isFile() || (found.isCharacterDevice() && !process.stdout.isTTY)
  } catch {
    return false
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'error'

/** Answers the errno name of what went wrong. */
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

/** Nobody waits for more input once the run is to end: an open pipe would keep the process alive. */
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
