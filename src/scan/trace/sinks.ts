/** One network call under one way it is reached: its API, URL, methods and headers. */

import type { UndeterminedReason } from '../../facts/project.js'
import { baseIn, basesOf } from '../evaluate/bases.js'
import { afterInterceptors } from '../evaluate/client-interceptors.js'
import { clientOf, requestOf, shapeOf } from '../evaluate/clients.js'
import { fold, memberOf } from '../evaluate/folding.js'
import { intercepted } from '../evaluate/interceptors.js'
import { cheaply, type Program } from '../evaluate/program.js'
import { type NamedClient, namedClient } from '../evaluate/steered.js'
import { withBase } from '../evaluate/urls.js'
import {
  type Client,
  distinct,
  type Env,
  isMissing,
  MISSING,
  type Text,
  toText,
  unknown,
  type Value,
} from '../evaluate/values.js'
import { type ClientShape, callAt, isPlatform } from '../frameworks/index.js'
import { type CallExpr, type Fn, functionsAround } from '../ir/types.js'
import { argumentsOf, urlsAt } from './arguments.js'
import { entrySinks, isEntry } from './entries.js'
import { headersIn, textsOf } from './headers.js'
import { isLost, lostCall } from './lost.js'
import { optionsIn } from './options.js'
import type { Sink } from './sink.js'

const NO_DETAILS = { families: [], made: null, doubt: null, methods: [], options: [], headers: [] }

const EMPTY: Text = { k: 'text', text: '', marks: [], hole: null, soft: false }

/** Every network call this call can be; `open` when that depends on a caller. */
export function sinksOf(program: Program, call: CallExpr, env: Env | null): { sinks: Sink[]; open: Value[] } {
  const named = namedClient(program.steered, call)
  if (named) return { sinks: [namedSink(program, named, call, env)], open: [] }
  const callees = distinct(fold(program, call.callee, env))
  const isAny = isAnyOf(program, call)
  const sinks: Sink[] = []
  const open: Value[] = []
  for (const callee of callees) {
    if (callee.k === 'unknown') open.push(isAny ? ownedBy(callee, functionsAround(call.fn)) : callee)
    const client = callee.k === 'method' ? callee.of : clientOf(program, callee)
    const name = callee.k === 'method' ? callee.name : ''
    if (client?.k === 'client') sinks.push(...clientSinks(program, client, name, call, env))
    else if (isEntry(callee, call)) sinks.push(...entrySinks(program, callee, call, env))
    else if (isLost(callee, call))
      sinks.push(...lostCall(program, call, env).map((one) => ({ ...one, ...NO_DETAILS })))
    else if (callee.k === 'native') sinks.push(...platformSinks(program, callee.path, call, env))
  }
  return { sinks, open }
}

/** `wx[name](options)`: which API that is, only a caller tells. */
export function isAnyOf(program: Program, { callee }: CallExpr): boolean {
  if (callee.k !== 'member' || typeof callee.name === 'string' || callee.name.k === 'text') return false
  return fold(program, callee.object, null).some((one) => one.k === 'native' && isPlatform(one.path))
}

/** Where the name is that of a loop, whoever calls what the loop puts on says which it was. */
function ownedBy(callee: Extract<Value, { k: 'unknown' }>, around: Fn[]): Value {
  return callee.hole.owners.length > 0 ? callee : unknown(callee.hole.reason, around)
}

/** A call of a client the team named: what it says of the base holds, whatever the rest of the URL is. */
function namedSink(program: Program, named: NamedClient, call: CallExpr, env: Env | null): Sink {
  const { name, api, url, base } = named
  const args = argumentsOf(program, call.args, null, env)
  const given = (args[url] ?? [MISSING]).flatMap((value) =>
    value.k === 'text' || value.k === 'unknown'
      ? [value]
      : value.k === 'prim'
        ? [MISSING]
        : memberOf(program, value, 'url'),
  )
  const urls = base ? given.map((one) => withBase(base, isMissing(one) ? EMPTY : toText(one))) : given
  return {
    callee: name,
    of: name,
    api,
    families: [],
    urls: distinct(urls),
    made: null,
    doubt: null,
    methods: [],
    options: [],
    headers: [],
  }
}

/** Of the method, the headers and the like of one call. */
const DETAIL_STEPS = 4_000

