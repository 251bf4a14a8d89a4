/** `client.interceptors.request.use((config) => …)`: its effect on the URL and base of the client's calls. */

import { newFn } from '../ir/fresh.js'
import type { CallExpr, Expr, ObjExpr } from '../ir/types.js'
import { baseIn } from './bases.js'
import { flagsGiven } from './client-flags.js'
import { clientOf, shapeOf } from './clients.js'
import { callFunction, fold, memberOf } from './folding.js'
import type { Program } from './program.js'
import { isSettled, settle } from './settled.js'
import { type Client, distinct, isMissing, newEnv, unknown, type Value } from './values.js'

const MAX_USED = 40

/** Records a call that adds an interceptor to a client. */
export function usesInterceptor(program: Program, call: CallExpr): void {
  const request = usedBy(call, 'request')
  const response = request ? null : usedBy(call, 'response')
  if (response && fold(program, response, null).some((one) => clientOf(program, one)))
    for (const one of call.args.flatMap((arg) => fold(program, arg, null)))
      if (one.k === 'function') program.answered.add(one.fn)
  if (!request || program.clientInterceptors.some((one) => one.call === call) || !call.args[0]) return
  for (const value of fold(program, request, null)) {
    const client = clientOf(program, value)
    if (client && program.clientInterceptors.length < MAX_USED)
      program.clientInterceptors.push({ client, call })
  }
}

/** `http` of `http.interceptors.request.use(…)`; null for other calls. */
function usedBy({ callee }: CallExpr, kind: 'request' | 'response'): Expr | null {
  let at: Expr = callee
  for (const name of ['use', kind, 'interceptors']) {
    if (at.k !== 'member' || at.name !== name) return null
    at = at.object
  }
  return at
}

export interface Intercepted {
  urls: Value[]
  bases: Value[] | null
}

/** URL and base of a call after the client's interceptors; `settings` is what else the call is given. */
export function afterInterceptors(
  program: Program,
  client: Client,
  given: Intercepted,
  settings: readonly Value[],
): Intercepted {
  const own = program.clientInterceptors.filter(
    (one) => one.client.library === client.library && one.client.made === client.made,
  )
  if (own.length === 0) return given
  const calls = own.map(({ call }) => call)
  let after = given
  // In which order they run is the library's own affair: what one of them gives, another may read.
  for (const flags of [flagsGiven(program, client, settings), [unknown('computed')]]) {
    const { isKept, ...found } = through(program, client, calls, given, flags)
    after = found
    if (isKept || calls.length === 1) break
  }
  return after
}

/** `isKept`: none of them hands on other flags than these. */
function through(
  program: Program,
  client: Client,
  calls: readonly CallExpr[],
  given: Intercepted,
  flags: Value[],
): Intercepted & { isKept: boolean } {
  const { flags: name } = shapeOf(client)
  let isKept = true
  const after = calls.reduce<Intercepted>((now, call) => {
    const [first] = call.args
    const config = configOf(call, client, now, flags)
    const made = first
      ? fold(program, first, null).flatMap((fn) =>
          fn.k === 'function' ? callFunction(program, fn, [{ values: [config] }]) : [],
        )
      : []
    const configs = made.filter(({ k }) => k === 'object')
    if (configs.length === 0) return now
    if (name !== undefined) isKept &&= configs.every((one) => memberOf(program, one, name).every(isSettled))
    const urls = configs.flatMap((one) => memberOf(program, one, 'url')).filter((url) => !isMissing(url))
    const bases = configs.flatMap((one) => baseAfter(program, client, one, now.bases ?? []))
    return {
      urls: urls.some(isTold) ? distinct(urls) : now.urls,
      bases: bases.some(isTold) ? distinct(bases) : now.bases,
    }
  }, given)
  return { ...after, isKept }
}

/** The base's names all have what was given: one that has something else was set, and stands for the others. */
function baseAfter(program: Program, client: Client, config: Value, given: Value[]): Value[] {
  const { base = [] } = shapeOf(client)
  const before = distinct(given).length
  const set = base.filter((name) => {
    const values = memberOf(program, config, name)
    return values.some(isTold) && distinct([...given, ...values]).length > before
  })
  return baseIn(program, client, config, set.length > 0 ? set : base)
}

const isTold = (value: Value) => value.k === 'text' && value.text !== ''

/** A config object with these values, passed as a function's parameter. */
function configOf(
  { module, pos }: CallExpr,
  client: Client,
  { urls, bases }: Intercepted,
  flags: Value[],
): Value {
  const fn = newFn(module, null, null, true, pos)
  const property = (key: string, index: number) => ({
    key,
    value: { k: 'param', fn, index, rest: false } as const,
    pos,
  })
  const shape = shapeOf(client)
  const names = bases === null ? [] : (shape.base ?? [])
  const own = shape.flags === undefined ? [] : [property(shape.flags, 2)]
  const props = [property('url', 0), ...names.map((name) => property(name, 1)), ...own]
  const expr: ObjExpr = { k: 'obj', props, module, parent: null, slot: 0 }
  const env = newEnv(fn, [{ values: urls }, { values: bases ?? [] }, { values: flags }], null, null)
  return settle({ k: 'object', expr, env })
}
