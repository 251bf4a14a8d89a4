/** Everything a command may touch of the process it runs in. */
export interface Io {
  /** Resolves when the text is on its way, or when nobody reads it any more. */
  print(text: string): Promise<void>
  /** One line or more to standard error. */
  tell(text: string): void
  /** At most `limit` bytes and one more. */
  readStdin(limit: number): Promise<Buffer>
  env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  stdout: { tty: boolean; columns: number | undefined }
  stderr: { tty: boolean; columns: number | undefined }
  /** Aborted by SIGINT or SIGTERM. */
  signal: AbortSignal
}

export function processIo(signal: AbortSignal): Io {
  const { stdout, stderr } = process
  return {
    print: (text) => new Promise((done) => void stdout.write(text, () => done())),
    tell: (text) => void stderr.write(`${text}\n`),
    readStdin,
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

async function readStdin(limit: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of process.stdin) {
    parts.push(part)
    length += part.length
    if (length > limit) break
  }
  return Buffer.concat(parts)
}
