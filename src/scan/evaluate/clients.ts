/** Request libraries with their own settings: their members and base URLs. */

import { type CallShape, type ClientShape, clientAt, clientNamed } from '../frameworks/index.js'
import type { CallExpr, ClassExpr, Expr } from '../ir/types.js'
import { fold, written } from './folding.js'
import type { Program } from './program.js'
import { type Arg, type Client, type Env, unknown, type Value } from './values.js'

const NOTHING: ClientShape = { name: '', calls: {} }

export const shapeOf = (client: Client): ClientShape => clientNamed(client.library) ?? NOTHING

/** The client that a value is; null for everything else. A project's replacement of a global takes precedence. */
export function clientOf(program: Program, value: Value): Client | null {
  if (value.k === 'client') return value
  if (value.k === 'package') return isUnheard(program, value) ? ownClient(UNSEEN) : null
  const shape = value.k === 'native' ? clientAt(value.path) : null
  if (!shape || value.k !== 'native') return null
  const [, name] = value.path.split('.')
  const isReplaced = name !== undefined && program.writes.get(name)?.some(({ object }) => !isGiven(object))
  return isReplaced ? null : ownClient(shape.name)
}

/** The client of an unknown package, judging by its settings. */
export const UNSEEN = 'client'
export const BASES = ['baseURL', 'baseUrl']
const SETTINGS = new Set(['defaults', 'config', 'settings'])

const unheard = new WeakMap<Program, ReadonlySet<string>>()

/** `net.defaults.baseURL = 'https://…'`, where `net` is an unknown package. */
function isUnheard(program: Program, { name, path }: Extract<Value, { k: 'package' }>): boolean {
  if (path !== '' && path !== 'default') return false
  const known = unheard.get(program) ?? givenBases(program)
  return known.has(name)
}

/** Packages that are given a base URL. */
function givenBases(program: Program): ReadonlySet<string> {
  const found = new Set<string>()
  // None while they are being looked up.
  unheard.set(program, found)
  const { steps } = program
  for (const { object } of BASES.flatMap((name) => program.writes.get(name) ?? [])) {
    const isSetting = object.k === 'member' && typeof object.name === 'string' && SETTINGS.has(object.name)
    const of = isSetting ? object.object : object
    if (of.k !== 'ref' && of.k !== 'import') continue
    program.steps = STEPS
    for (const one of fold(program, of, null)) if (one.k === 'package') found.add(one.name)
  }
  program.steps = steps
  return found
}

const STEPS = 200

/** A library that receives the platform object attaches itself to it. */
const isGiven = (object: Expr) => object.k === 'ref' && object.binding.values[0]?.value.k === 'param'

const owns = new Map<string, Client>()

/** A library's own instance. */
export function ownClient(library: string): Client {
  const known = owns.get(library)
  if (known) return known
  const made: Client = { k: 'client', library, made: null, config: null }
  owns.set(library, made)
  return made
}

/** The result of a constructor: `new Request({ baseURL })`, `new Fly()`; null if the library has none with that name. */
export function newClient(of: Value, call: CallExpr, env: Env | null): Client | null {
  if (of.k === 'client') return isMade(of, 'new') ? made(of, call, env) : null
  if (of.k !== 'method' || of.of.k !== 'client') return null
  return isMade(of.of, of.name) ? made(of.of, call, env) : null
}

const isMade = (client: Client, name: string) => shapeOf(client).makes?.includes(name) ?? false
function made({ library }: Client, call: CallExpr, env: Env | null): Client {
  const [expr] = call.args
  return { k: 'client', library, made: call, config: expr ? { expr, env } : null }
}

/** A member that a class inherits from a client; null if the client has none with that name. */
export function inheritedMember(
  program: Program,
  { library }: Client,
  by: ClassExpr,
  config: Arg | null,
  name: string,
): Value[] | null {
  const client: Client = { k: 'client', library, made: by, config }
  const { calls, makes = [], settings = [], setups = [] } = shapeOf(client)
  const isKnown = Object.hasOwn(calls, name) || [...makes, ...settings, ...setups].includes(name)
  return isKnown ? clientMember(program, client, name) : null
}

export function clientMember(program: Program, client: Client, name: string): Value[] {
  if (name === 'default') return [client]
  const { clients = {}, settings } = shapeOf(client)
  const other = Object.hasOwn(clients, name) ? clients[name] : undefined
  if (other !== undefined) return [other === client.library ? client : ownClient(other)]
  if (settings?.includes(name)) return [{ k: 'settings', of: client }]
  const own: Value = { k: 'method', of: client, name }
  const put = written(program, client, name)
  // A wrapper that replaces a request method still calls it: `const send = fly.request; fly.request = …`.
  const isAround = program.writes.has(name) && requestOf(client, name) !== null
  return put && isAround ? [own, ...put] : (put ?? [own])
}

/** The return value of a client's method; the client itself has the empty name. */
export function clientCall(client: Client, name: string, call: CallExpr, env: Env | null): Value[] {
  return [isMade(client, name) ? made(client, call, env) : unknown('server-data')]
}

/** The request made by calling or constructing this method; null if there is none. */
export function requestOf(client: Client, name: string, isNew = false): CallShape | null {
  const { calls } = shapeOf(client)
  const key = isNew ? `new ${name}`.trim() : name
  return Object.hasOwn(calls, key) ? (calls[key] ?? null) : null
}

/** A client's request as a callee names it: `http.get`, `http.get.call`, `http` itself; null if it is none. */
export interface Asking {
  client: Client
  name: string
  /** `call` or `apply` where it is called through one. */
  method: string | null
  shape: CallShape
}

export function askingOf(callee: Value, isNew = false): Asking | null {
  if (callee.k === 'client') return asking(callee, '', null, isNew)
  if (callee.k !== 'method') return null
  const { of, name } = callee
  const method = name === 'call' || name === 'apply' ? name : null
  if (of.k === 'client') return asking(of, name, null, isNew) ?? (method ? asking(of, '', method) : null)
  return method && of.k === 'method' && of.of.k === 'client' ? asking(of.of, of.name, method) : null
}

function asking(client: Client, name: string, method: string | null, isNew = false): Asking | null {
  const shape = requestOf(client, name, isNew)
  return shape && { client, name, method, shape }
}
