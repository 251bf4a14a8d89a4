/** Calls through a stand-in for the platform whose script is missing, or where the API is unknown. */

import { memberOf } from '../evaluate/folding.js'
import type { Program } from '../evaluate/program.js'
import { distinct, type Text, unknown, type Value } from '../evaluate/values.js'
import { type CallApi, callAt } from '../frameworks/index.js'
import { ITSELF } from '../ir/module.js'
import type { CallExpr, Expr } from '../ir/types.js'
import type { Asked } from './sink.js'

const NAMES: Readonly<Record<string, CallApi>> = {
  request: 'request',
  httpRequest: 'request',
  uploadFile: 'uploadFile',
  downloadFile: 'downloadFile',
  connectSocket: 'connectSocket',
}

/** Does it have the platform's name, without a known value? */
export function isLost(callee: Value, { callee: written }: CallExpr): boolean {
  if (written.k !== 'member' || typeof written.name !== 'string') return false
  if (!Object.hasOwn(NAMES, written.name)) return false
  if (callee.k === 'native') return /^[^.]+\.\w+$/.test(callee.path) && callAt(callee.path) === null
  return callee.k === 'unknown' && callee.hole.reason === 'import' && callee.hole.owners.length === 0
}

/** It counts as a call only if it is given an absolute URL. */
export function lostCall(program: Program, { callee }: CallExpr, [options = []]: Value[][]): Asked[] {
  if (callee.k !== 'member' || typeof callee.name !== 'string') return []
  const urls = urlsIn(program, options)
  if (!urls.some(isWhole)) return []
  const of = objectName(callee.object)
  const api = NAMES[callee.name] ?? 'request'
  return [{ callee: of === '' ? callee.name : `${of}.${callee.name}`, of, api, urls: distinct(urls) }]
}

/**
 * `wx[name](options)`: an absolute URL is passed on, but the API is unknown. Where the name is made on the spot, a URL of
 * which nothing is known will do: `wx[this.kind]({ url })` is how routers and components go to a page.
 */
export function namelessCall(
  program: Program,
  object: string,
  { callee }: CallExpr,
  [options = []]: Value[][],
): Asked[] {
  const urls = urlsIn(program, options)
  const whole = urls.find(isWhole)
  if (!whole && !(isMade(callee) && urls.some(isOpen))) return []
  const api = whole && /^ws/i.test(whole.text) ? 'connectSocket' : 'request'
  return [{ callee: `${object}[…]`, of: object, api, urls: [unknown('computed')] }]
}

const urlsIn = (program: Program, options: Value[]): Value[] =>
  options.flatMap((arg) => (arg.k === 'object' ? memberOf(program, arg, 'url') : []))

/** `wx[decoded('…')]`, `wx[head + tail]`, also by a variable. */
function isMade(callee: Expr): boolean {
  if (callee.k !== 'member' || typeof callee.name === 'string') return false
  const { name } = callee
  const values = name.k === 'ref' ? name.binding.values.map(({ value }) => value) : [name]
  return values.some(({ k }) => k === 'call' || k === 'cat')
}

/** What a caller would give may as well be a page's path. */
function isOpen(url: Value): boolean {
  const hole = url.k === 'unknown' || (url.k === 'text' && url.text === '') ? url.hole : null
  return hole !== null && hole.owners.length === 0 && hole.reason !== 'parameter'
}

const isWhole = (url: Value): url is Text => url.k === 'text' && /^(?:https?|wss?):\/\/[^/]/i.test(url.text)

export function objectName(object: Expr): string {
  if (object.k === 'ref') return object.binding.name
  if (object.k === 'import' && object.specifier === ITSELF) return 'exports'
  return object.k === 'global' ? object.name : ''
}