function platformSinks(program: Program, path: string, call: CallExpr, env: Env | null): Sink[] {
  const method = call.isNew ? undefined : /\.(call|apply)$/.exec(path)?.[1]
  const plain = method ? path.slice(0, -method.length - 1) : path
  const known = callAt(call.isNew ? `new ${plain}` : plain)
  if (!known || (known.object.needsBrowser && !program.hasBrowser)) return []
  const { object, shape, callee } = known
  const [first = [], ...others] = argumentsOf(program, call.args, method ?? null, env)
  const options = intercepted(program, plain, first)
  const args = [options, ...others]
  // Before the headers: working those out may take all the steps there are.
  const found = urlsAt(program, shape, args)
  const about = {
    callee,
    of: object.path,
    api: shape.api,
    ...(object.isForeign ? { foreign: true as const } : {}),
    made: null,
    doubt: null,
    ...cheaply(program, DETAIL_STEPS, () => ({
      methods: options.flatMap((arg) => textsOf(memberIn(program, arg, 'method'))),
      options: options.flatMap((arg) => optionsIn(program, arg)),
      headers: options.flatMap((arg) => headersIn(program, arg)),
    })),
  }
  return found.map(({ families, urls }) => ({
    ...about,
    families: families.length > 0 ? families : object.families,
    urls: distinct(urls),
  }))
}

export function memberIn(program: Program, options: Value, name: string): Value[] {
  return options.k === 'object' || options.k === 'instance' ? memberOf(program, options, name) : []
}

function clientSinks(
  program: Program,
  client: Client,
  name: string,
  call: CallExpr,
  env: Env | null,
): Sink[] {
  const shape = requestOf(client, name, call.isNew)
  if (!shape) return []
  const args = argumentsOf(program, call.args, null, env)
  const options = args.filter((_, at) => at !== shape.body)
  const configs = options.flat().filter((value) => value.k === 'object')
  const bases = overriding(program, client, configs) ?? basesOf(program, client)
  const takesMethod = /^(?:|request|middleware|fetch)$/.test(name)
  const made = client.made?.k === 'call' ? client.made : null
  const about = { callee: calleeOf(client, name, call.isNew), of: client.library, api: shape.api, made }
  const found = urlsAt(program, shape, args).map(({ families, urls: given }) => {
    const { urls, bases: own } = afterInterceptors(program, client, { urls: given, bases })
    return {
      families,
      urls: distinct(urls.flatMap((url) => onBases(own, url))),
      doubt: doubtIn(own, urls),
    }
  })
  const told = cheaply(program, DETAIL_STEPS, () => ({
    methods: takesMethod ? configs.flatMap((config) => textsOf(memberIn(program, config, 'method'))) : [],
    options: configs.flatMap((config) => optionsIn(program, config)),
    headers: configs.flatMap((config) => headersIn(program, config)),
  }))
  const meant = apiOf(shapeOf(client), told.methods)
  return found.map((one) => ({ ...about, ...one, ...told, ...meant }))
}

/** What is no method of HTTP is a library's own word for another API. */
function apiOf({ methods: own = {} }: ClientShape, methods: Sink['methods']): Partial<Sink> {
  const apis = methods.flatMap(({ text }) => own[text.toUpperCase()] ?? [])
  const [api] = apis
  if (api === undefined) return {}
  const left = methods.filter(({ text }) => own[text.toUpperCase()] === undefined)
  return left.length > 0 ? { methods: left } : { api, methods: left }
}

function calleeOf({ library }: Client, name: string, isNew: boolean): string {
  if (isNew) return `new ${name || library}`
  return name === '' ? library : `${library}.${name.replace(/=$/, '')}`
}

/** Why a URL of which nothing is known may be a whole one, and leave the base. */
function doubtIn(bases: Value[] | null, urls: Value[]): UndeterminedReason | null {
  if (bases === null) return null
  const texts = urls.map(toText).filter(({ text, hole }) => text === '' && hole)
  if (!texts.some(({ hole }) => hole?.owners.length === 0)) return null
  return texts[0]?.hole?.reason ?? null
}

function overriding(program: Program, client: Client, configs: Value[]): Value[] | null {
  const values = configs.flatMap((config) => baseIn(program, client, config))
  return values.length > 0 ? values : null
}

function onBases(bases: Value[] | null, url: Value): Value[] {
  if (!bases || isMissing(url)) return [url]
  return bases.map((base) => withBase(toText(base), toText(url)))
}
