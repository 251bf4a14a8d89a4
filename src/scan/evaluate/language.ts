/** Results of built-in constructors and functions that derive from their arguments. */

import { anyOf, isPlatform } from '../frameworks/index.js'
import type { CallExpr, Expr, ObjExpr } from '../ir/types.js'
import { fold, membersOf } from './folding.js'
import type { Program } from './program.js'
import { type Env, unknown, type Value } from './values.js'

export const GLOBAL_GIVER = 'new Function("return this")'

/** Of functions made from strings, only the one that returns the global object is known. */
export function madeOf(program: Program, { args }: CallExpr, env: Env | null): Value {
  const [only, ...others] = args
  const [code] = only && others.length === 0 ? fold(program, only, env) : []
  const givesGlobal = code?.k === 'text' && code.hole === null && /^\s*return this;?\s*$/.test(code.text)
  return givesGlobal ? { k: 'native', path: GLOBAL_GIVER } : unknown('computed')
}

/** Any member of a platform object; it has no name then. */
export const everyOne = (program: Program, object: Value): Value[] =>
  object.k === 'native' && isPlatform(object.path)
    ? [{ k: 'native', path: anyOf(object.path) }]
    : membersOf(program, object)

export const entriesOf = (program: Program, object: Value): Value[] => [
  { k: 'list', items: [[unknown('computed')], everyOne(program, object)] },
]

const rebuilt = new WeakMap<CallExpr, ObjExpr>()

/** `Object.fromEntries(list)`: which name goes with which value is told only by the list's items. */
export function fromEntries(call: CallExpr, list: Expr): ObjExpr {
  const known = rebuilt.get(call)
  if (known) return known
  const { module, pos } = call
  const pair: Expr = { k: 'item', of: list }
  const [key, value]: Expr[] = ['0', '1'].map((name) => ({ k: 'member', object: pair, name }))
  const props = key && value ? [{ key, value, pos }] : []
  const made: ObjExpr = { k: 'obj', props, module, parent: null, slot: 0 }
  rebuilt.set(call, made)
  return made
}

const CODED: Readonly<Record<string, (text: string) => string>> = {
  encodeURI,
  encodeURIComponent,
  decodeURI,
  decodeURIComponent,
  escape,
  unescape,
  atob,
  btoa,
}

export const isCoding = (path: string): boolean => Object.hasOwn(CODED, path)

/** What is decoded as a whole: behind a hole the bits stand elsewhere. */
const WHOLE = new Set(['atob', 'btoa'])

export function encoded(program: Program, path: string, first: Expr, env: Env | null): Value[] {
  return fold(program, first, env).map((value) => {
    if (value.k !== 'text') return value.k === 'unknown' ? value : unknown('computed')
    if (value.hole && WHOLE.has(path)) return unknown('computed')
    try {
      // The known part of a string is encoded separately from what follows it.
      return { ...value, text: CODED[path]?.(value.text) ?? value.text }
    } catch {
      return unknown('computed')
    }
  })
}

const OWN = new Set([
  'Array',
  'JSON',
  'Map',
  'Number',
  'Object',
  'Promise',
  'Reflect',
  'Set',
  'String',
  'Symbol',
])

/** core-js keeps the language's own on an object of its own: `{ version: '2.6.12' }`, in version 3 `{}`. */
export const isCoreMember = ({ writes }: Program, { props, module }: ObjExpr, name: string): boolean =>
  OWN.has(name) &&
  (module?.bundle.length ?? 0) > 0 &&
  !writes.has(name) &&
  props.every(({ key }) => key === 'version')

/** `Object.assign`, `Promise`: there on every platform. */
export const isOfLanguage = (path: string): boolean => OWN.has(path.split('.')[0] ?? '')
