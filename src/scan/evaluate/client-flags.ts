/** Flags of a project's own in a request's settings, which its interceptors ask for: `config.custom.isLogin`. */
import type { Expr, MemberWrite, ObjExpr } from '../ir/types.js'
import { madeWith, setUpWith } from './bases.js'
import { shapeOf } from './clients.js'
import { memberOf } from './folding.js'
import type { Program } from './program.js'
import { settle } from './settled.js'
import { type Client, distinct, isMissing, unknown, type Value } from './values.js'

const NONE: ObjExpr = { k: 'obj', props: [], module: null, parent: null, slot: 0 }
const EMPTY: Value = { k: 'object', expr: NONE, env: null }

/** The object with the flags of a call with these settings; unknown where others than the call may give it some. */
export function flagsGiven(program: Program, client: Client, settings: readonly Value[]): Value[] {
  const { flags: name } = shapeOf(client)
  if (name === undefined || isChanged(program, name)) return [unknown('computed')]
  const own = [...madeWith(program, client), ...setUpWith(program, client)]
  if (own.some((value) => value.k !== 'object' || !memberOf(program, value, name).every(isMissing)))
    return [unknown('computed')]
  const given = settings.filter(({ k }) => k !== 'text' && k !== 'prim')
  const found = given.flatMap((value) => (value.k === 'object' ? memberOf(program, value, name) : [value]))
  const flags = found.map((value) => settle(isMissing(value) ? EMPTY : value))
  return flags.length > 0 ? distinct(flags) : [settle(EMPTY)]
}

const changed = new WeakMap<Program['writes'], Map<string, boolean>>()

/** Does any script set flags where no call gives them, or hand on the object that has them? */
function isChanged({ writes, modules }: Program, name: string): boolean {
  const known = changed.get(writes) ?? new Map<string, boolean>()
  changed.set(writes, known)
  let found = known.get(name)
  if (found === undefined) {
    const isSet = ({ object }: Pick<MemberWrite, 'object'>) => isFlags(object, name)
    found =
      writes.has(name) ||
      [...writes.values()].some((all) => all.some(isSet)) ||
      [...modules.values()].some(
        ({ looseWrites, calls }) =>
          looseWrites.some(isSet) || calls.some(({ args }) => args.some((arg) => isFlags(arg, name))),
      )
    known.set(name, found)
  }
  return found
}

const isFlags = (expr: Expr, name: string): boolean =>
  (expr.k === 'member' && expr.name === name) ||
  (expr.k === 'ref' && expr.binding.values.some(({ value }) => value.k === 'member' && value.name === name))
