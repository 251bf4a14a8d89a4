/** A config that is data, in saved facts: do the rules, levels, versions and waivers it refers to exist? */

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

/** The problems of its content, as reported for a config file; empty if there are none. */
export async function savedConfigProblems(config: Config, known: Known, lang: Language): Promise<string[]> {
  const texts = configTexts(lang)
  const problems: string[] = []
  const report = (_: number, message: string): void => {
    problems.push(message)
  }
  const root = parseJsonc(JSON.stringify(asInFile(config)), texts, report)
  // Waivers that have expired since then don't matter for facts from that time.
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
