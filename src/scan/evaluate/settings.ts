/** Settings of the build that no file says: what has to be told is the setting, whatever is cut off it. */
import type { CallExpr } from '../ir/types.js'
import { fold } from './folding.js'
import type { Program } from './program.js'
import { type Env, holeOf, type Value } from './values.js'

const METHOD = /^(?:process|import\.meta)\.env\.\w+\.\w+$/

/** `import.meta.env.API.replace(/\/$/, '')`; null for other calls. */
export function ofSetting(
  program: Program,
  path: string,
  { callee }: CallExpr,
  env: Env | null,
): Value[] | null {
  if (callee.k !== 'member' || !METHOD.test(path)) return null
  const own = fold(program, callee.object, env).filter((one) => one.k === 'native')
  return own.length > 0 ? own.map((one) => ({ k: 'unknown', hole: holeOf(one) })) : null
}
