/** What the team declares about its source, at the point where folding needs it. */

import type { CallExpr } from '../ir/types.js'
import type { Steering } from '../steering.js'
import { definable, writtenName } from './names.js'
import { literal, type Origin, type Text, type Value } from './values.js'

export interface Steered {
  defines: ReadonlyMap<string, Defined>
  clients: readonly NamedClient[]
}

interface Defined {
  text: Text
  /** Where it was looked up. */
  used: Set<string>
}

type Written = Steering['clients'][number]

export interface NamedClient extends Omit<Written, 'base'> {
  base: Text | null
  calls: Set<CallExpr>
}

export const UNSTEERED: Steered = { defines: new Map(), clients: [] }

export function steered({ define, clients }: Pick<Steering, 'define' | 'clients'>): Steered {
  return {
    defines: new Map(
      define.map(({ name, value, place }) => [name, { text: at(value, place), used: new Set() }]),
    ),
    clients: clients.map((one) => ({
      ...one,
      base: one.base === null ? null : at(one.base, one.place),
      calls: new Set(),
    })),
  }
}

/** A string from the config. */
function at(text: string, { file, line, column }: Written['place']): Text {
  return literal(text, { file, lines: new Int32Array(line) }, column - 1)
}

/** The definition of a global, by its name. */
export function definedGlobal({ defines }: Steered, path: string): Value[] | null {
  return defines.size === 0 ? null : answer(defines.get(path), path)
}

/** The definition for an undetermined expression, or the value itself if there is none. */
export function answered({ defines }: Steered, value: Value): Value {
  // A package's exports are unknown as well: its name may be that of a project file.
  const origin = originOf(value)
  if (defines.size === 0 || !origin) return value
  const name = definable(origin)
  const found = name === null ? null : answer(defines.get(name), name)
  return found?.[0] ?? value
}

function originOf(value: Value): Origin | undefined {
  if (value.k === 'unknown') return value.hole.origin
  if (value.k === 'text') return value.begins?.origin
  return value.k === 'package' ? value.origin : undefined
}

function answer(defined: Defined | undefined, where: string): Value[] | null {
  if (!defined) return null
  defined.used.add(where)
  return [defined.text]
}

/** The client a call belongs to, by the name it is called with: `$api.get` means `this.$api.get` too. */
export function namedClient({ clients }: Steered, { callee }: CallExpr): NamedClient | null {
  if (clients.length === 0) return null
  const name = writtenName(callee)
  return clients.find((one) => name === one.name || name.endsWith(`.${one.name}`)) ?? null
}
