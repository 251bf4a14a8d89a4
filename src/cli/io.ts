/** Everything a command may touch of the process it runs in. */
export interface Io {
  /** Resolves when the text is on its way, or when nobody reads it any more. */
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
  // A reader that has gone (`| head`) is no error: whatever was found is as true as before.
  stdout.on('error', () => {
    readerGone = true
  })
  stderr.on('error', () => {})
  return {
    print: (text) => new Promise((done) => void stdout.write(text, () => done())),
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
