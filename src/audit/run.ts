/** What all judgments of a run share. */

import { textsOf } from '../../rules/texts/index.js'
import type { JudgeSetting, RunContext } from '../engine/index.js'
import type { EntryFact } from '../facts/index.js'
import type { Texts } from '../i18n/index.js'
import type { Entry, Language } from '../types.js'
import { type Cover, openCover } from './baseline/index.js'
import { ruleSetOf } from './plugins.js'
import type { Facts, JudgeSettings } from './types.js'

export interface Run {
  facts: Omit<Facts, 'targets'>
  settings: JudgeSettings
  setting: JudgeSetting
  context: RunContext
  texts: Texts
  /** Of the baseline. */
  cover: Cover
  /** By `entryKey`. */
  entries: ReadonlyMap<string, EntryFact>
}

/** Loads ahead of time what `openRun` needs. */
export const loadTexts = (languages: readonly Language[]): Promise<unknown> =>
  Promise.all(languages.map(textsOf))

export const entryKey = ({ family, api, text, line, column }: Entry): string =>
  JSON.stringify([family, api, text, line, column])

export async function openRun(
  facts: Omit<Facts, 'targets'>,
  settings: JudgeSettings,
  entries: readonly EntryFact[],
): Promise<Run> {
  const { config, ca, fetch } = facts
  const { supportedOs, legacyOs } = config
  const { rules, clauses, texts: ownTexts } = await ruleSetOf(config, process.cwd(), settings.language)
  const texts = await textsOf(settings.language)
  return {
    facts,
    settings,
    setting: { rules, clauses, overrides: config.rules, platforms: config.platforms },
    context: { now: settings.at, supportedOs, legacyOs, ca, fetch, listed: entries },
    cover: openCover(settings.baseline, texts.inBaseline),
    texts: { ...texts, rules: { ...texts.rules, ...ownTexts(settings.language) } },
    entries: new Map(entries.map((fact) => [entryKey(fact.entry), fact])),
  }
}

/** The same run with other entries: those of a single name from a stream. */
export function withEntries(run: Run, entries: readonly EntryFact[]): Run {
  return {
    ...run,
    context: { ...run.context, listed: entries },
    entries: new Map(entries.map((fact) => [entryKey(fact.entry), fact])),
  }
}

/** Was the host given with --resolve? */
export const givenIn =
  ({ given }: Pick<Facts, 'given'>) =>
  (host: string, port: number | null): boolean =>
    given.includes(`${host}:${port ?? 443}`) || given.includes(`*:${port ?? 443}`)
