/** What the heirs of a class make of a member: in its own methods, `this` may be an instance of any of them. */
import type { ClassExpr } from '../ir/types.js'
import { fold, written } from './folding.js'
import type { Program } from './program.js'
import { unknown, type Value } from './values.js'

/** So many of those that have the member are worked out, of so many. */
const MOST_WITH_IT = 16
const MOST = 400

type OfClass = Omit<Extract<Value, { k: 'instance' }>, 'of'> & { of: ClassExpr }

/** All of them; null if they are too many. */
function heirsOf(program: Program, of: ClassExpr): Set<ClassExpr> | null {
  const heirs = new Set(program.heirs.get(of))
  for (const heir of heirs) {
    if (heirs.size > MOST) return null
    for (const one of program.heirs.get(heir) ?? []) heirs.add(one)
  }
  return heirs
}

/** `this.constructor`: where it isn't known which instance it is, the class or any of its heirs. */
export function classOf(program: Program, { of, env, args }: OfClass): Value[] {
  const own: Value = { k: 'class', expr: of, env }
  if (args) return [own]
  const heirs = heirsOf(program, of)
  if (heirs === null || heirs.size > MOST_WITH_IT) return [own, unknown('limit')]
  return [own, ...[...heirs].map((expr): Value => ({ k: 'class', expr, env: null }))]
}

/** The values that heirs give to a member of their instances. */
export function inHeirs(program: Program, of: ClassExpr, name: string): Value[] {
  const heirs = heirsOf(program, of)
  if (heirs === null) return [unknown('limit')]
  const values: Value[] = []
  let left = MOST_WITH_IT
  for (const heir of heirs) {
    const own = heir.members.get(name)
    const self: Value = { k: 'instance', of: heir, args: null, env: null }
    const found = [...(own ? fold(program, own, null) : []), ...(written(program, self, name) ?? [])]
    if (found.length > 0 && left-- <= 0) return [...values, unknown('limit')]
    values.push(...found)
  }
  return values
}
