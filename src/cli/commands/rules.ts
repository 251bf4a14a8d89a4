/** `hefa rules [ID]`: lists every rule, or explains one. */
import type { Command } from 'commander'
import { suggest } from '../../config/suggest.js'
import { RULE_FORMATS, type RuleFormatName } from '../../report/index.js'
import { addOutputFlags, commonFlags } from '../flags.js'
import { checkFiles, outputFiles, writeTexts } from '../outputs.js'
import { reportOptions, type Session } from '../session.js'
import { UsageError } from '../usage-error.js'

const NAMES = Object.keys(RULE_FORMATS) as RuleFormatName[]

export function addRules(program: Command, session: Session, done: (status: number) => void): void {
  const { words, io, language } = session
  const command = program.command('rules').description(words.commands.rules)
  command.argument('[ID]', words.args.rule)
  command.optionsGroup(words.help.groups.report)
  const outputsOf = addOutputFlags(command, NAMES, 'pretty', words)
  command.action(async (id: string | undefined) => {
    const flags = commonFlags(command)
    const outputs = outputsOf()
    await checkFiles(outputFiles(outputs), io.cwd, words)
    const { ruleCatalogue } = await import('../../index.js')
    const rules = await ruleCatalogue(language)
    const one = rules.find((rule) => rule.id === id)
    if (id !== undefined && !one) {
      const near = suggest(
        id,
        rules.map((rule) => rule.id),
      )
      throw new UsageError(words.unknownRule(id, near))
    }
    const textOf = async (output: (typeof outputs)[number]): Promise<string> => {
      const renderer = await RULE_FORMATS[output.format]()
      const options = reportOptions(output, flags, session)
      return one ? renderer.one(one, options) : renderer.all(rules, options)
    }
    await writeTexts(outputs, textOf, io, words)
    done(0)
  })
}
