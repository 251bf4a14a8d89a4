/** Which network call a callee is: the platform's, a client library's, a client declared by the team, or none. */

import { clientOf, requestOf } from '../evaluate/clients.js'
import type { Program } from '../evaluate/program.js'
import type { NamedClient } from '../evaluate/steered.js'
import type { Client, Value } from '../evaluate/values.js'
import { type CallShape, callAt, isAnyMember } from '../frameworks/index.js'
import type { CallExpr } from '../ir/types.js'
import { type Entry, entryOf } from './entries.js'
import { isLost } from './lost.js'

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

/** Null if it is not a network call, or not known to be one. */
export function meantBy(program: Program, callee: Value, call: CallExpr): Meant | null {
  const client = callee.k === 'method' ? callee.of : clientOf(program, callee)
  if (client?.k === 'client') {
    const name = callee.k === 'method' ? callee.name : ''
    const shape = requestOf(client, name, call.isNew)
    return shape ? { k: 'client', method: null, client, name, shape } : null
  }
  const entry = entryOf(callee, call)
  if (entry) return { k: 'entry', ...entry }
  if (isLost(callee, call)) return { k: 'lost', method: null }
  if (callee.k === 'native' && isAnyMember(callee.path))
    return { k: 'nameless', method: null, object: callee.path.slice(0, callee.path.lastIndexOf('.')) }
  return callee.k === 'native' ? ofPlatform(program, callee.path, call.isNew) : null
}

function ofPlatform(program: Program, path: string, isNew: boolean): Meant | null {
  const method = isNew ? null : (/\.(call|apply)$/.exec(path)?.[1] ?? null)
  const plain = method ? path.slice(0, -method.length - 1) : path
  const known = callAt(isNew ? `new ${plain}` : plain)
  if (!known || (known.object.needsBrowser && !program.hasBrowser)) return null
  return { k: 'platform', method, path: plain, known }
}
