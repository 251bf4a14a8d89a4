/** Fields with different values where clients expect one. */
import type { ConflictFact } from '../../facts/index.js'
import type { Head } from './head.js'

const MAX_VALUE = 256

/** Those for which Chromium gives up a response (HttpUtil, HttpStreamParser: ERR_RESPONSE_HEADERS_MULTIPLE_*). */
export function conflictsOf({ fields }: Head): ConflictFact[] {
  const locations = fields.get('location') ?? []
  // A comma separates values, except in Location: an unquoted file name with one is two values.
  const dispositions = (fields.get('content-disposition') ?? []).flatMap(separated)
  return [...conflict('location', locations), ...conflict('content-disposition', dispositions)]
}

function conflict(field: ConflictFact['field'], values: readonly string[]): ConflictFact[] {
  const [first = '', other] = [...new Set(values)].map((value) => value.slice(0, MAX_VALUE))
  return other === undefined ? [] : [{ field, values: [first, other] }]
}

/** At commas outside of quotes; without empty values. */
function separated(field: string): string[] {
  const values = field.match(/(?:"(?:\\.|[^"\\])*"?|[^",])+/g) ?? []
  return values.map((value) => value.trim()).filter((value) => value !== '')
}
