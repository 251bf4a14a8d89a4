/** The result of importing a known package. */
import { knownImport, memberPath } from '../frameworks/index.js'
import type { CallExpr } from '../ir/types.js'
import { BASES, clientMember, ownClient, UNSEEN } from './clients.js'
import { fold, memberOf } from './folding.js'
import type { Program } from './program.js'
import { type Env, isMissing, unknown, type Value } from './values.js'

/** Null for a package that has to be resolved. */
export function packageValue(program: Program, specifier: string, name: string): Value[] | null {
  const known = knownImport(specifier)
  if (!known) return null
  if ('path' in known) {
    const path = isWhole(name) ? known.path : memberPath(known.path, name)
    return program.constants.get(path) ?? [{ k: 'native', path }]
  }
  return clientValue(program, known.client, name)
}

/** The result of importing a library's client. */
export function clientValue(program: Program, library: string, name: string): Value[] {
  const client = ownClient(library)
  return isWhole(name) ? [client] : clientMember(program, client, name)
}

const isWhole = (name: string) => name === '*' || name === 'default' || name === 'require'

const MAX_PATH = 120

/** The result of calling it; for a library that makes requests, that belongs to the library too, such as `new THREE.FileLoader()`. */
export function givenByPackage(callee: Extract<Value, { k: 'package' }>): Value {
  const path = `${callee.path}()`
  return callee.library !== undefined && path.length <= MAX_PATH ? { ...callee, path } : unknown('import')
}

/** Does a package, or what of it is called, say that it makes requests? */
export const isForRequests = ({ name, path }: { name: string; path: string }): boolean =>
  /request|https?|fetch|ajax|axios|graphql/i.test(`${name} ${path}`)

/** May it make a client, of settings with a base URL? */
export const makesUnseen = ({ path }: { path: string }, { isNew }: CallExpr): boolean =>
  isNew || /(?:^|\.)(?:create|extend|instance)$/.test(path)

/** `request.create({ baseURL: 'https://…' })` of an unknown package; null for every other call. */
export function unseenClient(
  program: Program,
  callee: Extract<Value, { k: 'package' }>,
  call: CallExpr,
  env: Env | null,
): Value[] | null {
  const [config] = call.args
  if (!config || !makesUnseen(callee, call)) return null
  const bases = fold(program, config, env).flatMap((one) =>
    one.k === 'object' ? BASES.flatMap((name) => memberOf(program, one, name)) : [],
  )
  const isAny = isForRequests(callee)
  const isBase = bases.some((one) =>
    isAny ? !isMissing(one) : one.k === 'text' && /^https?:/i.test(one.text),
  )
  return isBase ? [{ k: 'client', library: UNSEEN, made: call, config: { expr: config, env } }] : null
}
