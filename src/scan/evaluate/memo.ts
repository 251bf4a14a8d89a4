/** Results are reused under the same conditions: recreated objects depend on each other over and over. */
import { isWhole, watch } from './cycles.js'
import { find, type Kept, type Known, type Memo, type Name, newKept, newMemo, put } from './memo-table.js'
import type { Program } from './program.js'
import type { Env, Value } from './values.js'

/** No more are kept, to limit memory. */
const MAX_KEPT = 100_000

function memoOf(program: Program): Memo<Value[]> {
  const { memos, open } = program
  const at = open === 'all' ? 'all' : 'some'
  const known = memos[at]
  if (known && known.open === open && known.size < MAX_KEPT) return known
  const made = newMemo<Value[]>(open)
  memos[at] = made
  return made
}

/** The values of something in its scope; kept if neither a cycle nor an exhausted budget was involved. */
export function once(
  program: Program,
  of: object,
  env: Env | null,
  name: Name,
  work: () => Value[],
): Value[] {
  const memo = memoOf(program)
  const kept = keptIn(memo, env)
  const known = kept ? find(kept, of, name) : null
  if (known) return counted(program, known)
  const { builds, changeable, emptied } = program
  const before = watch(program)
  const values = work()
  if (isWhole(program, before) && program.steps > 0) {
    const marks = {
      isOfBuild: program.builds !== builds,
      isChangeable: program.changeable !== changeable,
      isEmptied: program.emptied !== emptied,
    }
    put(keptIn(memo, env) ?? begun(memo, env), { of, name, values, ...marks, next: null })
  }
  return values
}

const GIVEN_UP = 'given up'

/** Did a condition take too many steps there before? It would again. */
export function isGivenUp(program: Program, test: object, env: Env | null): boolean {
  const kept = keptIn(memoOf(program), env)
  return kept !== null && find(kept, test, GIVEN_UP) !== null
}

export function giveUp(program: Program, test: object, env: Env | null): void {
  const memo = memoOf(program)
  const marks = { isOfBuild: false, isChangeable: false, isEmptied: false }
  put(keptIn(memo, env) ?? begun(memo, env), { of: test, name: GIVEN_UP, values: [], ...marks, next: null })
}

/** One step each: results made of results twice over would add up beyond what a number can count. */
function counted(program: Program, { values, isOfBuild, isChangeable, isEmptied }: Known<Value[]>): Value[] {
  if (isOfBuild) program.builds++
  if (isChangeable) program.changeable++
  if (isEmptied) program.emptied++
  return values
}

function keptIn(memo: Memo<Value[]>, env: Env | null): Kept<Value[]> | null {
  if (!env) return memo.outside
  const kept = memo.open === 'all' ? env.keptAll : env.keptSome
  return kept?.memo === memo ? kept : null
}

function begun(memo: Memo<Value[]>, env: Env | null): Kept<Value[]> {
  const kept = newKept(memo)
  if (env && memo.open === 'all') env.keptAll = kept
  else if (env) env.keptSome = kept
  return kept
}
