/** Process-level concerns: signals, broken pipes, crashes, exit status. */

import { type CliWords, cliWords } from '../i18n/cli.js'
import { visible, visibleLines } from '../report/text.js'
import { type Io, OutputError, processIo } from './io.js'
import { languageOf } from './language.js'
import { sendAgain } from './signals.js'
import { UsageError } from './usage-error.js'

const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const

/** How long an interrupted run may take to report what is done; less than CI runners wait before they kill. A second signal ends it at once. */
const GRACE_MS = 5000
/** How long a crashed process may stay alive. */
const CRASH_MS = 2000

export async function run(argv: readonly string[]): Promise<number> {
  const abort = new AbortController()
  const io = processIo(abort.signal)
  // Makes writing fail with EFBIG, which is reported; by default the process would be killed.
  if (process.platform !== 'win32') process.on('SIGXFSZ', () => {})
  const interrupted = interruption(abort)
  const crashed = new Promise<never>((_, fail) => process.on('uncaughtException', fail))
  const leaveLater = () => void setTimeout(() => process.exit(2), CRASH_MS).unref()
  return guarded(argv, io, Promise.race([command(argv, io), interrupted, crashed]), leaveLater)
}

/** `run` inside of another program's process, which handles its own signals and crashes. */
export const runWithin = (argv: readonly string[], io: Io): Promise<number> =>
  guarded(argv, io, command(argv, io), () => {})

async function command(argv: readonly string[], io: Io): Promise<number> {
  const [words, { runProgram }] = await Promise.all([
    cliWords(languageOf(argv, io.env)),
    import('./program.js'),
  ])
  return runProgram(argv, io, words)
}

/** Aborts at the first signal, and resolves to the status it ends with. */
function interruption(abort: AbortController): Promise<number> {
  return new Promise((done) => {
    for (const [signal, status] of Object.entries(SIGNALS)) {
      process.on(signal, () => {
        if (abort.signal.aborted) process.exit(status)
        abort.abort(signal)
        sendAgain(signal as keyof typeof SIGNALS, GRACE_MS)
        setTimeout(() => process.exit(status), GRACE_MS).unref()
        done(status)
      })
    }
  })
}

/** One line for any error, and exit status 2. */
async function guarded(
  argv: readonly string[],
  io: Io,
  running: Promise<number>,
  crashed: () => void,
): Promise<number> {
  try {
    return await running
  } catch (error) {
    const words = await cliWords(languageOf(argv, io.env))
    if (error instanceof OutputError) io.tell(words.error(words.outputLost(error.code)))
    else if (error instanceof UsageError) io.tell(words.error(visible(error.message, 1000)))
    else {
      io.tell(crashText(error, argv.includes('--verbose'), words))
      crashed()
    }
    return 2
  }
}

function crashText(error: unknown, verbose: boolean, words: CliWords): string {
  if (!(error instanceof Error)) return words.error(words.crash(visible(String(error))))
  const { code, syscall } = error as NodeJS.ErrnoException
  // A thread that gets no descriptor says so in its message alone.
  if (code === 'EMFILE' || error.message.includes('EMFILE')) return words.error(words.fewFiles)
  if (syscall === 'uv_cwd') return words.error(words.noFolder)
  return verbose
    ? visibleLines(error.stack ?? error.message).join('\n')
    : words.error(words.crash(visible(error.message)))
}
