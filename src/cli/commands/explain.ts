/** `hefa explain TEXT`: the rules and probable causes behind a pasted error. */
import type { Command } from 'commander'
import { EXPLANATION_FORMATS, type ExplanationFormatName } from '../../report/index.js'
import { addOutputFlags, type CommonFlags, commonFlags } from '../flags.js'
import { checkFiles, type Output, outputFiles, writeTexts } from '../outputs.js'
import { reportOptions, type Session } from '../session.js'

const NAMES = Object.keys(EXPLANATION_FORMATS) as ExplanationFormatName[]
const STDIN = '-'
const MAX_BYTES = 1 << 20
/** As `grep` has it. */
const NOTHING_FOUND = 1

export function addExplain(program: Command, session: Session, done: (status: number) => void): void {
  const { words } = session
  const command = program.command('explain').description(words.commands.explain)
  command.argument('<TEXT...>', words.args.error)
  command.optionsGroup(words.help.groups.report)
  const outputsOf = addOutputFlags(command, NAMES, 'pretty', words)
  command.action(async (given: string[]) => {
    done(await runExplain(given, outputsOf(), commonFlags(command), session))
  })
}

async function runExplain(
  given: readonly string[],
  outputs: readonly Output<ExplanationFormatName>[],
  flags: CommonFlags,
  session: Session,
): Promise<number> {
  const { words, io, language } = session
  await checkFiles(outputFiles(outputs), session)
  const piped = given.length === 1 && given[0] === STDIN
  const text = piped ? (await io.readStdin(MAX_BYTES)).toString('utf8') : given.join(' ')
  const { explainError } = await import('../../index.js')
  const explanation = await explainError(text, language)
  const textOf = async (output: Output<ExplanationFormatName>) =>
    (await EXPLANATION_FORMATS[output.format]())(explanation, reportOptions(output, flags, session))
  await writeTexts(outputs, textOf, io, words)
  return explanation.symptoms.length + explanation.related.length > 0 ? 0 : NOTHING_FOUND
}
