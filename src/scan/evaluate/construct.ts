/** What `new` gives. */

import { callAt, givenBy } from '../frameworks/index.js'
import type { CallExpr } from '../ir/types.js'
import { clientOf, newClient } from './clients.js'
import { callFunction, fold } from './folding.js'
import { madeOf } from './language.js'
import { regexMade } from './matches.js'
import { givenByPackage, unseenClient } from './packages.js'
import type { Program } from './program.js'
import { promised } from './promises.js'
import { proxied } from './proxies.js'
import { storeMade } from './stores.js'
import { urlFrom } from './texts.js'
import { type Arg, type Env, toText, unknown, type Value } from './values.js'

const EMITTER: Value = { k: 'native', path: 'Emitter()' }

/** `new Http(settings)` */
export function construct(program: Program, callee: Value, call: CallExpr, env: Env | null): Value[] {
  const args = call.args.map((expr): Arg => ({ expr, env }))
  if (callee.k === 'class') return [{ k: 'instance', of: callee.expr, args, env: callee.env }]
  if (callee.k === 'function') return madeBy(program, callee, args)
  const store = storeMade(callee, call, env)
  if (store) return [store]
  const made = newClient(clientOf(program, callee) ?? callee, call, env)
  if (made) return [made]
  if (callee.k === 'native') return constructNative(program, callee.path, call, env)
  // `new Vue()`: without a component in it, it hands events on.
  if (callee.k === 'package' && callee.name === 'vue' && call.args.length === 0) return [EMITTER]
  if (callee.k === 'package') return unseenClient(program, callee, call, env) ?? [givenByPackage(callee)]
  return callee.k === 'unknown' ? [callee] : [unknown('computed')]
}

/** `function Api() { return wx }`: what a constructor returns takes the instance's place, if it is an object. */
function madeBy(program: Program, callee: Extract<Value, { k: 'function' }>, args: Arg[]): Value[] {
  const { fn, env } = callee
  const made: Value = { k: 'instance', of: fn, args, env }
  if (fn.returns.length === 0) return [made]
  const returned = callFunction(program, { ...callee, self: made }, args)
  const given = returned.filter(({ k }) => k === 'object' || k === 'native' || k === 'client')
  const isReplaced = given.length === returned.length && fn.returns.every(({ guard }) => guard === null)
  return isReplaced && given.length > 0 ? given : [made, ...given]
}

function constructNative(program: Program, path: string, call: CallExpr, env: Env | null): Value[] {
  const [first, second] = call.args
  const given = givenBy(path)
  if (given !== null) return [{ k: 'native', path: given }]
  if (path === 'Promise') return promised(program, call, env)
  if (path === 'Function') return [madeOf(program, call, env)]
  if (path === 'RegExp') return regexMade(program, call, env)
  if (/^(?:Weak)?(?:Set|Map)$/.test(path))
    return first ? fold(program, first, env) : [{ k: 'list', items: [] }]
  if (path === 'UTSJSONObject' && first) return fold(program, first, env)
  if (path === 'Proxy' && first)
    return [...fold(program, first, env).filter(isCallable), { k: 'object', expr: proxied(call, first), env }]
  if (path !== 'URL' || !first) return [unknown('computed')]
  const bases = second ? fold(program, second, env).map(toText) : [null]
  return fold(program, first, env).flatMap((one) => bases.map((base) => urlFrom(toText(one), base)))
}

/** A proxy of a function is called as it is. */
const isCallable = (value: Value) =>
  value.k === 'function' || value.k === 'method' || (value.k === 'native' && callAt(value.path) !== null)
