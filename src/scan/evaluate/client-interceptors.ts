/** `client.interceptors.request.use((config) => …)`: its effect on the URL and base of the client's calls. */

import { type CallExpr, type Expr, newFn, type ObjExpr } from '../ir/types.js'
import { baseIn } from './bases.js'
import { clientOf, shapeOf } from './clients.js'
import { callFunction, fold, memberOf } from './folding.js'
import type { Program } from './program.js'
import { type Client, distinct, isMissing, newEnv, type Value } from './values.js'

const MAX_USED = 40

/** Records a call that adds a request interceptor to a client. */
export function usesInterceptor(program: Program, call: CallExpr): void {
  const path = ['use', 'request', 'interceptors']
  let at: Expr = call.callee
  for (const name of path) {
    if (at.k !== 'member' || at.name !== name) return
    at = at.object
  }
  if (program.clientInterceptors.some((one) => one.call === call) || !call.args[0]) return
  for (const value of fold(program, at, null)) {
    const client = clientOf(program, value)
    if (client && program.clientInterceptors.length < MAX_USED)
      program.clientInterceptors.push({ client, call })
  }
}

export interface Intercepted {
  urls: Value[]
  bases: Value[] | null
}

/** URL and base of a call after the client's interceptors. */
export function afterInterceptors(program: Program, client: Client, given: Intercepted): Intercepted {
  const own = program.clientInterceptors.filter(
    (one) => one.client.library === client.library && one.client.made === client.made,
  )
  return own.reduce<Intercepted>((now, { call }) => {
    const [first] = call.args
    const config = configOf(call, client, now)
    const made = first
      ? fold(program, first, null).flatMap((fn) =>
          fn.k === 'function' ? callFunction(program, fn, [{ values: [config] }]) : [],
        )
      : []
    const configs = made.filter(({ k }) => k === 'object')
    if (configs.length === 0) return now
    const urls = configs.flatMap((one) => memberOf(program, one, 'url')).filter((url) => !isMissing(url))
    const bases = configs.flatMap((one) => baseIn(program, client, one))
    return {
      urls: urls.some(isTold) ? distinct(urls) : now.urls,
      bases: bases.some(isTold) ? distinct(bases) : now.bases,
    }
  }, given)
}

const isTold = (value: Value) => value.k === 'text' && value.text !== ''

/** A config object with these values, passed as a function's parameter. */
function configOf({ module, pos }: CallExpr, client: Client, { urls, bases }: Intercepted): Value {
  const fn = newFn(module, null, null, true, pos)
  const property = (key: string, index: number) => ({
    key,
    value: { k: 'param', fn, index, rest: false } as const,
    pos,
  })
  const names = bases === null ? [] : (shapeOf(client).base ?? [])
  const props = [property('url', 0), ...names.map((name) => property(name, 1))]
  const expr: ObjExpr = { k: 'obj', props, module, parent: null, slot: 0 }
  return {
    k: 'object',
    expr,
    env: newEnv(fn, [{ values: urls }, { values: bases ?? [] }], null, null),
  }
}
