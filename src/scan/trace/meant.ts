/** Which network call a callee is: the platform's, a client library's, a client declared by the team, or none. */

import { askingOf, clientOf } from '../evaluate/clients.js'
import { fold } from '../evaluate/folding.js'
import type { Program } from '../evaluate/program.js'
import type { NamedClient } from '../evaluate/steered.js'
import { type Client, unknown, type Value } from '../evaluate/values.js'
import { type CallShape, callAt, isAnyMember, isPlatform } from '../frameworks/index.js'
import { type CallExpr, type Fn, functionsAround } from '../ir/types.js'
import { type Entry, entryOf } from './entries.js'
import { isLost, objectName } from './lost.js'

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
  known: NonNullable<ReturnType<typeof callAt>>
}

/** `method` is `call` or `apply` where the callee is called through one. */
export type Meant = { method: string | null } & (
  | { k: 'named'; named: NamedClient }
  | OfClient
  | OfPlatform
  | ({ k: 'entry' } & Entry)
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
    meant: callees.flatMap(
      (callee) => meantBy(program, callee, call) ?? (isAny ? nameless(callee, call) : []),
    ),
    open: callees.flatMap((callee) => {
      const around = functionsAround(call.fn)
      if (anyMember(callee) !== null) return [unknown('computed', around)]
      return callee.k === 'unknown' ? [isAny ? ownedBy(callee, around) : callee] : []
    }),
  }
}

function nameless(callee: Value, { callee: written }: CallExpr): Meant[] {
  if (callee.k !== 'unknown' || callee.hole.owners.length > 0 || written.k !== 'member') return []
  return [{ k: 'nameless', method: null, object: objectName(written.object) }]
}

/** `wx[name](options)`: only a caller knows which API that is. */
export function isAnyOf(program: Program, { callee }: CallExpr): boolean {
  if (callee.k !== 'member' || typeof callee.name === 'string' || callee.name.k === 'text') return false
  return fold(program, callee.object, null).some((one) => one.k === 'native' && isPlatform(one.path))
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
  if (isLost(callee, call)) return { k: 'lost', method: null }
  const any = anyMember(callee)
  if (any) return { k: 'nameless', ...any }
  const meant = callee.k === 'native' ? ofPlatform(callee.path, call.isNew) : null
  return meant?.known.object.needsBrowser && !program.hasBrowser ? null : meant
}

function ofPlatform(path: string, isNew: boolean): ({ method: string | null } & OfPlatform) | null {
  const { method, plain } = isNew ? { method: null, plain: path } : called(path)
  const known = callAt(isNew ? `new ${plain}` : plain)
  return known && { k: 'platform', method, path: plain, known }
}

/** `wx.request.call(…)`. */
function called(path: string): { method: string | null; plain: string } {
  const method = /\.(call|apply)$/.exec(path)?.[1] ?? null
  return { method, plain: method ? path.slice(0, -method.length - 1) : path }
}
