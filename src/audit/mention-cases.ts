/** Addresses in the source that no known use accounts for → cases for rules. */

import type { SourceCase } from '../engine/index.js'
import { type MentionFact, mayBeLibrarys, type ProjectFacts } from '../facts/index.js'
import { putTo } from '../grouping.js'
import type { Family } from '../types.js'
import { entryAt } from './entry-at.js'
import { type KnownLists, type Origins, taken } from './origins.js'

/** One case per host, located where it first appears; those that a library may ask are one thing to find out, script by script. */
export function mentionCases(
  { mentions, families }: ProjectFacts,
  origins: Origins,
  known: KnownLists,
): SourceCase[] {
  const together = new Map<string, MentionFact[]>()
  for (const mention of mentions) putTo(together, libraryOf(mention) ?? hostOf(mention, origins), mention)
  return [...together.values()].flatMap((own): SourceCase[] => {
    const [first] = own
    if (!first) return []
    const origin = taken(origins, first.url)
    const facts = (family: Family) => ({ mentions: own, origin, listed: known.get(family)?.listed ?? null })
    return [{ subject: 'mention', families, facts, entry: entryAt(first.place, first.url, 'request') }]
  })
}

const libraryOf = (mention: MentionFact): string | null =>
  mayBeLibrarys(mention) ? `${mention.library?.name} in ${mention.place.file}` : null

function hostOf({ url }: MentionFact, origins: Origins): string {
  const { host, hostText } = taken(origins, url)
  return host ?? hostText
}
