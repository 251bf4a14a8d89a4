/** A config that comes as data, among saved facts: do the rules, levels, versions and waivers it names exist? */

import { configTexts } from '../i18n/config.js'
import type { Language } from '../types.js'
import { parseJsonc } from './jsonc.js'
import { checkMeaning } from './meaning.js'
import type { Config, Known, RuleSetting } from './types.js'

/** The parts that name something, as they are written in a file. */
const asInFile = ({ rules, waivers, supportedOs, legacyOs }: Config) => ({
  ...{ supportedOs, legacyOs },
  rules: Object.fromEntries(Object.entries(rules).map(([id, setting]) => [id, asWritten(setting)])),
  waivers: waivers.map(({ rule, host, until, reason }) => ({ rule, host, until, reason })),
})

/** What is wrong with its meaning, as the same config would be reported in a file; empty where nothing is. */
export async function savedConfigProblems(config: Config, known: Known, lang: Language): Promise<string[]> {
  const texts = configTexts(lang)
  const problems: string[] = []
  const report = (_: number, message: string): void => {
    problems.push(message)
  }
  const root = parseJsonc(JSON.stringify(asInFile(config)), texts, report)
  // That a waiver is over by now is nothing against facts of then.
  if (root)
    await checkMeaning(root, {
      known,
      platforms: config.platforms,
      today: Number.NEGATIVE_INFINITY,
      texts,
      report,
    })
  return problems
}

function asWritten({ level, levels, parameters }: RuleSetting): unknown {
  return parameters ? [level ?? levels, parameters] : (level ?? levels)
}
