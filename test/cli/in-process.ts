/** Runs a command line in this process: servers and mocks of the test are then its surroundings. */
import type { Io } from '../../src/cli/io.js'
import { languageOf } from '../../src/cli/language.js'
import { runProgram } from '../../src/cli/program.js'
import { UsageError } from '../../src/cli/usage-error.js'
import { cliWords } from '../../src/cli/words.js'
import type { Ran } from './hefa.js'

export async function inProcess(
  args: readonly string[],
  { cwd = process.cwd(), input = '' }: { cwd?: string; input?: string | Buffer } = {},
): Promise<Ran> {
  const said = { stdout: '', stderr: '' }
  const io: Io = {
    print: async (text) => {
      said.stdout += text
    },
    tell: (text) => {
      said.stderr += `${text}\n`
    },
    readStdin: async () => Buffer.from(input),
    async *stdin() {
      yield Buffer.from(input)
    },
    readerGone: false,
    ...{ env: {}, cwd, signal: new AbortController().signal },
    stdout: { tty: false, columns: undefined },
    stderr: { tty: false, columns: undefined },
  }
  const words = await cliWords(languageOf(args, {}))
  try {
    return { status: await runProgram(args, io, words), ...said }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return { status: 2, stdout: said.stdout, stderr: `${said.stderr}${words.error(error.message)}\n` }
  }
}
