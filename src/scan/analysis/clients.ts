/** Libraries that make requests: axios, luch-request, flyio, uni-ajax, uView's http, mqtt. */
import { fold } from './fold.js'
import { callFunction } from './invoke.js'
import type { CallExpr } from './ir.js'
import { memberOf } from './members.js'
import type { Program } from './program.js'
import { type Client, distinct, type Env, isMissing, unknown, type Value } from './values.js'
import { written } from './written.js'

const BASE_NAMES = ['baseURL', 'baseUrl', 'BaseURL', 'base_url'] as const

/** Methods that make a request, and whether they send or fetch a file. */
const METHODS = new Set([
  'get',
  'post',
  'put',
  'delete',
  'head',
  'options',
  'patch',
  'request',
  'upload',
  'download',
])

const NATIVE_CLIENTS: Readonly<Record<string, string>> = { 'uni.$u.http': 'uni.$u.http', 'uni.$u': 'uni.$u' }

/** The client a value is; null for everything else. */
export function clientOf(program: Program, value: Value): Client | null {
  if (value.k === 'client') return value
  if (value.k === 'native' && Object.hasOwn(NATIVE_CLIENTS, value.path)) {
    return program.writes.has('$u') ? null : own(value.path)
  }
  if (value.k !== 'package') return null
  const { name, path } = value
  const isWhole = path === '' || path === 'default'
  if (name === '@escook/request-miniprogram') return path === '$http' ? own(name) : null
  return isWhole && CLIENT_PACKAGES.has(name) ? own(name) : null
}

const CLIENT_PACKAGES = new Set(['axios', 'uni-ajax', 'flyio', 'luch-request', 'mqtt'])

const owns = new Map<string, Client>()
function own(library: string): Client {
  const known = owns.get(library)
  if (known) return known
  const made: Client = { k: 'client', library, call: null, env: null }
  owns.set(library, made)
  return made
}

/** `new Request({ baseURL })`, `new Fly()`; null when the library has no such constructor. */
export function newClient(of: Value, call: CallExpr, env: Env | null): Client | null {
  if (of.k === 'client') return of.library === 'mqtt' ? null : { k: 'client', library: of.library, call, env }
  return null
}

export function clientMember(program: Program, client: Client, name: string): Value[] {
  if (name === 'default') return [client]
  if (name === 'http' && client.library === 'uni.$u') return [own('uni.$u.http')]
  if (name === 'defaults' || name === 'config') return [{ k: 'settings', of: client }]
  return written(program, client, name) ?? [{ k: 'method', of: client, name }]
}

/** What a method of a client gives back. */
export function clientCall(client: Client, name: string, call: CallExpr, env: Env | null): Value[] {
  if (name === 'create' || name === 'instance') return [{ k: 'client', library: client.library, call, env }]
  return [unknown('server-data')]
}

/** Does calling this method make a request? The bare client has the empty name. */
export function isRequest(client: Client, name: string): boolean {
  if (client.library === 'mqtt') return name === 'connect' || name === 'connectAsync'
  if (client.library === 'uni.$u') return name === 'get' || name === 'post'
  if (name === '') return client.library === 'axios' || client.library === 'uni-ajax'
  return METHODS.has(name)
}

/** Every base URL a client has been given; null when there is none. */
export function basesOf(program: Program, client: Client): Value[] | null {
  const values = [
    ...fromCall(program, client),
    ...fromWrites(program, client),
    ...fromSetups(program, client),
  ]
  if (values.length > 0) return distinct(values)
  if (client.library === 'uni.$u') return basesOf(program, own('uni.$u.http'))
  return client.call ? basesOf(program, own(client.library)) : null
}

function fromCall(program: Program, { call, env }: Client): Value[] {
  const config = call?.args[0]
  return config ? fold(program, config, env).flatMap((value) => baseIn(program, value)) : []
}

/** The base URL an object of settings holds. */
export function baseIn(program: Program, config: Value): Value[] {
  if (config.k === 'unknown') return [config]
  if (config.k !== 'object') return []
  const values = BASE_NAMES.flatMap((name) => memberOf(program, config, name))
  return values.filter((value) => !isMissing(value))
}

function fromWrites(program: Program, client: Client): Value[] {
  return BASE_NAMES.flatMap((name) => [
    ...(written(program, { k: 'settings', of: client }, name) ?? []),
    ...(written(program, client, name) ?? []),
  ])
}

/** `setConfig((config) => { config.baseURL = …; return config })`. */
function fromSetups(program: Program, client: Client): Value[] {
  return program.setups
    .filter((setup) => setup.client.library === client.library && setup.client.call === client.call)
    .flatMap(({ call }) => (call.args[0] ? fold(program, call.args[0], null) : []))
    .flatMap((value) => (value.k === 'function' ? configured(program, value) : [value]))
    .flatMap((value) => baseIn(program, value))
}

function configured(program: Program, setup: Extract<Value, { k: 'function' }>): Value[] {
  const empty: Value = { k: 'object', expr: { k: 'obj', props: [], module: null, parent: null }, env: null }
  return callFunction(program, setup, [{ values: [empty] }])
}
