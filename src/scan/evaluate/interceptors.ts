/** `uni.addInterceptor('request', { invoke(options) { … } })`: what it does to the options of every call of that API. */

import { isPlatform } from '../frameworks/index.js'
import { newFn } from '../ir/fresh.js'
import { emptyModule } from '../ir/module.js'
import { type CallExpr, type Expr, type Fn, functionsAround } from '../ir/types.js'
import { changedParameter } from './effects.js'
import { fold, memberOf } from './folding.js'
import type { Program } from './program.js'
import { distinct, isMissing, newEnv, type Value } from './values.js'

const MAX_INTERCEPTORS = 20

/** Records a call that adds an interceptor to a platform's API. */
export function intercepts(program: Program, path: string, call: CallExpr): void {
  const [root = '', name] = path.split('.')
  if (name !== 'addInterceptor' || !isPlatform(root) || call.args.length === 0) return
  const isKnown = program.interceptors.some((one) => one.call === call)
  if (!isKnown && program.interceptors.length < MAX_INTERCEPTORS) program.interceptors.push({ root, call })
}

/** The options of an API call after all interceptors. */
export function intercepted(program: Program, path: string, options: Value[]): Value[] {
  if (program.interceptors.length === 0) return options
  return program.interceptors.reduce((values, { root, call: { args } }) => {
    const [name, handler] = args
    if (!name || !path.startsWith(`${root}.`)) return values
    const api = path.slice(root.length + 1)
    const isMeant = handler
      ? fold(program, name, null).some((one) => one.k === 'text' && one.text === api)
      : api === 'request'
    if (!isMeant) return values
    const after = fold(program, handler ?? name, null).flatMap((one) =>
      handler ? changed(program, one, values) : proceeded(program, one, values),
    )
    return distinct(after)
  }, options)
}

/** Does a platform's API receive exactly what the source passes? Not if code that isn't followed may change it. */
export function isPlain(program: Program, path: string): boolean {
  const [root = '', api = ''] = path.split('.')
  const isReplaced = (program.writes.get(api) ?? []).some(({ object }) => PUTS_ON.has(object.k))
  return (
    !isReplaced && program.interceptors.every((one) => one.root !== root || isFollowed(program, one.call))
  )
}

/** Expressions that may be a platform object, or stand for one. */
const PUTS_ON: ReadonlySet<string> = new Set(['global', 'import', 'ref', 'param', 'member', 'call'])

function isFollowed(program: Program, { args: [name, handler] }: CallExpr): boolean {
  const values = name ? fold(program, handler ?? name, null) : []
  return values.length > 0 && values.every((one) => (handler ? isInvoker(program, one) : isLink(one)))
}

/** With two arguments, the second one receives the options. */
function isInvoker(program: Program, handler: Value): boolean {
  if (handler.k !== 'object') return false
  return memberOf(program, handler, 'invoke').every(
    (one) => isMissing(one) || (one.k === 'function' && changedParameter(one.fn, 0) !== null),
  )
}

/** Taro's built-in ones only log and set timeouts; others pass their argument on. */
function isLink(link: Value): boolean {
  if (link.k === 'native') return link.path.includes('.interceptors.')
  return link.k === 'function' && proceedsIn(link.fn).length > 0
}

function changed(program: Program, handler: Value, options: Value[]): Value[] {
  const found = memberOf(program, handler, 'invoke').flatMap((invoke) => {
    const after = invoke.k === 'function' ? changedParameter(invoke.fn, 0) : null
    if (invoke.k !== 'function' || !after) return []
    return options.flatMap((one) =>
      one.k === 'object'
        ? fold(program, after, newEnv(invoke.fn, [{ values: [one] }], handler, invoke.env))
        : [one],
    )
  })
  return found.length > 0 ? found : options
}

const CHAIN = newFn(emptyModule('', 0), null, null, true, 0)
const GIVEN: Expr = { k: 'param', fn: CHAIN, index: 0, rest: false }

/** What a function passes to `chain.proceed(…)`. */
function proceedsIn(fn: Fn): Expr[] {
  return fn.module.calls.flatMap(({ callee, args: [first], fn: around }) => {
    const proceeds =
      callee.k === 'member' && callee.name === 'proceed' && functionsAround(around).includes(fn)
    return proceeds && first ? [first] : []
  })
}

/** `Taro.addInterceptor((chain) => chain.proceed({ … }))`: the options it proceeds with. */
function proceeded(program: Program, interceptor: Value, options: Value[]): Value[] {
  if (interceptor.k !== 'function') return options
  const { fn, env: up } = interceptor
  const given = proceedsIn(fn)
  const props = [{ key: 'requestParams', value: GIVEN, pos: 0 }]
  const found = options.flatMap((one) => {
    if (one.k !== 'object') return [one]
    const env = newEnv(CHAIN, [{ values: [one] }], null, null)
    const chain: Value = { k: 'object', expr: { k: 'obj', props, module: null, parent: null, slot: 0 }, env }
    return given.flatMap((expr) => fold(program, expr, newEnv(fn, [{ values: [chain] }], null, up)))
  })
  return found.some(({ k }) => k === 'object') ? found : options
}
