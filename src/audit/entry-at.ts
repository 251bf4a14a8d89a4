import type { Place } from '../facts/index.js'
import type { ApiName, Entry } from '../types.js'

/** The entry that a finding about the source carries: where it is, and what is shown of it. */
export function entryAt({ file, line, column }: Place, text: string, api: ApiName): Omit<Entry, 'family'> {
  return { api, text, file, line, column }
}
