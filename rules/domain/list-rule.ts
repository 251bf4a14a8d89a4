/** Shared by rules about a whole list. */

import type { EntryFact } from '../../src/facts/index.js'
import { putTo } from '../../src/grouping.js'

/** An entry as evidence: its text and its position. */
export type ListedAt = { entry: string; api: string; file?: string; line?: number; column?: number }

export function placeOf({ entry }: EntryFact): ListedAt {
  const { text, api, file, line, column } = entry
  return {
    entry: text,
    api,
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
  }
}

/** Entries by API, in the order of the config. */
export function byApi(entries: readonly EntryFact[]): Map<string, EntryFact[]> {
  const groups = new Map<string, EntryFact[]>()
  for (const fact of entries) {
    putTo(groups, fact.entry.api, fact)
  }
  return groups
}
