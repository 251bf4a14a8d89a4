/** Values looked up by a path of keys, and paths built from a pattern. */

import type { CallExpr, Expr } from '../ir/types.js'
import { fold, memberOf } from './folding.js'
import type { Program } from './program.js'
import { FILLED, urlFrom } from './texts.js'
import { distinct, type Env, isMissing, toText, type Value } from './values.js'

/** uniapp.dcloud.net.cn/uts/buildin-object-api/utsjsonobject.html (UTSJSONObject): these take `a.b.c`. */
const GETTERS: ReadonlySet<string> = new Set([
  'getAny',
  'getArray',
  'getBoolean',
  'getJSON',
  'getNumber',
  'getString',
])

/** `new UTSJSONObject(o).getString('a.b')`, unless the object has such a method; null for everything else. */
export function keysOf(program: Program, { callee, args }: CallExpr, env: Env | null): Value[] | null {
  const [keys] = args
  if (callee.k !== 'member' || typeof callee.name !== 'string' || !GETTERS.has(callee.name) || !keys)
    return null
  const { name } = callee
  const objects = fold(program, callee.object, env)
  const isPlain = objects.every((one) => one.k === 'object' && !memberOf(program, one, name).some(isMethod))
  return isPlain && objects.length > 0 ? byKeys(program, objects, keys, env) : null
}

const isMethod = ({ k }: Value) => k === 'function' || k === 'method'

/** lodash's `get(o, 'a.b', other)`; null if the argument isn't a path. */
export function gotten(program: Program, { args }: CallExpr, env: Env | null): Value[] | null {
  const [of, keys, other] = args
  if (!of || !keys) return null
  const objects = fold(program, of, env)
  if (objects.length === 0 || !objects.every(({ k }) => HAVE_MEMBERS.has(k))) return null
  const found = byKeys(program, objects, keys, env)
  const others = found?.some(isMissing) && other ? fold(program, other, env) : null
  return others && found ? [...found.filter((one) => !isMissing(one)), ...others] : found
}

const HAVE_MEMBERS = new Set(['object', 'native', 'namespace', 'class', 'instance'])

/** Null if a path can't be determined. */
function byKeys(program: Program, objects: Value[], keys: Expr, env: Env | null): Value[] | null {
  const paths = fold(program, keys, env)
  if (!paths.every((path) => path.k === 'text' && !path.hole)) return null
  const walked = paths.flatMap((path) =>
    (path.k === 'text' ? path.text : '')
      .split('.')
      .reduce((at, key) => distinct(at.flatMap((one) => memberOf(program, one, key))), objects),
  )
  return distinct(walked)
}

/** Packages that assemble paths: `resolve(base, path)` of `url`, and path-to-regexp. */
export function pathMade(
  program: Program,
  callee: Extract<Value, { k: 'package' }>,
  call: CallExpr,
  env: Env | null,
): Value[] | null {
  const [base, path] = call.args
  if (callee.name !== 'url' || !/^(?:default\.)?resolve$/.test(callee.path) || !base || !path)
    return compiledPath(program, callee, call, env)
  const bases = fold(program, base, env).map(toText)
  return fold(program, path, env).flatMap((one) => bases.map((from) => urlFrom(toText(one), from)))
}

/** The result of path-to-regexp's `compile`: a function that fills values into the pattern. */
function compiledPath(
  program: Program,
  { name, path }: Extract<Value, { k: 'package' }>,
  { args: [pattern] }: CallExpr,
  env: Env | null,
): Value[] | null {
  if (name !== 'path-to-regexp' || !/^(?:default\.)?compile$/.test(path) || !pattern) return null
  return fold(program, pattern, env).map((one) =>
    one.k === 'text' ? { k: 'method', of: one, name: FILLED } : one,
  )
}
