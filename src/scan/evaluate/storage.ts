/** The app's storage on the phone: nothing else writes to it. */

import { enter, leave, uncut, watch } from './cycles.js'
import { fold } from './folding.js'
import { cheaply, type Program, type StoredValue } from './program.js'
import { distinct, MISSING, unknown, type Value } from './values.js'

const MAX_WRITERS = 60
const NOTHING: Value = { k: 'unknown', hole: { reason: 'server-data', owners: [] }, empty: true }

/** Every value a storage key may have; nothing is known about a key that is never written. */
export function storedValue(program: Program, keys: readonly Value[]): Value[] {
  const names = keys.map((key) => (key.k === 'text' && !key.hole ? key.text : null))
  if (names.length === 0 || names.includes(null)) return [unknown('server-data')]
  const found = program.stored.slice(0, MAX_WRITERS).flatMap((one) => writtenFor(program, one, names))
  if (program.stored.length > MAX_WRITERS) found.push(unknown('limit'))
  if (found.length === 0) return [NOTHING]
  // Until a key is written, the storage returns an empty string.
  return distinct([...found, MISSING])
}

const STEPS = 500

/** The values one write to the storage gives these keys; for an unknown key, only values that are known. */
function writtenFor(program: Program, one: StoredValue, names: readonly (string | null)[]): Value[] {
  if (!enter(program, one.value)) return []
  // Whatever cut them short, they are kept: what is read is then as final as they are.
  const before = watch(program)
  one.keys ??= cheaply(program, STEPS, () => fold(program, one.key, null))
  const meant = one.keys.filter((key) => names.some((name) => name !== null && mayBe(key, name)))
  if (meant.length > 0)
    one.values ??= cheaply(program, STEPS, () => fold(program, one.value, null)).map(asStored)
  leave(program, one.value)
  uncut(program, before)
  const isNamed = meant.some(({ k }) => k === 'text')
  const found = meant.length === 0 ? [] : (one.values ?? []).filter(({ k }) => isNamed || k !== 'unknown')
  // It may have been written all the same, so it is not surely empty.
  if (meant.length > found.length) program.changeable++
  return found
}

function mayBe(key: Value, name: string): boolean {
  if (key.k !== 'text') return key.k === 'unknown'
  return key.hole ? key.text !== '' && name.startsWith(key.text) : key.text === name
}

/** The unknown part of a stored value came from outside or from a user. */
function asStored(value: Value): Value {
  return value.k === 'unknown'
    ? { k: 'unknown', hole: { ...value.hole, reason: 'server-data', owners: [] } }
    : value
}
