/** What was worked out once under the same circumstances need not be again: renewed objects ask for each other over and over. */
import { isWhole, watch } from './cycles.js'
import type { Known, Memo, Name } from './memo-table.js'
import type { Program } from './program.js'
import type { Env, Value } from './values.js'

/** More are not kept: they would take memory that is wanted elsewhere. */
const MAX_KEPT = 100_000

function memoOf(program: Program): Memo {
  const { memos, open } = program
  const at = open === 'all' ? 'all' : 'some'
  const known = memos[at]
  if (known && known.open === open && known.size < MAX_KEPT) return known
  const made: Memo = { open, found: new Map(), size: 0 }
  memos[at] = made
  return made
}

/** The values of something in its surroundings; kept where no cycle and no end of a budget had a part in it. */
export function once(
  program: Program,
  of: object,
  env: Env | null,
  name: Name,
  work: () => Value[],
): Value[] {
  const memo = memoOf(program)
  const known = memo.found.get(env)?.get(of)?.get(name)
  if (known) return counted(program, known)
  const { builds, changeable } = program
  const before = watch(program)
  const values = work()
  if (isWhole(program, before) && program.steps > 0)
    keep(memo, of, env, name, {
      values,
      builds: program.builds - builds,
      changeable: program.changeable - changeable,
    })
  return values
}

function counted(program: Program, { values, builds, changeable }: Known): Value[] {
  program.builds += builds
  program.changeable += changeable
  return values
}

function keep(memo: Memo, of: object, env: Env | null, name: Name, known: Known): void {
  const byOf = memo.found.get(env) ?? new Map<object, Map<Name, Known>>()
  if (byOf.size === 0) memo.found.set(env, byOf)
  const byName = byOf.get(of)
  if (byName) byName.set(name, known)
  else byOf.set(of, new Map([[name, known]]))
  memo.size++
}
