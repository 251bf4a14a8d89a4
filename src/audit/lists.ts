/** Findings about whole lists, and about entries without a target. */
import { judgeEntries, judgeList } from '../engine/index.js'
import type { EntryFact } from '../facts/index.js'
import { familyOf, type Result } from '../types.js'
import { toResult } from './render.js'
import { givenIn, type Run } from './run.js'
import { waive } from './waivers.js'

const OF_LISTS = { target: null, source: false }

export function listResults(
  entries: readonly EntryFact[],
  { facts, setting, context, texts, settings, cover }: Run,
): Result[] {
  const { config } = facts
  const families = [...new Set(config.platforms.map(familyOf))]
  const lists = families.flatMap((family) => {
    const own = entries.filter(({ entry }) => entry.family === family)
    return judgeList(family, { entries: own, limits: config.limits, icp: config.icp }, context, setting)
  })
  const hosts = hostsByText(entries)
  return lists
    .map((judgment) => toResult(judgment, config.file ?? '', texts))
    .flatMap((result) => cover.excuse([result], OF_LISTS))
    .flatMap((result) =>
      hostsOf(result, hosts).reduce((one, host) => waive(one, host, config.waivers, settings.at), [result]),
    )
}

/** The hosts of entries by their text: a long list has as many findings as entries. */
export function hostsByText(entries: readonly EntryFact[]): ReadonlyMap<string, string> {
  return new Map(entries.flatMap(({ entry, host }) => (host === null ? [] : [[entry.text, host]])))
}

/** The hosts of a finding that belongs to no target, if it is about particular hosts: it can be waived by these. */
export function hostsOf({ evidence, entry: place }: Result, byText: ReadonlyMap<string, string>): string[] {
  const { domain, entry, host } = evidence ?? {}
  const named = [entry, place?.text].map((text) => (typeof text === 'string' ? byText.get(text) : undefined))
  const told = [domain, host, ...named].filter((one) => typeof one === 'string' && one !== '')
  return [...new Set(told)] as string[]
}

export function strayResults(
  entry: EntryFact,
  { facts, setting, context, texts, settings, cover }: Run,
): Result[] {
  return judgeEntries([entry], givenIn(facts), context, setting)
    .filter(({ status }) => status === 'fail' || status === 'unknown')
    .flatMap((judgment) => {
      const result = toResult(judgment, entry.entry.text, texts)
      const known = cover.excuse([result], OF_LISTS)
      return waive(known, entry.host ?? '', facts.config.waivers, settings.at)
    })
}
