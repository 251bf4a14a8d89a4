/** Findings about whole lists, and about entries that lead to no target. */
import { judgeEntries, judgeList } from '../engine/index.js'
import type { EntryFact } from '../facts/index.js'
import { familyOf, type Result } from '../types.js'
import { toResult } from './render.js'
import { givenIn, type Run } from './run.js'
import { waive } from './waivers.js'

export function listResults(
  entries: readonly EntryFact[],
  { facts, setting, context, texts, settings }: Run,
): Result[] {
  const { config } = facts
  const families = [...new Set(config.platforms.map(familyOf))]
  const lists = families.flatMap((family) => {
    const own = entries.filter(({ entry }) => entry.family === family)
    return judgeList(family, { entries: own, limits: config.limits, icp: config.icp }, context, setting)
  })
  const hosts = new Map(entries.map(({ entry, host }) => [entry.text, host ?? '']))
  return lists
    .map((judgment) => toResult(judgment, config.file ?? '', texts))
    .flatMap((result) =>
      hostsOf(result, hosts).reduce((one, host) => waive(one, host, config.waivers, settings.at), [result]),
    )
}

/** The hosts a finding about a list is about, where it is about single ones: by these it can be waived. */
function hostsOf({ evidence }: Result, hosts: ReadonlyMap<string, string>): string[] {
  const { domain, entry } = evidence ?? {}
  const host = typeof entry === 'string' ? hosts.get(entry) : undefined
  return [domain, host].filter((one) => typeof one === 'string' && one !== '') as string[]
}

export function strayResults(entry: EntryFact, { facts, setting, context, texts, settings }: Run): Result[] {
  return judgeEntries([entry], givenIn(facts), context, setting)
    .filter(({ status }) => status === 'fail' || status === 'unknown')
    .flatMap((judgment) => {
      const result = toResult(judgment, entry.entry.text, texts)
      return waive([result], entry.host ?? '', facts.config.waivers, settings.at)
    })
}
