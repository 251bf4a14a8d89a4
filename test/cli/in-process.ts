/** Runs a command line in this process: servers and mocks of the test are then its surroundings. */
import { tmpdir } from 'node:os'
import type { Io } from '../../src/cli/io.js'
import { runWithin } from '../../src/cli/run.js'
import type { Ran, Surroundings } from './hefa.js'

export async function inProcess(
  args: readonly string[],
  { env = {}, cwd = process.cwd(), input = '' }: Surroundings = {},
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
    env: { PATH: process.env.PATH, HOME: tmpdir(), LANG: 'C', ...env },
    ...{ cwd, signal: new AbortController().signal },
    stdout: { tty: false, columns: undefined },
    stderr: { tty: false, columns: undefined },
  }
  return { status: await runWithin(args, io), ...said }
}
