/** One network call as reached by one path: its API, URL, methods and headers. */

import type { UndeterminedReason } from '../../facts/project.js'
import { baseIn, basesOf } from '../evaluate/bases.js'
import { afterInterceptors } from '../evaluate/client-interceptors.js'
import { shapeOf } from '../evaluate/clients.js'
import { fold, memberOf } from '../evaluate/folding.js'
import { intercepted, isPlain } from '../evaluate/interceptors.js'
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
import { type ClientShape, isPlatform } from '../frameworks/index.js'
import { type CallExpr, type Fn, functionsAround } from '../ir/types.js'
import { argumentsOf, urlsAt } from './arguments.js'
import { entrySinks } from './entries.js'
import { headersIn, textsOf } from './headers.js'
import { lostCall, namelessCall, objectName } from './lost.js'
import { type Meant, meantBy } from './meant.js'
import { optionsIn } from './options.js'
import type { Sink } from './sink.js'

const NO_DETAILS = { methods: [], options: [], headers: [] }
const UNBOUND = { families: [], made: null, doubt: null, ...NO_DETAILS }

const EMPTY: Text = { k: 'text', text: '', marks: [], hole: null, soft: false }

/** Every network call this call may be; `open` if that depends on a caller. */
export function sinksOf(program: Program, call: CallExpr, env: Env | null): { sinks: Sink[]; open: Value[] } {
  const { meant, open } = meantIn(program, call, env)
  const sinks = meant.flatMap((one) => {
    const args = argumentsOf(program, call.args, one.method, env)
    return askedBy(program, one, args, call)
  })
  return { sinks, open }
}

function meantIn(program: Program, call: CallExpr, env: Env | null): { meant: Meant[]; open: Value[] } {
  const named = namedClient(program.steered, call)
  if (named) return { meant: [{ k: 'named', method: null, named }], open: [] }
  const callees = distinct(fold(program, call.callee, env))
  const isAny = isAnyOf(program, call)
  return {
    meant: callees.flatMap(
      (callee) => meantBy(program, callee, call) ?? (isAny ? nameless(callee, call) : []),
    ),
    open: callees.flatMap((callee) => {
      if (callee.k !== 'unknown') return []
      return [isAny ? ownedBy(callee, functionsAround(call.fn)) : callee]
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

/** If the name is a loop variable, the caller of the method that the loop defines determines which one it was. */
function ownedBy(callee: Extract<Value, { k: 'unknown' }>, around: Fn[]): Value {
  return callee.hole.owners.length > 0 ? callee : unknown(callee.hole.reason, around)
}

function askedBy(program: Program, meant: Meant, args: Value[][], call: CallExpr): Sink[] {
  switch (meant.k) {
    case 'named':
      return [namedSink(program, meant.named, args)]
    case 'client':
      return clientSinks(program, meant, args, call.isNew)
    case 'platform':
      return platformSinks(program, meant, args, call)
    case 'entry':
      return entrySinks(program, meant, args).map((one) => ({ ...one, ...UNBOUND }))
    case 'nameless':
      return namelessCall(program, meant.object, args).map((one) => ({ ...one, ...UNBOUND }))
    case 'lost':
      return lostCall(program, call, args).map((one) => ({ ...one, ...UNBOUND }))
  }
}

/** A call of a client that the team declared: its base applies, whatever the rest of the URL is. */
function namedSink(program: Program, { name, api, url, base }: NamedClient, args: Value[][]): Sink {
  const given = (args[url] ?? [MISSING]).flatMap((value) =>
    value.k === 'text' || value.k === 'unknown'
      ? [value]
      : value.k === 'prim'
        ? [MISSING]
        : memberOf(program, value, 'url'),
  )
  const urls = base ? given.map((one) => withBase(base, isMissing(one) ? EMPTY : toText(one))) : given
  return { callee: name, of: name, api, urls: distinct(urls), ...UNBOUND }
}

function platformSinks(
  program: Program,
  { path, known }: Extract<Meant, { k: 'platform' }>,
  [first = [], ...others]: Value[][],
  call: CallExpr,
): Sink[] {
  const { object, shape, callee } = known
  const options = intercepted(program, path, first)
  // First, before details that may use up all steps.
  const found = urlsAt(program, shape, [options, ...others])
  const about = {
    ...{ callee, of: object.path, api: shape.api, made: null, doubt: null },
    ...(object.isForeign ? { foreign: true as const } : {}),
    ...(beginsAsWritten(call) && isPlain(program, path) ? { plain: true as const } : {}),
    ...detailsOf(program, options, true),
  }
  return found.map(({ families, urls }) => ({
    ...about,
    families: families.length > 0 ? families : object.families,
    urls: distinct(urls),
  }))
}

/** Does the call itself say how its URL begins: with a string or a setting? A member's value may be assembled elsewhere. */
function beginsAsWritten({ args: [options] }: CallExpr): boolean {
  const last =
    options?.k === 'obj' ? options.props.findLast(({ key }) => key === 'url' || key === null) : null
  const url = last ? (last.key === 'url' ? last.value : null) : options
  const first = url?.k === 'cat' ? url.parts[0] : url
  if (!first) return false
  let root = first
  while (root.k === 'member') root = root.object
  const isSetting = root.k === 'global' || root.k === 'import'
  return first.k === 'text' || (first.k === 'member' && isSetting) || first.k === 'import'
}

function clientSinks(
  program: Program,
  { client, name, shape }: Extract<Meant, { k: 'client' }>,
  args: Value[][],
  isNew: boolean,
): Sink[] {
  const settings = args.filter((_, at) => at !== shape.body).flat()
  const configs = settings.filter((value) => value.k === 'object')
  const bases = overriding(program, client, configs) ?? basesOf(program, client)
  const made = client.made?.k === 'call' ? client.made : null
  const about = { callee: calleeOf(client, name, isNew), of: client.library, api: shape.api, made }
  const found = urlsAt(program, shape, args).map(({ families, urls: given }) => {
    const { urls, bases: own } = afterInterceptors(program, client, { urls: given, bases }, settings)
    return {
      families,
      urls: distinct(urls.flatMap((url) => onBases(own, url))),
      doubt: doubtIn(own, urls),
    }
  })
  const details = detailsOf(program, configs, /^(?:|request|middleware|fetch)$/.test(name))
  const meant = apiOf(shapeOf(client), details.methods)
  return found.map((one) => ({ ...about, ...one, ...details, ...meant }))
}

/** For one call's method, headers and the like. */
const DETAIL_STEPS = 4_000

type Details = Pick<Sink, 'methods' | 'options' | 'headers'>

const detailsOf = (program: Program, options: Value[], takesMethod: boolean): Details =>
  cheaply(program, DETAIL_STEPS, () => ({
    methods: takesMethod ? options.flatMap((one) => methodsIn(program, one)) : [],
    options: options.flatMap((one) => optionsIn(program, one)),
    headers: options.flatMap((one) => headersIn(program, one)),
  }))

/** URLs excluded: options copied property by property may have any property's value, the URL included. */
const methodsIn = (program: Program, options: Value): Sink['methods'] =>
  textsOf(memberIn(program, options, 'method')).filter(({ text }) => !/[/:]/.test(text))

export function memberIn(program: Program, options: Value, name: string): Value[] {
  return options.k === 'object' || options.k === 'instance' ? memberOf(program, options, name) : []
}

/** A name that isn't an HTTP method is the library's own word for another API. */
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

/** Why a URL of which nothing is known may be absolute and ignore the base. */
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
