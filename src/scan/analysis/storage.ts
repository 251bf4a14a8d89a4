/** What the app itself keeps on the phone: nobody else writes there. */
import { fold } from './fold.js'
import type { Program } from './program.js'
import { distinct, MISSING, unknown, type Value } from './values.js'

const MAX_WRITERS = 60
const NOTHING: Value = { k: 'unknown', hole: { reason: 'server-data', owners: [] }, empty: true }

/** Every value that a key of the storage may have; of one that nobody writes nothing is known. */
export function storedValue(program: Program, keys: readonly Value[]): Value[] {
  const names = keys.map((key) => (key.k === 'text' && !key.hole ? key.text : null))
  if (names.length === 0 || names.includes(null)) return [unknown('server-data')]
  const found: Value[] = []
  for (const one of program.stored.slice(0, MAX_WRITERS)) {
    if (program.joining.has(one.value)) continue
    program.joining.add(one.value)
    const isMeant = fold(program, one.key, null).some(
      (key) => key.k !== 'text' || key.hole !== null || names.includes(key.text),
    )
    if (isMeant) found.push(...fold(program, one.value, null).map(asStored))
    program.joining.delete(one.value)
  }
  if (program.stored.length > MAX_WRITERS) found.push(unknown('limit'))
  if (found.length === 0) return [NOTHING]
  // Until it is written, the storage gives an empty text.
  return distinct([...found, MISSING])
}

/** What isn't known of a stored value came from somewhere outside, or from a user. */
function asStored(value: Value): Value {
  return value.k === 'unknown'
    ? { k: 'unknown', hole: { ...value.hole, reason: 'server-data', owners: [] } }
    : value
}
