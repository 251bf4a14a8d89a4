/** What calls tell of values besides whom they call: mixins, storage, what is provided, copies of whole objects. */

import { fold } from '../evaluate/folding.js'
import { calleeName } from '../evaluate/names.js'
import type { Program } from '../evaluate/program.js'
import type { CallExpr, Expr } from '../ir/types.js'

const MAX_PROVIDED = 200

/** `provide(key, value)` */
export function provides({ provides: known }: Program, call: CallExpr): void {
  if (calleeName(call.callee) !== 'provide' || call.args.length !== 2) return
  if (known.length < MAX_PROVIDED && !known.includes(call)) known.push(call)
}

/** `Vue.mixin({…})` */
export function mixIn(program: Program, call: CallExpr): void {
  const [options] = call.args
  if (!options) return
  const known = new Set(program.mixins.map((mixin) => (mixin.k === 'object' ? mixin.expr : mixin)))
  for (const value of fold(program, options, null))
    if (value.k === 'object' && !known.has(value.expr)) program.mixins.push(value)
}

/** `wx.setStorageSync(key, value)`, `uni.setStorage({ key, data })`. */
export function stores(program: Program, path: string, call: CallExpr): void {
  const name = path.split('.').at(-1)
  if (name !== 'setStorageSync' && name !== 'setStorage') return
  const [first, second] = call.args
  if (!first || program.stored.some((one) => one.call === call)) return
  const at = (object: Expr, key: string): Expr => ({ k: 'member', object, name: key })
  const isOptions = second === undefined || first.k === 'obj'
  program.stored.push(
    isOptions
      ? { call, key: at(first, 'key'), value: at(first, 'data') }
      : { call, key: first, value: second },
  )
}

/** `promisifyAll(wx, wxp)` gives `wxp` all that `wx` has. */
export function copy(program: Program, call: CallExpr): void {
  const [from, to] = call.args
  if (!from || !to) return
  for (const source of fold(program, from, null)) {
    for (const target of fold(program, to, null)) program.copies.push({ target, source })
  }
}
