/** Base URLs that a library's client is configured with. */
import { ownClient, shapeOf } from './clients.js'
import { enter, leave } from './cycles.js'
import { callFunction, fold, memberOf, written } from './folding.js'
import { argValues } from './parameters.js'
import type { Program } from './program.js'
import { type Client, distinct, isMissing, type Value } from './values.js'
import { spreadOver } from './walks.js'

/** The base URLs of one call: those in its own settings come before those that the client has; null if there is none. */
export function basesFor(program: Program, client: Client, configs: readonly Value[]): Value[] | null {
  const own = configs.flatMap((config) => baseIn(program, client, config))
  if (own.length === 0) return basesOf(program, client)
  const names = shapeOf(client).base ?? []
  if (!own.every(isOfParameter) || configs.some((config) => isNamedIn(config, names))) return own
  // `{ ...options }`: it adds none unless a caller passes one.
  const others = basesOf(program, client)
  return others ? [...own.map(spreadOver), ...others] : own
}

const isOfParameter = (value: Value) => value.k === 'unknown' && value.hole.reason === 'parameter'

const isNamedIn = (config: Value, names: readonly string[]): boolean =>
  config.k === 'object' && config.expr.props.some(({ key }) => typeof key === 'string' && names.includes(key))

/** Every base URL that a client has been given; null if there is none. */
export function basesOf(program: Program, client: Client): Value[] | null {
  const values = [
    ...madeWith(program, client).flatMap((value) => baseIn(program, client, value)),
    ...fromWrites(program, client),
    ...setUpWith(program, client).flatMap((value) => baseIn(program, client, value)),
  ]
  if (values.length === 0) return basesBehind(program, client)
  return distinct(values)
}

/** What stands in for a base URL of its own: a constant of the build, or what the client that it is made of has. */
function basesBehind(program: Program, client: Client): Value[] | null {
  const { baseOf, baseConstant } = shapeOf(client)
  if (baseConstant !== undefined) return program.constants.get(baseConstant) ?? null
  if (baseOf !== undefined) return basesOf(program, ownClient(baseOf))
  return client.made ? basesOf(program, ownClient(client.library)) : null
}

/** Reading a client's own settings (`http.config.baseURL`) gives what it was configured with; null if that isn't its base URL. */
export function setUp(program: Program, client: Client, name: string): Value[] | null {
  if (!shapeOf(client).base?.includes(name) || !enter(program, client)) return null
  const bases = basesOf(program, client)
  leave(program, client)
  return bases
}

/** The settings it was made with. */
export const madeWith = (program: Program, { config }: Client): Value[] =>
  config ? argValues(program, config) : []

/** The base URL in a settings object, under these names. */
export function baseIn(
  program: Program,
  client: Client,
  config: Value,
  names = shapeOf(client).base ?? [],
): Value[] {
  if (config.k === 'unknown') return [config]
  if (config.k !== 'object') return []
  const values = names.flatMap((name) => memberOf(program, config, name))
  const given = values.filter((value) => !isMissing(value))
  // Whatever a package adds, such as an adapter, has no base URL of the project.
  const own = given.filter((value) => value.k !== 'unknown' || value.hole.reason !== 'import')
  return own.some(({ k }) => k === 'text') ? own : given
}

function fromWrites(program: Program, client: Client): Value[] {
  return (shapeOf(client).base ?? []).flatMap((name) => [
    ...(written(program, { k: 'settings', of: client }, name) ?? []),
    ...(written(program, client, name) ?? []),
  ])
}

/** `setConfig((config) => { config.baseURL = …; return config })`. */
export function setUpWith(program: Program, client: Client): Value[] {
  return program.setups
    .filter((setup) => setup.client.library === client.library && setup.client.made === client.made)
    .flatMap(({ call }) => (call.args[0] ? fold(program, call.args[0], null) : []))
    .flatMap((value) => (value.k === 'function' ? configured(program, value) : [value]))
}

function configured(program: Program, setup: Extract<Value, { k: 'function' }>): Value[] {
  const empty: Value = {
    k: 'object',
    expr: { k: 'obj', props: [], module: null, parent: null, slot: 0 },
    env: null,
  }
  return callFunction(program, setup, [{ values: [empty] }])
}
