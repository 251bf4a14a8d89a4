/** What platforms answer from what is on the phone: values of the storage, and the settings of ext.json. */

import { isPlatform } from '../frameworks/index.js'
import type { CallExpr } from '../ir/types.js'
import { EXT_CONFIG, SYSTEM_INFO } from './constants.js'
import { fold, memberOf } from './folding.js'
import type { Program } from './program.js'
import { storedValue } from './storage.js'
import { type Env, unknown, type Value } from './values.js'
import { type View, viewedAs } from './views.js'

/** `wx.getStorage({ key })`, `wx.getExtConfig()`, `wx.getSystemInfo()`: what the promise gives, and what `success` is called with; null for other calls. */
export function answerOf(path: string, call: CallExpr, env: Env | null): Value | null {
  const [root = '', name, ...rest] = path.split('.')
  if (rest.length > 0 || !isPlatform(root)) return null
  if (name === 'getSystemInfo' || name === 'getSystemInfoAsync') return { k: 'native', path: SYSTEM_INFO }
  const view = name === 'getStorage' ? stored(call, env) : name === 'getExtConfig' ? settings : null
  return view && viewedAs(call, env, view)
}

const settings: View = (program, name) =>
  name === 'extConfig' ? (program.constants.get(EXT_CONFIG) ?? [unknown('server-data')]) : []

const stored =
  ({ args: [options] }: CallExpr, env: Env | null): View =>
  (program, name) => {
    if (name !== 'data' || !options) return []
    const keys = fold(program, options, env).flatMap((one) =>
      one.k === 'object' ? memberOf(program, one, 'key') : [unknown('computed')],
    )
    return storedValue(program, keys)
  }

/** Tells the callbacks of such a call what they are called with. */
export function answers(program: Program, path: string, call: CallExpr): void {
  const answer = answerOf(path, call, null)
  const [options] = call.args
  if (!answer || !options) return
  for (const one of fold(program, options, null)) {
    if (one.k !== 'object') continue
    for (const success of memberOf(program, one, 'success'))
      if (success.k === 'function') program.contexts.set(success.fn, answer)
  }
}
