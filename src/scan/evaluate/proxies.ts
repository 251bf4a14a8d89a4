/** Proxies: their members and what a call of them calls come from the handler, else from the target. */
import { flat } from '../flat.js'
import { type CallExpr, type Expr, type ObjExpr, UNKNOWN } from '../ir/types.js'
import { callFunction, fold, memberOf } from './folding.js'
import type { Program } from './program.js'
import { type Arg, type Env, isMissing, literalText, type Value } from './values.js'

const proxies = new WeakMap<CallExpr, ObjExpr>()

export function proxied(call: CallExpr, target: Expr): ObjExpr {
  const known = proxies.get(call)
  if (known) return known
  const [, handler] = call.args
  const props = [{ key: null, value: target, pos: call.pos }]
  const made: ObjExpr = {
    k: 'obj',
    props,
    module: call.module,
    parent: null,
    slot: 0,
    ...(handler ? { handler } : {}),
  }
  proxies.set(call, made)
  return made
}

const revocables = new WeakMap<CallExpr, ObjExpr>()

/** `Proxy.revocable(wx, handler).proxy`. */
export function revocable(call: CallExpr, target: Expr): ObjExpr {
  const known = revocables.get(call)
  if (known) return known
  const { module, pos } = call
  const props = [{ key: 'proxy', value: proxied(call, target), pos }]
  const made: ObjExpr = { k: 'obj', props, module, parent: null, slot: 0 }
  revocables.set(call, made)
  return made
}

type FunctionValue = Extract<Value, { k: 'function' }>

const trapsOf = (
  program: Program,
  { handler }: ObjExpr,
  env: Env | null,
  name: 'get' | 'apply',
): FunctionValue[] =>
  handler
    ? flat(fold(program, handler, env), (one) =>
        one.k === 'object' ? memberOf(program, one, name) : [],
      ).filter((one) => one.k === 'function')
    : []

const NONE: Value[] = []

/** The result of a handler's `get`; nothing if it can't be determined. */
export function handledBy(program: Program, proxy: ObjExpr, env: Env | null, name: string): Value[] {
  if (!proxy.handler) return NONE
  const target = proxy.props.map(({ value }): Arg => ({ expr: value, env }))
  const self: Value = { k: 'object', expr: proxy, env }
  const args: Arg[] = [...target, { values: [literalText(name)] }, { values: [self] }]
  return flat(trapsOf(program, proxy, env, 'get'), (get) => callFunction(program, get, args)).filter(
    (value) => value.k !== 'unknown' && !isMissing(value),
  )
}

/** The functions that a call of the value calls, if it is a proxy: its handler's `apply`. */
export const appliedBy = (program: Program, value: Value): FunctionValue[] =>
  value.k === 'object' && value.expr.handler ? trapsOf(program, value.expr, value.env, 'apply') : []

/** `apply(target, this, arguments)` */
export const givenToApply = (args: readonly Expr[]): Expr[] => [
  UNKNOWN,
  UNKNOWN,
  {
    k: 'array',
    items: args.map((arg) =>
      arg.k === 'spread' ? { spread: true, value: arg.of } : { spread: false, value: arg },
    ),
  },
]
