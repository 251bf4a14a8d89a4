/** Which report goes where: `--format pretty --format json --output report.json`. */
import { resolve } from 'node:path'
import type { CliWords } from '../i18n/cli.js'
import { visible } from '../report/text.js'
import { checkWritable, replaceFile } from './files.js'
import type { Io } from './io.js'
import { causeOf, UsageError } from './usage-error.js'

export interface Output<Name extends string> {
  format: Name
  /** Standard output when undefined. */
  file: string | undefined
}

/** As for every program: standard output. */
const STDOUT = '-'

/** Collects `--format` and `--output` in the order they are written. */
export function outputCollector<Name extends string>(fallback: Name, words: CliWords) {
  const outputs: Output<Name>[] = []
  const placed = new Set<Output<Name> | undefined>()
  let early: string | undefined
  return {
    format(format: Name): void {
      if (placed.has(undefined)) throw new UsageError(words.outputFirst)
      outputs.push({ format, file: undefined })
    },
    output(text: string): void {
      const last = outputs.at(-1)
      const file = text === STDOUT ? undefined : text
      if (file === '') throw new UsageError(words.emptyList('--output'))
      if (placed.has(last)) throw new UsageError(words.formatHasOutput)
      placed.add(last)
      if (last) last.file = file
      else early = file
    },
    /** Without any `--format` the default format goes to the file. */
    all(): Output<Name>[] {
      return outputs.length > 0 ? outputs : [{ format: fallback, file: early }]
    },
  }
}

/** Read and written again: an earlier one is no input. */
const STATE = '--state'

/** Before any work: can all these files be written, is none given twice, and is none of them read? */
export async function checkFiles(
  files: readonly { option: string; file: string }[],
  { io: { cwd }, words, argv }: { io: Pick<Io, 'cwd'>; words: CliWords; argv: readonly string[] },
): Promise<void> {
  const seen = new Map<string, string>()
  for (const { option, file } of files) {
    if (file === STDOUT) throw new UsageError(words.noStdout(option))
    const place = await checkWritable(resolve(cwd, file)).catch((error) => {
      throw new UsageError(words.unwritable(option, file, causeOf(error)))
    })
    const other = seen.get(place)
    if (other === STATE) throw new UsageError(words.outputIsState(file))
    if (other !== undefined) throw new UsageError(words.outputTwice(file))
    const { isInput } = await import('./output-guard.js')
    if (option !== STATE && (await isInput(place, argv, cwd)))
      throw new UsageError(words.outputIsInput(option, file))
    seen.set(place, option)
  }
}

export async function writeOutput(
  { option, file }: { option: string; file: string },
  text: string,
  io: Io,
  words: CliWords,
): Promise<void> {
  await replaceFile(resolve(io.cwd, file), text).catch((error) => {
    throw new UsageError(words.unwritable(option, file, causeOf(error)))
  })
}

/** Writes each text to its destination, files first, so that they are complete when the page appears. */
export async function writeTexts<Name extends string>(
  outputs: readonly Output<Name>[],
  textOf: (output: Output<Name>) => Promise<string>,
  io: Io,
  words: CliWords,
): Promise<void> {
  const inOrder = [...outputs].sort((a, b) => Number(a.file === undefined) - Number(b.file === undefined))
  const write = async (output: Output<Name>): Promise<void> => {
    const text = await textOf(output)
    if (output.file === undefined) await io.print(text)
    else await writeOutput({ option: '--output', file: output.file }, text, io, words)
  }
  await eachWritten(
    inOrder.map((output) => () => write(output)),
    { io, words },
  )
}

/** One failure doesn't lose the others: they are written, then the first failure ends the run. */
export async function eachWritten(
  writes: readonly (() => Promise<void> | undefined)[],
  { io, words }: { io: Io; words: CliWords },
): Promise<void> {
  const failures: unknown[] = []
  for (const write of writes) {
    try {
      await write()
    } catch (error) {
      failures.push(error)
    }
  }
  const [first, ...more] = failures
  for (const error of more) if (error instanceof Error) io.tell(words.error(visible(error.message, 1000)))
  if (failures.length > 0) throw first
}

export function outputFiles(outputs: readonly Output<string>[]): { option: string; file: string }[] {
  return outputs.flatMap(({ file }) => (file === undefined ? [] : [{ option: '--output', file }]))
}
