/** `hefa rules [ID]`: lists every rule, or explains one. */
import type { Command } from 'commander'
import { suggest } from '../../config/suggest.js'
import type { CliWords } from '../../i18n/cli.js'
import { RULE_FORMATS, type RuleDescription, type RuleFormatName } from '../../report/index.js'
import type { Language } from '../../types.js'
import { addOutputFlags, commonFlags } from '../flags.js'
import { checkFiles, outputFiles, writeTexts } from '../outputs.js'
import { reportOptions, type Session } from '../session.js'
import { UsageError } from '../usage-error.js'

const NAMES = Object.keys(RULE_FORMATS) as RuleFormatName[]

function unknownRule(id: string, rules: readonly RuleDescription[], words: CliWords): UsageError {
  const near = suggest(
    id,
    rules.map((rule) => rule.id),
  )
  return new UsageError(words.unknownRule(id, near))
}

export function addRules(program: Command, session: Session, done: (status: number) => void): void {
  const { words, io, language } = session
  const command = program.command('rules').description(words.commands.rules)
  command.argument('[ID]', words.args.rule)
  command.optionsGroup(words.help.groups.report)
  const outputsOf = addOutputFlags(command, NAMES, 'pretty', words)
  command.action(async (id: string | undefined) => {
    const flags = commonFlags(command)
    const outputs = outputsOf()
    await checkFiles(outputFiles(outputs), session)
    const { ruleCatalogue } = await import('../../index.js')
    const rules = await ruleCatalogue(language)
    const one = rules.find((rule) => rule.id === id)
    const chosen = id === undefined ? rules : await rulesFor(id, rules, language)
    if (!one && chosen.length === 0 && id !== undefined) throw unknownRule(id, rules, words)
    const textOf = async (output: (typeof outputs)[number]): Promise<string> => {
      const renderer = await RULE_FORMATS[output.format]()
      const options = reportOptions(output, flags, session)
      return one ? renderer.one(one, options) : renderer.all(chosen, options)
    }
    await writeTexts(outputs, textOf, io, words)
    done(0)
  })
}

/**
 * The rules that match a pasted error, so that `hefa rules TEXT` finds them too; none for text that looks like an id.
 */
async function rulesFor(
  text: string,
  rules: readonly RuleDescription[],
  language: Language,
): Promise<readonly RuleDescription[]> {
  if (text.includes('/') && !/\s/.test(text)) return []
  const { explainError } = await import('../../index.js')
  const { symptoms, related } = await explainError(text, language)
  const ids = new Set([...symptoms.flatMap(({ causes }) => causes), ...related].map(({ id }) => id))
  return rules.filter(({ id }) => ids.has(id))
}
