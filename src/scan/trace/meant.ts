/** Which network call a callee is: the platform's, a client library's, a client declared by the team, or none. */

import { askingOf, clientOf, requestOf } from '../evaluate/clients.js'
import { fold } from '../evaluate/folding.js'
import type { Program } from '../evaluate/program.js'
import type { NamedClient } from '../evaluate/steered.js'
import { type Client, unknown, type Value } from '../evaluate/values.js'
import { flat } from '../flat.js'
import { type CallShape, calledAt, isAnyMember, isPlatform } from '../frameworks/index.js'
import { type CallExpr, type Expr, type Fn, functionsAround } from '../ir/types.js'
import { type Entry, entryOf } from './entries.js'
import { isLost, objectName } from './lost.js'
import { type OfAbsent, ofAbsent } from './unseen.js'

interface OfClient {
  k: 'client'
  client: Client
  /** The method; empty where the client itself is called. */
  name: string
  shape: CallShape
}

interface OfPlatform {
  k: 'platform'
  path: string
  known: NonNullable<ReturnType<typeof calledAt>>
}

/**
 * `method` is `call` or `apply` where the callee is called through one; where it is `call.call` or `call.apply`, a platform's own
 * `call` is, and its first argument is a name.
 */
export type Meant = { method: string | null } & (
  | { k: 'named'; named: NamedClient }
  | OfClient
  | OfPlatform
  | ({ k: 'entry' } & Entry)
  | ({ k: 'unseen' } & OfAbsent)
  | { k: 'lost' }
  | { k: 'nameless'; object: string }
)

export interface Meanings {
  meant: Meant[]
  /** What determines which call it is, if only a caller knows. */
  open: Value[]
}

/** Everything that a call may mean, by what its callee can be. */
export function meantIn(program: Program, call: CallExpr, callees: Value[]): Meanings {
  const isAny = isAnyOf(program, call)
  return {
    meant: flat(
      callees,
      (callee) => meantBy(program, callee, call) ?? (isAny ? nameless(program, callee, call) : []),
    ),
    open: flat(callees, (callee) => {
      const around = functionsAround(call.fn)
      if (anyMember(callee) !== null) return [unknown('computed', around)]
      return callee.k === 'unknown' ? [isAny ? ownedBy(callee, around) : callee] : []
    }),
  }
}

function nameless(program: Program, callee: Value, call: CallExpr): Meant[] {
  const of = computedOn(call)
  if (callee.k !== 'unknown' || callee.hole.owners.length > 0 || !of) return []
  const { object, method } = of
  const objects = fold(program, object, null)
  const clients = flat(objects, (one) => askingClient(program, one) ?? [])
  if (objects.some(isPlatforms) || clients.length === 0)
    return [{ k: 'nameless', method, object: objectName(object) }]
  return clients.map((client) => ({ k: 'client', method, client, name: '[…]', shape: ANY_REQUEST }))
}

/** A client's method whose name isn't known: a request, if it is given what may be a URL. */
const ANY_REQUEST: CallShape = { api: 'request', url: ['0', '0.url'], isOptional: true }

/** `wx[name](options)`, `http[method](url)`: only a caller knows which API that is. */
export function isAnyOf(program: Program, call: CallExpr): boolean {
  const of = computedOn(call)
  if (!of) return false
  return fold(program, of.object, null).some((one) => isPlatforms(one) || askingClient(program, one) !== null)
}

/** What it calls a member of by a computed name, `http[name](…)` or `http[name].apply(…)`. */
function computedOn({ callee }: CallExpr): { object: Expr; method: string | null } | null {
  if (callee.k !== 'member') return null
  const { object, name } = callee
  if (typeof name !== 'string') return name.k === 'text' ? null : { object, method: null }
  const isThrough = (name === 'call' || name === 'apply') && object.k === 'member'
  return isThrough && typeof object.name !== 'string' && object.name.k !== 'text'
    ? { object: object.object, method: name }
    : null
}

const isPlatforms = (value: Value): boolean => value.k === 'native' && isPlatform(value.path)

function askingClient(program: Program, value: Value): Client | null {
  const client = clientOf(program, value)
  return client && ['get', 'request', ''].some((name) => requestOf(client, name)?.api === 'request')
    ? client
    : null
}

/** An API whose name is not known, and the object that has it. */
function anyMember(callee: Value): { method: string | null; object: string } | null {
  if (callee.k !== 'native') return null
  const { method, plain } = called(callee.path)
  return isAnyMember(plain) ? { method, object: plain.slice(0, plain.lastIndexOf('.')) } : null
}

/** If the name is a loop variable, the caller of the method that the loop defines determines which one it was. */
function ownedBy(callee: Extract<Value, { k: 'unknown' }>, around: Fn[]): Value {
  return callee.hole.owners.length > 0 ? callee : unknown(callee.hole.reason, around)
}

/** Null if it is not a network call, or not known to be one. */
function meantBy(program: Program, callee: Value, call: CallExpr): Meant | null {
  const client = clientOf(program, callee)
  const asking = askingOf(client ?? callee, call.isNew)
  if (asking) return { k: 'client', ...asking }
  if (client || (callee.k === 'method' && callee.of.k === 'client')) return null
  const entry = entryOf(callee, call)
  if (entry) return { k: 'entry', ...entry }
  const unseen = ofAbsent(callee)
  if (unseen) return { k: 'unseen', ...unseen }
  if (isLost(callee, call)) return { k: 'lost', method: null }
  const any = anyMember(callee)
  if (any) return { k: 'nameless', ...any }
  const meant = callee.k === 'native' ? ofPlatform(callee.path, call.isNew) : null
  return meant?.known.object.needsBrowser && !program.hasBrowser ? null : meant
}

function ofPlatform(path: string, isNew: boolean): ({ method: string | null } & OfPlatform) | null {
  const { method, plain } = isNew ? { method: null, plain: path } : called(path)
  const known = calledAt(plain, isNew)
  return known && { k: 'platform', method, path: plain, known }
}

/** `wx.request.call(…)`. */
function called(path: string): { method: string | null; plain: string } {
  const method = /\.((?:call\.)?(?:call|apply))$/.exec(path)?.[1] ?? null
  return { method, plain: method ? path.slice(0, -method.length - 1) : path }
}
