/** The effect of transpiler helpers on their arguments: `defineProperty(this, 'base', '…')`, `extend(settings, own)`. */
import { fold } from '../evaluate/folding.js'
import { addWrite, type Program } from '../evaluate/program.js'
import type { CallExpr, Fn } from '../ir/types.js'

/** Records the changes a helper call makes, once. */
export function helped(program: Program, role: Fn['role'], call: CallExpr): void {
  if (program.helped.has(call)) return
  program.helped.add(call)
  const [object, ...others] = call.args
  if (!object || !CHANGED.has(object.k)) return
  const { module, fn, guard } = call
  if (role === 'merges') {
    for (const value of others) module.looseWrites.push({ object, key: null, value, fn, guard })
    return
  }
  const [key, value] = others
  if (!key || !value) return
  for (const name of fold(program, key, null)) {
    if (name.k !== 'text' || name.hole) continue
    addWrite(program, { object, name: name.text, value, fn, guard })
  }
}

/** Anything with a name; for `{}` the call provides everything. */
const CHANGED: ReadonlySet<string> = new Set(['ref', 'member', 'this', 'param'])
