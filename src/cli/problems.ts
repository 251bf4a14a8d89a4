/** Config problems: on standard error, and in the report formats that show findings at a line. */
import type { Problem } from '../index.js'
import { PROBLEM_FORMATS, type ProblemFormatName } from '../report/index.js'
import { visible } from '../report/text.js'
import { version } from '../version.js'
import type { Io } from './io.js'
import { type Output, writeTexts } from './outputs.js'
import type { Session } from './session.js'
import { inWorkspace } from './workspace.js'

/** `file:line:column: message`, one line each. */
export function tellProblems(problems: readonly Problem[], io: Io): number {
  for (const { file, line, column, message } of problems) {
    io.tell(`${visible(file, 1000)}:${line}:${column}: ${visible(message, 1000)}`)
  }
  return 2
}

/** The same, and in the requested reports if their format supports it. */
export async function reportProblems(
  problems: readonly Problem[],
  outputs: readonly Output<string>[],
  session: Session,
): Promise<number> {
  const { io, words, language } = session
  const placed = problems.map((problem) => ({ ...problem, file: inWorkspace(problem.file, io) }))
  const textOf = async ({ format }: Output<ProblemFormatName>): Promise<string> =>
    (await PROBLEM_FORMATS[format]())(placed, { language, version: version() })
  await writeTexts(outputs.filter(saysProblems), textOf, io, words)
  return tellProblems(problems, io)
}

const saysProblems = (output: Output<string>): output is Output<ProblemFormatName> =>
  Object.hasOwn(PROBLEM_FORMATS, output.format)
