/** What was worked out once under the same circumstances need not be again: renewed objects ask for each other over and over. */
import type { Program } from './program.js'
import type { Env, Value } from './values.js'

interface Known {
  values: Value[]
  /** What was counted on the way, to be counted again. */
  builds: number
  changeable: number
}

/** Results by what they are of, in which surroundings, and under which name; of one way to a call only. */
export interface Memo {
  open: Program['open']
  found: WeakMap<object, Map<Env | null, Map<string, Known>>>
}

/** The values of something in its surroundings; kept where no cycle and no end of a budget had a part in it. */
export function once(
  program: Program,
  of: object,
  env: Env | null,
  name: string,
  work: () => Value[],
): Value[] {
  if (!program.isIndexed || program.open === 'all') return work()
  if (program.memo?.open !== program.open) program.memo = { open: program.open, found: new WeakMap() }
  const { found } = program.memo
  const known = found.get(of)?.get(env)?.get(name)
  if (known) {
    program.builds += known.builds
    program.changeable += known.changeable
    return known.values
  }
  const { cuts, builds, changeable } = program
  const values = work()
  if (program.cuts !== cuts || program.steps <= 0 || program.memo?.found !== found) return values
  const byEnv = found.get(of) ?? new Map<Env | null, Map<string, Known>>()
  const byName = byEnv.get(env) ?? new Map<string, Known>()
  byName.set(name, { values, builds: program.builds - builds, changeable: program.changeable - changeable })
  found.set(of, byEnv.set(env, byName))
  return values
}
